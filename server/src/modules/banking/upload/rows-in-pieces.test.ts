import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { RowsInPieces } from './rows-in-pieces.ts';

/** Rows of ten bytes, numbered; `failsAt`: reading throws there instead. */
function numbered(count: number, failsAt = Number.POSITIVE_INFINITY) {
  const read: number[] = [];
  async function* rows() {
    for (let n = 0; n < count; n += 1) {
      if (n === failsAt) throw new Error(`row ${n}`);
      await nextTurn();
      read.push(n);
      yield Buffer.from(`${n}`.padStart(9, '0').concat('\n'));
    }
  }
  return { rows: new RowsInPieces(rows()), read };
}

async function taken(rows: AsyncIterable<Buffer>): Promise<number[]> {
  const all: number[] = [];
  for await (const row of rows) all.push(Number(row));
  return all;
}

test('gives each row once, in pieces of at least so many bytes, and knows when there is none left', async () => {
  const { rows } = numbered(5);
  expect(await taken(rows.take(20))).toEqual([0, 1]);
  expect(rows.isOver).toBe(false);
  expect(await taken(rows.take(25))).toEqual([2, 3, 4]);
  expect(rows.isOver).toBe(true);
  expect(await taken(rows.take(20))).toEqual([]);
});

test('a piece that ends with the rows is the last', async () => {
  const { rows } = numbered(2);
  expect(await taken(rows.take(20))).toEqual([0, 1]);
  expect(rows.isOver).toBe(true);
  const none = numbered(0).rows;
  expect(await taken(none.take(20))).toEqual([]);
  expect(none.isOver).toBe(true);
});

test('reads on while work goes on, and no further than that', async () => {
  const { rows, read } = numbered(100);
  expect(await taken(rows.take(20))).toEqual([0, 1]);
  const work = Promise.withResolvers<string>();
  const working = rows.whileReading(work.promise);
  await expect.poll(() => read.length).toBeGreaterThan(5);
  work.resolve('done');
  expect(await working).toBe('done');
  const readMeanwhile = read.length;
  for (let turn = 0; turn < 5; turn += 1) await nextTurn();
  expect(read.length).toBe(readMeanwhile);
  expect(await taken(rows.take(Number.POSITIVE_INFINITY))).toEqual(Array.from({ length: 98 }, (_, n) => n + 2));
});

test('what reading throws is thrown to who takes, behind the rows before it; what work throws, at once', async () => {
  const { rows } = numbered(5, 3);
  expect(await taken(rows.take(10))).toEqual([0]);
  await rows.whileReading(new Promise((resolve) => setTimeout(resolve, 20)));
  expect(rows.isOver).toBe(false);
  const found: number[] = [];
  await expect(
    (async () => {
      for await (const row of rows.take(100)) found.push(Number(row));
    })(),
  ).rejects.toThrow('row 3');
  expect(found).toEqual([1, 2]);
  expect(rows.isOver).toBe(false);
  await expect(numbered(5).rows.whileReading(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});
