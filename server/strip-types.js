/**
 * Reads our TypeScript without its types, and keeps what is left for the next start: `npm start` imports this file first,
 * in every thread. In JavaScript, because it is what loads the rest.
 *
 * Node strips types by itself, but for every file at every start, for which each thread loads a compiler of 18 MB. Node's
 * own remedy, `NODE_COMPILE_CACHE`, keeps the compiled code of every file in memory for as long as the process lives,
 * beside the code in use: 30 MB in our two threads.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';

const KEPT = join(import.meta.dirname, '../node_modules/.cache/kontor');

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
    const text = readFileSync(fileURLToPath(url), 'utf8');
    return { format: 'module', source: readKept(text), shortCircuit: true };
  },
});

/** Named by its content and by the Node that strips it, so that nothing old is ever read. */
function readKept(text) {
  const path = join(KEPT, `${createHash('sha1').update(process.version).update(text).digest('hex')}.js`);
  try {
    const kept = readFileSync(path, 'utf8');
    // Types become blanks: what is shorter was cut off, by a power cut for instance.
    if (kept.length === text.length) return kept;
  } catch {}
  const source = stripTypeScriptTypes(text);
  keep(path, source);
  return source;
}

/** In one step, because another thread may want the same file now. Where nothing can be written, every start strips. */
function keep(path, source) {
  const draft = `${path}.${process.pid}-${threadId}`;
  try {
    mkdirSync(KEPT, { recursive: true });
    writeFileSync(draft, source);
    renameSync(draft, path);
  } catch {}
}
