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
  });
});
afterAll(() => database.close());

const newId = () => uuidv7(Date.now());
const insertWorkspace = (session: Session, id: string, name = 'Test') =>
  session.query('insert into workspaces (workspace_id, name) values ($1, $2)', [id, name]);
const visible = (session: Session) => session.query<{ id: string }>('select workspace_id as id from workspaces');
const backend = async (session: Session) =>
  (await session.query<{ pid: number }>('select pg_backend_pid() as pid'))[0]?.pid as number;
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
    const waiting = await database.read(null, () => database.ping().catch((error: unknown) => error));
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
