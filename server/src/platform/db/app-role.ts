import { createHash, createHmac } from 'node:crypto';
import type { Keyring } from '#platform/crypto/secret-box.ts';

export interface DerivedRole {
  name: string;
  password: string;
  /** The keys of this process, the one that the password follows from first. */
  keyIds: string[];
}

/**
 * The role the server works as, one per database. Its password follows from the installation's active key, so that
 * every process of the installation knows it and none has to be told.
 */
export function deriveAppRole(adminUrl: string, keyring: Keyring): DerivedRole {
  const database = databaseName(adminUrl);
  const key = keyring.keys.get(keyring.activeKeyId) as Uint8Array;
  const suffix = createHash('sha256').update(database).digest('hex').slice(0, 8);
  return {
    name: `kontor_app_${suffix}`,
    password: createHmac('sha256', key).update(`app-role:${database}`).digest('base64url'),
    keyIds: [keyring.activeKeyId, ...[...keyring.keys.keys()].filter((keyId) => keyId !== keyring.activeKeyId)],
  };
}

/** The same database as `adminUrl`, entered as `role`. */
export function appRoleUrl(adminUrl: string, role: { name: string; password: string }): string {
  const url = new URL(adminUrl);
  url.username = role.name;
  url.password = role.password;
  return url.href;
}

export const databaseName = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1)) || 'postgres';
