/** When two descriptions are of one bank account: the same IBAN, or the same bank code and account number, and currency. */
import { createHash } from 'node:crypto';
import { normalizeIban } from '../upload/upload-text.ts';
import { foldText } from './fold-text.ts';

export interface AccountNames {
  iban: string | null;
  accountNumber: string | null;
  bankCode: string | null;
  bic: string | null;
  bankName: string | null;
  name: string | null;
  currency: string;
}

/** A German IBAN is the bank code and the account number: `DE`, two check digits, 8 and 10 digits. */
const GERMAN_IBAN = /^DE\d\d(\d{8})(\d{10})$/;

const withoutZeros = (accountNumber: string) => accountNumber.replace(/\s+/g, '').replace(/^0+(?=.)/, '');

/** Whether the source names the account at all. */
export const isNamed = ({ iban, accountNumber }: AccountNames): boolean => Boolean(iban || accountNumber);

/** The names that an account goes by; two accounts with one in common are one. */
export function namesOf(account: AccountNames): string[] {
  const { accountNumber, bankCode, currency } = account;
  const iban = account.iban ? normalizeIban(account.iban) : null;
  const names: string[] = [];
  if (iban) names.push(`iban ${iban} ${currency}`);
  const [, bank, number] = GERMAN_IBAN.exec(iban ?? '') ?? [];
  if (bank && number) names.push(`number ${bank} ${withoutZeros(number)} ${currency}`);
  else if (accountNumber && bankCode) names.push(`number ${bankCode} ${withoutZeros(accountNumber)} ${currency}`);
  return names;
}

/** What is left to go by where an account has no IBAN and no bank code: its number, else what the bank calls it. */
function weakNameOf(account: AccountNames): string {
  const { bic, bankCode, bankName, name, currency } = account;
  const number = GERMAN_IBAN.exec(account.iban ?? '')?.[2] ?? account.accountNumber;
  if (number) return `bare ${withoutZeros(number)} ${currency}`;
  return `named ${bic ?? bankCode ?? foldText(bankName)} ${foldText(name)} ${currency}`;
}

export interface ExistingAccount extends AccountNames {
  accountKey: string;
  accountId: string;
  origin: 'upload' | 'import' | 'bank';
}

/** Where a reading of a file or of a bank goes first; a bank never writes into what somebody uploaded. */
const PREFERENCE = { import: ['bank', 'import', 'upload'], bank: ['bank', 'import'] } as const;

/** The account that the source speaks of, if the user has it. */
export function findAccount<T extends ExistingAccount>(
  existing: T[],
  wanted: AccountNames,
  source: 'import' | 'bank',
): T | null {
  const allowed: readonly string[] = PREFERENCE[source];
  const rows = existing.filter(({ origin }) => allowed.includes(origin));
  const names = new Set(namesOf(wanted));
  const same = rows.filter((row) => namesOf(row).some((name) => names.has(name)));
  if (same.length === 0) {
    const weak = rows.filter((row) => {
      const isWeak = names.size === 0 || namesOf(row).length === 0;
      return isWeak && weakNameOf(row) === weakNameOf(wanted);
    });
    if (weak.length === 1) same.push(weak[0] as T);
  }
  return same.sort((a, b) => allowed.indexOf(a.origin) - allowed.indexOf(b.origin))[0] ?? null;
}

/** Stable and unique per user, and tells nothing about the account. */
export function newAccountId(userKey: string, account: AccountNames, attempt: number): string {
  const name = namesOf(account).at(-1) ?? weakNameOf(account);
  return createHash('sha256').update(`${userKey} ${name} ${attempt}`).digest('hex').slice(0, 32);
}
