import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { uuidv7 } from '#platform/crypto/random.ts';
import { createLogger } from '#platform/log/index.ts';
import { adminQuery, openWorkerDatabase } from '../../../test/harness/databases.ts';
import { createDatabase, type Database, isConnectionLoss, type Session } from './database.ts';

let adminUrl: string;
let database: Database;
beforeAll(async () => {
  const urls = await openWorkerDatabase(inject('clusterUrl'));
  adminUrl = urls.adminUrl;
  // One connection, so that every call meets what the one before has left.
  database = createDatabase({
    url: urls.appUrl,
    poolSize: 1,
    log: createLogger({ level: 'silent' }),
    acquireTimeoutMs: 1_500,
    sharedReadTimeoutMs: 2_000,
  });
});
afterAll(() => database.close());

const newId = () => uuidv7(Date.now());
const insertWorkspace = (session: Session, id: string, name = 'Test') =>
  session.query('insert into workspaces (workspace_id, name) values ($1, $2)', [id, name]);
const visible = (session: Session) => session.query<{ id: string }>('select workspace_id as id from workspaces');
const backend = async (session: Session) =>
  (await session.query<{ pid: number }>('select pg_backend_pid() as pid'))[0]?.pid as number;
const visibleShared = (session: Session) =>
  session.prepared<{ id: string }>('visible', 'select workspace_id as id from workspaces', []);
const sharedBackend = async (session: Session) =>
  (await session.prepared<{ pid: number }>('backend', 'select pg_backend_pid() as pid', []))[0]?.pid as number;
const sharedBackends = async (id: string) =>
  new Set(await Promise.all(Array.from({ length: 8 }, () => database.read(id, sharedBackend))));
/** Statements that have been asleep for long enough that nobody should be sent behind them. */
const countSleeping = async () => {
  const { rows } = await adminQuery(
    adminUrl,
    `select pid from pg_stat_activity where query like '%pg_sleep(30)' and state = 'active'
       and query_start < now() - interval '200 ms' and pid <> pg_backend_pid()`,
  );
  return rows.length;
};
const kill = (pid: number) => adminQuery(adminUrl, 'select pg_terminate_backend($1)', [pid]);

describe('a session', () => {
  test('sees its workspace only, whoever had the connection before', async () => {
    const [one, other] = [newId(), newId()];
    for (const id of [one, other]) await database.transaction(id, (session) => insertWorkspace(session, id));
    for (const id of [one, other, one]) expect(await database.read(id, visible)).toEqual([{ id }]);
    expect(await database.read(null, visible)).toEqual([]);
    expect(await database.snapshot(other, visible)).toEqual([{ id: other }]);
  });

  test('reads dates as text and whole numbers as numbers', async () => {
    const [row] = await database.read(null, (session) =>
      session.query(
        `select '2026-02-28'::date as date, 9007199254740991::bigint as minor, '2026-02-28T00:00:00Z'::timestamptz as at`,
      ),
    );
    expect(row).toEqual({ date: '2026-02-28', minor: Number.MAX_SAFE_INTEGER, at: new Date('2026-02-28T00:00:00Z') });
  });
});

describe('prepared reads, which share connections', () => {
  test('see their own workspace only, however many are on the way at once', async () => {
    const ids = Array.from({ length: 5 }, newId);
    for (const id of ids) await database.transaction(id, (session) => insertWorkspace(session, id));
    const asked = Array.from({ length: 300 }, (_, n) => [...ids, null][n % 6] as string | null);
    const seen = await Promise.all(asked.map((id) => database.read(id, visibleShared)));
    expect(seen).toEqual(asked.map((id) => (id === null ? [] : [{ id }])));
    expect(database.sharedConnections).toBeLessThanOrEqual(2);
  });

  test('fail alone when one of them is wrong', async () => {
    const id = newId();
    await database.transaction(id, (session) => insertWorkspace(session, id));
    const wrong = (session: Session) => session.prepared('wrong', 'select 1 / $1::int', [0]);
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => database.read(id, n % 2 === 0 ? visibleShared : wrong)),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect(await database.read(id, visibleShared)).toEqual([{ id }]);
  });

  test('are never answered for the workspace before when theirs could not be set', async () => {
    const id = newId();
    await database.transaction(id, (session) => insertWorkspace(session, id));
    await Promise.all([database.read(id, visibleShared), database.read(id, visibleShared)]);
    // No text of PostgreSQL can hold a zero byte, so setting the workspace fails.
    const foreign = await Promise.allSettled(Array.from({ length: 6 }, () => database.read('\0', visibleShared)));
    expect(foreign.map(({ status }) => status)).toEqual(Array(6).fill('rejected'));
    expect(await database.read(id, visibleShared)).toEqual([{ id }]);
  });

  test('do not wait for slow ones, which end by themselves and leave their connections as they are', async () => {
    const id = newId();
    await database.transaction(id, (session) => insertWorkspace(session, id));
    const backends = await sharedBackends(id);
    let ended = 0;
    const slow = Array.from({ length: 2 }, () =>
      database
        .read(id, (session) => session.prepared('sleep', 'select pg_sleep(30)', []))
        .catch((error: unknown) => error)
        .finally(() => (ended += 1)),
    );
    await expect.poll(() => countSleeping()).toBe(2);
    for (let n = 0; n < 3; n += 1) expect(await database.read(id, visibleShared)).toEqual([{ id }]);
    expect(ended).toBe(0);
    for (const error of await Promise.all(slow)) expect(isConnectionLoss(error)).toBe(true);
    expect(await sharedBackends(id)).toEqual(backends);
  });

  test('say that the connection was lost, and the next has a new one', async () => {
    const id = newId();
    await database.transaction(id, (session) => insertWorkspace(session, id));
    const sleeping = Array.from({ length: 4 }, () =>
      database
        .read(id, (session) => session.prepared('sleep', 'select pg_sleep(30)', []))
        .catch((error: unknown) => error),
    );
    await adminQuery(
      adminUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(30)' and pid <> pg_backend_pid()`,
    );
    for (const error of await Promise.all(sleeping)) expect(isConnectionLoss(error)).toBe(true);
    expect(await database.read(id, visibleShared)).toEqual([{ id }]);
    await kill(await database.read(id, sharedBackend));
    await expect.poll(() => database.read(id, visibleShared).catch(() => 'lost')).toEqual([{ id }]);
  });
});

describe('a transaction', () => {
  test('rolls back when its work fails', async () => {
    const id = newId();
    const failing = database.transaction(id, async (session) => {
      await insertWorkspace(session, id);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await database.read(id, visible)).toEqual([]);
  });

  test('does not claim success when an error inside it was swallowed: PostgreSQL has undone all of it', async () => {
    const id = newId();
    const swallowing = database.transaction(id, async (session) => {
      await insertWorkspace(session, id);
      await session.query('select 1 / 0').catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow('was rolled back');
    expect(await database.read(id, visible)).toEqual([]);
  });

  test('that is a snapshot sees one moment and writes nothing', async () => {
    const id = newId();
    await database.snapshot(id, async (session) => {
      expect(await visible(session)).toEqual([]);
      await adminQuery(adminUrl, `insert into workspaces (workspace_id, name) values ($1, 'Test')`, [id]);
      expect(await visible(session)).toEqual([]);
    });
    const writing = database.snapshot(id, (session) => insertWorkspace(session, newId()));
    await expect(writing).rejects.toMatchObject({ code: '25006' });
    expect(await database.read(id, visible)).toEqual([{ id }]);
  });
});

describe('a lost connection', () => {
  test('is told as one, and the next call has a new connection', async () => {
    const id = newId();
    const lost = database.transaction(id, async (session) => {
      await insertWorkspace(session, id);
      await kill(await backend(session));
      await session.query('select 1');
    });
    const error = await lost.catch((thrown: unknown) => thrown);
    expect(isConnectionLoss(error)).toBe(true);
    expect(await database.read(id, visible)).toEqual([]);
  });

  test('that was idle is replaced without anybody noticing', async () => {
    await kill(await database.read(null, backend));
    await expect.poll(() => database.pool.total).toBe(0);
    await expect(database.ping()).resolves.toBeUndefined();
  });

  test('is also what having to wait too long for one is', async () => {
    const waiting = await database.transaction(null, () => database.ping().catch((error: unknown) => error));
    expect(isConnectionLoss(waiting)).toBe(true);
    await database.ping();
  });

  test('is not what a wrong query is', async () => {
    const error = await database
      .read(null, (session) => session.query('select nothing'))
      .catch((thrown: unknown) => thrown);
    expect(isConnectionLoss(error)).toBe(false);
  });
});
