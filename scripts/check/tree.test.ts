import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTree } from './tree.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'kontor-tree-'));
});
afterEach(() => rm(root, { recursive: true }));

test('reads every file but those in the folders that .gitignore names, at any depth', async () => {
  const files = ['.gitignore', '.ci/run', 'a/b/c.ts', 'a/logo.png', '.git/HEAD', 'node_modules/x/i.js', 'a/dist/i.js'];
  for (const file of files) {
    await mkdir(path.join(root, path.dirname(file)), { recursive: true });
    await writeFile(path.join(root, file), file === '.gitignore' ? 'node_modules/\ndist/\n*.log\n' : 'text');
  }
  expect(await readTree(root)).toEqual([
    { path: '.ci/run', text: 'text' },
    { path: '.gitignore', text: 'node_modules/\ndist/\n*.log\n' },
    { path: 'a/b/c.ts', text: 'text' },
    { path: 'a/logo.png', text: '' },
  ]);
});
