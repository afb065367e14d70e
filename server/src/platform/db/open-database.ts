import pg from 'pg';
import type { Keyring } from '#platform/crypto/secret-box.ts';
import type { Logger } from '#platform/log/index.ts';
import { appRoleUrl, deriveAppRole } from './app-role.ts';
import { findRunningCluster, startEmbeddedPostgres } from './embedded/index.ts';
import { type AppRole, migrate } from './migrate.ts';
import { untilReachable } from './until-reachable.ts';

export interface OpenDatabaseOptions {
  dataDir: string;
  /** null: the embedded PostgreSQL below `dataDir`. */
  databaseUrl: string | null;
  /** A role made by hand, where `databaseUrl` may not create one. */
  appDatabaseUrl: string | null;
  /** The installation's keys; the password of the server's role follows from the active one. */
  keyring: Keyring;
  log: Logger;
  /** Ends the waiting for a database that does not answer. */
  stop?: AbortSignal;
  /** What else needs the rights of the tables' owner once they exist, before the server's role gets its own. */
  prepare(adminUrl: string): Promise<void>;
}

export interface OpenedDatabase {
  /** As the owner of the tables. */
  adminUrl: string;
  /** As the role that can neither change tables nor pass row-level security. */
  appUrl: string;
  close(): Promise<void>;
}

/** Starts or finds the database, brings it to the newest schema, and makes the role that the server works as. */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenedDatabase> {
  if (options.databaseUrl) return prepareDatabase(options, options.databaseUrl, async () => {});
  const embedded = await startEmbeddedPostgres({ dataDir: options.dataDir, log: options.log });
  try {
    return await prepareDatabase(options, await createKontorDatabase(embedded.url), () => embedded.stop());
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/**
 * Runs `work` with the rights of the tables' owner, for scripts beside the server: on DATABASE_URL, on the embedded
 * PostgreSQL of a Kontor that runs, or on one started just for this.
 *
 * @throws Error when Kontor runs although `mustStandStill`, or the database doesn't exist yet.
 */
export async function withAdminDatabase<T>(
  options: { dataDir: string; databaseUrl: string | null; log: Logger; mustStandStill: boolean },
  work: (adminUrl: string) => Promise<T>,
): Promise<T> {
  if (options.databaseUrl) return work(options.databaseUrl);
  const running = await findRunningCluster(options.dataDir);
  if (running && !options.mustStandStill) return work(await createKontorDatabase(running));
  const embedded = await startEmbeddedPostgres({ dataDir: options.dataDir, log: options.log });
  try {
    return await work(await createKontorDatabase(embedded.url));
  } finally {
    await embedded.stop();
  }
}

async function prepareDatabase(
  options: OpenDatabaseOptions,
  adminUrl: string,
  close: () => Promise<void>,
): Promise<OpenedDatabase> {
  if (options.databaseUrl) await untilReachable(adminUrl, options.log, options.stop);
  options.stop?.throwIfAborted();
  await migrate(adminUrl, null);
  await options.prepare(adminUrl);
  const derived = deriveAppRole(adminUrl, options.keyring);
  const role: AppRole = options.appDatabaseUrl
    ? { name: decodeURIComponent(new URL(options.appDatabaseUrl).username), password: null }
    : derived;
  const { applied } = await migrate(adminUrl, role);
  if (applied.length > 0) options.log.info({ applied }, 'The database was migrated');
  return { adminUrl, appUrl: options.appDatabaseUrl ?? appRoleUrl(adminUrl, derived), close };
}

async function createKontorDatabase(clusterUrl: string): Promise<string> {
  const url = new URL(clusterUrl);
  const client = new pg.Client({ connectionString: clusterUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(`select from pg_database where datname = 'kontor'`);
    if (!rowCount) await client.query('create database kontor');
  } finally {
    await client.end();
  }
  url.pathname = '/kontor';
  return url.href;
}
