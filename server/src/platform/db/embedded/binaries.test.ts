import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createLibraryLinks } from './binaries.ts';

const packageRoot = mkdtempSync(join(tmpdir(), 'kontor-binaries-'));

afterEach(() => rmSync(packageRoot, { recursive: true, force: true }));

test('library links that a skipped postinstall script left out are made, as often as asked', async () => {
  mkdirSync(join(packageRoot, 'native/lib'), { recursive: true });
  writeFileSync(join(packageRoot, 'native/lib/libpq.so.5.18'), 'library');
  const link = { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' };
  writeFileSync(join(packageRoot, 'native/pg-symlinks.json'), JSON.stringify([link]));

  await Promise.all([createLibraryLinks(packageRoot), createLibraryLinks(packageRoot)]);
  await createLibraryLinks(packageRoot);
  expect(readlinkSync(join(packageRoot, link.target))).toBe('libpq.so.5.18');
  expect(readFileSync(join(packageRoot, link.target), 'utf8')).toBe('library');
});
