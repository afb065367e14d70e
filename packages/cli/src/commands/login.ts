import { askForCredentials, keepCredentials } from '../access/ask-for-credentials.ts';
import { DEFAULT_URL, readProfiles } from '../access/profiles.ts';
import { isUnsafeUrl, resolveAccess } from '../access/resolve-access.ts';
import type { Call } from '../command.types.ts';
import { usageError } from '../exit.ts';
import { parseJson, readText } from '../prompt.ts';

/** Keeps credentials: typed by a person, or piped in. */
export async function run(call: Call): Promise<undefined> {
  const { world, terminal, text } = call;
  const wanted = text('profile');
  const known = (await readProfiles(world)).profiles;
  // A profile that is not there yet is made now.
  const isNew = wanted !== undefined && !known[wanted];
  const resolved = await resolveAccess({
    world,
    text: (name) => (name === 'profile' && isNew ? undefined : text(name)),
  });
  const url = isNew && !text('url') && !world.env.KONTOR_URL ? DEFAULT_URL : resolved.url;
  const access = { ...resolved, url, profileName: wanted ?? resolved.profileName };
  if (isUnsafeUrl(access.url))
    throw usageError(`${access.url} is plain http: a secret is not sent there.`, 'Use https.');
  const { url: keptUrl, ...profile } = terminal.isInteractive
    ? await askForCredentials(call, access)
    : await keepCredentials(call, access, await readPiped(call));
  const kept = {
    profile: access.profileName,
    url: keptUrl,
    opens: [...(profile.apiKey ? ['/v2'] : []), ...(profile.clientId ? ['/api'] : [])],
  };
  if (terminal.isJson) terminal.result(kept);
}

/** The JSON that the first start of a server writes, or a key alone. */
async function readPiped({ world }: Call): Promise<{ apiKey?: string; clientId?: string; clientSecret?: string }> {
  const piped = (await readText(world, '-')).trim();
  if (piped === '') {
    throw usageError('Nobody can be asked here, and nothing was piped in.', 'kontor login < .kontor/credentials.json');
  }
  if (!piped.startsWith('{')) return { apiKey: piped };
  const { apiKey, clientId, clientSecret } = parseJson(piped, 'The standard input') as Record<string, string>;
  return { apiKey, clientId, clientSecret };
}
