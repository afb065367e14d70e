import { readProfiles, writeProfiles } from '../access/profiles.ts';
import type { Call } from '../command.types.ts';
import { CommandError } from '../exit.ts';

/** Forgets a profile on this machine; the key itself lives on until it is revoked. */
export async function run({ world, terminal, text }: Call): Promise<undefined> {
  const { current, profiles } = await readProfiles(world);
  const name = text('profile') ?? world.env.KONTOR_PROFILE ?? current;
  if (!profiles[name])
    throw new CommandError('access', `There is no profile “${name}”.`, '“kontor profiles list” lists them.');
  const { [name]: _, ...rest } = profiles;
  await writeProfiles(world, {
    current: current === name ? (Object.keys(rest)[0] ?? 'default') : current,
    profiles: rest,
  });
  terminal.note(
    `The profile “${name}” is forgotten. Its key still works until it is revoked (kontor call revokeApiKey).`,
  );
  if (terminal.isJson) terminal.result({ removed: name });
}
