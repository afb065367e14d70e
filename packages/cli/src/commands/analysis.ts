import { ANALYSES } from '../analyses.ts';
import type { Call } from '../command.types.ts';

export async function run(call: Call): Promise<undefined> {
  const { terminal, world } = call;
  const operation = ANALYSES[call.argument('result') as keyof typeof ANALYSES];
  const userId = call.argument('user-id');
  const kontor = await call.connect();
  if (operation !== 'listCategorizedTransactions') {
    terminal.result(await kontor[operation]({ userId }, { signal: world.signal }));
    return;
  }
  const rows = [];
  for await (const row of kontor.items(operation, { userId, query: { limit: 500 } }, { signal: world.signal }))
    rows.push(row);
  terminal.result(rows);
}
