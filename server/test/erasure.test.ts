import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminQuery } from './harness/databases.ts';
import { seedTenant } from './harness/tenant-seed.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

/** Tables that name the user, by its key or by its public id. */
const USER_TABLES = `
  select distinct on (table_name) table_name as name, column_name as by from information_schema.columns c
  join information_schema.tables t using (table_schema, table_name)
  where table_schema = 'public' and table_type = 'BASE TABLE' and column_name in ('user_key', 'user_id') order by 1, 2 desc`;

test('a deleted user leaves no row in any table; the answer counts them, and the export had shown them', async () => {
  const { api, personId } = await seedTenant(kontor, 'erasure');
  const { rows: tables } = await adminQuery(kontor.adminUrl, USER_TABLES);
  const { rows: users } = await adminQuery(kontor.adminUrl, 'select user_key from users where user_id = $1', [
    personId,
  ]);
  const count = async () => {
    const counts: Record<string, number> = {};
    for (const { name, by } of tables) {
      const value = by === 'user_key' ? users[0].user_key : personId;
      const { rowCount } = await adminQuery(kontor.adminUrl, `select from ${name} where ${by} = $1`, [value]);
      counts[name] = rowCount ?? 0;
    }
    return counts;
  };
  const before = await count();
  expect(Object.keys(before).length).toBeGreaterThan(10);
  const exported = await api.get(`/users/${personId}/export`);
  const deleted = await api.delete(`/users/${personId}`);
  expect(deleted.status, deleted.text).toBe(200);
  for (const [table, rows] of Object.entries(await count())) {
    expect(rows, `${table}: rows of a deleted user`).toBe(0);
    expect(deleted.body.erased, `${table}: in the answer`).toHaveProperty(table);
    if (before[table]) expect(exported.text, `${table}: in the export`).toContain(`"${table}"`);
  }
});
