import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** Says when the whole heap was collected, beside what it is told to do: in a process with the settings of `npm start`. */
const program = (steps: string) => `
  import { PerformanceObserver, constants } from 'node:perf_hooks';
  import { setTimeout as sleep } from 'node:timers/promises';
  import { withHeapRoom } from ${JSON.stringify(fileURLToPath(new URL('./heap-room.ts', import.meta.url)))};
  const log = [];
  new PerformanceObserver((list) => {
    for (const { detail } of list.getEntries()) if (detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR) log.push('collected');
  }).observe({ entryTypes: ['gc'] });
  ${steps}
  console.log(log.join(' '));`;

async function run(steps: string): Promise<string> {
  const settings = ['--expose-gc', '--heap-growing-percent=30', '--disable-warning=ExperimentalWarning'];
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...settings,
    '--input-type=module-typescript',
    '--eval',
    program(steps),
  ]);
  return stdout.trim();
}

test.concurrent('what large work leaves is collected while nothing is done, and only then', async () => {
  expect(
    await run(`
      await withHeapRoom(async (needRoom) => needRoom());
      log.push('ended');
      await withHeapRoom(() => sleep(800));
      log.push('small');
      while (!log.includes('collected')) await sleep(50);`),
  ).toBe('ended small collected');
});

test.concurrent('small work leaves nothing that is worth it', async () => {
  expect(await run(`await withHeapRoom(async () => undefined); await sleep(800); log.push('rested');`)).toBe('rested');
});
