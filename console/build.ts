import { readdirSync } from 'node:fs';
import path from 'node:path';
import { replaceFolder } from '../scripts/build/replace-folder.ts';
import { fingerprintFiles, isBuiltOf, writeStamp } from '../scripts/build/sources-stamp.ts';

const CONSOLE = import.meta.dirname;
const DIST = path.join(CONSOLE, 'dist');

/**
 * Builds `console/dist` unless it is of these sources already. Answers what happened, for people. Two processes may do it
 * at once, while a server serves the folder: it is replaced as a whole.
 */
export async function buildConsole(): Promise<string> {
  const sources = fingerprint();
  if (isBuiltOf(DIST, sources)) return 'The console is built.';
  const { build } = await import('vite');
  const startMs = performance.now();
  const outDir = `${DIST}-${process.pid}`;
  const common = {
    root: CONSOLE,
    configFile: false,
    // Relative, so that the same files work below any path; the server completes the addresses in index.html.
    base: './',
    // Also when tests build it, whose NODE_ENV would bring the React for developers.
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    logLevel: 'error',
  } as const;
  const files = {
    outDir,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  };
  await build({ ...common, build: files });
  for (const [name, format] of [
    ['loader', 'iife'],
    ['chat', 'es'],
  ] as const) {
    const input = path.join(CONSOLE, 'widget', `${name}.ts`);
    // One file each; the first leaves nothing in the page that loads it.
    const output = { format, entryFileNames: '[name].js', assetFileNames: `${name}.[ext]` };
    const own = { outDir: path.join(outDir, 'widget'), emptyOutDir: false, rolldownOptions: { input, output } };
    await build({ ...common, build: { ...files, ...own } });
  }
  writeStamp(outDir, sources);
  replaceFolder(outDir, DIST, () => isBuiltOf(DIST, sources));
  return `The console was built in ${((performance.now() - startMs) / 1000).toFixed(1)} s.`;
}

/** Of every source and of the versions of what builds them. */
function fingerprint(): string {
  const files = ['src', 'widget']
    .flatMap((folder) => readdirSync(path.join(CONSOLE, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const all = [...files, ...['index.html', 'package.json'].map((name) => path.join(CONSOLE, name))];
  return fingerprintFiles(CONSOLE, [...all, import.meta.filename]);
}
