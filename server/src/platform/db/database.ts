import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import pg from 'pg';
import type { Logger } from '#platform/log/index.ts';
import { isConnectionLoss } from './connection-loss.ts';
import { type Listener, openListener } from './listener.ts';
import { createPipelinedReads } from './pipelined-reads.ts';
import type { DB } from './schema.gen.ts';
import { SessionDriver } from './session-driver.ts';

export { isConnectionLoss };

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
  /**
   * Runs `work` without a transaction: for reads. `null` sees no tenant's row. Prepared statements go over connections that
   * all reads share; only what asks for more takes a connection of its own, until `work` ends.
   */
  read<T>(workspaceId: string | null, work: (session: Session) => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction; it commits when `work` resolves and rolls back when it rejects. */
  transaction<T>(workspaceId: string | null, work: (session: Session) => Promise<T>): Promise<T>;
  /** One moment of the database for as long as `work` runs: for documents that are read in pieces. */
  snapshot<T>(workspaceId: string | null, work: (session: Session) => Promise<T>): Promise<T>;
  /** Resolves when the database answers, rejects when it doesn't. */
  ping(): Promise<void>;
  /** Opens a connection that hears what is notified on the channel; see `Listener` and `ListenerOptions`. */
  listen(channel: string, hear: (payload: string | null) => void, options?: { isAsked?: boolean }): Promise<Listener>;
  readonly pool: { total: number; idle: number; waiting: number };
  /** Connections that reads share, beside the pool. */
  readonly sharedConnections: number;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Connection string of the role that neither owns the tables nor bypasses row-level security. */
  url: string;
  poolSize: number;
  log: Logger;
  /** How long to wait for a free connection. */
  acquireTimeoutMs?: number;
  /** How long a prepared statement may take that shares its connection with others; default 10 s. */
  sharedReadTimeoutMs?: number;
}

/** The workspace a pooled connection is set to; a switch costs one round trip, staying costs none. */
const workspaceOf = new WeakMap<pg.PoolClient, string>();
const sessions = new WeakMap<pg.PoolClient, Session>();

export function createDatabase(options: DatabaseOptions): Database {
  const connection: pg.ClientConfig = {
    connectionString: options.url,
    connectionTimeoutMillis: options.acquireTimeoutMs ?? 5_000,
    application_name: 'kontor',
    // Finds a server that went away without a word (a pulled plug, a forgotten firewall entry).
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    statement_timeout: 120_000,
    idle_in_transaction_session_timeout: 120_000,
  };
  const pool = new pg.Pool({ ...connection, max: options.poolSize, idleTimeoutMillis: 60_000 });
  pool.on('error', (error) => options.log.warn({ err: error }, 'An idle database connection was lost'));
  const shared = createPipelinedReads(connection, options.sharedReadTimeoutMs ?? 10_000, options.log);

  async function withSession<T>(workspaceId: string | null, work: (session: Session) => Promise<T>): Promise<T> {
    const held = await holdSession(pool, workspaceId ?? '');
    try {
      const result = await work(held.session);
      held.release();
      return result;
    } catch (error) {
      held.release(error);
      throw error;
    }
  }

  async function read<T>(workspaceId: string | null, work: (session: Session) => Promise<T>): Promise<T> {
    let holding: Promise<HeldSession> | undefined;
    const hold = () => (holding ??= holdSession(pool, workspaceId ?? ''));
    try {
      const result = await work(readSession(shared, workspaceId ?? '', hold));
      if (holding) (await holding).release();
      return result;
    } catch (error) {
      await holding?.then(
        (held) => held.release(error),
        () => undefined,
      );
      throw error;
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
    read,
    transaction: inTransaction('begin'),
    snapshot: inTransaction('begin isolation level repeatable read read only'),
    async ping() {
      await pool.query('select 1');
    },
    listen: (channel, hear, how) => openListener({ url: options.url, channel, hear, log: options.log, ...how }),
    get pool() {
      return { total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount };
    },
    get sharedConnections() {
      return shared.total;
    },
    async close() {
      await Promise.all([shared.close(), pool.end()]);
    },
  };
}

interface HeldSession {
  session: Session;
  /** `error`: what the work failed with, if it did. */
  release(error?: unknown): void;
}

/** A connection of the pool for one piece of work alone. */
async function holdSession(pool: pg.Pool, workspaceId: string): Promise<HeldSession> {
  const client = await pool.connect();
  let broken = false;
  // Without a listener a connection that dies while it is checked out would end the process.
  const onError = () => {
    broken = true;
  };
  client.on('error', onError);
  const release = (error?: unknown) => {
    client.off('error', onError);
    client.release(broken || isConnectionLoss(error));
  };
  try {
    await setWorkspace(client, workspaceId);
  } catch (error) {
    release(error);
    throw error;
  }
  return { session: sessionOf(client), release };
}

/** Most reads are one prepared statement, and then they hold no connection at all. */
function readSession(
  shared: ReturnType<typeof createPipelinedReads>,
  workspaceId: string,
  hold: () => Promise<HeldSession>,
): Session {
  return {
    prepared: async <Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[]) =>
      shared.read<Row>(workspaceId, { name, text, values }) ?? (await hold()).session.prepared<Row>(name, text, values),
    query: async (text, values) => (await hold()).session.query(text, values),
    get kysely() {
      return kyselyOver(async () => (await hold()).session.client);
    },
    get client(): never {
      throw new Error('A read has no connection of its own: use Database.transaction');
    },
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
    kysely: kyselyOver(async () => client),
    prepared: async (name, text, values) => (await client.query({ name, text, values })).rows,
    query: async (text, values) => (await client.query(text, values)).rows,
  };
  sessions.set(client, session);
  return session;
}

const kyselyOver = (connect: () => Promise<pg.ClientBase>) =>
  new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new SessionDriver(connect),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
