import { readdir } from 'node:fs/promises';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { adminQuery, createDatabase, databaseUrl, TEMPLATE } from '../../../test/harness/databases.ts';
import { MigrationError, migrate } from './migrate.ts';

let clusterUrl: string;
beforeAll(() => {
  clusterUrl = inject('clusterUrl');
});

/** What the catalogue says of tables, constraints, indexes, policies and functions, whatever the order they were made in. */
const SCHEMA = `
  select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as line
    from information_schema.columns where table_schema = 'public'
  union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where connamespace = 'public'::regnamespace
  union all select indexdef from pg_indexes where schemaname = 'public'
  union all select 'policy ' || tablename || ' ' || policyname || ' ' || coalesce(qual, '') from pg_policies
  union all select 'rls ' || relname || ' ' || relrowsecurity from pg_class where relnamespace = 'public'::regnamespace
  union all select pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace
  union all select 'comment ' || relname || ' ' || coalesce(obj_description(oid, 'pg_class'), '') from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')
  union all select 'migration ' || name || ' ' || checksum from schema_migrations
  order by 1`;
const schemaOf = async (url: string) => (await adminQuery(url, SCHEMA)).rows.map(({ line }) => line);

describe('migrate', () => {
  test('brings an empty database to the schema of the template, and has nothing to do the second time', async () => {
    const url = await createDatabase(clusterUrl, 'migrate_fresh');
    const files = (await readdir(new URL('../../../migrations/', import.meta.url))).filter((name) =>
      name.endsWith('.sql'),
    );
    expect((await migrate(url, null)).applied).toEqual(files.sort());
    const schema = await schemaOf(url);
    expect(schema.length).toBeGreaterThan(150);
    expect(schema).toEqual(await schemaOf(databaseUrl(clusterUrl, TEMPLATE)));
    expect((await migrate(url, null)).applied).toEqual([]);
    expect(await schemaOf(url)).toEqual(schema);
  });

  test('by several processes at once applies each migration once', async () => {
    const url = await createDatabase(clusterUrl, 'migrate_race');
    const role = { name: 'kontor_app_race', password: 'test' };
    const results = await Promise.all([1, 2, 3, 4].map(() => migrate(url, role)));
    expect(results.filter(({ applied }) => applied.length > 0)).toHaveLength(1);
    const app = new URL(url);
    [app.username, app.password] = [role.name, role.password];
    expect((await adminQuery(app.href, 'select from users')).rowCount).toBe(0);
  });

  test('refuses a database whose migration was changed afterwards, and leaves it as it is', async () => {
    const url = await createDatabase(clusterUrl, 'migrate_changed', TEMPLATE);
    await adminQuery(url, `update schema_migrations set checksum = 'other' where name = '0001_foundation.sql'`);
    const before = await schemaOf(url);
    const refused = migrate(url, null);
    await expect(refused).rejects.toThrow(MigrationError);
    await expect(refused).rejects.toThrow(
      'Migration 0001_foundation.sql was changed after it had been applied to this database.',
    );
    expect(await schemaOf(url)).toEqual(before);
  });

  test('refuses a database of a newer version', async () => {
    const url = await createDatabase(clusterUrl, 'migrate_newer', TEMPLATE);
    await adminQuery(url, `insert into schema_migrations (name, checksum) values ('9999_future.sql', 'x')`);
    await expect(migrate(url, null)).rejects.toThrow(
      /9999_future\.sql.*newer version\. Start that version, or restore a backup/s,
    );
  });

  test('undoes a migration that fails, says which, and goes on from there the next time', async () => {
    const url = await createDatabase(clusterUrl, 'migrate_failed');
    await adminQuery(url, 'create table workspaces (x int)');
    await expect(migrate(url, null)).rejects.toThrow(
      'Migration 0001_foundation.sql failed: relation "workspaces" already exists',
    );
    expect((await adminQuery(url, `select to_regclass('events') as events`)).rows).toEqual([{ events: null }]);
    await adminQuery(url, 'drop table workspaces');
    expect((await migrate(url, null)).applied).toContain('0001_foundation.sql');
  });

  test('sets the password of a role that is there, and only the rights of one that is managed elsewhere', async () => {
    const url = await createDatabase(clusterUrl, 'migrate_roles', TEMPLATE);
    await adminQuery(url, `create role kontor_app_theirs login password 'theirs'`);
    await migrate(url, { name: 'kontor_app_theirs', password: null });
    const app = new URL(url);
    [app.username, app.password] = ['kontor_app_theirs', 'theirs'];
    expect((await adminQuery(app.href, 'select from users')).rowCount).toBe(0);
    await expect(adminQuery(app.href, 'select from schema_migrations')).rejects.toThrow('permission denied');
    await migrate(url, { name: 'kontor_app_theirs', password: `o'urs` });
    app.password = encodeURIComponent(`o'urs`);
    expect((await adminQuery(app.href, 'select from users')).rowCount).toBe(0);
  });

  test('says what to do when it may not make the role', async () => {
    const url = await createDatabase(clusterUrl, 'migrate_no_createrole', TEMPLATE);
    await adminQuery(url, `create role kontor_owner login password 'owner' in role pg_read_all_data`);
    const owner = new URL(url);
    [owner.username, owner.password] = ['kontor_owner', 'owner'];
    await adminQuery(
      url,
      'grant all on schema public to kontor_owner; alter table schema_migrations owner to kontor_owner',
    );
    await expect(migrate(owner.href, { name: 'kontor_app_none', password: 'x' })).rejects.toThrow(
      /may not create the role kontor_app_none.*KONTOR_APP_DATABASE_URL/s,
    );
  });
});
