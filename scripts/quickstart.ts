/**
 * Walks an integration against a running server and prints what it sends and gets.
 *
 *   npm run quickstart -- --path connect    # A: an end user connects a bank (the demo bank of npm start)
 *   npm run quickstart                      # B: you upload accounts that you have
 *
 *   [--url http://127.0.0.1:4800] [--keep] [--file upload.json] [--company] [--receiver 127.0.0.1:4801]
 *
 * The client's credentials come from KONTOR_CLIENT_ID and KONTOR_CLIENT_SECRET, or from the credentials.json that the
 * demo wrote. `--file` uploads a body of your own instead of the demo's accounts; `--receiver` is where path A listens for
 * webhooks.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createPersona } from '../server/src/modules/personas/index.ts';
import { readCredentials } from './credentials.ts';
import { connectBank } from './quickstart/connect-bank.ts';
import { type Conversation, createConversation } from './quickstart/conversation.ts';

const { values: options } = parseArgs({
  options: {
    path: { type: 'string', default: 'upload' },
    url: { type: 'string', default: `http://${process.env.HOST ?? '127.0.0.1'}:${process.env.PORT ?? 4800}` },
    receiver: { type: 'string', default: '127.0.0.1:4801' },
    file: { type: 'string' },
    company: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const url = options.url.replace(/\/+$/, '');

async function main() {
  if (options.path === 'upload') return uploadAccounts();
  if (options.path === 'connect') return connectBank({ ...options, url, authenticate });
  throw new Error(`--path is connect or upload, not ${options.path}.`);
}

async function authenticate({ call }: Conversation): Promise<string> {
  const { clientId, clientSecret } = await readCredentials();
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  const token = await call('POST', '/auth', { form });
  return `Bearer ${(token.body as { access_token: string }).access_token}`;
}

/** Path B. */
async function uploadAccounts() {
  const conversation = createConversation(`${url}/api`, 5);
  const { call, step, poll } = conversation;
  step('Authenticate', 'Exchange the client credentials for a token of five minutes.');
  const authorization = await authenticate(conversation);

  step('Create a user', 'A person or a company whose bank data is analysed; this one deletes itself in a day.');
  const type = options.company ? 'company' : 'person';
  const created = await call('POST', '/users', {
    authorization,
    json: { type, automaticAnalysis: 'suspended', expiresIn: 'P1D' },
  });
  const user = `/users/${(created.body as { userId: string }).userId}`;

  step('Upload accounts', 'Accounts with their transactions; then start the analysis.');
  await call('POST', `${user}/banking/accounts`, { authorization, json: await readAccounts() });
  const triggered = await call('POST', `${user}/trigger-analysis`, { authorization });
  const correlationId = triggered.headers.get('finoos-correlation-id') ?? '';

  step('Track the analysis', 'Poll with growing intervals: 404 while it runs, 200 when it is done.');
  await poll(`${user}/categorization/correlation?correlationId=${correlationId}`, authorization);

  step('Read results', 'Categorised transactions, and one result per analysis.');
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

main().catch((error: Error) => {
  process.stderr.write(`\n${error.message}\n`);
  process.exit(1);
});
