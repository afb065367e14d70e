import type { Call } from '../command.types.ts';

export async function run(call: Call): Promise<undefined> {
  const kontor = await call.connect();
  const columns = { id: (bot: { id: string }) => bot.id, name: (bot: { name: string }) => bot.name };
  call.terminal.table(await kontor.listBots(), columns, 'There is no bot yet: kontor call createAgent makes one.');
}
