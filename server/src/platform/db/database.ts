import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import pg from 'pg';
import type { Logger } from '#platform/log/index.ts';
import { type Listener, openListener } from './listener.ts';
import type { DB } from './schema.gen.ts';
import { SessionDriver } from './session-driver.ts';

// `date` stays the string it is (a JS Date would bring a time zone with it); `bigint` holds minor units, whose size
// is bounded where they enter, so it is read as a number.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));

/** A connection that sees exactly one workspace, by row-level security. */
export interface Session {
  /** Typed queries. */
  readonly kysely: Kysely<DB>;
  /** A named prepared statement: parsed and planned once per connection, for the hot reads. */
  prepared<Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]>;
  /** Plain parameterised SQL, for what a builder can't say. */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** The driver's own connection, for COPY. */
  readonly client: pg.ClientBase;
}

export interface Database {
  /** Runs `work` on one connection without a transaction: for reads. `null` sees no tenant's row. */
  read<T>(workspaceId: string | null, work: (session: Session) => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction; it commits when `work` resolves and rolls back when it rejects. */
  transaction<T>(workspaceId: string | null, work: (session: Session) => Promise<T>): Promise<T>;
  /** One moment of the database for as long as `work` runs: for documents that are read in pieces. */
  snapshot<T>(workspaceId: string | null, work: (session: Session) => Promise<T>): Promise<T>;
  /** Resolves when the database answers, rejects when it doesn't. */
  ping(): Promise<void>;
  /** Opens a connection that hears what is notified on the channel; see `Listener`. */
  listen(channel: string, hear: () => void): Promise<Listener>;
  readonly pool: { total: number; idle: number; waiting: number };
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Connection string of the role that neither owns the tables nor bypasses row-level security. */
  url: string;
  poolSize: number;
  log: Logger;
  /** How long to wait for a free connection. */
  acquireTimeoutMs?: number;
}

/** The workspace a pooled connection is set to; a switch costs one round trip, staying costs none. */
const workspaceOf = new WeakMap<pg.PoolClient, string>();
const sessions = new WeakMap<pg.PoolClient, Session>();

export function createDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    connectionTimeoutMillis: options.acquireTimeoutMs ?? 5_000,
    idleTimeoutMillis: 60_000,
    application_name: 'kontor',
    // Finds a server that went away without a word (a pulled plug, a forgotten firewall entry).
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    statement_timeout: 120_000,
    idle_in_transaction_session_timeout: 120_000,
  });
  pool.on('error', (error) => options.log.warn({ err: error }, 'An idle database connection was lost'));

  async function withSession<T>(workspaceId: string | null, work: (session: Session) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken: Error | boolean = false;
    // Without a listener a connection that dies while it is checked out would end the process.
    const onError = (error: Error) => {
      broken = error;
    };
    client.on('error', onError);
    try {
      await setWorkspace(client, workspaceId ?? '');
      return await work(sessionOf(client));
    } catch (error) {
      if (isConnectionLoss(error)) broken = error as Error;
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }

  const inTransaction =
    (begin: string) =>
    <T>(workspaceId: string | null, work: (session: Session) => Promise<T>) =>
      withSession(workspaceId, async (session) => {
        await session.client.query(begin);
        try {
          const result = await work(session);
          // After an error that `work` has caught PostgreSQL answers a commit with a rollback.
          const { command } = await session.client.query('commit');
          if (command !== 'COMMIT')
            throw new Error('The transaction was rolled back: one of its statements had failed');
          return result;
        } catch (error) {
          await session.client.query('rollback').catch(() => undefined);
          throw error;
        }
      });

  return {
    read: withSession,
    transaction: inTransaction('begin'),
    snapshot: inTransaction('begin isolation level repeatable read read only'),
    async ping() {
      await pool.query('select 1');
    },
    listen: (channel, hear) => openListener({ url: options.url, channel, hear, log: options.log }),
    get pool() {
      return { total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount };
    },
    close: () => pool.end(),
  };
}

async function setWorkspace(client: pg.PoolClient, workspaceId: string) {
  if (workspaceOf.get(client) === workspaceId) return;
  workspaceOf.delete(client);
  await client.query({
    name: 'set_workspace',
    text: `select set_config('kontor.workspace_id', $1, false)`,
    values: [workspaceId],
  });
  workspaceOf.set(client, workspaceId);
}

function sessionOf(client: pg.PoolClient): Session {
  const known = sessions.get(client);
  if (known) return known;
  const session: Session = {
    client,
    kysely: new Kysely<DB>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new SessionDriver(client),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    }),
    prepared: async (name, text, values) => (await client.query({ name, text, values })).rows,
    query: async (text, values) => (await client.query(text, values)).rows,
  };
  sessions.set(client, session);
  return session;
}

/**
 * SQLSTATEs and system errors that mean the database can't be reached now, not that the query was wrong. 25P03 and 57P05:
 * it closed a connection that idled too long.
 */
const UNREACHABLE = new Set(
  (
    '08000 08001 08003 08004 08006 25P03 53300 57P01 57P02 57P03 57P05 ' +
    'ECONNABORTED ECONNREFUSED ECONNRESET EHOSTUNREACH ENETUNREACH ENOTFOUND EAI_AGAIN EPIPE ETIMEDOUT'
  ).split(' '),
);

/** What the driver says, without a code, when a connection breaks. */
const BROKEN_CONNECTION =
  /Connection terminated|timeout exceeded when trying to connect|^timeout expired$|Client has encountered a connection error|Client was closed and is not queryable/;

/** Whether an error of the driver says that the database is gone (restarting, unreachable, out of connections). */
export function isConnectionLoss(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isConnectionLoss);
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && UNREACHABLE.has(error.code)) return true;
  return BROKEN_CONNECTION.test(error.message);
}
