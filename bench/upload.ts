/**
 * Claim: an upload of 100,000 transactions takes at most three times as long as a bare COPY of the same rows into a table
 * with the same columns and indexes in the same PostgreSQL, and the server never holds more than 400 MB resident.
 */
import { createBenchClient } from './harness/api-client.ts';
import { openCopyFloor, rowsOfBody } from './harness/copy-floor.ts';
import { report } from './harness/report.ts';
import { createDataDir, removeDataDir, startKontor } from './harness/running-kontor.ts';
import { median, round, timeMs } from './harness/statistics.ts';
import { uploadBody } from './harness/upload-body.ts';

const TRANSACTIONS = 100_000;
const ROUNDS = 7;
const MOST_RATIO = 3;
const MOST_RESIDENT_MB = 400;

const body = uploadBody(TRANSACTIONS, 1);
const rows = await rowsOfBody(body);
const dataDir = await createDataDir();
const kontor = await startKontor(dataDir);
const idleBytes = await kontor.residentBytes();
const client = await createBenchClient(kontor.url, kontor.credentials);
const floor = await openCopyFloor(await kontor.adminUrl());

const uploadsMs: number[] = [];
const copiesMs: number[] = [];
// The first round warms both and is not counted.
for (let n = 0; n <= ROUNDS; n += 1) {
  const created = await client.post('/users', { type: 'person', automaticAnalysis: 'suspended' });
  const { userId } = JSON.parse(created.text);
  const uploadMs = await timeMs(() => client.post(`/users/${userId}/banking/accounts`, body));
  const copyMs = await floor.copyMs(rows);
  if (n === 0) continue;
  uploadsMs.push(uploadMs);
  copiesMs.push(copyMs);
}
const peakBytes = await kontor.peakResidentBytes();
await floor.close();
client.close();
await kontor.stop();
await removeDataDir(dataDir);

const uploadMs = median(uploadsMs);
const floorMs = median(copiesMs);
report('upload', {
  transactions: TRANSACTIONS,
  bodyMb: round(body.length / 1e6),
  rounds: ROUNDS,
  uploadMs: round(uploadMs),
  floorMs: round(floorMs),
  all: uploadsMs.map((ms, n) => `${Math.round(ms)}/${Math.round(copiesMs[n] as number)}`),
  ratio: { value: round(uploadMs / floorMs), atMost: MOST_RATIO },
  idleResidentMb: round(idleBytes / 1024 / 1024),
  peakResidentMb: { value: round(peakBytes / 1024 / 1024), atMost: MOST_RESIDENT_MB },
});
