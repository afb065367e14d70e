import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { whileWriting } from './writes-behind.ts';

test('writes follow each other while the next is made, and all have ended at the end', async () => {
  const log: string[] = [];
  await whileWriting(async (behind) => {
    for (const name of ['a', 'b']) {
      log.push(`made ${name}`);
      behind.write(async () => {
        log.push(`begun ${name}`);
        await sleep(5);
        log.push(`written ${name}`);
      });
    }
    expect(behind.isBusy).toBe(true);
  });
  expect(log).toEqual(['made a', 'made b', 'begun a', 'written a', 'begun b', 'written b']);
});

test('`done` waits for what was asked for so far', async () => {
  let written = 0;
  await whileWriting(async (behind) => {
    behind.write(async () => {
      await sleep(5);
      written += 1;
    });
    await behind.done();
    expect([written, behind.isBusy]).toEqual([1, false]);
  });
});

test('after a failure nothing more is begun, and who waits is told', async () => {
  let begun = 0;
  const writing = whileWriting(async (behind) => {
    behind.write(() => Promise.reject(new Error('disk full')));
    behind.write(async () => {
      begun += 1;
    });
    await sleep(5);
  });
  await expect(writing).rejects.toThrow('disk full');
  expect(begun).toBe(0);
});

test('when making fails, what is under way still ends first', async () => {
  let written = false;
  const writing = whileWriting(async (behind) => {
    behind.write(async () => {
      await sleep(5);
      written = true;
    });
    throw new Error('nothing to make');
  });
  await expect(writing).rejects.toThrow('nothing to make');
  expect(written).toBe(true);
});
