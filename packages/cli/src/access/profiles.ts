import { chmod, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CommandError } from '../exit.ts';
import type { World } from '../world.ts';

/** How one Kontor is reached. */
export interface Profile {
  url: string;
  apiKey?: string;
  clientId?: string;
  clientSecret?: string;
  /** Signs what `webhooks listen` and `webhooks trigger` forward: of this machine only, and no credential of Kontor. */
  forwardingSecret?: string;
}

export interface Profiles {
  current: string;
  profiles: Record<string, Profile>;
}

export const DEFAULT_URL = 'http://127.0.0.1:4800';

/** Where the platform keeps settings of a person. */
export function profilesPath({ env, home, platform }: Pick<World, 'env' | 'home' | 'platform'>): string {
  const folder =
    env.XDG_CONFIG_HOME ||
    (platform === 'win32' ? env.APPDATA || path.join(home, 'AppData/Roaming') : path.join(home, '.config'));
  return path.join(folder, 'kontor', 'profiles.json');
}

export async function readProfiles(world: World): Promise<Profiles> {
  const file = profilesPath(world);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return { current: 'default', profiles: {} };
  try {
    const { current, profiles } = JSON.parse(text) as Partial<Profiles>;
    return { current: current ?? 'default', profiles: profiles ?? {} };
  } catch {
    throw new CommandError('access', `${file} is not JSON.`, 'Mend it, or delete it and sign in again: kontor login.');
  }
}

/** Readable by this person only; the old file stays whole until the new one is. */
export async function writeProfiles(world: World, profiles: Profiles): Promise<string> {
  const file = profilesPath(world);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${process.pid}.new`;
  await writeFile(fresh, `${JSON.stringify(profiles, null, 2)}\n`, { mode: 0o600 });
  await chmod(fresh, 0o600);
  await rename(fresh, file);
  return file;
}

/** Whether others on this machine can read the secrets; null where there is no file, or no such modes. */
export async function isReadByOthers(world: World): Promise<boolean | null> {
  if (world.platform === 'win32') return null;
  const found = await stat(profilesPath(world)).catch(() => null);
  return found && (found.mode & 0o077) !== 0;
}
