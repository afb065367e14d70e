import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import type { Services } from '#platform/context.ts';
import { randomToken } from '#platform/crypto/random.ts';
import { deleteSigningKeys, insertSigningKey, selectSigningKeys } from './identity.queries.ts';

export const TOKEN_ALGORITHM = 'ES256';

const DAY_MS = 24 * 3600 * 1000;
/** A key signs this long before the next one takes over. */
const ROTATE_AFTER_MS = 30 * DAY_MS;
/** And verifies this long after the next one took over, whenever that was: far more than a token lives. */
const FORGET_AFTER_MS = DAY_MS;
/** How long this process trusts what it read. */
const CACHE_MS = 60_000;
/** Tokens with made-up key ids must not become a database read each. */
const FRESH_EVERY_MS = 1_000;

export interface SigningKeys {
  /** The newest pair. */
  signing: { kid: string; key: CryptoKey };
  verifying: Map<string, CryptoKey>;
  /** What `/.well-known/jwks.json` shows. */
  jwks: { keys: JWK[] };
  readAtMs: number;
}

const caches = new WeakMap<Services['database'], SigningKeys>();

/** The key pairs of this installation, made when there are none. `fresh` reads them again, at most once a second. */
export async function getSigningKeys(services: Services, fresh = false): Promise<SigningKeys> {
  const nowMs = services.now().getTime();
  const cached = caches.get(services.database);
  const trustedMs = fresh ? FRESH_EVERY_MS : CACHE_MS;
  if (cached && nowMs - cached.readAtMs < trustedMs) return cached;
  let keys = await readSigningKeys(services);
  if (!keys) {
    await rotateSigningKeys(services);
    keys = await readSigningKeys(services);
  }
  if (!keys) throw new Error('The signing key that was just made can not be read');
  caches.set(services.database, keys);
  return keys;
}

async function readSigningKeys(services: Services): Promise<SigningKeys | null> {
  const rows = await services.database.read(null, selectSigningKeys);
  const [newest] = rows;
  if (!newest) return null;
  const privateJwk: JWK = JSON.parse(services.secrets.open(newest.sealedPrivateJwk, aadOf(newest.signingKeyId)));
  const verifying = new Map<string, CryptoKey>();
  for (const row of rows) {
    verifying.set(row.signingKeyId, (await importJWK(row.publicJwk as JWK, TOKEN_ALGORITHM)) as CryptoKey);
  }
  return {
    signing: { kid: newest.signingKeyId, key: (await importJWK(privateJwk, TOKEN_ALGORITHM)) as CryptoKey },
    verifying,
    jwks: { keys: rows.map((row) => row.publicJwk as JWK) },
    readAtMs: services.now().getTime(),
  };
}

/** Makes the next pair when the newest is 30 days old, and forgets those whose tokens have all expired. Runs daily. */
export async function rotateSigningKeys(services: Services): Promise<void> {
  const now = services.now();
  const { publicKey, privateKey } = await generateKeyPair(TOKEN_ALGORITHM, { extractable: true });
  const kid = randomToken(12);
  const publicJwk = { ...(await exportJWK(publicKey)), kid, alg: TOKEN_ALGORITHM, use: 'sig' };
  const sealedPrivateJwk = services.secrets.seal(JSON.stringify(await exportJWK(privateKey)), aadOf(kid));
  await services.database.transaction(null, async (session) => {
    const freshAfter = new Date(now.getTime() - ROTATE_AFTER_MS);
    await insertSigningKey(session, { signingKeyId: kid, publicJwk, sealedPrivateJwk, now, freshAfter });
    await deleteSigningKeys(session, new Date(now.getTime() - FORGET_AFTER_MS));
  });
}

const aadOf = (kid: string) => `signing_keys:${kid}`;
