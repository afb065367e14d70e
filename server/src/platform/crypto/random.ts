import { createHash, randomBytes, randomFillSync, timingSafeEqual } from 'node:crypto';

/** A secret of `bytes` random bytes (a whole number from 1) in base64url without padding; 32 bytes give 43 characters. */
export function randomToken(bytes: number): string {
  if (!Number.isSafeInteger(bytes) || bytes < 1) {
    throw new RangeError(`randomToken needs a whole number of bytes from 1, not ${bytes}`);
  }
  return randomBytes(bytes).toString('base64url');
}

/** SHA-256 in lower-case hex; a text is taken as UTF-8. */
export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Compares two texts in a time that tells neither where they differ nor how long the other one is. */
export function timingSafeEqualText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

const MAX_TIMESTAMP_MS = 2 ** 48 - 1;
/** A clock that steps back by less is being corrected; by more, somebody has set it (or a test has its own clock). */
const CLOCK_CORRECTION_MS = 10_000;

/**
 * A source of version-7 UUIDs (RFC 9562, section 5.7): 48 bits of Unix time, then a 32-bit counter (method 1 of section 6.2:
 * rand_a and the first 20 bits of rand_b), then 42 random bits. The counter starts each millisecond at a random value
 * below 2^31, so ids of one source ascend within a millisecond and ids of different processes do not collide; it cannot
 * overflow, because nobody makes 2^31 ids in the time one millisecond is kept. When the clock steps back by less than ten seconds the last millisecond is kept, so the order holds there as well.
 */
export function createUuidV7Source(fillRandom: (bytes: Buffer) => unknown): (nowMs: number) => string {
  const bytes = Buffer.alloc(16);
  let lastMs = -Infinity;
  let counter = 0;

  return (nowMs) => {
    if (!Number.isSafeInteger(nowMs) || nowMs < 0 || nowMs > MAX_TIMESTAMP_MS) {
      throw new RangeError(`uuidv7 needs whole milliseconds since 1970 within 48 bits, not ${nowMs}`);
    }
    fillRandom(bytes);
    if (nowMs > lastMs || nowMs <= lastMs - CLOCK_CORRECTION_MS) {
      lastMs = nowMs;
      counter = bytes.readUInt32BE(6) >>> 1;
    } else {
      counter += 1;
    }
    bytes.writeUIntBE(lastMs, 0, 6);
    bytes.writeUInt16BE(0x7000 | (counter >>> 20), 6);
    bytes.writeUInt16BE(0x8000 | ((counter >>> 6) & 0x3fff), 8);
    bytes[10] = ((counter & 0x3f) << 2) | (bytes[10]! & 0x03);
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };
}

/** A new version-7 UUID for the time `nowMs` (milliseconds since 1970); ascending within this process. */
export const uuidv7: (nowMs: number) => string = createUuidV7Source(randomFillSync);
