/** A login at the sandbox bank, from its consent to the stored accounts, by the worker and over the bank's own protocol. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApiClient } from '../../../../test/harness/api-client.ts';
import { createUser } from '../../../../test/harness/bank-data.ts';
import {
  fetchToken,
  startTestKontor,
  type TestKontor,
  type TestWorkspace,
} from '../../../../test/harness/test-kontor.ts';
import { waitForAnalysis } from '../../../../test/harness/wait-for-analysis.ts';
import { connectSandbox, PSU } from './sandbox-login.testing.ts';

let nowMs = Date.now();
let kontor: TestKontor;
let workspace: TestWorkspace;
beforeAll(async () => {
  kontor = await startTestKontor({ sandbox: true, now: () => new Date(nowMs) });
  workspace = await kontor.createWorkspace();
});
afterAll(() => kontor.stop());

const connect = (userName: string, path: string) =>
  connectSandbox(kontor.services, workspace.workspaceId, path.slice('/users/'.length), userName);

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
  await workspace.api.post(`${at}/sync`, { psu: PSU });
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

test('two people who log in at one bank have a login each, and each goes on; one who comes again renews their own', async () => {
  const path = await createUser(workspace.api);
  const first = await connect('employee', path);
  const { accounts } = await ended(first.at);
  const second = await connect('freelancer', path);
  expect(second.at).not.toBe(first.at);
  const theirs = (await ended(second.at)).accounts;
  for (const account of theirs) expect(account).toMatchObject({ status: 'created' });
  expect((await connect('Employee ', path)).at).toBe(first.at);
  expect((await ended(first.at)).accounts).toMatchObject(accounts.map(() => ({ status: 'existing', imported: 0 })));
  const { body } = await workspace.api.get(`${path}/banking/logins`);
  expect(body.logins.map((login: { accounts: unknown[] }) => login.accounts.length)).toEqual([
    accounts.length,
    theirs.length,
  ]);
});

test('employee.gap: what the bank takes without a booking shows as a gap, with its days', async () => {
  const path = await createUser(workspace.api);
  const { at } = await connect('employee.gap', path);
  expect((await ended(at)).accounts[0]).toMatchObject({ balanceGap: null });
  nowMs += 3 * 86_400_000;
  const authorization = `Bearer ${await fetchToken(kontor.url, workspace)}`;
  workspace = { ...workspace, api: createApiClient(`${kontor.url}/api`, { authorization }) };
  expect((await workspace.api.post(`${at}/sync`, { psu: PSU })).status).toBe(202);
  const { accounts } = await ended(at);
  expect(accounts[0]).toMatchObject({ status: 'existing', balanceGap: { difference: expect.any(Number) } });
});
