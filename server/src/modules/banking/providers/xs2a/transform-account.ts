import { isCurrency, parseAmount } from '#platform/money.ts';
import type { AccountType } from '../../banking.types.ts';
import type { StatementAccount } from '../../statements/statement.types.ts';
import { firstText, type JsonObject, listOf, objectOf, textOf } from './read-json.ts';

/** ISO 20022 `ExternalCashAccountType1Code`, as far as a consumer's bank uses it. */
const TYPES: Readonly<Record<string, AccountType>> = {
  CACC: 'GIRO',
  TRAN: 'GIRO',
  CASH: 'GIRO',
  SVGS: 'SPARKONTO',
  ONDP: 'TAGESGELD',
  LOAN: 'DARLEHEN',
  CARD: 'KREDIT_KARTE',
};

/** Words of products that banks give a wider code than they are. */
const PRODUCTS: readonly (readonly [RegExp, AccountType])[] = [
  [/tagesgeld|money ?market/i, 'TAGESGELD'],
  [/bauspar/i, 'BAUSPAREN'],
  [/depot|wertpapier|securities/i, 'DEPOT'],
  [/darlehen|kredit(?!\s*karte|karte)|loan/i, 'DARLEHEN'],
  [/kredit\s*karte|credit\s*card|visa|mastercard/i, 'KREDIT_KARTE'],
  [/spar(?!kasse)|savings/i, 'SPARKONTO'],
];

/** `AccountDetails` or `CardAccountDetails` of NextGenPSD2 as an account, without its `resourceId`. */
export function transformAccount(entry: JsonObject, bank: { name: string; bic: string | null }): StatementAccount {
  const iban = ibanOf(entry.iban);
  const currency = textOf(entry.currency)?.toUpperCase() ?? '';
  const name = firstText(entry, 'displayName', 'name', 'product');
  const bban = firstText(entry, 'bban', 'maskedPan', 'pan', 'msisdn');
  return {
    iban,
    accountNumber: bban ?? (iban?.startsWith('DE') ? iban.slice(12) : null),
    bankCode: iban?.startsWith('DE') ? iban.slice(4, 12) : null,
    bic: textOf(entry.bic)?.toUpperCase() ?? bank.bic,
    bankName: bank.name,
    name,
    owner: ownerOf(entry),
    type: typeOf(entry, `${name ?? ''} ${textOf(entry.product) ?? ''}`),
    // `XXX` is what the specification has for accounts of several currencies.
    currency: isCurrency(currency) ? currency : 'EUR',
    resourceId: null,
    overdraftLimitMinor: limitOf(entry.creditLimit),
  };
}

/** Upper case without blanks; null when it can't be one. */
export function ibanOf(value: unknown): string | null {
  const iban = textOf(value)?.replace(/\s/g, '').toUpperCase();
  return iban && /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban) ? iban : null;
}

function typeOf(entry: JsonObject, words: string): AccountType | null {
  if (entry.maskedPan !== undefined) return 'KREDIT_KARTE';
  const byWord = PRODUCTS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  const byCode = TYPES[textOf(entry.cashAccountType) ?? ''] ?? null;
  // A savings code says less than the name of the product; a current account is one whatever it is called.
  return byCode === 'SPARKONTO' || byCode === null ? (byWord ?? byCode) : byCode;
}

function ownerOf(entry: JsonObject): string | null {
  const named = listOf(entry.ownerNames)
    .map((owner) => textOf(objectOf(owner).name))
    .filter((name) => name !== null);
  return firstText(entry, 'ownerName') ?? (named.length > 0 ? named.join(', ') : null);
}

function limitOf(value: unknown): number | null {
  const { amount, currency } = objectOf(value);
  try {
    return Math.abs(parseAmount(amount, textOf(currency) ?? ''));
  } catch {
    return null;
  }
}
