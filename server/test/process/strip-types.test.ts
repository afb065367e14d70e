import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const HOOK = join(import.meta.dirname, '../../strip-types.js');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kontor-strip-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What a program of one file prints, and whether Node had to load its compiler of TypeScript for it. */
async function run(said: string): Promise<{ said: string; compiled: boolean }> {
  const file = join(folder, 'program.ts');
  const text = `const said: string = '${said}';
    const compiled = (process as unknown as { moduleLoadList: string[] }).moduleLoadList.some((name) => name.includes('amaro'));
    console.log(JSON.stringify({ said, compiled }));`;
  await writeFile(file, text);
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', HOOK, file]);
  return JSON.parse(stdout);
}

it('strips the types of a file once, and again when the file has changed', async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  expect(await run(first)).toEqual({ said: first, compiled: true });
  expect(await run(first)).toEqual({ said: first, compiled: false });
  expect(await run(second)).toEqual({ said: second, compiled: true });
});
