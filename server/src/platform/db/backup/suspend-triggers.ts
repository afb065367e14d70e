import type pg from 'pg';
import { quoted } from './backup-catalog.ts';
import type { TableHeader } from './backup-format.ts';

/**
 * Keeps triggers and foreign keys from firing until the transaction ends. As superuser (or with the right to it) by
 * `session_replication_role`; else triggers are switched off one by one, and foreign keys hold because the tables come
 * in their order. Returns what switches the triggers on again.
 */
export async function suspendTriggers(client: pg.ClientBase, tables: TableHeader[]): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ allowed: boolean }>(
    `select has_parameter_privilege('session_replication_role', 'SET') as allowed`,
  );
  if (rows[0]?.allowed) {
    await client.query('set local session_replication_role = replica');
    return async () => {
      await client.query('set local session_replication_role = origin');
    };
  }
  const triggers = await listEnabledTriggers(client, tables);
  for (const { table, trigger } of triggers) await client.query(`alter table ${table} disable trigger ${trigger}`);
  return async () => {
    for (const { table, trigger } of triggers) await client.query(`alter table ${table} enable trigger ${trigger}`);
  };
}

async function listEnabledTriggers(client: pg.ClientBase, tables: TableHeader[]) {
  const { rows } = await client.query<{ table: string; trigger: string }>(
    `select tgrelid::regclass::text as table, quote_ident(tgname) as trigger from pg_trigger
     where tgrelid = any ($1::text[]::regclass[]) and not tgisinternal and tgenabled = 'O'`,
    [tables.map(quoted)],
  );
  return rows;
}
