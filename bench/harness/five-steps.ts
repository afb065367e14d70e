/** The steps of an integration after authenticating: user, upload, analysis, results. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type BenchClient, requireSuccess } from './api-client.ts';

export type UserType = 'person' | 'company';

const POLL_MS = 5;
const PAGE = 500;

/** A user whose analyses only start when asked for. */
export async function createUser(client: BenchClient, type: UserType): Promise<string> {
  const { text } = await client.post('/users', { type, automaticAnalysis: 'suspended' });
  return JSON.parse(text).userId;
}

export async function uploadAccounts(client: BenchClient, userId: string, body: Buffer): Promise<void> {
  await client.post(`/users/${userId}/banking/accounts`, body);
}

export async function triggerAnalysis(client: BenchClient, userId: string): Promise<string> {
  const { text } = await client.post(`/users/${userId}/trigger-analysis`);
  return JSON.parse(text).correlationId;
}

/** Polls until the run is completed; answers how long the engines and the storing of their results took. */
export async function awaitAnalysis(
  client: BenchClient,
  userId: string,
  correlationId: string,
): Promise<{ runMs: number }> {
  for (;;) {
    const answer = requireSuccess(await client.get(`/users/${userId}/analyses/${correlationId}`));
    const { status, startedAt, completedAt } = JSON.parse(answer.text);
    if (status === 'completed') return { runMs: Date.parse(completedAt) - Date.parse(startedAt) };
    if (status !== 'queued' && status !== 'running') throw new Error(`The analysis ended as ${status}: ${answer.text}`);
    await sleep(POLL_MS);
  }
}

/** Everything that the run found: all pages of categorised transactions, and two results. Answers how many transactions. */
export async function readResults(client: BenchClient, userId: string, type: UserType): Promise<number> {
  let count = 0;
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${cursor}`;
    const page = requireSuccess(await client.get(`/users/${userId}/categorization?limit=${PAGE}${query}`));
    const { transactions, nextCursor } = JSON.parse(page.text);
    count += transactions.length;
    cursor = nextCursor;
  } while (cursor !== null);
  const results =
    type === 'person'
      ? ['analysis/person/income', 'contracts']
      : ['analysis/company/cashflow', 'analysis/company/credits'];
  for (const path of results) requireSuccess(await client.get(`/users/${userId}/${path}`));
  return count;
}
