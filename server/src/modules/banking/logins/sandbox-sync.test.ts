/** A login at the sandbox bank, from its consent to the stored accounts, by the worker and over the bank's own protocol. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createUser } from '../../../../test/harness/bank-data.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from '../../../../test/harness/test-kontor.ts';
import { waitForAnalysis } from '../../../../test/harness/wait-for-analysis.ts';
import { findBankProvider } from '../providers/bank-providers.ts';
import type { BankProvider, ConnectAnswer, ConnectStep, ProviderCall } from '../providers/provider.types.ts';
import { createLogin } from './create-login.ts';

let kontor: TestKontor;
let workspace: TestWorkspace;
beforeAll(async () => {
  kontor = await startTestKontor({ sandbox: true });
  workspace = await kontor.createWorkspace();
});
afterAll(() => kontor.stop());

const psu = { ipAddress: '203.0.113.7', userAgent: 'Browser' };
const ANSWERS: Partial<Record<ConnectStep['kind'], (userName: string) => ConnectAnswer>> = {
  credentials: (userName) => ({ kind: 'credentials', values: { userId: userName, password: '12345' } }),
  'choose-method': () => ({ kind: 'method', methodId: 'sms' }),
  'enter-code': () => ({ kind: 'code', code: '123456' }),
};

async function consentOf(userName: string) {
  const { outbound, now } = kontor.services;
  const provider = (await findBankProvider(kontor.services, 'sandbox')) as BankProvider;
  const call: ProviderCall = { outbound, psu, now, signal: AbortSignal.timeout(20_000) };
  const start = { bankId: 'sandbox-code', accountType: null, redirectUri: 'https://kontor.test/back', recurring: true };
  let reached = await provider.start(call, { ...start, language: 'de' });
  for (let answer = ANSWERS[reached.step.kind]; answer; answer = ANSWERS[reached.step.kind]) {
    reached = await provider.proceed(call, reached.state, answer(userName));
  }
  expect(reached.step.kind).toBe('authorised');
  return reached.state;
}

async function connect(userName: string, path: string) {
  const state = await consentOf(userName);
  const correlationId = randomUUID();
  const bank = { bankId: 'sandbox-code', name: 'Sandbox', bic: null, bankCode: null };
  const consent = { state, validUntil: null, storeSecrets: true, recurring: false, selectedAccounts: null };
  const { loginId } = await workspace.run((ctx) =>
    createLogin(ctx, {
      userId: path.slice('/users/'.length),
      provider: 'sandbox',
      bank,
      ...consent,
      correlationId,
      psu,
    }),
  );
  return { correlationId, at: `${path}/banking/logins/${loginId}` };
}

async function ended(at: string) {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; ) {
    const { body } = await workspace.api.get(`${at}/sync`);
    if (body.status === 'completed' || body.status === 'failed') return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The synchronisation has not ended');
}

const totalOf = async (path: string) =>
  (await workspace.api.get(`${path}/banking/transactions?limit=1`)).body.total as number;

test('two years of an employee, analysed under the same correlation id; read again, nothing is new', async () => {
  const path = await createUser(workspace.api, { automaticAnalysis: 'active' });
  const { at, correlationId } = await connect('employee', path);
  const first = await ended(at);
  expect(first).toMatchObject({ status: 'completed', error: null });
  expect(first.accounts).toHaveLength(3);
  for (const account of first.accounts)
    expect(account).toMatchObject({ status: 'created', rejected: 0, balanceGap: null });
  const total = await totalOf(path);
  expect(total).toBeGreaterThan(500);
  await waitForAnalysis(workspace.api, path, correlationId, 30_000);
  await workspace.api.post(`${at}/sync`, { psu });
  const again = await ended(at);
  for (const account of again.accounts) expect(account).toMatchObject({ imported: 0, removed: 0, balanceGap: null });
  expect(await totalOf(path)).toBe(total);
});

test.each(['employee.renumbered', 'employee.no-ids'])('%s: read again, nothing is new', async (userName) => {
  const path = await createUser(workspace.api);
  const { at } = await connect(userName, path);
  expect(await ended(at)).toMatchObject({ status: 'completed' });
  const total = await totalOf(path);
  // A new consent has other resource ids, and everything is read from the beginning.
  const again = await connect(userName, path);
  expect(again.at).toBe(at);
  for (const account of (await ended(at)).accounts) expect(account).toMatchObject({ status: 'existing', imported: 0 });
  expect(await totalOf(path)).toBe(total);
});
