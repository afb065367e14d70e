/** `npm run bench [-- claim …]`: measures every claim of docs/benchmarks.md, one after the other, and prints one JSON line each. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const CLAIMS = ['upload', 'analysis', 'read', 'start', 'isolation', 'categorization'];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !CLAIMS.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No such claim: ${unknown.join(', ')}. There are: ${CLAIMS.join(', ')}.\n`);
  process.exit(2);
}
for (const claim of wanted.length > 0 ? wanted : CLAIMS) {
  const [code] = await once(
    spawn(process.execPath, ['--expose-gc', join(import.meta.dirname, `${claim}.ts`)], { stdio: 'inherit' }),
    'exit',
  );
  if (code !== 0) process.exitCode = 1;
}
