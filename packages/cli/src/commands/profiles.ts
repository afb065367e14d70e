import { readProfiles, writeProfiles } from '../access/profiles.ts';
import type { Call } from '../command.types.ts';
import { CommandError } from '../exit.ts';

/** Lists the profiles, without their secrets. With a name it makes that one the current one. */
export async function run({ world, terminal, find }: Call): Promise<undefined> {
  const name = find('name');
  const all = await readProfiles(world);
  if (name !== undefined) {
    if (!all.profiles[name]) {
      throw new CommandError('access', `There is no profile “${name}”.`, `kontor login --profile ${name} makes it.`);
    }
    await writeProfiles(world, { ...all, current: name });
    terminal.note(`“${name}” is the current profile now.`);
  }
  const current = name ?? all.current;
  const rows = Object.entries(all.profiles).map(([profile, { url, apiKey, clientId }]) => ({
    name: profile,
    current: profile === current,
    url,
    opens: [...(apiKey ? ['/v2'] : []), ...(clientId ? ['/api'] : [])],
  }));
  terminal.table(
    rows,
    {
      '': (row) => (row.current ? '*' : ' '),
      name: (row) => row.name,
      url: (row) => row.url,
      opens: (row) => row.opens.join(', '),
    },
    'There is no profile yet: kontor login makes one.',
  );
}
