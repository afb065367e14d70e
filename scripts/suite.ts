/**
 * Runs a test suite of a bot in a running server and prints what failed and what has changed, for people and for CI.
 *
 *   npm run suite -- [SUITE] [--cases cases.json] [--draft ID] [--url http://127.0.0.1:4800]
 *
 * Without SUITE it lists the test suites. `--cases` replaces the suite's cases first, so that a golden set can live beside
 * your code: `[{"question": "…", "expectedArticleId": "…" or null}]`. `--draft` shows what publishing a draft would change.
 * The key comes from KONTOR_API_KEY, or from the credentials.json that the first start wrote. Ends with 0 when every case
 * passed, 1 when one failed, 2 when the suite could not be run.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

interface Case {
  question: string;
  expectedArticleId: string | null;
  decision: string;
  articleIds: string[];
  passed: boolean;
  change: string;
}

interface Run {
  id: string;
  status: string;
  error: string | null;
  passed: number;
  failed: number;
  fixed: number;
  broken: number;
  different: number;
  results: Case[];
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: `http://${process.env.HOST ?? '127.0.0.1'}:${process.env.PORT ?? 4800}` },
    cases: { type: 'string' },
    draft: { type: 'string' },
  },
});
const base = `${options.url.replace(/\/+$/, '')}/v2`;
const LOOK_EVERY_MS = 250;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const key = await readKey();
  const call = (method: string, path: string, body?: object) => callServer(key, method, path, body);
  const [suiteId] = positionals;
  if (suiteId === undefined) {
    const { suites } = (await call('GET', '/test-suites')) as {
      suites: { id: string; name: string; caseCount: number }[];
    };
    for (const { id, name, caseCount } of suites) print(`${id}  ${name} (${caseCount} cases)`);
    if (suites.length === 0) print('There is no test suite yet: POST /v2/test-suites makes one.');
    return 0;
  }
  const path = `/test-suites/${encodeURIComponent(suiteId)}`;
  if (options.cases !== undefined) {
    const { name } = (await call('GET', path)) as { name: string };
    await call('PUT', path, { name, cases: JSON.parse(await readFile(options.cases, 'utf8')) });
  }
  let run = (await call('POST', `${path}/runs`, options.draft ? { draftId: options.draft } : {})) as Run;
  while (run.status === 'PENDING') {
    await sleep(LOOK_EVERY_MS);
    run = (await call('GET', `${path}/runs/${run.id}`)) as Run;
  }
  return report(run);
}

function report(run: Run): number {
  if (run.status !== 'COMPLETED') throw new Error(run.error ?? 'The run failed.');
  for (const { question, expectedArticleId, decision, articleIds, passed, change } of run.results) {
    if (passed && (change === 'same' || change === 'new')) continue;
    const got = articleIds.length > 0 ? `${decision} from ${articleIds.join(', ')}` : decision;
    print(`${passed ? 'ok    ' : 'FAILED'} ${change.padEnd(9)} ${question}`);
    print(`                 expected ${expectedArticleId ?? 'a person'}, got ${got}`);
  }
  const { passed, failed, fixed, broken, different } = run;
  print(`${passed} passed, ${failed} failed; ${fixed} fixed, ${broken} broken, ${different} answered otherwise`);
  return failed > 0 ? 1 : 0;
}

async function readKey(): Promise<string> {
  if (process.env.KONTOR_API_KEY) return process.env.KONTOR_API_KEY;
  const path = join(process.env.KONTOR_DATA_DIR ?? '.kontor', 'credentials.json');
  try {
    return (JSON.parse(await readFile(path, 'utf8')) as { apiKey: string }).apiKey;
  } catch {
    throw new Error(`${path} can not be read. Start the server first (npm start), or set KONTOR_API_KEY.`);
  }
}

async function callServer(key: string, method: string, path: string, body?: object): Promise<unknown> {
  const headers = { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) };
  const response = await fetch(`${base}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  const answer = (await response.json()) as { message?: string };
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer.message}`);
  return answer;
}

try {
  process.exitCode = await main();
} catch (error) {
  const { message, cause } = error as Error;
  process.stderr.write(
    message === 'fetch failed' ? `No Kontor answers at ${base}: ${String(cause)}\n` : `${message}\n`,
  );
  process.exitCode = 2;
}
