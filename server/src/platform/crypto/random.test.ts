import { randomFillSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createUuidV7Source, randomToken, sha256Hex, timingSafeEqualText, uuidv7 } from './random.ts';

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const timestampOf = (uuid: string) => Number.parseInt(uuid.replaceAll('-', '').slice(0, 12), 16);
const anyTimeMs = fc.integer({ min: 0, max: 2 ** 48 - 1 });

test('randomToken is base64url of the asked length and never the same twice', () => {
  const tokens = Array.from({ length: 1000 }, () => randomToken(32));
  expect(new Set(tokens).size).toBe(1000);
  for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(randomToken(1)).toHaveLength(2);
  for (const wrong of [0, -1, 1.5, Number.NaN]) expect(() => randomToken(wrong)).toThrow(RangeError);
});

test('sha256Hex gives the published digests', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256Hex(Buffer.from('ü'))).toBe(sha256Hex('ü'));
});

test('timingSafeEqualText agrees with equality, whatever the lengths', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(timingSafeEqualText(a, a)).toBe(true);
      expect(timingSafeEqualText(a, `${a}x`)).toBe(false);
      expect(timingSafeEqualText(a, b)).toBe(a === b);
    }),
  );
});

describe('uuidv7', () => {
  test('carries version, variant and the time given', () => {
    fc.assert(
      fc.property(anyTimeMs, (nowMs) => {
        const uuid = createUuidV7Source(randomFillSync)(nowMs);
        expect(uuid).toMatch(UUID_V7);
        expect(timestampOf(uuid)).toBe(nowMs);
      }),
    );
  });

  test('ids of later times sort after ids of earlier times, as text and in every process', () => {
    fc.assert(
      fc.property(anyTimeMs, anyTimeMs, (a, b) => {
        fc.pre(a !== b);
        const [early, late] = [createUuidV7Source(randomFillSync)(a), createUuidV7Source(randomFillSync)(b)];
        expect(early < late).toBe(a < b);
      }),
    );
  });

  test('ascends within one process while the clock stands still, moves on or is corrected backwards', () => {
    const steps = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: -9_900, max: 20 })), { maxLength: 200 });
    fc.assert(
      fc.property(steps, (clockSteps) => {
        const next = createUuidV7Source(randomFillSync);
        const startMs = 1_790_000_000_000;
        let previous = next(startMs);
        for (const step of clockSteps) {
          const uuid = next(startMs + step);
          expect(uuid > previous).toBe(true);
          previous = uuid;
        }
      }),
    );
  });

  test('follows a clock that was really set back', () => {
    const next = createUuidV7Source(randomFillSync);
    next(1_790_000_000_000);
    expect(timestampOf(next(1_600_000_000_000))).toBe(1_600_000_000_000);
  });

  test('a run of 100,000 ids in one millisecond is unique and sorted', () => {
    const uuids = Array.from({ length: 100_000 }, () => uuidv7(1_790_000_000_123));
    expect(new Set(uuids).size).toBe(uuids.length);
    expect([...uuids].sort()).toEqual(uuids);
  });

  test('carries the whole counter, in order, across every bit boundary', () => {
    for (const seed of [0, 0x3e, 0x3ffe, 0xffffe, 0x3ffffffe]) {
      const next = createUuidV7Source((bytes) => bytes.fill(0xff).writeUInt32BE(seed * 2, 6));
      const run = [next(5), next(5), next(5), next(5)];
      expect([...run].sort()).toEqual(run);
      expect(new Set(run).size).toBe(4);
    }
  });

  test('refuses times that do not fit', () => {
    for (const wrong of [-1, 0.5, Number.NaN, 2 ** 48]) expect(() => uuidv7(wrong)).toThrow(RangeError);
  });
});
