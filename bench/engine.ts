/**
 * Claims: the full analysis of a user with 4,000 bookings in two years takes at most 60 ms of CPU; the compiled index of
 * the categorizer is ready after 150 ms and takes at most 60 MB.
 *
 * The analysis is what a worker runs between reading rows and storing results: categorizing, pairing own transfers,
 * streams, all modules, and the pages of categorised transactions as JSON. Every run is another user, so no text was
 * seen before. CPU is that of the whole process: garbage collector and compiler threads count.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { getCategorizer } from '../server/src/modules/categorization/index.ts';
import { type BankData, runPipeline } from '../server/test/histories/analyze-history.ts';
import { bulkUser } from './bulk-user.ts';
import { report } from './harness/report.ts';
import { median, round, spread } from './harness/statistics.ts';

const TRANSACTIONS = 4_000;
const WARM_UPS = 12;
const ROUNDS = 15;
const FRESH_PROCESSES = 5;

async function cpuMs(work: () => Promise<unknown>): Promise<number> {
  const from = process.cpuUsage();
  await work();
  const spent = process.cpuUsage(from);
  return (spent.user + spent.system) / 1_000;
}

async function analyzeFully(user: BankData): Promise<void> {
  const { pages } = await runPipeline(user);
  let bytes = 0;
  for (const page of pages) bytes += page.length;
  if (bytes === 0) throw new Error('No transaction came back categorised.');
}

async function measureAnalysis(userType: BankData['userType']): Promise<void> {
  const users = Array.from({ length: WARM_UPS + ROUNDS }, (_, n) => bulkUser(userType, TRANSACTIONS, n + 1));
  const runs: number[] = [];
  const categorizing: number[] = [];
  for (const [n, user] of users.entries()) {
    const spent = await cpuMs(() => analyzeFully(user));
    const context = { userType, accounts: user.accounts };
    const alone = await cpuMs(async () => {
      for (const transaction of user.transactions) getCategorizer().categorize(transaction, context);
    });
    if (n < WARM_UPS) continue;
    runs.push(spent);
    categorizing.push(alone);
  }
  report(`engine: full analysis of a ${userType}`, {
    transactions: TRANSACTIONS,
    rounds: ROUNDS,
    cpuMs: { value: round(median(runs)), atMost: 60, ...spread(runs) },
    // The same texts a second time, so a little less than within the analysis.
    categorizingAloneMs: round(median(categorizing)),
  });
}

interface StartUp {
  ms: number;
  heapMb: number;
  residentMb: number;
}

/** In this process, which has not loaded the index yet; needs --expose-gc. */
function measureStartUp(): StartUp {
  const collect = (globalThis as { gc?: () => void }).gc;
  collect?.();
  const before = process.memoryUsage();
  const startedAt = performance.now();
  getCategorizer();
  const ms = performance.now() - startedAt;
  collect?.();
  const after = process.memoryUsage();
  const held = (usage: NodeJS.MemoryUsage) => usage.heapUsed + usage.external;
  return { ms, heapMb: (held(after) - held(before)) / 1e6, residentMb: (after.rss - before.rss) / 1e6 };
}

async function reportStartUp(): Promise<void> {
  const starts: StartUp[] = [];
  for (let n = 0; n < FRESH_PROCESSES; n += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', import.meta.filename, 'start-up']);
    starts.push(JSON.parse(stdout));
  }
  const of = (key: keyof StartUp) => starts.map((start) => start[key]);
  report('engine: start of the compiled index', {
    processes: FRESH_PROCESSES,
    ms: { value: round(median(of('ms'))), atMost: 150, ...spread(of('ms')) },
    residentMb: { value: round(median(of('residentMb'))), atMost: 60, ...spread(of('residentMb')) },
    heapMb: round(median(of('heapMb'))),
  });
}

if (process.argv[2] === 'start-up') {
  process.stdout.write(JSON.stringify(measureStartUp()));
} else {
  await reportStartUp();
  await measureAnalysis('person');
  await measureAnalysis('company');
}
