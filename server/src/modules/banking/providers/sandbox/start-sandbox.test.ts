import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSandbox } from './start-sandbox.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kontor-sandbox-'));
});
afterAll(() => rm(folder, { recursive: true }));

const memoryPath = () => join(folder, 'memory.json');
/** How a bank answers a call without `X-Request-ID`. */
const REFUSED = 400;
const ask = (url: string) =>
  fetch(`${url}/sandbox-code/v1/accounts`, { headers: { connection: 'close' } }).then(
    ({ status }) => status,
    () => 'no answer',
  );

/** The banks that a process has started; see https://man7.org/linux/man-pages/man5/proc_tid_children.5.html */
async function banksOf(pid: number): Promise<number[]> {
  const tasks = await readdir(`/proc/${pid}/task`);
  const lists = await Promise.all(tasks.map((task) => readFile(`/proc/${pid}/task/${task}/children`, 'utf8')));
  const children = lists.join(' ').split(' ').filter(Boolean).map(Number);
  const running = await Promise.all(children.map(isBank));
  return children.filter((_, at) => running[at]);
}
const isBank = async (pid: number) =>
  (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes(memoryPath());

it('runs in a process of its own from the first connection on, in another when it breaks, until it is closed', async () => {
  const sandbox = await startSandbox({ port: 0, memoryPath: memoryPath() });
  expect(await banksOf(process.pid)).toEqual([]);
  expect(await Promise.all(Array.from({ length: 5 }, () => ask(sandbox.url)))).toEqual(Array(5).fill(REFUSED));
  const [first = 0, ...others] = await banksOf(process.pid);
  expect(others).toEqual([]);
  // As a terminal does to all of its processes: only Kontor decides when the bank ends.
  process.kill(first, 'SIGINT');
  expect(await ask(sandbox.url)).toBe(REFUSED);
  process.kill(first, 'SIGKILL');
  await expect.poll(() => ask(sandbox.url)).toBe(REFUSED);
  const [second = 0] = await banksOf(process.pid);
  expect(second).not.toBe(first);
  await sandbox.close();
  expect(await isBank(second)).toBe(false);
  expect(await ask(sandbox.url)).toBe('no answer');
});

it('ends when Kontor is killed', async () => {
  const module = new URL('./start-sandbox.ts', import.meta.url).href;
  const program = join(folder, 'kontor.mjs');
  await writeFile(
    program,
    `const { startSandbox } = await import('${module}');
     console.log((await startSandbox({ port: 0, memoryPath: '${memoryPath()}' })).url);`,
  );
  const kontor = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(kontor.stdout, 'data')) as [Buffer];
  const answer = await ask(said.toString().trim());
  const [bank = 0] = await banksOf(kontor.pid ?? 0);
  kontor.kill('SIGKILL');
  expect(answer).toBe(REFUSED);
  expect(bank).not.toBe(0);
  await expect.poll(() => isBank(bank)).toBe(false);
});

it('says when its port is taken', async () => {
  const sandbox = await startSandbox({ port: 0, memoryPath: memoryPath() });
  const port = Number(new URL(sandbox.url).port);
  await expect(startSandbox({ port, memoryPath: memoryPath() })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await sandbox.close();
});
