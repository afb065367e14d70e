/**
 * For information, without a bound: what other callers notice of an analysis of 100,000 transactions in the same process.
 * The engines run in a thread of their own; what is left is the machine's cores that all share.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { awaitAnalysis, createUser, triggerAnalysis, uploadAccounts } from './harness/five-steps.ts';
import { report } from './harness/report.ts';
import { percentile, round, timeMs } from './harness/statistics.ts';
import { uploadBody } from './harness/upload-body.ts';
import { withKontor } from './harness/with-kontor.ts';

const TRANSACTIONS = 100_000;
const RUNS = 3;
const EVERY_MS = 5;

await withKontor(async (kontor, client) => {
  const userId = await createUser(client, 'company');
  await uploadAccounts(client, userId, uploadBody(TRANSACTIONS, 1));
  const analyze = async () => awaitAnalysis(client, userId, await triggerAnalysis(client, userId));
  await analyze();
  const idleMs = await sampleWhile(kontor.url, sleep(3_000));
  const busyMs: number[] = [];
  for (let n = 0; n < RUNS; n += 1) busyMs.push(...(await sampleWhile(kontor.url, analyze())));
  report('isolation', {
    transactions: TRANSACTIONS,
    idle: figures(idleMs),
    duringAnalysis: figures(busyMs),
  });
});

/** Asks `/livez` again and again for as long as the work takes. */
async function sampleWhile(url: string, work: Promise<unknown>): Promise<number[]> {
  const samples: number[] = [];
  const state = { working: true };
  const done = work.finally(() => {
    state.working = false;
  });
  while (state.working) {
    samples.push(await timeMs(async () => (await fetch(`${url}/livez`)).text()));
    await sleep(EVERY_MS);
  }
  await done;
  return samples;
}

function figures(samplesMs: number[]) {
  return {
    samples: samplesMs.length,
    p50Ms: round(percentile(samplesMs, 0.5)),
    p99Ms: round(percentile(samplesMs, 0.99)),
    mostMs: round(Math.max(...samplesMs)),
  };
}
