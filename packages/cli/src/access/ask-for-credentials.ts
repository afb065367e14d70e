import { ApiError, createKontor } from 'kontor-sdk';
import type { Call } from '../command.types.ts';
import { CommandError } from '../exit.ts';
import { prompt } from '../prompt.ts';
import { describeScopes } from './describe-scopes.ts';
import { type Profile, readProfiles, writeProfiles } from './profiles.ts';
import type { Access } from './resolve-access.ts';

/** Asks a person, tries what they gave, and keeps it in the profile. */
export async function askForCredentials(call: Call, access: Access): Promise<Profile> {
  const { world, terminal } = call;
  terminal.note(`Kontor at ${access.url}. Leave out what you do not have; nothing that you type is shown.`);
  const apiKey = await prompt(world, 'API key (opens /v2): ', { hidden: true });
  const clientId = await prompt(world, 'Client id (opens /api): ');
  const clientSecret = clientId === '' ? '' : await prompt(world, 'Client secret: ', { hidden: true });
  return keepCredentials(call, access, { apiKey, clientId, clientSecret });
}

/** Rejects with `access` for credentials that the server refuses: none of them is kept then. */
export async function keepCredentials(
  { world, terminal }: Call,
  { url, profileName, forwardingSecret }: Access,
  given: { apiKey?: string; clientId?: string; clientSecret?: string },
): Promise<Profile> {
  const { apiKey, clientId, clientSecret } = given;
  if (!apiKey && !clientId)
    throw new CommandError('access', 'No credentials were given.', 'The console makes them: API Keys, API clients.');
  if (clientId && !clientSecret) throw new CommandError('access', 'The client’s secret is missing.');
  const profile: Profile = {
    url,
    ...(apiKey && { apiKey }),
    ...(clientId && { clientId, clientSecret }),
    ...(forwardingSecret && { forwardingSecret }),
  };
  for (const line of await tryCredentials(profile)) terminal.note(`${terminal.noteStyle('green', '✓')} ${line}`);
  const all = await readProfiles(world);
  const file = await writeProfiles(world, {
    current: profileName,
    profiles: { ...all.profiles, [profileName]: profile },
  });
  terminal.note(`Kept as profile “${profileName}” in ${file}, readable by you only.`);
  return profile;
}

async function tryCredentials({ url, apiKey, clientId, clientSecret }: Profile): Promise<string[]> {
  const kontor = createKontor({ baseUrl: url, apiKey, clientId, clientSecret });
  const lines: string[] = [];
  if (apiKey) {
    const { name, scopes } = await kontor.getWorkspace().catch((error: unknown) => refused(error, 'API key'));
    lines.push(`The key opens the workspace “${name}”: ${scopes.join(', ')}.`);
  }
  if (clientId && clientSecret) {
    const body = { grant_type: 'client_credentials' as const, client_id: clientId, client_secret: clientSecret };
    const { scope } = await kontor.issueToken({ body }).catch((error: unknown) => refused(error, 'client'));
    lines.push(`The client may: ${describeScopes(scope)}.`);
  }
  return lines;
}

function refused(error: unknown, what: string): never {
  if (error instanceof ApiError && (error.status === 401 || error.status === 400)) {
    throw new CommandError(
      'access',
      `The ${what} is refused: ${error.message}`,
      'Nothing was kept. Copy it once more from where it was made.',
    );
  }
  throw error;
}
