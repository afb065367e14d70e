import { afterAll, beforeAll, expect, test } from 'vitest';
import { account, createUser, expectDeclared, transaction, upload } from './harness/bank-data.ts';
import { adminQuery } from './harness/databases.ts';
import { seedTenant } from './harness/tenant-seed.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

/** Every table of the live schema that names a user, by its key or by its public id. */
const USER_TABLES = `
  select distinct on (table_name) table_name as name, column_name as by from information_schema.columns c
  join information_schema.tables t using (table_schema, table_name)
  where table_schema = 'public' and table_type = 'BASE TABLE' and column_name in ('user_key', 'user_id') order by 1, 2 desc`;

/** Counts the rows about a user, now and later, though the user itself may be gone by then. */
async function rowCounter(userId: string): Promise<() => Promise<Record<string, number>>> {
  const { rows: tables } = await adminQuery(kontor.adminUrl, USER_TABLES);
  const { rows: users } = await adminQuery(kontor.adminUrl, 'select user_key from users where user_id = $1', [userId]);
  return async () => {
    const counts: Record<string, number> = {};
    for (const { name, by } of tables) {
      const id = by === 'user_key' ? users[0].user_key : userId;
      const { rowCount } = await adminQuery(kontor.adminUrl, `select from ${name} where ${by} = $1`, [id]);
      counts[name] = rowCount ?? 0;
    }
    return counts;
  };
}

test('a deleted user leaves no row in any table; the answer counts them, and the export had shown them', async () => {
  const { api, personId } = await seedTenant(kontor, 'erasure');
  const count = await rowCounter(personId);
  const before = await count();
  expect(Object.keys(before).length).toBeGreaterThan(10);
  const exported = await api.get(`/users/${personId}/export`);
  expectDeclared('exportUser', exported);
  const shown = Object.entries(exported.body.data as Record<string, unknown[]>).map(([name, rows]) => [
    name,
    rows.length,
  ]);
  expect(Object.fromEntries(shown)).toEqual(before);
  const [page] = exported.body.data.categorized_pages;
  expect(JSON.parse(`[${page.body}]`)[0], 'compressed as stored, read by people').toHaveProperty('category');
  const deleted = await api.delete(`/users/${personId}`);
  expect(deleted.body.erased).toEqual(before);
  const { events, ...after } = await count();
  expect(
    Object.values(after).every((rows) => rows === 0),
    JSON.stringify(after),
  ).toBe(true);
  // What remains is the news of it.
  expect(events).toBe(1);
  const { rows } = await adminQuery(kontor.adminUrl, 'select type, data from events where user_id = $1', [personId]);
  expect(rows).toEqual([{ type: 'user.deleted', data: { userId: personId } }]);
});

test('the export holds every row, of more than one batch too, as it is stored', async () => {
  const { api } = await kontor.createWorkspace();
  const user = await createUser(api, { email: 'erika@example.com' });
  const sent = Array.from({ length: 2_000 }, (_, n) => transaction({ amount: n + 0.5, purpose: `"Nr" ${n}` }));
  await upload(api, user, account(sent, { accountId: 'giro' }), account(undefined, { accountId: 'leer' }));
  const exported = await api.get(`${user}/export`);
  expectDeclared('exportUser', exported);
  const { users, accounts, transactions } = exported.body.data;
  expect(users).toEqual([expect.objectContaining({ email: 'erika@example.com', type: 'person' })]);
  expect(accounts.map((row: { account_id: string }) => row.account_id).sort()).toEqual(['giro', 'leer']);
  const purposes = new Map(
    transactions.map((row: { transaction_id: string; purpose: string }) => [row.transaction_id, row.purpose]),
  );
  expect(transactions).toHaveLength(2_000);
  expect(purposes).toEqual(new Map(sent.map((row) => [row.transactionId, (row as { purpose?: string }).purpose])));
});

test('a user who never had anything is exported and erased all the same', async () => {
  const { api } = await kontor.createWorkspace();
  const user = await createUser(api);
  const exported = await api.get(`${user}/export`);
  expectDeclared('exportUser', exported);
  expect(exported.body.data.transactions).toEqual([]);
  const deleted = await api.delete(user);
  expect(deleted.body.erased).toMatchObject({ users: 1, accounts: 0, transactions: 0 });
});
