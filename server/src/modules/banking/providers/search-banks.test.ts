import { expect, test } from 'vitest';
import { NO_BANK_ACCESS } from '#platform/bank-access.ts';
import { searchBanks } from './search-banks.ts';

const holder = { bankAccess: { ...NO_BANK_ACCESS, sandboxUrl: 'http://127.0.0.1:9' } };
const names = async (query: string) => (await searchBanks(holder, query)).map(({ name }) => name);

test('finds by Bankleitzahl, its beginning, a German IBAN and the BIC', async () => {
  expect(await names('37040044')).toEqual(['Commerzbank']);
  expect(await names('DE89 3704 0044 0532 0130 00')).toEqual(['Commerzbank']);
  expect(
    (await searchBanks(holder, '5109')).every(({ bankCodes }) => bankCodes.some((code) => code.startsWith('5109'))),
  ).toBe(true);
  expect((await searchBanks(holder, 'pbnkdeffxxx'))[0]).toMatchObject({
    bic: 'PBNKDEFFXXX',
    country: 'DE',
    offer: null,
  });
});

test('finds by words in any writing, best first', async () => {
  const written = await Promise.all(['Münchner Bank', 'muenchner bank', 'MUNCHNER BANK'].map(names));
  expect(written[0]?.[0]).toBe('Münchner Bank');
  expect(written[1]).toEqual(written[0]);
  expect(written[2]).toEqual(written[0]);
  expect((await names('sparkasse koln'))[0]).toMatch(/^Sparkasse Köln/);
});

test('leaves out banks that have gone into others', async () => {
  // "Volksbank Wolgast -alt-", and "Volksbank Grevenbrück -alt" as a long name is cut.
  expect(await names('13061008')).toEqual([]);
  expect(await names('volksbank grevenbruck')).toEqual([]);
  const all = await searchBanks(holder, 'bank', { limit: 10_000 });
  expect(all.length).toBeGreaterThan(500);
  expect(all.filter(({ name }) => /\balt\b/i.test(name))).toEqual([]);
});

test('says which bank can be connected, and shows those when nothing is asked', async () => {
  const all = await searchBanks(holder, ' ');
  expect(all.map(({ offer }) => [offer?.bankId, offer?.accountTypes.map(({ id }) => id)])).toEqual([
    ['sandbox-app', []],
    ['sandbox-code', []],
    ['sandbox-redirect', []],
    ['sandbox-account-types', ['private', 'business']],
  ]);
  expect((await searchBanks(holder, 'sand'))[0]?.offer?.provider).toBe('sandbox');
  expect(await searchBanks(holder, 'no such bank anywhere')).toEqual([]);
  expect(await searchBanks(holder, 'bank', { limit: 3 })).toHaveLength(3);
});
