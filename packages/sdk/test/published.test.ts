import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { buildPackage } from '../../build-package.ts';

const SDK = path.resolve(import.meta.dirname, '..');

test('the package runs where it is installed, speaks of no Node, and weighs at most 12 KB', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kontor-sdk-build-'));
  try {
    const installed = path.join(folder, 'node_modules/kontor-sdk');
    buildPackage(SDK, installed);
    const script = path.join(folder, 'use.mjs');
    writeFileSync(
      script,
      `import { createKontor } from 'kontor-sdk';
       console.log(typeof createKontor({ baseUrl: 'http://127.0.0.1' }).createUser);`,
    );
    expect(execFileSync(process.execPath, [script], { encoding: 'utf8' })).toBe('function\n');
    const code = await bundle(path.join(installed, 'index.js'));
    expect(code).toContain('/api/users');
    expect(code).not.toMatch(/\bnode:|\bprocess\b|\bBuffer\b|\brequire\b/);
    expect(gzipSync(code).length).toBeLessThanOrEqual(12 * 1024);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function bundle(entry: string): Promise<string> {
  const lib = { entry, formats: ['es' as const] };
  const [output] = [
    await build({ configFile: false, logLevel: 'error', build: { lib, write: false, minify: true, target: 'es2022' } }),
  ].flat();
  if (!output || !('output' in output)) throw new Error('Nothing was bundled.');
  return output.output[0].code;
}

test('the quick start in the README is the one that is tested, and has at most 25 lines', () => {
  const program = readFileSync(path.join(SDK, 'quickstart.ts'), 'utf8');
  expect(readFileSync(path.join(SDK, 'README.md'), 'utf8')).toContain(program);
  expect(program.trimEnd().split('\n').length).toBeLessThanOrEqual(25);
});
