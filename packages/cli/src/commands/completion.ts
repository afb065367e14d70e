import type { Call } from '../command.types.ts';
import { renderCompletion, type Shell } from '../completion.ts';

export async function run(call: Call): Promise<undefined> {
  call.world.stdout.write(renderCompletion(call.argument('shell') as Shell));
}
