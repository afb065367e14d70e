// npm run build -w kontor-contract: writes what is published to dist/, since Node runs no TypeScript below node_modules.
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const HERE = import.meta.dirname;

/** Compiles the package into a folder, with a manifest of its own and the licence. Throws when it does not compile. */
export function buildPackage(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  const project = ['-p', path.join(HERE, 'tsconfig.build.json'), '--outDir', folder];
  const { status, stdout } = spawnSync(path.join(HERE, '../../node_modules/.bin/tsc'), project, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`tsc failed: ${stdout}`);
  const manifest = readFileSync(path.join(HERE, 'package.json'), 'utf8');
  const { scripts: _scripts, ...published } = JSON.parse(compiled(manifest)) as Record<string, unknown>;
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
  for (const file of ['README.md', 'LICENSE']) cpSync(path.join(HERE, file), path.join(folder, file));
}

/** `./src/cli.ts` → `./cli.js`. */
const compiled = (manifest: string) => manifest.replaceAll(/"(\.\/)?src\/([\w./-]+)\.ts"/g, '"./$2.js"');

if (import.meta.main) buildPackage(path.join(HERE, 'dist'));
