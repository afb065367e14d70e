import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const CONSOLE = import.meta.dirname;
/** Says which sources the files beside it were made from. */
const STAMP = path.join(CONSOLE, 'dist/.sources');

/** Builds `console/dist` unless it is of these sources already. Answers what happened, for people. */
export async function buildConsole(): Promise<string> {
  const sources = fingerprint();
  if (readStamp() === sources) return 'The console is built.';
  const { build } = await import('vite');
  const startMs = performance.now();
  await build({
    root: CONSOLE,
    configFile: false,
    // Relative, so that the same files work below any path; the server completes the addresses in index.html.
    base: './',
    // Also when tests build it, whose NODE_ENV would bring the React for developers.
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    build: {
      target: 'es2022',
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
    },
  });
  writeFileSync(STAMP, sources);
  return `The console was built in ${((performance.now() - startMs) / 1000).toFixed(1)} s.`;
}

/** Of every source and of the versions of what builds them. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const files = readdirSync(path.join(CONSOLE, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const all = [...files, ...['index.html', 'package.json'].map((name) => path.join(CONSOLE, name))];
  for (const file of [...all.toSorted(), import.meta.filename]) {
    hash
      .update(`${path.relative(CONSOLE, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function readStamp(): string | null {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    return null;
  }
}
