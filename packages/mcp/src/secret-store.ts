import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const WAIT_MS = 5_000;

/** The commands by which systems read a secret: the keychain of macOS, the secret service of Linux desktops. */
function commandOf(url: string, name: string, platform: NodeJS.Platform): [string, string[]] | undefined {
  if (platform === 'darwin') return ['security', ['find-generic-password', '-s', `kontor ${name}`, '-a', url, '-w']];
  if (platform === 'linux') return ['secret-tool', ['lookup', 'service', 'kontor', 'url', url, 'name', name]];
  return undefined;
}

/** `api-key`, `client-id` or `client-secret` of a Kontor; undefined where there is no store, or nothing in it. */
export async function readSecret(url: string, name: string, platform: NodeJS.Platform): Promise<string | undefined> {
  const command = commandOf(url, name, platform);
  if (!command) return undefined;
  const found = await run(...command, { timeout: WAIT_MS }).catch(() => null);
  return found?.stdout.trim() || undefined;
}
