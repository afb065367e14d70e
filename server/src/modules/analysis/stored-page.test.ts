import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packPage, unpackPage } from './stored-page.ts';

test('a page comes back as it was, and takes less space where its texts repeat', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => unpackPage(packPage(text)) === text));
  const page = '{"transactionId":"t-1","purpose":"Ärger über Öl – 油","contractId":null},'.repeat(100);
  expect(unpackPage(packPage(page))).toBe(page);
  const long = page.repeat(100);
  expect(unpackPage(packPage(long))).toBe(long);
  expect(packPage(page).length).toBeLessThan(page.length / 10);
});
