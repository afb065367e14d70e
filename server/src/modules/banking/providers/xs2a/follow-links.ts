/**
 * The authorisation of a consent, led by what the bank answers: its links say what it wants next, so that the embedded,
 * the decoupled and the redirect form, started by the bank or by us, are one walk.
 */
import { ProviderError, type ScaMethod } from '../provider.types.ts';
import { askBank, type BankAnswer, type BankLine, type BankRequest } from './client.ts';
import { readConsentStatus, readValidUntil } from './consents.ts';
import { type Progress, settle } from './progress.ts';
import { textOf } from './read-json.ts';
import { checkedRedirect, redirectHeaders } from './redirect-address.ts';
import { methodOf, methodsOf, stepForCode } from './sca-methods.ts';
import type { Links, Xs2aState } from './xs2a.types.ts';

/** What the end user has just given. */
interface Given {
  password?: string | undefined;
  method?: ScaMethod | undefined;
}

/** More requests than any form needs: a bank that sends us in circles is stopped. */
const MOST_REQUESTS = 8;
const POLL_MS = 2_000;

/** Goes on from the bank's last answer, or from the last step, until the end user is needed or it is over. */
export async function followLinks(
  line: BankLine,
  from: { state: Xs2aState; answer: BankAnswer | null },
  given: Given,
): Promise<Progress> {
  let { state, answer } = from;
  let left = given;
  for (let count = 0; count < MOST_REQUESTS; count += 1) {
    const reached = answer && (await stepOf(line, state, answer));
    if (reached) return reached;
    const methods = methodsOf(answer?.body.scaMethods);
    if (methods.length === 1) left = { ...left, method: methods[0] };
    const request = nextRequest(line, state, left);
    if (!request) return waitForApp(line, state, answer);
    answer = await askBank(line, request);
    state = remember(state, answer, left);
    // Each is sent once: a bank that asks again must not be answered until it locks its customer out.
    if (request.body?.psuData) left = { ...left, password: undefined };
    if (request.body?.authenticationMethodId) left = { ...left, method: undefined };
  }
  throw new ProviderError('invalid_answer', `${line.bank.name} led the authorisation in circles`);
}

/** Asks how the authorisation stands; `refused` when the end user came back by the address of a no. */
export async function readAuthorisation(
  line: BankLine,
  state: Xs2aState,
  { refused }: { refused: boolean },
): Promise<Progress> {
  const path = state.links.scaStatus;
  const scaStatus = path ? textOf((await askBank(line, { method: 'GET', path })).body.scaStatus) : null;
  if (scaStatus === 'finalised' || scaStatus === 'exempted' || scaStatus === 'failed' || !path || refused) {
    return readOutcome(line, state, refused || scaStatus === 'failed');
  }
  return { state, step: state.step };
}

/** What the consent has become. */
async function readOutcome(line: BankLine, state: Xs2aState, isRefused: boolean): Promise<Progress> {
  const consentId = state.consentId ?? '';
  const status = await readConsentStatus(line, consentId);
  if (status === 'valid') {
    return settle(state, { kind: 'authorised', validUntil: await readValidUntil(line, consentId) });
  }
  // Some banks need a moment between the authorisation and the consent.
  if (status === 'received' && !isRefused) return { state, step: state.step };
  const problem = status === 'expired' ? 'session_expired' : 'consent_refused';
  return settle(state, { kind: 'failed', problem, message: null, canRetry: true });
}

function remember(state: Xs2aState, answer: BankAnswer, given: Given): Xs2aState {
  const chosen = methodOf(answer.body.chosenScaMethod) ?? given.method ?? state.method;
  const own: Links = {};
  // Links of the step before are over; where the authorisation is asked about stays.
  if (state.links.scaStatus) own.scaStatus = state.links.scaStatus;
  return { ...state, method: chosen, links: { ...own, ...answer.links } };
}

/** The step for the end user that an answer means; null when the bank wants another request first. */
async function stepOf(line: BankLine, state: Xs2aState, answer: BankAnswer): Promise<Progress | null> {
  const scaStatus = textOf(answer.body.scaStatus);
  if (scaStatus === 'finalised' || scaStatus === 'exempted') return readOutcome(line, state, false);
  if (scaStatus === 'failed') return readOutcome(line, state, true);
  if (state.links.scaRedirect) return redirectTo(line, state);
  if (state.links.authoriseTransaction) return settle(state, stepForCode(answer.body, state.method));
  if (state.links.selectAuthenticationMethod) {
    const methods = methodsOf(answer.body.scaMethods);
    if (methods.length > 1) return settle(state, { kind: 'choose-method', methods });
  }
  return null;
}

function redirectTo({ bank }: BankLine, state: Xs2aState): Progress {
  return settle(state, { kind: 'redirect', url: checkedRedirect(state.links.scaRedirect ?? '', bank) });
}

/** The request that the bank's links ask for; null when there is nothing to send. */
function nextRequest({ bank }: BankLine, state: Xs2aState, given: Given): BankRequest | null {
  const { links, psuId } = state;
  const headers: Record<string, string> = {
    ...(psuId && { 'psu-id': psuId }),
    'psu-accept-language': state.language,
  };
  const login = links.updatePsuAuthentication ?? links.startAuthorisationWithPsuAuthentication;
  if (given.method && links.selectAuthenticationMethod) {
    const body = { authenticationMethodId: given.method.id };
    return { method: 'PUT', path: links.selectAuthenticationMethod, headers, body };
  }
  if (login) {
    if (given.password === undefined) {
      throw new ProviderError(
        'invalid_answer',
        `${bank.name} asks for a password that it has had or must not be given`,
      );
    }
    const method = links.updatePsuAuthentication ? 'PUT' : 'POST';
    return { method, path: login, headers, body: { psuData: { password: given.password } } };
  }
  if (links.updatePsuIdentification) return { method: 'PUT', path: links.updatePsuIdentification, headers, body: {} };
  const start = links.startAuthorisationWithPsuIdentification ?? links.startAuthorisation;
  return start
    ? { method: 'POST', path: start, headers: { ...headers, ...redirectHeaders(bank, state.redirectUri) }, body: {} }
    : null;
}

/** Nothing is asked of us: the end user approves elsewhere, or the bank wanted no authentication at all. */
async function waitForApp(line: BankLine, state: Xs2aState, answer: BankAnswer | null): Promise<Progress> {
  if (answer?.body.consentStatus === 'valid') return readOutcome(line, state, false);
  if (!state.links.scaStatus) {
    throw new ProviderError('invalid_answer', `${line.bank.name} did not say how the authorisation goes on`);
  }
  const message = textOf(answer?.body.psuMessage);
  return settle(state, { kind: 'approve-in-app', method: state.method, message, retryAfterMs: POLL_MS });
}
