import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * node scripts/convert-plaid.ts FILE... > upload.json
 *
 * Converts custom-user files of Plaid's Sandbox (https://plaid.com/docs/sandbox/user-custom/) into the body of
 * `POST /api/users/{user-id}/banking/accounts`. Ids depend on the file's name and content alone: converting twice gives
 * the same body, and the accounts of several files stand side by side.
 *
 * - Amounts: Plaid counts money going out as positive; the sign is turned.
 * - Dates: `date_posted` is the booking date, `date_transacted` the value date.
 * - Balance: Plaid documents `starting_balance` as the *current* balance with which the account appears, at a time when the
 *   listed transactions have been posted. So it is the balance after the last of them, and nothing is added to it. Plaid
 *   counts what is owed on credit and loan accounts as positive; here a debt is negative. Without `starting_balance` the
 *   account has no balance: guessing one would make balances and overdrafts up.
 * - Accounts without `transactions` (Plaid would make some up) come without. Holdings, liabilities and income documents have
 *   no place in the upload and are left out.
 */

/** As documented; dates and amounts are checked before use. */
interface PlaidTransaction {
  date_transacted: unknown;
  date_posted: unknown;
  /** Major units, positive for money going out. */
  amount: unknown;
  description: string;
  currency?: string;
}

interface PlaidAccount {
  type: string;
  subtype?: string;
  starting_balance?: number;
  currency?: string;
  meta?: { name?: string; official_name?: string; mask?: string; limit?: number };
  numbers?: { account?: string; ach_routing?: string; international_iban?: string; international_bic?: string };
  transactions?: PlaidTransaction[];
  identity?: { names?: string[] };
}

interface UploadTransaction {
  transactionId: string;
  amount: number;
  currency: string;
  bookingDate: string;
  valueDate: string;
  purpose: string;
}

interface UploadAccount {
  accountId: string;
  accountNumber?: string;
  bankCode?: string;
  iban?: string;
  bic?: string;
  name: string;
  owner?: string;
  type: string;
  currency: string;
  balance?: number;
  transactions: UploadTransaction[];
}

/** By Plaid's subtype, then by its type; what is in neither is `SONSTIGE`. */
const typesBySubtype: Readonly<Record<string, string>> = {
  savings: 'SPARKONTO',
  cd: 'SPARKONTO',
  'money market': 'TAGESGELD',
  paypal: 'PAYPAL',
};
const typesByType: Readonly<Record<string, string>> = {
  depository: 'GIRO',
  credit: 'KREDIT_KARTE',
  loan: 'DARLEHEN',
  investment: 'DEPOT',
};

/**
 * One custom user as an upload body.
 * @param json the parsed file
 * @param options.idPrefix begins every id; has to differ between users whose accounts are uploaded together
 * @throws Error that names the place when the file is not such a user
 */
export function convertPlaidUser(json: unknown, options: { idPrefix: string }): { accounts: UploadAccount[] } {
  const accounts = (json as { override_accounts?: unknown } | null)?.override_accounts;
  if (!Array.isArray(accounts)) {
    throw new Error('override_accounts: an array is missing; this is no custom-user file of the Plaid Sandbox');
  }
  return {
    accounts: accounts.map((account: PlaidAccount, index) =>
      convertAccount(account, `${options.idPrefix}-${index + 1}`, `override_accounts[${index}]`),
    ),
  };
}

function convertAccount(account: PlaidAccount, accountId: string, place: string): UploadAccount {
  const { subtype, type, meta, numbers, starting_balance: startingBalance } = account;
  const currency = account.currency ?? account.transactions?.find((t) => t.currency)?.currency ?? 'USD';
  const owed = type === 'credit' || type === 'loan';
  const upload: UploadAccount = {
    accountId,
    name: meta?.name ?? meta?.official_name ?? [type, subtype].filter(Boolean).join(' '),
    type: typesBySubtype[subtype ?? ''] ?? typesByType[type] ?? 'SONSTIGE',
    currency,
    transactions: (account.transactions ?? [])
      .map((transaction, index) => convertTransaction(transaction, accountId, currency, index, place))
      .sort((a, b) => a.bookingDate.localeCompare(b.bookingDate)),
  };
  const owner = account.identity?.names?.[0];
  if (owner) upload.owner = owner;
  if (numbers?.account) upload.accountNumber = numbers.account;
  if (numbers?.ach_routing) upload.bankCode = numbers.ach_routing;
  if (numbers?.international_iban) upload.iban = numbers.international_iban;
  if (numbers?.international_bic) upload.bic = numbers.international_bic;
  if (startingBalance !== undefined) upload.balance = owed ? turned(startingBalance) : startingBalance;
  return upload;
}

function convertTransaction(
  transaction: PlaidTransaction,
  accountId: string,
  currency: string,
  index: number,
  place: string,
): UploadTransaction {
  const at = `${place}.transactions[${index}]`;
  const { amount } = transaction;
  if (typeof amount !== 'number') throw new Error(`${at}.amount: ${JSON.stringify(amount)} is no number`);
  return {
    // The place in the file, not a hash: equal purchases on one day stay two transactions.
    transactionId: `${accountId}-${String(index + 1).padStart(4, '0')}`,
    amount: turned(amount),
    currency: transaction.currency ?? currency,
    bookingDate: dateAt(`${at}.date_posted`, transaction.date_posted),
    valueDate: dateAt(`${at}.date_transacted`, transaction.date_transacted),
    purpose: transaction.description,
  };
}

function dateAt(place: string, value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  throw new Error(`${place}: ${JSON.stringify(value)} is no date such as 2026-03-31`);
}

/** The other sign, without making -0 of 0. */
function turned(amount: number): number {
  return amount === 0 ? 0 : -amount;
}

function main(files: string[]) {
  if (files.length === 0) {
    process.stderr.write('Usage: node scripts/convert-plaid.ts FILE... > upload.json\n');
    process.exitCode = 2;
    return;
  }
  const accounts = files.flatMap((file) => {
    const idPrefix = path.basename(file, path.extname(file));
    try {
      return convertPlaidUser(JSON.parse(readFileSync(file, 'utf8')), { idPrefix }).accounts;
    } catch (error) {
      throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
    }
  });
  process.stdout.write(`${JSON.stringify({ accounts }, null, 2)}\n`);
}

if (import.meta.main) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
