/** Which login a new consent takes the place of. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createUser } from '../../../../test/harness/bank-data.ts';
import { adminQuery } from '../../../../test/harness/databases.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from '../../../../test/harness/test-kontor.ts';
import { statementAccount } from '../statements/statements.testing.ts';
import { createLogin, type GivenConsent, renewLogin } from './create-login.ts';

const GIRO = 'DE89370400440532013000';
const SAVER = 'DE02120300000000202051';
const BUSINESS = 'DE02500105170137075030';

let kontor: TestKontor;
let workspace: TestWorkspace;
let path: string;

beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
  workspace = await kontor.createWorkspace();
});
afterAll(() => kontor.stop());
beforeEach(async () => {
  path = await createUser(workspace.api);
});

type By = { loginName?: string; ibans?: string[]; chosen?: string[] };

/** Every consent lists its accounts under resource ids of its own. */
function consentOf({ loginName, ibans = [GIRO], chosen = ibans }: By): GivenConsent {
  const accounts = ibans.map((iban) => ({ ...statementAccount({ iban }), resourceId: randomUUID() }));
  return {
    userId: path.slice('/users/'.length),
    state: { consentId: randomUUID() },
    loginName: loginName ?? null,
    accounts,
    validUntil: null,
    storeSecrets: true,
    recurring: true,
    selectedAccounts: accounts.filter(({ iban }) => chosen.includes(iban ?? '')).map(({ resourceId }) => resourceId),
    correlationId: randomUUID(),
    psu: null,
  };
}

const connect = async (by: By, bankId = 'bank-1') => {
  const bank = { bankId, name: 'Musterbank', bic: null, bankCode: null };
  return (await workspace.run((ctx) => createLogin(ctx, { ...consentOf(by), provider: 'test', bank }))).loginId;
};
const renew = (loginId: string, by: By) => workspace.run((ctx) => renewLogin(ctx, { ...consentOf(by), loginId }));

test('the same user name is the same access, whatever it opens; another one, or another kind, is a login of its own', async () => {
  const anna = await connect({ loginName: 'private anna-4711' });
  const bert = await connect({ loginName: 'private bert-4712' });
  const firm = await connect({ loginName: 'business anna-4711', ibans: [BUSINESS] });
  const elsewhere = await connect({ loginName: 'private anna-4711' }, 'bank-2');
  expect(new Set([anna, bert, firm, elsewhere]).size).toBe(4);
  expect(await connect({ loginName: 'private anna-4711', ibans: [SAVER] })).toBe(anna);
  expect(await connect({ loginName: 'business anna-4711' })).toBe(firm);
  const { rows } = await adminQuery(
    kontor.adminUrl,
    "select b.*, j.data from bank_logins b left join pgboss.job j on j.data->>'sealedFor' = b.login_id::text where workspace_id = $1",
    [workspace.workspaceId],
  );
  expect(JSON.stringify(rows)).not.toMatch(/4711/);
  const ended = rows.filter(({ data }) => data).map(({ login_id }) => login_id);
  expect(new Set(ended), 'the consents of the others go on').toEqual(new Set([anna, firm]));
});

test('without a user name it takes the place of a login whose accounts it opens all, and of no other', async () => {
  const first = await connect({ ibans: [GIRO, SAVER, BUSINESS], chosen: [GIRO, SAVER] });
  expect(await connect({ ibans: [BUSINESS] }), 'what was not chosen is not in common').not.toBe(first);
  expect(await connect({ ibans: [GIRO] }), 'the other account would no longer be fetched').not.toBe(first);
  expect(await connect({ ibans: [SAVER, GIRO], chosen: [SAVER] })).toBe(first);
});

test('a login that somebody else renews stays, and theirs is connected beside it', async () => {
  const anna = await connect({ loginName: 'anna' });
  const bert = await renew(anna, { loginName: 'bert' });
  expect(bert.renewed).toBe(false);
  expect(bert.loginId).not.toBe(anna);
  expect(await renew(anna, { loginName: 'bert' }), 'theirs is known by now').toEqual({ ...bert, renewed: true });
  const { body } = await workspace.api.get(`${path}/banking/logins`);
  expect(body.logins).toHaveLength(2);
});

test('a login may be renewed with fewer accounts, but not with none of them', async () => {
  const login = await connect({ ibans: [GIRO, SAVER] });
  expect(await renew(login, { ibans: [GIRO, BUSINESS] })).toEqual({ loginId: login, renewed: true });
  expect((await renew(login, { ibans: [SAVER] })).renewed).toBe(false);
});
