import { argon2 as argon2WithCallback, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { invalidField } from '#platform/http/errors.ts';

const argon2 = promisify(argon2WithCallback);

/** OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane (Password Storage Cheat Sheet). */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const TAG_BYTES = 32;
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** NIST SP 800-63B §3.1.1.2 asks for length, and for nothing about kinds of characters. */
export const LEAST_PASSWORD_LENGTH = 12;

/** Argon2id in the PHC string format: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await argon2('argon2id', { ...COST, message: normalize(password), nonce, tagLength: TAG_BYTES });
  const cost = `m=${COST.memory},t=${COST.passes},p=${COST.parallelism}`;
  return `$argon2id$v=19$${cost}$${base64(nonce)}$${base64(tag)}`;
}

/** Whether the password belongs to the hash; takes as long for `null`, so that nobody learns who has an account. */
export async function verifyPassword(hash: string | null, password: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', expected = ''] = PHC.exec(hash ?? (await nobody())) ?? [];
  const tag = Buffer.from(expected, 'base64');
  if (tag.length === 0) throw new Error('A stored password hash is not argon2id in the PHC format');
  const found = await argon2('argon2id', {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    message: normalize(password),
    nonce: Buffer.from(salt, 'base64'),
    tagLength: tag.length,
  });
  return timingSafeEqual(found, tag) && hash !== null;
}

/** Throws 400 at `path` for what is guessed first: short ones, the email, one character again and again. */
export function requireGoodPassword(password: string, email: string, path: string): void {
  if ([...password].length < LEAST_PASSWORD_LENGTH) {
    throw invalidField(
      path,
      `must have at least ${LEAST_PASSWORD_LENGTH} characters; a sentence of your own works well`,
    );
  }
  const [name = ''] = email.split('@');
  const rest = password.toLowerCase().replaceAll(email, '').replaceAll(name, '');
  if (new Set(rest).size < 5) {
    throw invalidField(path, 'is easy to guess: it repeats few characters, or is little more than the email');
  }
}

let ofNobody: Promise<string> | undefined;
const nobody = () => (ofNobody ??= hashPassword(randomBytes(16).toString('hex')));

/** The same password typed on another keyboard is the same (NIST SP 800-63B §3.1.1.2). */
const normalize = (password: string) => Buffer.from(password.normalize('NFKC'), 'utf8');

const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
