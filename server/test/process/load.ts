import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { ApiAnswer, ApiClient } from '../harness/api-client.ts';
import { adminQuery } from '../harness/databases.ts';

/** An account with so many transactions, told apart from others by `name`. */
export function accountOf(name: string, count: number) {
  const start = Date.UTC(2024, 0, 1);
  return {
    accountId: name,
    name,
    owner: 'Test',
    type: 'GIRO',
    currency: 'EUR',
    balance: 100,
    transactions: Array.from({ length: count }, (_, n) => ({
      transactionId: `${name}-${n}`,
      amount: n % 30 === 0 ? 2_000 : -(n % 90) - 1,
      currency: 'EUR',
      bookingDate: new Date(start + (n % 900) * 86_400_000).toISOString().slice(0, 10),
      purpose: `Purchase ${n % 200} of ${name}`,
      paymentPartner: { name: `Shop ${n % 40}` },
    })),
  };
}

export async function createUser(api: ApiClient): Promise<string> {
  const created = await api.post('/users', { type: 'person', automaticAnalysis: 'suspended' });
  if (created.status !== 201) throw new Error(`No user: ${created.status} ${created.text}`);
  return `/users/${created.body.userId}`;
}

/** Transactions per uploaded account. */
const UPLOAD_SIZE = 20;

export interface Upload {
  name: string;
  /** null: no answer came. */
  status: number | null;
  retryAfter: string | null;
  durationMs: number;
}

/** Uploads one small account after the other until `stop` is aborted; answers what came of each, and notes it in `uploads`. */
export async function uploadUntil(
  api: ApiClient,
  user: string,
  lane: string,
  stop: AbortSignal,
  uploads: Upload[] = [],
): Promise<Upload[]> {
  for (let n = 0; !stop.aborted; n += 1) {
    const name = `${lane}-${n}`;
    const startedMs = performance.now();
    const answer: ApiAnswer | null = await api
      .post(`${user}/banking/accounts`, { accounts: [accountOf(name, UPLOAD_SIZE)] })
      .catch(() => null);
    const durationMs = performance.now() - startedMs;
    const retryAfter = answer?.headers.get('retry-after') ?? null;
    uploads.push({ name, status: answer?.status ?? null, retryAfter, durationMs });
    if (answer?.status !== 201) await sleep(50);
  }
  return uploads;
}

/** The uploaded accounts that are in the database, by name, with how many transactions each has. */
export async function storedAccounts(adminUrl: string): Promise<Map<string, number>> {
  const { rows } = await adminQuery(
    adminUrl,
    `select account_id, (select count(*)::int from transactions t where t.account_key = a.account_key) as count
     from accounts a where name = account_id`,
  );
  return new Map(rows.map((row) => [row.account_id, row.count]));
}

/** Every acknowledged upload is there, and each that is there is whole. */
export function expectWhole(uploads: Upload[], stored: Map<string, number>) {
  const acknowledged = uploads.filter(({ status }) => status === 201);
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(acknowledged.filter(({ name }) => stored.get(name) !== UPLOAD_SIZE)).toEqual([]);
  expect([...stored].filter(([, count]) => count !== UPLOAD_SIZE)).toEqual([]);
}
