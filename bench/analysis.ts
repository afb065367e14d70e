/**
 * Claim: upload → analysis → results read, 10,000 transactions, takes at most five times as long as a bare COPY of the
 * same rows; and one more transaction costs about the same (less than 1.3 × apart) between 1,000 and 10,000 as between
 * 10,000 and 100,000.
 *
 * What is counted runs from the first byte of the upload to the last byte of the results: upload, trigger, the queue
 * handing the job to the worker, the run, polls (every 15 ms, every 2 ms from the engines on) until one says "completed",
 * and reading every page of categorised transactions and two results. Left out is the time between the two last polls in
 * which the run was completed and nobody asked.
 */
import type { BenchClient } from './harness/api-client.ts';
import { type CopyFloor, type FloorRows, rowsOfBody, withCopyFloor } from './harness/copy-floor.ts';
import {
  awaitAnalysis,
  countTransactions,
  createUser,
  readResults,
  triggerAnalysis,
  uploadAccounts,
} from './harness/five-steps.ts';
import { report } from './harness/report.ts';
import { median, megabytes, round } from './harness/statistics.ts';
import { uploadBody } from './harness/upload-body.ts';
import { withKontor } from './harness/with-kontor.ts';

const SIZES = [1_000, 10_000, 100_000] as const;
/** A server that has run for a moment: V8 has compiled what is used often. */
const WARM_UPS = 3;
const ROUNDS = 15;

interface Laps {
  uploadMs: number;
  /** From the run's own timestamps. */
  runMs: number;
  readMs: number;
  totalMs: number;
  floorMs: number;
}

interface Input {
  size: number;
  body: Buffer;
  rows: FloorRows;
  laps: Laps[];
}

async function walk(client: BenchClient, floor: CopyFloor, { size, body, rows }: Input): Promise<Laps> {
  const userId = await createUser(client, 'company');
  const startMs = performance.now();
  await uploadAccounts(client, userId, body);
  const uploadedMs = performance.now();
  const { runMs, waitedMs } = await awaitAnalysis(client, userId, await triggerAnalysis(client, userId));
  const completedMs = performance.now();
  const pages = await readResults(client, userId, 'company');
  const endMs = performance.now();
  const count = countTransactions(pages);
  if (count !== size) throw new Error(`${count} of ${size} transactions came back categorised.`);
  return {
    uploadMs: uploadedMs - startMs,
    runMs,
    readMs: endMs - completedMs,
    totalMs: endMs - startMs - waitedMs,
    floorMs: await floor.copyMs(rows),
  };
}

function mediansOf(laps: Laps[]): Laps {
  const of = (lap: keyof Laps) => round(median(laps.map((each) => each[lap])));
  return {
    uploadMs: of('uploadMs'),
    runMs: of('runMs'),
    readMs: of('readMs'),
    totalMs: of('totalMs'),
    floorMs: of('floorMs'),
  };
}

const inputs: Input[] = [];
for (const size of SIZES) {
  const body = uploadBody(size, 1);
  inputs.push({ size, body, rows: await rowsOfBody(body), laps: [] });
}
await withKontor(async (kontor, client) => {
  await kontor.rests();
  await withCopyFloor(await kontor.adminUrl(), async (floor) => {
    for (let n = -WARM_UPS; n < ROUNDS; n += 1) {
      for (const input of inputs) {
        const laps = await walk(client, floor, input);
        if (n >= 0) input.laps.push(laps);
      }
    }
  });
  const [small, middle, large] = inputs.map(({ laps }) => mediansOf(laps)) as [Laps, Laps, Laps];
  const ratios = (inputs[1]?.laps ?? []).map(({ totalMs, floorMs }) => totalMs / floorMs);
  const oneMoreUs = {
    from1000To10000: round(((middle.totalMs - small.totalMs) / 9_000) * 1_000),
    from10000To100000: round(((large.totalMs - middle.totalMs) / 90_000) * 1_000),
  };
  const slopes = Object.values(oneMoreUs);
  report('analysis', {
    rounds: ROUNDS,
    medians: { 1000: small, 10000: middle, 100000: large },
    ratio: { value: round(median(ratios)), atMost: 5 },
    oneMoreUs,
    slope: { value: round(Math.max(...slopes) / Math.min(...slopes)), atMost: 1.3 },
    peakResidentMb: megabytes(await kontor.peakResidentBytes()),
  });
});
