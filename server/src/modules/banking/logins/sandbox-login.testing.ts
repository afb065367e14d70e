/** For tests: an end user who connects the sandbox bank, without the hosted page. */
import { randomUUID } from 'node:crypto';
import { type Services, withWorkspace } from '#platform/context.ts';
import { findBankProvider } from '../providers/bank-providers.ts';
import type { ConnectAnswer, ConnectStep, ProviderCall } from '../providers/provider.types.ts';
import { createLogin } from './create-login.ts';

export const PSU = { ipAddress: '203.0.113.7', userAgent: 'Browser' };
const BANK_ID = 'sandbox-code';

const ANSWERS: Partial<Record<ConnectStep['kind'], (userName: string) => ConnectAnswer>> = {
  credentials: (userName) => ({ kind: 'credentials', values: { userId: userName, password: '12345' } }),
  'choose-method': () => ({ kind: 'method', methodId: 'sms' }),
  'enter-code': () => ({ kind: 'code', code: '123456' }),
};

async function giveConsent(services: Services, userName: string) {
  const provider = await findBankProvider(services, 'sandbox');
  if (!provider) throw new Error('There is no sandbox');
  const { outbound, now } = services;
  const call: ProviderCall = { outbound, psu: PSU, now, signal: AbortSignal.timeout(20_000) };
  const start = { bankId: BANK_ID, accountType: null, redirectUri: 'https://kontor.test/back', recurring: true };
  let reached = await provider.start(call, { ...start, language: 'de' });
  for (let answer = ANSWERS[reached.step.kind]; answer; answer = ANSWERS[reached.step.kind]) {
    reached = await provider.proceed(call, reached.state, answer(userName));
  }
  if (reached.step.kind !== 'authorised') throw new Error(`No consent: ${JSON.stringify(reached.step)}`);
  const { state } = reached;
  const accounts = (await provider.listAccounts(call, state)).map(({ account }) => account);
  return { state, loginName: provider.loginNameOf(state), accounts };
}

/** A login of a user of Kontor at the sandbox, whose first synchronisation is queued. */
export async function connectSandbox(services: Services, workspaceId: string, userId: string, userName: string) {
  const given = await giveConsent(services, userName);
  const correlationId = randomUUID();
  const bank = { bankId: BANK_ID, name: 'Sandbox', bic: null, bankCode: null };
  const consent = { ...given, validUntil: null, storeSecrets: true, recurring: false, selectedAccounts: null };
  const { loginId } = await withWorkspace(services, workspaceId, (ctx) =>
    createLogin(ctx, { userId, provider: 'sandbox', bank, ...consent, correlationId, psu: PSU }),
  );
  return { loginId, correlationId, at: `/users/${userId}/banking/logins/${loginId}` };
}
