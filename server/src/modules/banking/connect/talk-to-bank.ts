import { type Services, withWorkspace } from '#platform/context.ts';
import { randomToken, sha256Hex } from '#platform/crypto/random.ts';
import { revokeUnusedConsent } from '../logins/revoke-consent.ts';
import { findBankProvider } from '../providers/bank-providers.ts';
import {
  type BankProvider,
  type ConnectAnswer,
  type ConnectStep,
  type ProviderAccount,
  type ProviderCall,
  ProviderError,
  type ProviderState,
} from '../providers/provider.types.ts';
import { callOff } from './call-off.ts';
import { claimSession, lockSession, releaseSession, updateSession } from './connect.queries.ts';
import { type BankTalk, type ChosenBank, type ConnectSession, termsOf } from './connect.types.ts';
import { tellFailure } from './end-session.ts';
import { openTalk, sealTalk } from './seal-talk.ts';
import { stepAfter } from './session-machine.ts';
import type { Visit } from './visit.ts';

/** Banks take their time; a proxy in front of us rarely waits longer than a minute. */
const BANK_TIMEOUT_MS = 40_000;
const CLAIM_SECONDS = 50;
const STATE_BYTES = 24;

type Said = { state: ProviderState; step: ConnectStep };

/** Begins a consent at the bank that was chosen. */
export function startAtBank(visit: Visit, bank: ChosenBank): Promise<void> {
  const { session, services } = visit;
  const returnSecret = randomToken(STATE_BYTES);
  return talk(visit, bank, returnSecret, (provider, call) =>
    provider.start(call, {
      bankId: bank.bankId,
      accountType: session.accountType,
      redirectUri: `${services.publicUrl}/connect/sessions/${session.sessionId}/return?state=${returnSecret}`,
      // Also without a schedule: the company may ask for a synchronisation as long as the consent is valid.
      recurring: termsOf(session).storeSecrets,
      language: session.language,
    }),
  );
}

/** Hands the end user's answer to the bank. */
export async function answerBank(visit: Visit, answer: ConnectAnswer): Promise<void> {
  const known = openTalk(visit.services, visit.session);
  const { bank } = visit.session;
  if (!known || !bank) return;
  await talk(visit, bank, null, (provider, call) => provider.proceed(call, known.state, answer), known);
}

/**
 * One exchange with the bank. Only one at a time speaks for a session, outside any transaction; what the bank said is
 * stored unless the end user has cancelled or gone elsewhere meanwhile: then the consent is called off again.
 */
async function talk(
  visit: Visit,
  bank: ChosenBank,
  returnSecret: string | null,
  ask: (provider: BankProvider, call: ProviderCall) => Promise<Said>,
  known?: BankTalk,
): Promise<void> {
  const { services, session } = visit;
  const { sessionId, workspaceId, version } = session;
  const mayTalk = await services.database.transaction(workspaceId, (connection) =>
    claimSession(connection, sessionId, version, CLAIM_SECONDS),
  );
  if (!mayTalk) return;
  const call = callOf(visit);
  let said: BankTalk;
  let { state } = known ?? { state: {} };
  try {
    const provider = await requireProvider(services, bank);
    const answered = await ask(provider, call);
    ({ state } = answered);
    said = await listen(provider, call, answered);
  } catch (error) {
    services.log.warn({ err: error, sessionId, provider: bank.provider }, 'A bank could not be talked to');
    said = { state, step: failedStep(error), accounts: [] };
  }
  const isStored = await store(services, session, said, returnSecret).catch(async (error) => {
    await services.database.transaction(workspaceId, (connection) => releaseSession(connection, sessionId));
    throw error;
  });
  if (isStored) return;
  await withWorkspace(services, workspaceId, (ctx) =>
    revokeUnusedConsent(ctx, { sessionId, provider: bank.provider, state: said.state }),
  );
}

/** Once the bank has agreed, the accounts are asked for at once: the end user chooses among them next. */
async function listen(provider: BankProvider, call: ProviderCall, said: Said): Promise<BankTalk> {
  if (said.step.kind === 'redirect' && !/^https?:$/.test(URL.parse(said.step.url)?.protocol ?? '')) {
    throw new Error('The bank sends the browser to an address that is no web page');
  }
  const accounts: ProviderAccount[] =
    said.step.kind === 'authorised' ? await provider.listAccounts(call, said.state) : [];
  return { ...said, accounts };
}

/** A fault is the bank's, as far as the end user can tell: trying again later is what helps. */
function failedStep(error: unknown): ConnectStep {
  const problem = error instanceof ProviderError ? error.problem : 'bank_unavailable';
  const known = problem === 'consent_expired' ? 'consent_refused' : problem;
  return {
    kind: 'failed',
    problem: known === 'invalid_answer' ? 'bank_unavailable' : known,
    message: null,
    canRetry: true,
  };
}

function store(services: Services, session: ConnectSession, said: BankTalk, returnSecret: string | null) {
  return withWorkspace(services, session.workspaceId, async (ctx) => {
    const current = await lockSession(ctx.session, session.sessionId);
    if (current?.status !== 'open' || current.version !== session.version) return false;
    const { step } = said;
    // Begun anew: what was begun before has no use any more.
    if (returnSecret !== null) await callOff(ctx, current);
    const next = stepAfter(step);
    const problem = step.kind === 'failed' ? step.problem : 'problem' in step ? (step.problem ?? null) : null;
    const isStillWaiting = next === 'approve-in-app' && current.step === next;
    await updateSession(
      ctx.session,
      session.sessionId,
      {
        step: next,
        problem,
        sealedTalk: sealTalk(services, session.sessionId, said),
        nextPollMs: step.kind === 'approve-in-app' ? step.retryAfterMs : null,
        ...(returnSecret !== null && { returnHash: sha256Hex(returnSecret) }),
      },
      isStillWaiting,
    );
    if (step.kind === 'failed') await tellFailure(ctx, current, step.problem);
    return true;
  });
}

async function requireProvider(services: Services, bank: ChosenBank): Promise<BankProvider> {
  const provider = await findBankProvider(services, bank.provider);
  if (!provider) throw new Error(`The settings no longer have the provider ${bank.provider}`);
  return provider;
}

function callOf({ services, browser }: Visit): ProviderCall {
  return {
    outbound: services.outbound,
    psu: browser,
    now: services.now,
    signal: AbortSignal.timeout(BANK_TIMEOUT_MS),
  };
}
