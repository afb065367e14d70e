import type { Call } from '../command.types.ts';
import { CommandError, usageError } from '../exit.ts';
import { DEFAULT_URL, type Profile, readProfiles } from './profiles.ts';

export interface Access extends Profile {
  /** The profile that it comes from, or that `login` would make. */
  profileName: string;
  /** Where the credentials come from, for people. */
  source: string;
}

/**
 * Address and credentials: of the environment first, then of the profile. A profile's credentials go to the profile's own
 * address only: with another `--url` or `KONTOR_URL` they are left out.
 */
export async function resolveAccess({ world, text }: Pick<Call, 'world' | 'text'>): Promise<Access> {
  const { env } = world;
  const { current, profiles } = await readProfiles(world);
  const profileName = text('profile') ?? env.KONTOR_PROFILE ?? current;
  const profile = profiles[profileName];
  if (text('profile') !== undefined && !profile) {
    const names = Object.keys(profiles).join(', ') || 'none yet';
    throw new CommandError(
      'access',
      `There is no profile “${profileName}”; there are: ${names}.`,
      'kontor login --profile NAME makes one.',
    );
  }
  const url = normalUrl(text('url') ?? env.KONTOR_URL ?? profile?.url ?? DEFAULT_URL);
  const kept: Partial<Profile> = profile && normalUrl(profile.url) === url ? profile : {};
  const fromEnv = {
    ...(env.KONTOR_API_KEY && { apiKey: env.KONTOR_API_KEY }),
    ...(env.KONTOR_CLIENT_ID && { clientId: env.KONTOR_CLIENT_ID, clientSecret: env.KONTOR_CLIENT_SECRET }),
  };
  const isEnv = Object.keys(fromEnv).length > 0;
  const source = isEnv ? 'the environment' : profile ? `profile “${profileName}”` : 'nowhere';
  return { ...kept, ...fromEnv, url, profileName, source };
}

/** Without a path, and without what could be sent to it by mistake. */
export function normalUrl(given: string): string {
  const isHere = /^(localhost|127\.|\[::1\])/.test(given);
  const withScheme = /^https?:\/\//i.test(given) ? given : `http${isHere ? '' : 's'}://${given}`;
  if (!URL.canParse(withScheme))
    throw usageError(`“${given}” is no address.`, 'Write it like https://kontor.example.com.');
  const { protocol, host, username, pathname } = new URL(withScheme);
  if (username)
    throw usageError('An address with a user name in it is refused.', 'Credentials are kept by “kontor login”.');
  const below = pathname.replace(/\/+$/, '').replace(/\/(api|v2)$/, '');
  return `${protocol}//${host}${below}`;
}

/** Whether secrets that go there could be read on the way. */
export const isUnsafeUrl = (url: string): boolean =>
  url.startsWith('http:') && !/^(127\.|localhost$|\[::1\]$|::1$)/.test(new URL(url).hostname);
