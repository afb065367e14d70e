import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Half, Options } from './read-arguments.ts';
import { readSecret } from './secret-store.ts';

export type Credential = { apiKey: string } | { clientId: string; clientSecret: string };

export interface Access {
  url: string;
  credential: Credential;
  /** Plain http to another machine. */
  isOpenToReaders: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

interface Kept {
  url?: string;
  apiKey?: string;
  clientId?: string;
  clientSecret?: string;
}

/**
 * Where Kontor is, and what opens it: from the environment, else from the system's secret store, else from the profile that
 * `kontor login` keeps, each only for the address that it belongs to. Throws with what to set.
 */
export async function resolveAccess(
  { half, profile }: Pick<Options, 'half' | 'profile'>,
  env: Environment,
  platform: NodeJS.Platform,
): Promise<Access> {
  const kept = await readProfile(profile ?? env.KONTOR_PROFILE, env, platform);
  const given = env.KONTOR_URL ?? kept.url;
  if (!given) throw new Error('Set KONTOR_URL: where Kontor is, such as https://kontor.example.com.');
  const url = normalUrl(given);
  const own = kept.url !== undefined && normalUrl(kept.url) === url ? kept : {};
  const ask = (name: string) => readSecret(url, name, platform);
  for (const wanted of half ? [half] : (['bots', 'bank'] as const)) {
    const credential =
      fromFields(wanted, fromEnvironment(env)) ?? (await fromStore(wanted, ask)) ?? fromFields(wanted, own);
    if (credential) return { url, credential, isOpenToReaders: isOpenToReaders(url) };
  }
  throw new Error(
    half === 'bank'
      ? 'There is no client for the bank half: set KONTOR_CLIENT_ID and KONTOR_CLIENT_SECRET.'
      : 'There is no credential: set KONTOR_API_KEY, or KONTOR_CLIENT_ID and KONTOR_CLIENT_SECRET.',
  );
}

const fromEnvironment = (env: Environment): Kept => ({
  apiKey: env.KONTOR_API_KEY,
  clientId: env.KONTOR_CLIENT_ID,
  clientSecret: env.KONTOR_CLIENT_SECRET,
});

function fromFields(half: Half, { apiKey, clientId, clientSecret }: Kept): Credential | undefined {
  if (half === 'bots') return apiKey ? { apiKey } : undefined;
  return clientId && clientSecret ? { clientId, clientSecret } : undefined;
}

async function fromStore(
  half: Half,
  ask: (name: string) => Promise<string | undefined>,
): Promise<Credential | undefined> {
  if (half === 'bots') return fromFields(half, { apiKey: await ask('api-key') });
  const clientId = await ask('client-id');
  return clientId ? fromFields(half, { clientId, clientSecret: await ask('client-secret') }) : undefined;
}

/** As the command line writes it. Nothing where there is none. */
async function readProfile(asked: string | undefined, env: Environment, platform: NodeJS.Platform): Promise<Kept> {
  const home = env.HOME ?? homedir();
  const settings =
    env.XDG_CONFIG_HOME ||
    (platform === 'win32' ? env.APPDATA || path.join(home, 'AppData/Roaming') : path.join(home, '.config'));
  const file = path.join(settings, 'kontor', 'profiles.json');
  const text = await readFile(file, 'utf8').catch(() => null);
  const all = text === null ? {} : (parse(text, file) as { current?: string; profiles?: Record<string, Kept> });
  const found = all.profiles?.[asked ?? all.current ?? 'default'];
  if (asked !== undefined && !found) throw new Error(`There is no profile ${asked} in ${file}.`);
  return found ?? {};
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${file} is not JSON. Sign in again with "kontor login", or set KONTOR_API_KEY.`);
  }
}

/** Without a path that somebody copied along. */
function normalUrl(given: string): string {
  const url = URL.parse(/^https?:\/\//i.test(given) ? given : `https://${given}`);
  if (!url || url.username)
    throw new Error(`${given} is no address of Kontor; write it like https://kontor.example.com.`);
  return `${url.origin}${url.pathname.replace(/\/+$/, '').replace(/\/(api|v2|mcp)$/, '')}`;
}

const isOpenToReaders = (url: string) =>
  url.startsWith('http:') && !/^(127\..*|localhost|\[::1\])$/.test(new URL(url).hostname);
