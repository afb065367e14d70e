/**
 * Walks the five steps of an integration against a running server and prints what it sends and gets.
 *
 *   npm run quickstart [-- --url http://127.0.0.1:4800] [--file upload.json] [--company] [--keep]
 *
 * The client's credentials come from KONTOR_CLIENT_ID and KONTOR_CLIENT_SECRET, or from the credentials.json that the
 * demo wrote. `--file` uploads a body of your own instead of the demo's accounts.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createPersona } from '../server/src/modules/personas/index.ts';
import { readCredentials } from './credentials.ts';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: `http://${process.env.HOST ?? '127.0.0.1'}:${process.env.PORT ?? 4800}` },
    file: { type: 'string' },
    company: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const base = `${options.url.replace(/\/+$/, '')}/api`;
const SHOWN_LINES = 24;

interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

async function main() {
  const { clientId, clientSecret } = await readCredentials();
  step(1, 'Authenticate', 'Exchange the client credentials for a token of five minutes.');
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  const token = await call('POST', '/auth', { form });
  const authorization = `Bearer ${(token.body as { access_token: string }).access_token}`;

  step(2, 'Create a user', 'A person or a company whose bank data is analysed; this one deletes itself in a day.');
  const type = options.company ? 'company' : 'person';
  const created = await call('POST', '/users', {
    authorization,
    json: { type, automaticAnalysis: 'suspended', expiresIn: 'P1D' },
  });
  const user = `/users/${(created.body as { userId: string }).userId}`;

  step(3, 'Upload accounts', 'Accounts with their transactions; then start the analysis.');
  await call('POST', `${user}/banking/accounts`, { authorization, json: await readAccounts() });
  const triggered = await call('POST', `${user}/trigger-analysis`, { authorization });
  const correlationId = triggered.headers.get('finoos-correlation-id') ?? '';

  step(4, 'Track the analysis', 'Poll with growing intervals: 404 while it runs, 200 when it is done.');
  await poll(`${user}/categorization/correlation?correlationId=${correlationId}`, authorization);

  step(5, 'Read results', 'Categorised transactions, and one result per analysis.');
  const results = options.company
    ? ['analysis/company/cashflow', 'analysis/company/credits']
    : ['analysis/person/income', 'analysis/person/spending'];
  for (const path of ['categorization?limit=3', ...results, 'contracts']) {
    await call('GET', `${user}/${path}`, { authorization });
  }
  if (options.keep) return;
  process.stdout.write('\nThat was it. The user is erased again (keep it with --keep):\n');
  await call('DELETE', user, { authorization });
}

async function readAccounts(): Promise<unknown> {
  if (options.file) return JSON.parse(await readFile(options.file, 'utf8'));
  const until = new Date().toISOString().slice(0, 10);
  return { accounts: createPersona(options.company ? 'company' : 'employee', { until, seed: 7 }).accounts };
}

async function poll(path: string, authorization: string) {
  for (let waitMs = 500; ; waitMs = Math.min(waitMs * 1.5, 10_000)) {
    const { status, body } = await call('GET', path, { authorization, expect: [200, 404] });
    if (status === 200) return;
    const run = (body as { status?: string }).status;
    if (run !== 'queued' && run !== 'running') throw new Error(`The analysis ended as ${run}.`);
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}

interface Call {
  authorization?: string;
  json?: unknown;
  form?: URLSearchParams;
  expect?: number[];
}

async function call(method: string, path: string, { authorization, json, form, expect }: Call): Promise<Answer> {
  const body = form ?? (json === undefined ? undefined : JSON.stringify(json));
  process.stdout.write(`\n→ ${method} /api${path}\n`);
  if (form) show(`client_id=${form.get('client_id')}&client_secret=…&grant_type=client_credentials`);
  if (json !== undefined) show(JSON.stringify(json, null, 2));
  const response = await fetch(`${base}${path}`, {
    method,
    body,
    headers: {
      ...(authorization && { authorization }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
    },
  }).catch((error) => {
    throw new Error(`Nobody answers at ${base}: is the server running (npm start)? ${(error as Error).message}`);
  });
  const answer = { status: response.status, headers: response.headers, body: await response.json() };
  process.stdout.write(`← ${response.status} ${response.statusText}\n`);
  const correlationId = response.headers.get('finoos-correlation-id');
  if (correlationId) show(`Finoos-Correlation-Id: ${correlationId}`);
  show(JSON.stringify(hideSecrets(answer.body), null, 2));
  if (expect ? !expect.includes(answer.status) : !response.ok) throw new Error(`${method} ${path} was refused.`);
  return answer;
}

/** Tokens open doors for five minutes, and terminals are shared. */
function hideSecrets(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('access_token' in body)) return body;
  return { ...body, access_token: `${String(body.access_token).slice(0, 12)}…` };
}

function show(text: string) {
  const lines = text.split('\n');
  for (const line of lines.slice(0, SHOWN_LINES)) process.stdout.write(`    ${line.slice(0, 160)}\n`);
  if (lines.length > SHOWN_LINES) process.stdout.write(`    … ${lines.length - SHOWN_LINES} more lines\n`);
}

function step(number: number, title: string, what: string) {
  process.stdout.write(`\n${'─'.repeat(80)}\nStep ${number} of 5: ${title}\n${what}\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`\n${error.message}\n`);
  process.exit(1);
});
