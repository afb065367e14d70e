/**
 * Imports files of banks into a running server and prints what became of them.
 *
 *   npm run import -- FILE… [--user ID] [--account ID] [--mapping mapping.json] [--strict] [--url http://127.0.0.1:4800]
 *
 * Without `--user` a new one is made. The client's credentials come from KONTOR_CLIENT_ID and KONTOR_CLIENT_SECRET, or
 * from the credentials.json that the first start wrote.
 */
import { openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readCredentials } from './credentials.ts';

const { values: options, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: `http://${process.env.HOST ?? '127.0.0.1'}:${process.env.PORT ?? 4800}` },
    user: { type: 'string' },
    account: { type: 'string' },
    mapping: { type: 'string' },
    strict: { type: 'boolean', default: false },
  },
});
const base = `${options.url.replace(/\/+$/, '')}/api`;

interface ImportAnswer {
  accounts: {
    accountId: string;
    iban: string | null;
    name: string | null;
    status: string;
    imported: number;
    duplicates: number;
  }[];
  imported: number;
  duplicates: number;
  rejected: { file: string; line: number; reason: string }[];
  rejectedCount: number;
}

async function main() {
  if (paths.length === 0) throw new Error('Which files? npm run import -- statement.xml january.csv');
  const form = new FormData();
  for (const path of paths) form.append('file', await openAsBlob(path), basename(path));
  if (options.account) form.append('accountId', options.account);
  if (options.mapping) form.append('mapping', await readFile(options.mapping, 'utf8'));
  const authorization = await fetchToken();
  const userId = options.user ?? (await createUser(authorization));
  const path = `/users/${encodeURIComponent(userId)}/banking/import${options.strict ? '?strict=true' : ''}`;
  const answer = (await call(path, { authorization }, form)) as ImportAnswer;
  process.stdout.write(`User ${userId}\n`);
  for (const { accountId, iban, name, status, imported, duplicates } of answer.accounts) {
    const known = iban ?? name ?? 'no name';
    process.stdout.write(`Account ${accountId} (${known}, ${status}): ${imported} new, ${duplicates} known\n`);
  }
  for (const { file, line, reason } of answer.rejected)
    process.stdout.write(`Left out: ${file}, line ${line}: ${reason}\n`);
  process.stdout.write(
    `${answer.imported} imported, ${answer.duplicates} duplicates, ${answer.rejectedCount} rejected\n`,
  );
}

async function fetchToken(): Promise<string> {
  const { clientId, clientSecret } = await readCredentials();
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const { access_token: token } = (await call('/auth', {}, new URLSearchParams(form))) as { access_token: string };
  return `Bearer ${token}`;
}

async function createUser(authorization: string): Promise<string> {
  const headers = { authorization, 'content-type': 'application/json' };
  return ((await call('/users', headers, JSON.stringify({ type: 'person' }))) as { userId: string }).userId;
}

async function call(path: string, headers: Record<string, string>, body: RequestInit['body']): Promise<unknown> {
  const response = await fetch(`${base}${path}`, { method: 'POST', headers, body }).catch((error: Error) => {
    throw new Error(`Nobody answers at ${base}: is the server running (npm start)? ${error.message}`);
  });
  const answer = (await response.json()) as { message?: string };
  if (!response.ok) throw new Error(answer.message ?? `POST ${path} was refused with ${response.status}.`);
  return answer;
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
