import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasMoreValues } from './count-values.ts';

const valuesIn = (value: unknown): number =>
  1 +
  (typeof value === 'object' && value !== null ? Object.values(value).map(valuesIn) : []).reduce((a, b) => a + b, 0);

test('no document with more values gets through, and none with half as many is refused', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.nat(40), fc.constantFrom(undefined, 2), (document, most, indent) => {
      const told = hasMoreValues(Buffer.from(JSON.stringify(document, null, indent)), most);
      const count = valuesIn(document);
      if (count > most) expect(told).toBe(true);
      if (count * 2 <= most) expect(told).toBe(false);
    }),
  );
});

test('what stands in texts is not counted', () => {
  const of = (text: string) => Buffer.from(JSON.stringify({ [text]: text }));
  for (const text of [',[{'.repeat(100), '\\"'.repeat(100), '",\\'.repeat(100)]) {
    expect(hasMoreValues(of(text), 3), text).toBe(false);
  }
  expect(hasMoreValues(Buffer.from('[1,2,3]'), 3)).toBe(true);
});
