/** What npm would get, looked at as its users' tools will: publint, and attw for the types. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { publint } from 'publint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPackage } from './build-package.ts';

const ROOT = path.dirname(import.meta.dirname);
const names = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kontor-published-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(names)('%s is what its manifest says', async (name) => {
  const built = path.join(folder, name);
  buildPackage(path.join(import.meta.dirname, name), built);
  const { messages } = await publint({ pkgDir: built, strict: true, pack: false });
  // Where the repository is stands in the workflow that publishes: it knows.
  expect(messages).toEqual([]);

  expect(manifest(built)).toMatchObject({ license: 'Apache-2.0', type: 'module', version: manifest(ROOT).version });
  // A package that is only a command has no types to look at.
  if ('exports' in manifest(built)) expect(checkTypes(built)).toMatchObject({ types: { kind: 'included' } });
});

/** Fails where the types of an entry can't be found, or say something else than its code. */
function checkTypes(built: string): unknown {
  const packed = execFileSync('npm', ['pack', '--silent', '--ignore-scripts'], { cwd: built, encoding: 'utf8' });
  const args = [path.join(built, packed.trim()), '--profile', 'esm-only', '--format', 'json'];
  return JSON.parse(execFileSync(path.join(ROOT, 'node_modules/.bin/attw'), args, { encoding: 'utf8' })).analysis;
}

const manifest = (within: string) =>
  JSON.parse(readFileSync(path.resolve(within, 'package.json'), 'utf8')) as Record<string, string>;
