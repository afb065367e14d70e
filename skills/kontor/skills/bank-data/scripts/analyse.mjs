// node analyse.mjs FILE [--user ID | --external-id ID] [--type person|company] [--replace]: upload, analyse, summarise.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { connect } from '../../../lib/access.mjs';
import { EXIT, runScript, Stop } from '../../../lib/exit.mjs';

await runScript(async (args) => {
  const options = {
    user: { type: 'string' },
    'external-id': { type: 'string' },
    type: { type: 'string', default: 'person' },
    replace: { type: 'boolean' },
  };
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (!positionals[0])
    throw new Stop(EXIT.usage, 'Say which file: node analyse.mjs accounts.json --external-id crm-4711');
  const given = JSON.parse(await readFile(positionals[0], 'utf8'));
  const accounts = Array.isArray(given) ? given : given.accounts;
  const kontor = await connect();
  const userId = values.user ?? (await findOrCreate(kontor, values));
  const known = new Set((await kontor.listAccounts({ userId })).accounts.map(({ accountId }) => accountId));
  const twice = accounts.map(({ accountId }) => accountId).filter((id) => known.has(id));
  if (twice.length > 0 && !values.replace) {
    throw new Stop(
      EXIT.approval,
      `The user ${userId} has these accounts already: ${twice.join(', ')}. Uploading replaces them with all their bookings.`,
      'Show that to a person. After their yes run it again with --replace. To add bookings use addTransactions.',
    );
  }
  await kontor.uploadAccounts({ userId, body: { accounts } });
  const { correlationId } = await kontor.triggerAnalysis({ userId });
  await kontor.waitForAnalysis({ userId, correlationId });
  const { counts } = await kontor.getAnalysis({ userId, correlationId });
  const { contracts } = await kontor.listContracts({ userId });
  const recurring = contracts.map(({ name, direction, frequency, status, averageAmount }) => {
    return { name, direction, frequency, status, averageAmount };
  });
  console.log(JSON.stringify({ userId, correlationId, counts, recurring }, null, 1));
});

async function findOrCreate(kontor, { 'external-id': externalId, type }) {
  const { users } = externalId ? await kontor.listUsers({ query: { externalId } }) : { users: [] };
  if (users[0]) return users[0].userId;
  const body = { type, automaticAnalysis: 'suspended', ...(externalId && { externalId }) };
  return (await kontor.createUser({ body })).userId;
}
