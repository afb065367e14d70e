import { digits, hash32, seededRandom } from './random.ts';

/**
 * Made-up account identifiers with correct check digits. German bank codes here begin with 9, a clearing area that was
 * never assigned (the first digit of a Bankleitzahl is 1 to 8), so that no IBAN of the demo can belong to anybody.
 */

export interface Bank {
  name: string;
  bankCode: string;
  bic: string;
}

export const spreebank: Bank = { name: 'Spreebank Berlin eG', bankCode: '91090000', bic: 'SPBBDEB1XXX' };
export const rheinbank: Bank = { name: 'Rheinische Handelsbank AG', bankCode: '93050000', bic: 'RHHBDEDDXXX' };
const otherBanks: readonly Bank[] = [
  { name: 'Hansekontor Bank', bankCode: '92070000', bic: 'HAKODEHHXXX' },
  { name: 'Mainbank Frankfurt', bankCode: '95050000', bic: 'MABFDEFFXXX' },
  { name: 'Isarbank', bankCode: '97070000', bic: 'ISBADEMMXXX' },
  spreebank,
  rheinbank,
];

/** Letters become two digits (A = 10 … Z = 35), then the remainder by 97, as ISO 7064 MOD 97-10 wants it. */
function remainder97(text: string): number {
  let remainder = 0;
  for (const character of text.toUpperCase()) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

function checkDigits(body: string, country: string): string {
  return String(98 - remainder97(`${body}${country}00`)).padStart(2, '0');
}

/** The IBAN (ISO 13616) of a national account identifier (BBAN). */
export function ibanOf(country: string, bban: string): string {
  return `${country}${checkDigits(bban, country)}${bban}`;
}

export function isValidIban(iban: string): boolean {
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban) && remainder97(iban.slice(4) + iban.slice(0, 4)) === 1;
}

/** A SEPA creditor identifier (EPC262-08): its check digits leave the business code `ZZZ` out. */
export function creditorIdOf(country: string, nationalId: string): string {
  return `${country}${checkDigits(nationalId, country)}ZZZ${nationalId}`;
}

/** Bank details of a counterparty, always the same for the same name. */
export function accountOf(name: string, country = 'DE'): { iban: string; bic: string } {
  const random = seededRandom(0, `account of ${name}`);
  if (country === 'AT') return { iban: ibanOf('AT', `99999${digits(random, 11)}`), bic: 'ALPNAT2IXXX' };
  if (country === 'NL') return { iban: ibanOf('NL', `POLD0${digits(random, 9)}`), bic: 'POLDNL2AXXX' };
  if (country === 'IE') return { iban: ibanOf('IE', `LIFF999999${digits(random, 8)}`), bic: 'LIFFIE2DXXX' };
  if (country === 'LU') return { iban: ibanOf('LU', `999${digits(random, 13)}`), bic: 'ALZELULLXXX' };
  const bank = otherBanks[hash32(name) % otherBanks.length] ?? spreebank;
  return { iban: ibanOf('DE', `${bank.bankCode}${digits(random, 10)}`), bic: bank.bic };
}

/** The creditor identifier that a company collects with, always the same for the same name. */
export function creditorIdFor(name: string, country = 'DE'): string {
  return creditorIdOf(country, `0000${digits(seededRandom(0, `creditor ${name}`), 7)}`);
}
