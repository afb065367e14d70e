import { expect, test } from 'vitest';
import { accountOf, creditorIdOf, ibanOf, isValidIban } from './identifiers.ts';

test('computes check digits as the published examples have them', () => {
  expect(ibanOf('DE', '370400440532013000')).toBe('DE89370400440532013000');
  expect(ibanOf('AT', '1904300234573201')).toBe('AT611904300234573201');
  expect(ibanOf('NL', 'ABNA0417164300')).toBe('NL91ABNA0417164300');
  expect(creditorIdOf('DE', '09999999999')).toBe('DE98ZZZ09999999999');
});

test('refuses an IBAN with a changed digit', () => {
  expect(isValidIban('DE89370400440532013000')).toBe(true);
  expect(isValidIban('DE89370400440532013001')).toBe(false);
  expect(isValidIban('89370400440532013000DE')).toBe(false);
});

test('a counterparty keeps its account', () => {
  expect(accountOf('GASAG AG')).toEqual(accountOf('GASAG AG'));
  expect(accountOf('GASAG AG')).not.toEqual(accountOf('BARMER'));
  for (const country of ['DE', 'AT', 'NL', 'IE', 'LU']) {
    const { iban } = accountOf('Any', country);
    expect(iban.slice(0, 2)).toBe(country);
    expect(isValidIban(iban)).toBe(true);
    expect(iban).toHaveLength({ DE: 22, AT: 20, NL: 18, IE: 22, LU: 20 }[country] ?? 0);
  }
});
