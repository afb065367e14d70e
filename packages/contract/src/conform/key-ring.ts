import { createHash, timingSafeEqual } from 'node:crypto';

/** The keys that open the endpoints now; several while one replaces the other. */
export interface KeyRing {
  accepts(key: string | undefined): boolean;
  /** From now on only these. */
  replace(keys: readonly string[]): void;
}

/**
 * Compares hashes with all keys in constant time: neither a guess nor the number of keys can be told by how long it takes.
 * To rotate: `[next, current]`, then `[next]` once whoever calls has changed over. Throws for keys shorter than 24
 * characters, and for none.
 */
export function createKeyRing(keys: readonly string[]): KeyRing {
  let hashes = hashAll(keys);
  return {
    accepts(key) {
      const given = hash(key ?? '');
      let matches = 0;
      for (const known of hashes) matches += Number(timingSafeEqual(given, known));
      return matches > 0;
    },
    replace(next) {
      hashes = hashAll(next);
    },
  };
}

const LEAST_LENGTH = 24;

function hashAll(keys: readonly string[]): Buffer[] {
  if (keys.length === 0) throw new Error('An endpoint without a key would be open to everybody: give at least one.');
  if (keys.some((key) => key.length < LEAST_LENGTH)) {
    throw new Error(`A key needs at least ${LEAST_LENGTH} characters: make one with "openssl rand -hex 24".`);
  }
  return keys.map(hash);
}

const hash = (key: string) => createHash('sha256').update(key).digest();
