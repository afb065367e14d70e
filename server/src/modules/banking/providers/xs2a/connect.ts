/** A consent from its beginning to its authorisation: `start` and `proceed` of the port. */
import {
  type ConnectAnswer,
  type ConnectStep,
  type CredentialField,
  ProviderError,
  type StartInput,
} from '../provider.types.ts';
import { BankRefusal } from './bank-messages.ts';
import { askBank, type BankLine } from './client.ts';
import { createConsent } from './consents.ts';
import { followLinks, readAuthorisation } from './follow-links.ts';
import { type Progress, settle } from './progress.ts';
import { NOK_PARAMETER } from './redirect-address.ts';
import type { Xs2aBank, Xs2aState } from './xs2a.types.ts';

/** Where the bank's own page asks who its customer is, the consent begins at once; else with the login. */
export async function start(line: BankLine, input: StartInput): Promise<Progress> {
  const { bank } = line;
  const fields = credentialFields(bank);
  const state: Xs2aState = {
    bankId: bank.bankId,
    accountType: input.accountType,
    redirectUri: input.redirectUri,
    recurring: input.recurring,
    language: input.language,
    psuId: null,
    consentId: null,
    links: {},
    method: null,
    step: { kind: 'credentials', fields },
  };
  if (fields.length > 0) return { state, step: state.step };
  return attempt(state, async () => followLinks(line, await createConsent(line, state), {}));
}

/** An answer that does not fit the last step comes from a reloaded page or a second tab: it gets the last step again. */
export async function proceed(line: BankLine, state: Xs2aState, answer: ConnectAnswer): Promise<Progress> {
  const { step } = state;
  if (answer.kind === 'credentials' && step.kind === 'credentials') return logIn(line, state, answer.values);
  if (answer.kind === 'method' && step.kind === 'choose-method') return chooseMethod(line, state, answer.methodId);
  if (answer.kind === 'code' && step.kind === 'enter-code') return sendCode(line, state, answer.code);
  const isAnswer = answer.kind === 'returned' ? step.kind === 'redirect' : step.kind === 'approve-in-app';
  if ((answer.kind === 'poll' || answer.kind === 'returned') && isAnswer) {
    const refused = answer.kind === 'returned' && answer.query[NOK_PARAMETER] !== undefined;
    return attempt(state, () => readAuthorisation(line, state, { refused }));
  }
  return { state, step };
}

async function logIn(line: BankLine, state: Xs2aState, values: Record<string, string>): Promise<Progress> {
  const missing = credentialFields(line.bank).find((field) => !values[field.id]?.trim());
  if (missing) return { state, step: { ...state.step, problem: 'wrong_credentials' } as ConnectStep };
  const psuId = values.userId?.trim() ?? '';
  const begun = { ...state, psuId };
  return attempt(begun, async () => followLinks(line, await createConsent(line, begun), { password: values.password }));
}

async function chooseMethod(line: BankLine, state: Xs2aState, methodId: string): Promise<Progress> {
  const method = state.step.kind === 'choose-method' && state.step.methods.find(({ id }) => id === methodId);
  if (!method) return { state, step: state.step };
  return attempt(state, () => followLinks(line, { state, answer: null }, { method }));
}

async function sendCode(line: BankLine, state: Xs2aState, code: string): Promise<Progress> {
  return attempt(state, async () => {
    const path = state.links.authoriseTransaction ?? '';
    const body = { scaAuthenticationData: code.replace(/\s/g, '') };
    try {
      const headers: Record<string, string> = state.psuId ? { 'psu-id': state.psuId } : {};
      await askBank(line, { method: 'PUT', path, headers, body });
    } catch (error) {
      // `STATUS_INVALID`: the same code was sent before, and the page was loaded again.
      if (!(error instanceof BankRefusal)) throw error;
      if (error.problem === 'wrong_credentials' || error.problem === 'wrong_code') return wrongCode(line, state);
      if (error.code !== 'STATUS_INVALID') throw error;
    }
    return readAuthorisation(line, state, { refused: false });
  });
}

/** Another try, unless the bank has given the authorisation up. */
async function wrongCode(line: BankLine, state: Xs2aState): Promise<Progress> {
  const asked = await readAuthorisation(line, state, { refused: false });
  if (asked.step.kind === 'failed') {
    return settle(state, { kind: 'failed', problem: 'wrong_code', message: asked.step.message, canRetry: true });
  }
  return { state, step: { ...state.step, problem: 'wrong_code' } as ConnectStep };
}

/** A bank's no becomes a step; faults of our own are thrown. */
async function attempt(state: Xs2aState, work: () => Promise<Progress>): Promise<Progress> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const message = error instanceof BankRefusal ? error.psuMessage : null;
    const failed = (problem: (ConnectStep & { kind: 'failed' })['problem'], canRetry: boolean) =>
      settle(state, { kind: 'failed', problem, message, canRetry });
    switch (error.problem) {
      case 'wrong_credentials':
        return state.step.kind === 'credentials'
          ? { state, step: { ...state.step, problem: 'wrong_credentials' } }
          : failed('wrong_credentials', true);
      case 'login_locked':
      case 'too_many_requests':
        return failed(error.problem, false);
      case 'consent_expired':
        return failed('session_expired', true);
      case 'invalid_answer':
        return failed('bank_unavailable', true);
      default:
        return failed(error.problem, true);
    }
  }
}

function credentialFields({ login }: Xs2aBank): CredentialField[] {
  const user = { id: 'userId', label: { en: 'User name', de: 'Anmeldename' }, secret: false };
  const password = { id: 'password', label: { en: 'PIN', de: 'PIN' }, secret: true };
  if (login === 'none') return [];
  return login === 'user' ? [user] : [user, password];
}
