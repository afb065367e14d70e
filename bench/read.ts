/**
 * Claim: reading a result, with its token check, reaches at least 60 % of the requests per second of a bare Fastify route
 * that does one prepared SELECT of the same row and sends it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { findFreePort } from '../server/src/platform/db/embedded/free-port.ts';
import { awaitAnalysis, createUser, triggerAnalysis, uploadAccounts } from './harness/five-steps.ts';
import { type LoadFigures, load } from './harness/load.ts';
import { report } from './harness/report.ts';
import { median, round, spread } from './harness/statistics.ts';
import { uploadBody } from './harness/upload-body.ts';
import { withKontor } from './harness/with-kontor.ts';

const TRANSACTIONS = 1_000;
const CONNECTIONS = 32;
const SLICES = 15;
const SLICE_SECONDS = 2;
/** What the server's pool has by default. */
const POOL_SIZE = 20;
const RESULT = 'company/cashflow';

await withKontor(async (kontor, client) => {
  const userId = await createUser(client, 'company');
  await uploadAccounts(client, userId, uploadBody(TRANSACTIONS, 1));
  await awaitAnalysis(client, userId, await triggerAnalysis(client, userId));
  const bare = await startBareServer(await kontor.adminUrl(), userId);
  const resultUrl = `${kontor.url}/api/users/${userId}/analysis/${RESULT}`;
  const kontorSlices: LoadFigures[] = [];
  const bareSlices: LoadFigures[] = [];
  try {
    const body = await requireSameBody(resultUrl, bare.url, await client.authorization());
    // The first slice warms both and is not counted.
    for (let n = 0; n <= SLICES; n += 1) {
      const headers = { authorization: await client.authorization() };
      const slice = { connections: CONNECTIONS, seconds: SLICE_SECONDS };
      const ofBare = await load(bare.url, slice);
      const ofKontor = await load(resultUrl, { ...slice, headers });
      if (n === 0) continue;
      bareSlices.push(ofBare);
      kontorSlices.push(ofKontor);
    }
    const ratios = kontorSlices.map(
      (slice, n) => slice.requestsPerSecond / (bareSlices[n] as LoadFigures).requestsPerSecond,
    );
    report('read', {
      bodyBytes: Buffer.byteLength(body),
      connections: CONNECTIONS,
      slices: SLICES,
      requestsPerSecond: Math.round(median(kontorSlices.map((slice) => slice.requestsPerSecond))),
      floorRequestsPerSecond: Math.round(median(bareSlices.map((slice) => slice.requestsPerSecond))),
      ratio: { value: round(median(ratios)), atLeast: 0.6, ...spread(ratios) },
      p50Ms: median(kontorSlices.map((slice) => slice.p50Ms)),
      p99Ms: median(kontorSlices.map((slice) => slice.p99Ms)),
      floorP99Ms: median(bareSlices.map((slice) => slice.p99Ms)),
    });
  } finally {
    bare.stop();
  }
});

async function startBareServer(adminUrl: string, userId: string) {
  const db = new pg.Client({ connectionString: adminUrl });
  await db.connect();
  const { rows } = await db.query(
    'select completed_run_id as run_id from analysis_states join users using (user_key) where user_id = $1',
    [userId],
  );
  await db.end();
  const port = await findFreePort();
  const script = join(import.meta.dirname, 'harness/bare-server.ts');
  const child = spawn(process.execPath, [script, String(port), adminUrl, String(POOL_SIZE), rows[0].run_id, RESULT], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return { url: `http://127.0.0.1:${port}/result`, stop: () => child.kill() };
}

/** Both must send the same, or the comparison says nothing. */
async function requireSameBody(resultUrl: string, bareUrl: string, authorization: string): Promise<string> {
  const ofKontor = await (await fetch(resultUrl, { headers: { authorization } })).text();
  const ofBare = await (await fetch(bareUrl)).text();
  if (ofKontor !== ofBare || ofBare.length < 100) throw new Error(`Kontor sent ${ofKontor.slice(0, 200)}`);
  return ofBare;
}
