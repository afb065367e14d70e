import type { Call } from '../command.types.ts';
import { CommandError } from '../exit.ts';
import { confirm } from '../prompt.ts';

export async function run(call: Call): Promise<undefined> {
  const { terminal } = call;
  const kontor = await call.connect();
  const { userId, email, externalId } = await kontor.getUser({ userId: call.argument('user-id') });
  const known = email ?? externalId;
  const isMeant = await confirm(call, `Erase ${userId}${known ? ` (${known})` : ''} with all bank data, for good?`);
  if (!isMeant) throw new CommandError('failed', 'Nothing was erased.');
  const answer = await kontor.deleteUser({ userId });
  terminal.result(answer, () => {
    const rows = Object.entries(answer.erased).filter(([, count]) => count > 0);
    return `Erased ${userId}: ${rows.map(([kind, count]) => `${count} ${kind}`).join(', ') || 'nothing else was stored'}.`;
  });
}
