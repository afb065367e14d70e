/**
 * Runs the peer over the readings of a file; in plain JavaScript, because it runs in whatever Node its native addon was
 * made for. `node reimport-process.mjs <entry of the package> <job.json> <answer.json>`; shapes: see reimport.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [entry, jobPath, answerPath] = process.argv.slice(2);
const api = await import(pathToFileURL(entry).href);
const answers = [];
for (const readings of JSON.parse(readFileSync(jobPath, 'utf8'))) answers.push(await run(readings));
writeFileSync(answerPath, JSON.stringify(answers));
process.exit(0);

/** How many transactions the account has after all readings. */
async function run(readings) {
  const dataDir = await mkdtemp(join(tmpdir(), 'kontor-peer-budget-'));
  try {
    await api.init({ dataDir, verbose: false });
    let accountId;
    await api.runImport('readings', async () => {
      accountId = await api.createAccount({ name: 'giro', offbudget: false });
    });
    for (const transactions of readings) {
      const { errors } = await api.importTransactions(accountId, transactions);
      if (errors?.length > 0) throw new Error(JSON.stringify(errors));
    }
    return (await api.getTransactions(accountId, '2020-01-01', '2030-01-01')).length;
  } finally {
    await api.shutdown();
    await rm(dataDir, { recursive: true, force: true });
  }
}
