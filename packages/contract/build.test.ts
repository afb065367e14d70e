import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { buildPackage } from '../build-package.ts';

test('the published package runs where it is installed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kontor-contract-build-'));
  try {
    const modules = path.join(folder, 'node_modules');
    mkdirSync(modules);
    buildPackage(import.meta.dirname, path.join(modules, 'kontor-contract'));
    symlinkSync(path.dirname(fileURLToPath(import.meta.resolve('yaml/package.json'))), path.join(modules, 'yaml'));
    const script = path.join(folder, 'use.mjs');
    writeFileSync(
      script,
      `import { RULES } from 'kontor-contract';
       import { createKeyRing } from 'kontor-contract/fastify';
       console.log(RULES.flat.kind, createKeyRing(['0123456789abcdef01234567']).accepts('x'));`,
    );
    expect(execFileSync(process.execPath, [script], { encoding: 'utf8' })).toBe('contract false\n');
    const command = path.join(modules, 'kontor-contract', 'cli.js');
    expect(execFileSync(process.execPath, [command, 'help'], { encoding: 'utf8' })).toContain('kontor-contract check');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
