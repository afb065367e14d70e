import type { Result } from 'kontor-sdk';
import type { Call } from '../command.types.ts';
import { openFile } from '../open-file.ts';
import { parseJson, readText } from '../prompt.ts';

export async function run(call: Call): Promise<undefined> {
  const { world, terminal, text, flag } = call;
  const userId = call.argument('user-id');
  const form = new FormData();
  for (const file of call.all('file')) {
    const { blob, name } = await openFile(world.cwd, file);
    form.append('file', blob, name);
  }
  const [account, mapping] = [text('account'), text('mapping')];
  if (account !== undefined) form.append('accountId', account);
  if (mapping !== undefined) {
    const columns = await readText(world, mapping);
    parseJson(columns, mapping);
    form.append('mapping', columns);
  }
  const kontor = await call.connect();
  const query = { ...(flag('strict') && { strict: true }), ...(flag('dry-run') && { dryRun: true }) };
  const answer = await kontor.importFiles({ userId, query, body: form }, { signal: world.signal });
  terminal.result(answer, () => render(answer));
  if (flag('dry-run')) terminal.note('Nothing was stored.');
  else terminal.note(`Next: kontor analyze ${userId} --wait`);
}

function render(answer: Result<'importFiles'>): string {
  const accounts = answer.accounts.map(({ accountId, iban, name, status, imported, duplicates }) => {
    return `Account ${accountId} (${iban ?? name ?? 'no name'}, ${status}): ${imported} new, ${duplicates} known`;
  });
  const gaps = answer.accounts.flatMap(({ accountId, balanceGap: gap }) =>
    gap
      ? [`Account ${accountId}: balances and transactions part by ${gap.difference} from ${gap.since} to ${gap.until}`]
      : [],
  );
  const rejected = answer.rejected.map(({ file, line, reason }) => `Left out: ${file}, line ${line}: ${reason}`);
  const total = `${answer.imported} imported, ${answer.duplicates} duplicates, ${answer.rejectedCount} rejected`;
  return [...accounts, ...gaps, ...rejected, total].join('\n');
}
