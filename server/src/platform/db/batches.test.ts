import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createLogger } from '#platform/log/index.ts';
import { openWorkerDatabase } from '../../../test/harness/databases.ts';
import { fetchInBatches } from './batches.ts';
import { createDatabase, type Database } from './database.ts';

let database: Database;
beforeAll(async () => {
  const { appUrl } = await openWorkerDatabase(inject('clusterUrl'));
  database = createDatabase({ url: appUrl, poolSize: 1, log: createLogger({ level: 'silent' }) });
});
afterAll(() => database.close());

const numbers = 'select n from generate_series(1, $1::int) n order by n';

test.each([0, 1, 3, 4, 6, 7])('gives %i rows once each and in order, in batches of three', async (count) => {
  const batches: number[][] = [];
  await database.snapshot(null, async (session) => {
    for await (const rows of fetchInBatches<{ n: number }>(session, numbers, [count], 3)) {
      batches.push(rows.map(({ n }) => n));
    }
  });
  expect(batches.flat()).toEqual(Array.from({ length: count }, (_, n) => n + 1));
  expect(batches.map((batch) => batch.length)).toEqual(
    Array.from({ length: Math.ceil(count / 3) }, (_, n) => Math.min(3, count - 3 * n)),
  );
});

test('leaves no cursor and no statement behind when its reader stops early', async () => {
  await database.snapshot(null, async (session) => {
    for await (const rows of fetchInBatches(session, numbers, [100], 3)) {
      expect(rows).toHaveLength(3);
      break;
    }
    expect(await session.query('select name from pg_cursors')).toEqual([]);
  });
});

test('tells the reader of a batch that can not be made, after those before it', async () => {
  let seen = 0;
  const reading = database.snapshot(null, async (session) => {
    const text = 'select 1 / (8 - n) as quotient from generate_series(1, $1::int) n';
    for await (const rows of fetchInBatches(session, text, [100], 3)) {
      seen += rows.length;
      // Time for the next batch to fail while nobody waits for it.
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
  await expect(reading).rejects.toThrow('division by zero');
  expect(seen).toBe(6);
});
