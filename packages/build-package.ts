// npm run build -w <package>: writes what is published to dist/, since Node runs no TypeScript below node_modules.
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const TSC = path.join(import.meta.dirname, '../node_modules/.bin/tsc');

/** Compiles a package into a folder, with a manifest of its own and the licence. Throws when it does not compile. */
export function buildPackage(source: string, target: string): void {
  rmSync(target, { recursive: true, force: true });
  const project = ['-p', path.join(source, 'tsconfig.build.json'), '--outDir', target];
  const { status, stdout } = spawnSync(TSC, project, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`tsc failed: ${stdout}`);
  const manifest = readFileSync(path.join(source, 'package.json'), 'utf8');
  const { scripts: _scripts, ...published } = JSON.parse(compiled(manifest)) as Record<string, unknown>;
  writeFileSync(path.join(target, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
  for (const file of ['README.md', 'LICENSE']) cpSync(path.join(source, file), path.join(target, file));
}

/** `./src/cli.ts` → `./cli.js`. */
const compiled = (manifest: string) => manifest.replaceAll(/"(\.\/)?src\/([\w./-]+)\.ts"/g, '"./$2.js"');

// npm runs scripts in the folder of their package.
if (import.meta.main) buildPackage(process.cwd(), path.join(process.cwd(), 'dist'));
