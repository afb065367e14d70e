/**
 * Runs the peer over the histories of a file; in plain JavaScript, because it runs in whatever Node its native addon was
 * made for. `node actual-process.mjs <entry of the package> <job.json> <answer.json>`; shapes: see run-actual.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [entry, jobPath, answerPath] = process.argv.slice(2);
const api = await import(pathToFileURL(entry).href);
const answers = [];
for (const history of JSON.parse(readFileSync(jobPath, 'utf8'))) answers.push(await run(history));
writeFileSync(answerPath, JSON.stringify(answers));
process.exit(0);

async function run({ name, accounts, rules }) {
  const dataDir = await mkdtemp(join(tmpdir(), 'kontor-peer-budget-'));
  try {
    const { send } = await api.init({ dataDir, verbose: false });
    const accountIds = new Map();
    await api.runImport(name, async () => {
      for (const { accountId } of accounts) {
        accountIds.set(accountId, await api.createAccount({ name: accountId, offbudget: false }));
      }
      await createRules(rules);
    });
    const startedAt = performance.now();
    const cpu = process.cpuUsage();
    for (const { accountId, transactions } of accounts) {
      const { errors, added } = await api.importTransactions(accountIds.get(accountId), transactions);
      if (errors?.length > 0 || added.length !== transactions.length) {
        throw new Error(`It took ${added.length} of ${transactions.length} transactions: ${JSON.stringify(errors)}`);
      }
    }
    const schedules = await send('schedule/discover');
    const wallMs = performance.now() - startedAt;
    const { user, system } = process.cpuUsage(cpu);
    const payees = new Map((await api.getPayees()).map((payee) => [payee.id, payee.name]));
    const accountOf = new Map([...accountIds].map(([accountId, id]) => [id, accountId]));
    return {
      wallMs,
      cpuMs: (user + system) / 1_000,
      schedules: schedules.map(({ account, payee, amount, date }) => ({
        accountId: accountOf.get(account),
        payee: payees.get(payee),
        amount,
        date,
      })),
    };
  } finally {
    await api.shutdown();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** One rule per payee that puts it into its category, as the peer learns them from its user. */
async function createRules(rules) {
  const group = await api.createCategoryGroup({ name: 'Kinds' });
  const categories = new Map();
  for (const { payee, category } of rules) {
    if (!categories.has(category)) {
      categories.set(category, await api.createCategory({ name: category, group_id: group }));
    }
    await api.createRule({
      stage: null,
      conditionsOp: 'and',
      conditions: [{ field: 'imported_payee', op: 'is', value: payee }],
      actions: [{ field: 'category', op: 'set', value: categories.get(category) }],
    });
  }
}
