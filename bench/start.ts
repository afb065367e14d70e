/**
 * Claim: a warm start is ready within 3 s, the first start (creating the cluster, the schema and the demo workspace)
 * within 20 s. Ready: `/readyz` answers 200.
 */
import { report } from './harness/report.ts';
import { createDataDir, removeDataDir, startKontor } from './harness/running-kontor.ts';
import { median, round, spread } from './harness/statistics.ts';

const FIRST_STARTS = 3;
const WARM_STARTS_EACH = 3;

const firstMs: number[] = [];
const warmMs: number[] = [];
for (let n = 0; n < FIRST_STARTS; n += 1) {
  const dataDir = await createDataDir();
  try {
    for (let start = 0; start <= WARM_STARTS_EACH; start += 1) {
      const kontor = await startKontor(dataDir);
      (start === 0 ? firstMs : warmMs).push(kontor.startedInMs);
      await kontor.stop();
    }
  } finally {
    await removeDataDir(dataDir);
  }
}
report('start', {
  firstStarts: FIRST_STARTS,
  warmStarts: warmMs.length,
  warmMs: { value: round(median(warmMs)), atMost: 3_000, ...spread(warmMs) },
  firstMs: { value: round(median(firstMs)), atMost: 20_000, ...spread(firstMs) },
});
