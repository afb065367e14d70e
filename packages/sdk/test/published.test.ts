import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPackage } from '../../build-package.ts';

const SDK = path.resolve(import.meta.dirname, '..');

let folder: string;
let installed: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kontor-sdk-build-'));
  installed = path.join(folder, 'node_modules/kontor-sdk');
  buildPackage(SDK, installed);
  writeFileSync(path.join(folder, 'package.json'), '{"type": "module"}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the package runs where it is installed', () => {
  const script = path.join(folder, 'use.mjs');
  writeFileSync(
    script,
    `import { createKontor } from 'kontor-sdk';
     console.log(typeof createKontor({ baseUrl: 'http://127.0.0.1' }).createUser);`,
  );
  expect(execFileSync(process.execPath, [script], { encoding: 'utf8' })).toBe('function\n');
});

test('it speaks of no Node, and weighs at most 12 KB', async () => {
  const code = await bundle(path.join(installed, 'index.js'));
  expect(code).toContain('/api/users');
  expect(code).not.toMatch(/\bnode:|\bprocess\b|\bBuffer\b|\brequire\b/);
  expect(gzipSync(code).length).toBeLessThanOrEqual(12 * 1024);
});

test('by its types what the guide shows is right, and what is wrong is wrong', () => {
  const guide = readFileSync(path.join(SDK, '../../docs/sdk.md'), 'utf8');
  const samples = [...guide.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code);
  expect(samples.length).toBeGreaterThan(3);
  const known = `declare const clientId: string, clientSecret: string, apiKey: string, botId: string, signingSecret: string;
    declare const signal: AbortSignal, request: Request, process: { stdout: { write(text: string): void } };\n`;
  const wrong = [`kontor.createUser()`, `kontor.getUser({ userId: 1 })`, `kontor.pages('getUser', { userId })`];
  const refused = wrong.map((call) => `// @ts-expect-error -- must not compile\nvoid ${call};\n`);
  writeFileSync(path.join(folder, 'guide.ts'), [known, ...samples, ...refused].join(''));
  const options = '--noEmit --strict --module nodenext --target es2022 --lib es2022,dom,dom.iterable --types'.split(
    ' ',
  );
  const tsc = path.join(SDK, '../../node_modules/.bin/tsc');
  const { stdout, status } = spawnSync(tsc, [...options, '', 'guide.ts'], { cwd: folder, encoding: 'utf8' });
  expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
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
  const program = readFileSync(path.join(SDK, '../../examples/quick-start/quick-start.ts'), 'utf8');
  expect(readFileSync(path.join(SDK, 'README.md'), 'utf8')).toContain(program);
  expect(program.trimEnd().split('\n').length).toBeLessThanOrEqual(25);
});
