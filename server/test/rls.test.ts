/** Row-level security, looked at as the role that the server connects as: a forgotten WHERE must leak nothing. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { sha256Hex } from '#platform/crypto/random.ts';
import { adminQuery, openWorkerDatabase } from './harness/databases.ts';
import { tenantTables } from './harness/tenant-rows.ts';
import { type SeededTenant, seedTenant } from './harness/tenant-seed.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';

let kontor: TestKontor;
let a: SeededTenant;
let b: SeededTenant;
let adminUrl: string;
let server: pg.Client;
let tables: string[];

beforeAll(async () => {
  kontor = await startTestKontor();
  [a, b] = await Promise.all([seedTenant(kontor, 'rls-a'), seedTenant(kontor, 'rls-b')]);
  await Promise.all([a, b].map(addCockpit));
  const urls = await openWorkerDatabase(inject('clusterUrl'));
  adminUrl = urls.adminUrl;
  server = new pg.Client({ connectionString: urls.appUrl });
  await server.connect();
  tables = await tenantTables(adminUrl);
});
afterAll(async () => {
  await server.end();
  await kontor.stop();
});

/** By hand: there is no operation that makes one. */
const addCockpit = ({ run, workspaceId, marker }: SeededTenant) =>
  run(({ session }) =>
    session.query(
      `insert into cockpits (cockpit_id, workspace_id, user_key, token_hash, language, scopes, expires_at)
       select gen_random_uuid(), workspace_id, user_key, $1, 'en', '{}', now() + interval '1 day' from users where workspace_id = $2 limit 1`,
      [marker, workspaceId],
    ),
  );

const enter = (workspaceId: string | null) =>
  server.query(`select set_config('kontor.workspace_id', $1, false)`, [workspaceId ?? '']);

/** What the statement did, or the SQLSTATE it failed with; nothing of it stays. */
async function attempt(text: string): Promise<number | string | null> {
  await server.query('begin');
  try {
    return (await server.query(text)).rowCount;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await server.query('rollback');
  }
}

async function countRows(table: string, workspaceId: string): Promise<number> {
  const { rows } = await adminQuery(adminUrl, `select count(*)::int as n from ${table} where workspace_id = $1`, [
    workspaceId,
  ]);
  return rows[0].n;
}

describe('the role of the server', () => {
  test('can not pass row-level security by what it is, owns or may become', async () => {
    const { rows } = await server.query(
      `select r.rolname, r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, r.rolreplication,
         pg_has_role(current_user, r.oid, 'member') and r.rolname <> current_user as inherited
       from pg_roles r where pg_has_role(current_user, r.oid, 'member')`,
    );
    expect(rows).toHaveLength(1);
    const { rolname, ...rights } = rows[0];
    expect(rolname).toBe((await server.query('select current_user as name')).rows[0].name);
    expect(Object.entries(rights).filter(([, held]) => held)).toEqual([]);
    const owned = await server.query(
      `select relname as name from pg_class where relowner = current_user::regrole and relnamespace = 'public'::regnamespace
       union all select proname from pg_proc where proowner = current_user::regrole
       union all select nspname from pg_namespace where nspowner = current_user::regrole`,
    );
    expect(owned.rows).toEqual([]);
  });

  test.each([
    'set role postgres',
    'set session authorization postgres',
    'alter table users disable row level security',
    'alter table users no force row level security',
    'drop policy workspace_isolation on users',
    'create policy open on users using (true)',
    'alter role current_user bypassrls',
    'create table public.mine (x int)',
    'truncate users',
    'select * from schema_migrations',
    'create or replace function current_workspace_id() returns uuid language sql as $$ select null::uuid $$',
  ])('may not: %s', async (text) => {
    expect(await attempt(text)).toBe('42501');
  });
});

describe('every table with a workspace_id', () => {
  test('has row-level security and one policy that binds reading and writing', async () => {
    const { rows } = await adminQuery(
      adminUrl,
      `select c.relname as name, c.relrowsecurity as enabled,
         (select array_agg(p.polcmd::text || ' ' || p.polpermissive || ' ' || pg_get_expr(p.polqual, p.polrelid)) from pg_policy p where p.polrelid = c.oid) as policies
       from pg_class c where c.relname = any($1) and c.relnamespace = 'public'::regnamespace`,
      [tables],
    );
    const policy = '* true (workspace_id = ( SELECT current_workspace_id() AS current_workspace_id))';
    expect(rows.length).toBeGreaterThan(10);
    expect(rows).toEqual(rows.map(({ name }) => ({ name, enabled: true, policies: [policy] })));
  });

  test('is the only kind of table, but for those that are nobody’s', async () => {
    const { rows } = await adminQuery(
      adminUrl,
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> all($1) order by 1`,
      [tables],
    );
    expect(rows.map(({ relname }) => relname)).toEqual(['schema_migrations', 'sign_in_failures', 'signing_keys']);
  });

  test('has rows of both workspaces here, so that what follows looks at something', async () => {
    for (const table of tables) {
      expect(await countRows(table, a.workspaceId), `${table}: let seedTenant make a row in it`).toBeGreaterThan(0);
      expect(await countRows(table, b.workspaceId), table).toBeGreaterThan(0);
    }
  });

  test('shows without WHERE only the workspace that is set, and none when none is', async () => {
    for (const table of tables) {
      await enter(b.workspaceId);
      const { rows } = await server.query(`select workspace_id, count(*)::int as n from ${table} group by 1`);
      expect(rows, table).toEqual([{ workspace_id: b.workspaceId, n: await countRows(table, b.workspaceId) }]);
      await enter(null);
      expect((await server.query(`select from ${table}`)).rowCount, table).toBe(0);
    }
    const fresh = new pg.Client({ connectionString: (await openWorkerDatabase(inject('clusterUrl'))).appUrl });
    await fresh.connect();
    expect((await fresh.query('select from users')).rowCount).toBe(0);
    await fresh.end();
  });

  test('takes no row of another workspace, by insert or by moving one', async () => {
    await enter(b.workspaceId);
    for (const table of tables) {
      expect(await attempt(`insert into ${table} (workspace_id) values ('${a.workspaceId}')`), table).toBe('42501');
      expect(await attempt(`update ${table} set workspace_id = '${a.workspaceId}'`), table).toBe('42501');
    }
  });

  test('changes and loses nothing of others by UPDATE and DELETE without WHERE', async () => {
    for (const table of tables) {
      const own = await countRows(table, b.workspaceId);
      // Refused as a whole: the audit log is append-only, and of workspaces nobody deletes any.
      const updates = table === 'audit_entries' ? ['42501'] : [own];
      const deletes = ['audit_entries', 'workspaces'].includes(table) ? ['42501'] : [own, '23503'];
      await enter(b.workspaceId);
      expect(updates, table).toContain(await attempt(`update ${table} set workspace_id = workspace_id`));
      expect(deletes, table).toContain(await attempt(`delete from ${table}`));
      await enter(null);
      expect([0, '42501'], table).toContain(await attempt(`update ${table} set workspace_id = workspace_id`));
      expect([0, '42501'], table).toContain(await attempt(`delete from ${table}`));
    }
  });

  test('is hidden behind views as well', async () => {
    const { rows } = await adminQuery(
      adminUrl,
      `select relname, reloptions from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { relname, reloptions } of rows) expect(reloptions, relname).toContain('security_invoker=true');
  });
});

describe('functions that run with the owner’s rights', () => {
  test('have a fixed search_path and are closed to everybody but the server', async () => {
    const { rows } = await adminQuery(
      adminUrl,
      `select p.proname as name, p.proconfig as config, exists (
         select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) where grantee = 0 and privilege_type = 'EXECUTE') as public
       from pg_proc p where p.prosecdef and p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'abandoned_action_runs',
      'any_workspace',
      'delete_connect_sessions',
      'delete_ended_sign_ins',
      'delete_events',
      'delete_expired_cockpits',
      'delete_idempotency_keys',
      'delete_old_action_runs',
      'delete_old_conversations',
      'delete_old_endpoint_calls',
      'delete_webhook_deliveries',
      'due_logins',
      'due_webhooks',
      'expired_users',
      'expiring_logins',
      'find_api_key',
      'find_client',
      'find_cockpit',
      'find_connect_session',
      'find_invitation',
      'find_operator',
      'find_operator_session',
      'find_widget',
      'overdue_connect_sessions',
      'workspaces_due_for_magic_articles',
      'workspaces_trained_otherwise',
    ]);
    for (const row of rows) {
      expect(row).toMatchObject({ config: ['search_path=public, pg_temp'], public: false });
    }
  });

  test('answer for exactly what they are asked', async () => {
    await enter(null);
    const ask = async (text: string, value: unknown) => (await server.query(text, [value])).rows;
    const found = await ask('select * from find_client($1)', a.clientId);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      client_id: a.clientId,
      workspace_id: a.workspaceId,
      secret_hash: sha256Hex(a.clientSecret),
    });
    expect(await ask('select workspace_id from find_api_key($1)', sha256Hex(a.apiKey))).toEqual([
      { workspace_id: a.workspaceId },
    ]);
    for (const nothing of [null, '', '%', a.clientSecret]) {
      expect(await ask('select * from find_client($1)', nothing)).toEqual([]);
      expect(await ask('select * from find_api_key($1)', nothing)).toEqual([]);
      expect(await ask('select * from find_cockpit($1)', nothing)).toEqual([]);
      expect(await ask('select * from find_connect_session($1)', nothing)).toEqual([]);
      expect(await ask('select * from find_operator($1)', nothing)).toEqual([]);
      expect(await ask('select * from find_operator_session($1)', nothing)).toEqual([]);
      expect(await ask('select * from find_invitation($1)', nothing)).toEqual([]);
    }
    for (const question of ['due_logins', 'expiring_logins']) {
      const rows = await ask(`select * from ${question}($1, 100000)`, '2199-01-01');
      expect(rows.filter((row) => [a.workspaceId, b.workspaceId].includes(row.workspace_id))).toEqual([]);
    }
    const overdue = await ask('select * from overdue_connect_sessions($1)', 100_000);
    expect(overdue.filter((row) => [a.workspaceId, b.workspaceId].includes(row.workspace_id))).toEqual([]);
    // Other files of this worker leave users that have expired; nobody of these two tenants has.
    const expired = await ask('select * from expired_users($1)', 100_000);
    expect(expired.filter((row) => [a.workspaceId, b.workspaceId].includes(row.workspace_id))).toEqual([]);
  });
});
