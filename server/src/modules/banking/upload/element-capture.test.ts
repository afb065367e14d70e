import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appendBytes, createCapture, dropBytes, offsetOf } from './element-capture.ts';

const body = Uint8Array.from({ length: 200_000 }, (_, i) => (i * 31 + (i >> 8)) % 251);

test('keeps the bytes, knows where each stood, and has room for one more', () => {
  const step = fc.record({
    skip: fc.constantFrom(0, 0, 1, 500),
    take: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constantFrom(16_383, 16_384, 20_000)),
    drop: fc.option(fc.tuple(fc.nat(), fc.nat()), { freq: 2 }),
  });
  fc.assert(
    fc.property(fc.constantFrom('', '['), fc.array(step, { maxLength: 8 }), (prefix, steps) => {
      const capture = createCapture(prefix);
      let offsets: number[] = [];
      let next = 3;
      for (const { skip, take, drop } of steps) {
        next += skip;
        appendBytes(capture, body.subarray(next - 3), 3, 3 + take, next);
        offsets.push(...Array.from({ length: take }, (_, i) => next + i));
        next += take;
        if (drop) {
          const end = drop[0] % (offsets.length + 1);
          dropBytes(capture, prefix.length, prefix.length + end);
          offsets = offsets.slice(end);
        }
        expect(capture.length).toBe(prefix.length + offsets.length);
        expect(capture.bytes.length).toBeGreaterThan(capture.length);
        const copy = capture.bytes.subarray(prefix.length, capture.length);
        expect(copy.equals(Buffer.from(offsets.map((offset) => body[offset] as number)))).toBe(true);
        for (const i of [0, 1, offsets.length >> 1, offsets.length - 1]) {
          if (offsets[i] !== undefined) expect(offsetOf(capture, prefix.length + i)).toBe(offsets[i]);
        }
      }
    }),
    { numRuns: 100 },
  );
});
