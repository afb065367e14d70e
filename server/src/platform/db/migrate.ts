import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

const MIGRATIONS = new URL('../../../migrations/', import.meta.url);
/** Any constant serves; it only has to be the same in every process that migrates. */
const MIGRATION_LOCK = 4_711_001;

export interface AppRole {
  name: string;
  /** null: the role exists already and is somebody else's to manage; it only gets its rights. */
  password: string | null;
  /** The encryption keys of this process, newest first. Without one that the database knows, nothing is changed. */
  keyIds?: string[];
}

/**
 * Brings the database to the newest schema and makes sure that the role the server connects as exists, with the rights
 * to read and write rows and none to change tables or pass row-level security. Safe to call from several processes at
 * once: they take turns. Each migration is its own transaction and is never applied twice.
 *
 * @throws MigrationError when a released migration was changed, the database is newer than this program, or its secrets
 *   are sealed with a key that this process does not have.
 */
export async function migrate(adminUrl: string, appRole: AppRole | null): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'kontor-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await requireVersion(client);
    const applied = await applyMigrations(client, await readMigrations());
    if (appRole) await ensureAppRole(client, appRole);
    return { applied };
  } finally {
    await client.end();
  }
}

export class MigrationError extends Error {
  override name = 'MigrationError';
}

async function requireVersion(client: pg.Client) {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int / 10000 as version`,
  );
  const version = rows[0]?.version ?? 0;
  if (version < 15) throw new MigrationError(`Kontor needs PostgreSQL 15 or newer; this server is ${version}.`);
}

async function readMigrations() {
  const names = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort();
  if (names.length === 0) throw new MigrationError(`No migrations found in ${MIGRATIONS.pathname}.`);
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, MIGRATIONS), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function applyMigrations(client: pg.Client, migrations: { name: string; sql: string; checksum: string }[]) {
  await client.query(`create table if not exists schema_migrations (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
  await client.query(`comment on table schema_migrations is 'platform: which migrations this database has had'`);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migrations',
  );
  const done = new Map(rows.map((row) => [row.name, row.checksum]));
  for (const name of done.keys()) {
    if (!migrations.some((migration) => migration.name === name)) {
      throw new MigrationError(`The database has migration ${name}, which this version of Kontor does not know: \
it was last used by a newer version. Start that version, or restore a backup from before the upgrade.`);
    }
  }
  const applied: string[] = [];
  for (const { name, sql, checksum } of migrations) {
    const known = done.get(name);
    if (known === checksum) continue;
    if (known) throw new MigrationError(`Migration ${name} was changed after it had been applied to this database.`);
    await client.query('begin');
    try {
      await client.query(sql);
      await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [name, checksum]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw new MigrationError(`Migration ${name} failed: ${(error as Error).message}`, { cause: error });
    }
    applied.push(name);
  }
  return applied;
}

async function ensureAppRole(client: pg.Client, role: AppRole) {
  const name = client.escapeIdentifier(role.name);
  if (role.password === null) return grantToAppRole(client, name);
  const { rows } = await client.query<{ note: string | null }>(
    `select shobj_description(oid, 'pg_authid') as note from pg_roles where rolname = $1`,
    [role.name],
  );
  if (role.keyIds) requireKnownKey(rows[0]?.note ?? null, role.keyIds);
  const verb = rows.length > 0 ? 'alter' : 'create';
  try {
    await client.query(
      `${verb} role ${name} login nosuperuser nocreatedb nocreaterole nobypassrls password ${client.escapeLiteral(role.password)}`,
    );
    if (role.keyIds) {
      await client.query(`comment on role ${name} is ${client.escapeLiteral(`${KEY_NOTE}${role.keyIds[0]}`)}`);
    }
  } catch (error) {
    throw new MigrationError(
      `The role of DATABASE_URL may not ${verb} the role ${role.name}: ${(error as Error).message}. Create a role by hand \
(login, nosuperuser, nobypassrls) and name it in KONTOR_APP_DATABASE_URL.`,
      { cause: error },
    );
  }
  await grantToAppRole(client, name);
}

/** In front of the id of the key that the secrets of a database are sealed with, in the comment of the server's role. */
const KEY_NOTE = 'Kontor works as this role; secrets are sealed with key ';

/**
 * A process with another key could read none of the stored secrets, and would change the role's password under the
 * feet of the processes that can.
 */
function requireKnownKey(note: string | null, keyIds: string[]) {
  const keyId = note?.startsWith(KEY_NOTE) ? note.slice(KEY_NOTE.length) : null;
  if (keyId === null || keyIds.includes(keyId)) return;
  throw new MigrationError(`The secrets in this database are sealed with the encryption key ${keyId}; this process has \
${keyIds.join(', ')}. Give it the KONTOR_SECRET_KEY of the processes that used the database before, or put their \
secret.key into its data directory. To replace a key, name the new one first and the old one behind it: \
KONTOR_SECRET_KEY=<new>,<old>`);
}

/**
 * What the server's role may do. Audit entries are append-only, so a workspace, which would take its entries with it, can
 * not be deleted; and the record of migrations is not its business.
 */
async function grantToAppRole(client: pg.Client, name: string) {
  const { rows } = await client.query<{ database: string }>('select current_database() as database');
  await client.query(
    `grant connect, temporary on database ${client.escapeIdentifier(rows[0]?.database ?? '')} to ${name}`,
  );
  await client.query(`grant usage on schema public to ${name}`);
  await client.query(`grant select, insert, update, delete on all tables in schema public to ${name}`);
  await client.query(`grant usage, select on all sequences in schema public to ${name}`);
  await client.query(`grant execute on all functions in schema public to ${name}`);
  await client.query(`revoke all on schema_migrations from ${name}`);
  await client.query(`revoke update, delete on audit_entries from ${name}`);
  await client.query(`revoke delete on workspaces from ${name}`);
  const { rowCount } = await client.query(`select from pg_namespace where nspname = 'pgboss'`);
  if (!rowCount) return;
  await client.query(`grant usage on schema pgboss to ${name}`);
  await client.query(`grant select, insert, update, delete on all tables in schema pgboss to ${name}`);
  await client.query(`grant usage, select on all sequences in schema pgboss to ${name}`);
  await client.query(`grant execute on all functions in schema pgboss to ${name}`);
}
