import type { Call } from '../command.types.ts';

export async function run(call: Call): Promise<undefined> {
  const kontor = await call.connect();
  call.terminal.result(await kontor.getUser({ userId: call.argument('user-id') }));
}
