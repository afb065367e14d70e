/**
 * Claim: an upload of 100,000 transactions takes at most three times as long as a bare COPY of the same rows into a table
 * with the same columns and indexes in the same PostgreSQL, and the server never holds more than 400 MB resident.
 */
import { rowsOfBody, withCopyFloor } from './harness/copy-floor.ts';
import { createUser, uploadAccounts } from './harness/five-steps.ts';
import { report } from './harness/report.ts';
import { median, megabytes, round, spread, timeMs } from './harness/statistics.ts';
import { uploadBody } from './harness/upload-body.ts';
import { withKontor } from './harness/with-kontor.ts';

const TRANSACTIONS = 100_000;
const ROUNDS = 9;

const body = uploadBody(TRANSACTIONS, 1);
const rows = await rowsOfBody(body);
const uploadsMs: number[] = [];
const copiesMs: number[] = [];

await withKontor(async (kontor, client) => {
  const idleBytes = await kontor.residentBytes();
  await withCopyFloor(await kontor.adminUrl(), async (floor) => {
    // The first round warms both and is not counted.
    for (let n = 0; n <= ROUNDS; n += 1) {
      const userId = await createUser(client, 'person');
      const uploadMs = await timeMs(() => uploadAccounts(client, userId, body));
      const copyMs = await floor.copyMs(rows);
      if (n === 0) continue;
      uploadsMs.push(uploadMs);
      copiesMs.push(copyMs);
    }
  });
  const ratios = uploadsMs.map((uploadMs, n) => uploadMs / (copiesMs[n] as number));
  report('upload', {
    transactions: TRANSACTIONS,
    bodyMb: megabytes(body.length),
    rounds: ROUNDS,
    uploadMs: round(median(uploadsMs)),
    floorMs: round(median(copiesMs)),
    ratio: { value: round(median(ratios)), atMost: 3, ...spread(ratios) },
    idleResidentMb: megabytes(idleBytes),
    peakResidentMb: { value: megabytes(await kontor.peakResidentBytes()), atMost: 400 },
  });
});
