import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Codes of {@link SecretBoxError}: each states the fact. */
export type SecretBoxErrorCode =
  | 'keyring_invalid'
  | 'key_file_insecure'
  | 'key_file_unusable'
  | 'sealed_text_malformed'
  | 'key_unknown'
  | 'authentication_failed';

/** What went wrong with keys or sealed texts. The message names neither keys nor plaintexts and is safe to log. */
export class SecretBoxError extends Error {
  readonly code: SecretBoxErrorCode;

  constructor(code: SecretBoxErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SecretBoxError';
    this.code = code;
  }
}

/** Keys by id; new secrets are sealed with the active one, all of them open. */
export type Keyring = { readonly activeKeyId: string; readonly keys: ReadonlyMap<string, Uint8Array> };

export type SecretBox = {
  /**
   * Encrypts a text. `associatedData` says where the sealed text belongs, for example `bank_login.secret:<row id>`;
   * it is not stored, and `open` fails unless it is given again. AES-256-GCM with random 96-bit nonces allows 2^32
   * texts under one key (NIST SP 800-38D, section 8.3); rotate the key before.
   */
  seal(plaintext: string, associatedData: string): string;
  /** Decrypts what `seal` returned; throws {@link SecretBoxError} when the text was changed, moved or its key is gone. */
  open(sealed: string, associatedData: string): string;
  /** True when the text was sealed with a key that is no longer the active one; open it and seal it again. */
  needsReseal(sealed: string): boolean;
  /**
   * Keyed hashes (HMAC-SHA256, base64url) by which a text is known again that is not stored itself: one by each key, the
   * active one's first. Store that one, and take any of them for the same; without the keys nobody can try texts.
   * `associatedData` as for `seal`: the same text has other hashes elsewhere.
   */
  fingerprints(text: string, associatedData: string): string[];
};

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** 32 random bytes have fewer distinct values with a chance below 2^-100: such a key was typed, not drawn. */
const MIN_DISTINCT_BYTES = 8;
const SEALED_TEXT = /^v1\.([0-9a-f]{8})\.([A-Za-z0-9_-]+)$/;

/**
 * Reads one or several 32-byte keys in base64, base64url or hex, separated by commas or blanks. The first one is active.
 * A key's id is the first 8 hex digits of its SHA-256. Throws `keyring_invalid` and says which key is wrong, never its value.
 */
export function parseKeyring(setting: string): Keyring {
  const encodedKeys = setting.split(/[\s,]+/).filter((part) => part !== '');
  const keys = new Map<string, Uint8Array>();
  for (const [index, encoded] of encodedKeys.entries()) {
    const key = decodeKey(encoded, `encryption key ${index + 1} of ${encodedKeys.length}`);
    const keyId = createHash('sha256').update(key).digest('hex').slice(0, 8);
    if (keys.has(keyId)) {
      throw new SecretBoxError(
        'keyring_invalid',
        `encryption key ${index + 1} is the same as an earlier one: remove it`,
      );
    }
    keys.set(keyId, key);
  }
  const activeKeyId = keys.keys().next().value;
  if (activeKeyId === undefined) {
    throw new SecretBoxError('keyring_invalid', 'no encryption key given: make one with `openssl rand -base64 32`');
  }
  return { activeKeyId, keys };
}

function decodeKey(encoded: string, name: string): Uint8Array {
  const isHex = /^[0-9a-fA-F]{64}$/.test(encoded);
  if (!isHex && !/^[A-Za-z0-9+/_-]{43}=?$/.test(encoded)) {
    throw new SecretBoxError(
      'keyring_invalid',
      `${name} is not ${KEY_BYTES} bytes in base64 or hex: make one with \`openssl rand -base64 ${KEY_BYTES}\``,
    );
  }
  const key = Buffer.from(encoded, isHex ? 'hex' : 'base64');
  if (new Set(key).size < MIN_DISTINCT_BYTES) {
    throw new SecretBoxError('keyring_invalid', `${name} is not random: make one with \`openssl rand -base64 32\``);
  }
  return key;
}

/** Seals and opens the secrets that we store (bank credentials, tokens, webhook secrets) with the keys of the ring. */
export function createSecretBox(keyring: Keyring): SecretBox {
  const { activeKeyId, keys } = keyring;
  const activeKey = keys.get(activeKeyId);
  if (!activeKey)
    throw new SecretBoxError('keyring_invalid', `the active encryption key ${activeKeyId} is not in the ring`);

  return {
    seal(plaintext, associatedData) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', activeKey, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(boundData(activeKeyId, associatedData));
      const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
      return `v1.${activeKeyId}.${Buffer.concat([nonce, ciphertext, cipher.getAuthTag()]).toString('base64url')}`;
    },
    open(sealed, associatedData) {
      const { keyId, payload } = parseSealed(sealed);
      const key = keys.get(keyId);
      if (!key) {
        throw new SecretBoxError(
          'key_unknown',
          `a stored secret was sealed with key ${keyId}, which is not in the ring: add it`,
        );
      }
      const nonce = payload.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(boundData(keyId, associatedData));
      decipher.setAuthTag(payload.subarray(payload.length - TAG_BYTES));
      try {
        const ciphertext = payload.subarray(NONCE_BYTES, payload.length - TAG_BYTES);
        return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
      } catch {
        throw new SecretBoxError(
          'authentication_failed',
          'a stored secret does not open: it was changed, or it was sealed for another place than the one it is read from',
        );
      }
    },
    needsReseal: (sealed) => parseSealed(sealed).keyId !== activeKeyId,
    fingerprints(text, associatedData) {
      const others = [...keys].filter(([keyId]) => keyId !== activeKeyId).map(([, key]) => key);
      const place = createHash('sha256').update(associatedData).digest();
      return [activeKey, ...others].map((key) => {
        const hashKey = Buffer.from(hkdfSync('sha256', key, '', 'kontor fingerprints v1', KEY_BYTES));
        return createHmac('sha256', hashKey).update(place).update(text, 'utf8').digest('base64url');
      });
    },
  };
}

function parseSealed(sealed: string): { keyId: string; payload: Buffer } {
  const [, keyId, encoded] = SEALED_TEXT.exec(sealed) ?? [];
  const payload = Buffer.from(encoded ?? '', 'base64url');
  // Node ignores the unused low bits of a last character; we do not, so that a secret has one text only.
  const isExact = payload.toString('base64url') === encoded;
  if (keyId === undefined || !isExact || payload.length < NONCE_BYTES + TAG_BYTES) {
    throw new SecretBoxError('sealed_text_malformed', 'a stored secret is not of the form v1.<key id>.<base64url>');
  }
  return { keyId, payload };
}

/** The format and the key are bound too: nothing of the text outside the ciphertext can be exchanged. */
function boundData(keyId: string, associatedData: string): Buffer {
  return Buffer.from(`v1.${keyId}.${associatedData}`, 'utf8');
}
