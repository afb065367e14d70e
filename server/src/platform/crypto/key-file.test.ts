import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadOrCreateKeyFile } from './key-file.ts';
import { createSecretBox } from './secret-box.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kontor-keys-'));
  path = join(folder, 'encryption.key');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('creates a key that only the owner may read, and finds it again', async () => {
  const created = await loadOrCreateKeyFile(path);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['encryption.key']);
  const loaded = await loadOrCreateKeyFile(path);
  expect(createSecretBox(loaded).open(createSecretBox(created).seal('x', 'a'), 'a')).toBe('x');
});

test('processes that start at once agree on one key', async () => {
  const rings = await Promise.all(Array.from({ length: 20 }, () => loadOrCreateKeyFile(path)));
  expect(new Set(rings.map((ring) => ring.activeKeyId)).size).toBe(1);
  expect(await readdir(folder)).toEqual(['encryption.key']);
});

test('reads several keys, the first is active', async () => {
  const only = await loadOrCreateKeyFile(path);
  await writeFile(path, `${randomBytes(32).toString('hex')}\n${await readFile(path, 'utf8')}`);
  const rotated = await loadOrCreateKeyFile(path);
  expect(rotated.keys.size).toBe(2);
  expect(createSecretBox(rotated).needsReseal(createSecretBox(only).seal('x', 'a'))).toBe(true);
});

test.each([0o640, 0o604, 0o644, 0o620, 0o602])('refuses a file of mode %o and says what to run', async (mode) => {
  await loadOrCreateKeyFile(path);
  await chmod(path, mode);
  const key = (await readFile(path, 'utf8')).trim();
  const error = await loadOrCreateKeyFile(path).catch((thrown) => thrown);
  expect(error).toMatchObject({ code: 'key_file_insecure' });
  expect(error.message).toContain(`chmod 600 ${path}`);
  expect(error.message).not.toContain(key);
});

test('a file without a usable key is named, left as it is and not quoted', async () => {
  await writeFile(path, 'not-a-key', { mode: 0o600 });
  const error = await loadOrCreateKeyFile(path).catch((thrown) => thrown);
  expect(error).toMatchObject({ code: 'keyring_invalid' });
  expect(error.message).toContain(path);
  expect(error.message).not.toContain('not-a-key');
  expect(await readFile(path, 'utf8')).toBe('not-a-key');
});

test('says what is missing when there is no folder, or something else has the name', async () => {
  await expect(loadOrCreateKeyFile(join(folder, 'missing', 'key'))).rejects.toThrow(/create its folder first/);
  await mkdir(path);
  await expect(loadOrCreateKeyFile(path)).rejects.toMatchObject({ code: 'key_file_unusable' });
  await symlink(join(folder, 'nowhere'), join(folder, 'dangling'));
  await expect(loadOrCreateKeyFile(join(folder, 'dangling'))).rejects.toMatchObject({ code: 'key_file_unusable' });
});
