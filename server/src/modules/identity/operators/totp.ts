import { createHmac, randomBytes } from 'node:crypto';
import { timingSafeEqualText } from '#platform/crypto/random.ts';

/** What authenticator apps expect without being told (RFC 6238 §4, Google's key URI format). */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** How many steps a clock may be off either way (RFC 6238 §5.2). */
const TOLERATED_STEPS = 1;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 160 random bits in base32, as RFC 4226 §4 recommends. */
export function createTotpSecret(): string {
  return [...randomBytes(32)].map((byte) => ALPHABET[byte % 32]).join('');
}

/** The code of one time step: RFC 4226 §5.3 over the number of steps since 1970. */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', decodeBase32(secret)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

export const stepAt = (nowMs: number): number => Math.floor(nowMs / 1000 / STEP_SECONDS);

/** The time step that a code belongs to; null when it is wrong, or was taken before (`lastStep`). Blanks do not count. */
export function matchTotp(secret: string, code: string, nowMs: number, lastStep: number): number | null {
  const given = code.replace(/\s/g, '');
  const now = stepAt(nowMs);
  for (let step = now - TOLERATED_STEPS; step <= now + TOLERATED_STEPS; step += 1) {
    if (step > lastStep && timingSafeEqualText(given, totpCode(secret, step))) return step;
  }
  return null;
}

/** What an authenticator app reads from the picture. */
export function totpUri(secret: string, account: string): string {
  const query = new URLSearchParams({ secret, issuer: 'Kontor' });
  return `otpauth://totp/${encodeURIComponent(`Kontor:${account}`)}?${query.toString()}`;
}

/** RFC 4648 §6, without padding. */
function decodeBase32(text: string): Buffer {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
