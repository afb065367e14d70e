import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPrivateFile, replacePrivateFile } from './private-file.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kontor-private-'));
  path = join(folder, 'secret');
});
afterEach(() => rm(folder, { recursive: true }));

const lines = Array.from({ length: 20 }, (_, at) => `${at} `.repeat(5_000));

test('of many that create it at once one stays, whole and private, whatever is created later', async () => {
  await Promise.all(lines.map((line) => createPrivateFile(path, line)));
  const stored = await readFile(path, 'utf8');
  expect(lines).toContain(stored);
  await createPrivateFile(path, 'another');
  expect(await readFile(path, 'utf8')).toBe(stored);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['secret']);
});

test('of many that replace it at once one is left, whole and private', async () => {
  await replacePrivateFile(path, 'before');
  await Promise.all(lines.map((line) => replacePrivateFile(path, line)));
  expect(lines).toContain(await readFile(path, 'utf8'));
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['secret']);
});

test('a write that fails leaves nothing of the secret behind', async () => {
  await mkdir(path);
  await expect(replacePrivateFile(path, 'x')).rejects.toMatchObject({ code: 'EISDIR' });
  expect(await readdir(folder)).toEqual(['secret']);
  await expect(createPrivateFile(join(folder, 'missing', 'secret'), 'x')).rejects.toMatchObject({ code: 'ENOENT' });
});
