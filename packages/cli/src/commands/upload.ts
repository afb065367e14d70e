import type { Input } from 'kontor-sdk';
import type { Call } from '../command.types.ts';
import { readJson } from '../prompt.ts';

export async function run(call: Call): Promise<undefined> {
  const { world, terminal } = call;
  const userId = call.argument('user-id');
  const read = await readJson(world, call.argument('file'));
  const body = (Array.isArray(read) ? { accounts: read } : read) as Input<'uploadAccounts'>['body'];
  const kontor = await call.connect();
  const answer = await kontor.uploadAccounts({ userId, body }, { signal: world.signal });
  terminal.result(answer, () => {
    const { accounts, added, updated, skipped, removed } = answer;
    const lines = accounts.map(({ accountId, status }) => `Account ${accountId}: ${status}`);
    return [...lines, `${added} transactions added, ${updated} updated, ${skipped} known, ${removed} removed`].join(
      '\n',
    );
  });
  terminal.note(`Next: kontor analyze ${userId} --wait`);
}
