/**
 * Readings that overlap, through Actual Budget (npm @actual-app/api 26.9.0, MIT) and through Kontor with a real database:
 * how many transactions are there afterwards, and how many there should be. Prints a table and one JSON line.
 * `node bench/reimport.ts`
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { queues, schedules } from '../server/src/app.ts';
import { createServices } from '../server/src/assemble.ts';
import { storeStatements } from '../server/src/modules/banking/index.ts';
import type { StatementTransaction } from '../server/src/modules/banking/statements/statement.types.ts';
import { statementAccount } from '../server/src/modules/banking/statements/statements.testing.ts';
import { createWorkspace } from '../server/src/modules/identity/index.ts';
import { createUser } from '../server/src/modules/users/index.ts';
import { NO_BANK_ACCESS } from '../server/src/platform/bank-access.ts';
import { withWorkspace } from '../server/src/platform/context.ts';
import { randomToken, sha256Hex, uuidv7 } from '../server/src/platform/crypto/random.ts';
import { parseKeyring } from '../server/src/platform/crypto/secret-box.ts';
import { openDatabase } from '../server/src/platform/db/open-database.ts';
import { prepareJobs } from '../server/src/platform/jobs/jobs.ts';
import { createLogger } from '../server/src/platform/log/index.ts';
import { report } from './harness/report.ts';
import { installActual } from './peers/install-actual.ts';
import { SCENARIOS, type Scenario } from './peers/reimport-scenarios.ts';

/** What the API's importTransactions takes: https://actualbudget.org/docs/api/reference#transaction */
const toActual = (one: StatementTransaction) => ({
  date: one.bookingDate,
  amount: one.amountMinor,
  payee_name: one.paymentPartner?.name ?? one.purpose ?? 'unknown',
  imported_payee: one.paymentPartner?.name ?? one.purpose ?? 'unknown',
  notes: one.purpose ?? '',
  cleared: one.status === 'booked',
  ...(one.bankIds[0] && { imported_id: one.bankIds[0] }),
});

async function runActual(): Promise<{ version: string; counts: number[] }> {
  const peer = await installActual();
  const folder = await mkdtemp(join(tmpdir(), 'kontor-peer-job-'));
  try {
    const [job, answer] = [join(folder, 'job.json'), join(folder, 'answer.json')];
    const readings = SCENARIOS.map((scenario) =>
      scenario.readings.map(({ transactions }) => transactions.map(toActual)),
    );
    await writeFile(job, JSON.stringify(readings));
    const script = join(import.meta.dirname, 'peers/reimport-process.mjs');
    await promisify(execFile)(peer.node, [script, peer.entry, job, answer], { maxBuffer: 2 ** 26 });
    return { version: peer.version, counts: JSON.parse(await readFile(answer, 'utf8')) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* partsOf(transactions: StatementTransaction[]) {
  yield { kind: 'account', ref: 'giro', account: statementAccount() } as const;
  yield { kind: 'transactions', ref: 'giro', transactions } as const;
}

async function runKontor(): Promise<number[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kontor-reimport-'));
  const log = createLogger({ level: 'silent' });
  const keyring = parseKeyring(sha256Hex(randomToken(32)));
  const prepare = (adminUrl: string) => prepareJobs(adminUrl, queues, schedules);
  const database = await openDatabase({ dataDir, databaseUrl: null, appDatabaseUrl: null, keyring, log, prepare });
  const options = { databaseUrl: database.appUrl, databasePoolSize: 2, keyring, publicUrl: 'http://kontor.test', log };
  const { services, close } = await createServices({ ...options, bankAccess: NO_BANK_ACCESS, worker: false });
  const workspaceId = uuidv7(Date.now());
  const readAll = async ({ readings }: Scenario): Promise<number> => {
    const { userId } = await withWorkspace(services, workspaceId, (ctx) =>
      createUser(ctx, { type: 'person', automaticAnalysis: 'suspended' }),
    );
    let count = 0;
    for (const { file, transactions } of readings) {
      const source = file ? ({ kind: 'import' } as const) : ({ kind: 'bank', from: null, to: '2026-12-31' } as const);
      const { imported, removed } = await withWorkspace(services, workspaceId, (ctx) =>
        storeStatements(ctx, userId, source, partsOf(transactions)),
      );
      count += imported - removed;
    }
    return count;
  };
  try {
    await withWorkspace(services, workspaceId, (ctx) => createWorkspace(ctx, 'Bench'));
    const counts: number[] = [];
    for (const scenario of SCENARIOS) counts.push(await readAll(scenario));
    return counts;
  } finally {
    await close(5_000);
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const kontor = await runKontor();
const { version, counts: actual } = await runActual();
const told = (found: number, truth: number) => (found === truth ? `${found}` : `**${found}**`);
console.log(`| | really | Actual ${version} | Kontor |\n|---|---|---|---|`);
for (const [n, { name, truth }] of SCENARIOS.entries()) {
  console.log(`| ${name} | ${truth} | ${told(actual[n] ?? -1, truth)} | ${told(kontor[n] ?? -1, truth)} |`);
}
console.log();
const right = (counts: number[]) => SCENARIOS.filter(({ truth }, n) => counts[n] === truth).length;
report('reimport: Actual Budget', {
  scenarios: SCENARIOS.length,
  actualRight: right(actual),
  kontorRight: { value: right(kontor), atLeast: SCENARIOS.length },
});
