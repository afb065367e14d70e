/** The steps of an integration after authenticating: user, upload, analysis, results. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type BenchClient, requireSuccess } from './api-client.ts';

export type UserType = 'person' | 'company';

/** Seldom while the engines work, for each poll takes of the cores that are measured; often once all else is done. */
const POLL_MS = { working: 15, storing: 2 };
const PAGE = 500;
const RESULTS = {
  person: ['analysis/person/income', 'contracts'],
  company: ['analysis/company/cashflow', 'analysis/company/credits'],
} as const;

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

/** More than a run takes to commit once it has noted that it is completed. */
const COMMIT_MS = 3;

export interface Awaited {
  /** How long the engines and the storing of their results took. */
  runMs: number;
  /** How long nobody asked although it was completed: between the two last polls. */
  waitedMs: number;
}

/** Polls until the run is completed. */
export async function awaitAnalysis(client: BenchClient, userId: string, correlationId: string): Promise<Awaited> {
  for (let answeredMs = Date.now(); ; ) {
    const askedMs = Date.now();
    const answer = requireSuccess(await client.get(`/users/${userId}/analyses/${correlationId}`));
    const { status, progress, startedAt, completedAt } = JSON.parse(answer.text);
    if (status === 'completed') {
      const endMs = Date.parse(completedAt);
      const thereMs = Math.max(answeredMs, endMs + COMMIT_MS);
      return { runMs: endMs - Date.parse(startedAt), waitedMs: Math.max(0, askedMs - thereMs) };
    }
    if (status !== 'queued' && status !== 'running') throw new Error(`The analysis ended as ${status}: ${answer.text}`);
    answeredMs = Date.now();
    await sleep(progress < 0.5 ? POLL_MS.working : POLL_MS.storing);
  }
}

/**
 * Everything that the run found: all pages of categorised transactions, and two results, as they came over the wire. What
 * a client does with them is its own business; here it only looks for the cursor, at the end of a page.
 */
export async function readResults(client: BenchClient, userId: string, type: UserType): Promise<string[]> {
  const pages: string[] = [];
  let query = '';
  do {
    const page = requireSuccess(await client.get(`/users/${userId}/categorization?limit=${PAGE}${query}`)).text;
    pages.push(page);
    const cursor = /"nextCursor":"([^"]+)"}$/.exec(page.slice(-100))?.[1];
    query = cursor ? `&cursor=${cursor}` : '';
  } while (query !== '');
  for (const path of RESULTS[type]) requireSuccess(await client.get(`/users/${userId}/${path}`));
  return pages;
}

/** How many transactions stand on pages. */
export function countTransactions(pages: readonly string[]): number {
  return pages.reduce((sum, page) => sum + JSON.parse(page).transactions.length, 0);
}
