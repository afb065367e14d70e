/**
 * `npm run bench [-- claim …]`: measures the claims of docs/benchmarks.md, one after the other, and prints one JSON line
 * each. Ends with 1 when one of them does not hold or could not be measured.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const CLAIMS = [
  'upload',
  'import',
  'analysis',
  'read',
  'contract',
  'start',
  'isolation',
  'webhooks',
  'categorization',
  'engine',
  'answers',
  'attributes',
  'rules',
  'console-table',
  'cli',
];
/** Only when asked for: they take a quarter of an hour or fetch the peer from the registry. */
const LONG_CLAIMS = ['workers', 'peers'];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !CLAIMS.includes(name) && !LONG_CLAIMS.includes(name));
if (unknown.length > 0) {
  process.stderr.write(
    `No such claim: ${unknown.join(', ')}. There are: ${CLAIMS.join(', ')}; only by name: ${LONG_CLAIMS.join(', ')}.\n`,
  );
  process.exit(2);
}
for (const claim of wanted.length > 0 ? wanted : CLAIMS) {
  const script = join(import.meta.dirname, `${claim}.ts`);
  const [code] = await once(spawn(process.execPath, ['--expose-gc', script], { stdio: 'inherit' }), 'exit');
  if (code !== 0) process.exitCode = 1;
}
