import type { Account, Transaction } from '#modules/banking/index.ts';
import type { Decision } from './categorization.types.ts';
import { ownAccountEvidence, readOwnAccounts } from './own-accounts.ts';

/** Banks book the two sides of a transfer at most this far apart (a weekend and a holiday). */
const MAX_DAYS_APART = 5;
/** How many open bookings of one amount are compared with a new one. */
const MAX_COMPARED = 40;
const DAY_MS = 86_400_000;

/** Categories that say “between own accounts”; one side of a pair must be of them, or name an own account. */
const transferCategories: ReadonlySet<string> = new Set([
  'internal_transfer_in',
  'internal_transfer_out',
  'savings_in',
  'savings_out',
  'credit_card_payment',
]);

/** Categories that leave it open: the other side of a pair may be of them. */
const openCategories: ReadonlySet<string> = new Set([
  'other_transfer_in',
  'other_transfer_out',
  'uncategorized',
  'other_income',
]);

interface Side {
  transaction: Transaction;
  day: number;
  account: Account;
  /** The other side is an own account by IBAN, account number or the owner's name. */
  own: boolean;
  /** The decision says that this is a transfer. */
  transfer: boolean;
  /** The decision leaves it open. */
  open: boolean;
}

const compact = (text: string): string => text.replace(/\s+/g, '').toUpperCase();

/** The partner's IBAN, where there is one, is that of the other account. */
const namesAccount = (side: Side, other: Account): boolean | null => {
  const iban = side.transaction.paymentPartner?.iban;
  if (!iban || !other.iban) return null;
  return compact(iban) === compact(other.iban);
};

/** How well two bookings fit as the sides of one transfer; 0: not at all. */
const fit = (debit: Side, credit: Side): number => {
  if (debit.account.accountId === credit.account.accountId) return 0;
  const apart = Math.abs(credit.day - debit.day);
  if (apart > MAX_DAYS_APART) return 0;
  const [there, back] = [namesAccount(debit, credit.account), namesAccount(credit, debit.account)];
  if (there === false || back === false) return 0;
  const named = there === true || back === true;
  if (!named && !(debit.own && credit.own) && !((debit.own || debit.transfer) && (credit.own || credit.transfer)))
    return 0;
  return (named ? 100 : debit.own || credit.own ? 50 : 20) - apart;
};

const sidesOf = (
  transactions: readonly Transaction[],
  accounts: readonly Account[],
  decisions: readonly Decision[] | undefined,
): Side[] => {
  const own = readOwnAccounts(accounts);
  const accountOf = new Map(accounts.map((account) => [account.accountId, account]));
  return transactions.flatMap((transaction, n) => {
    const account = accountOf.get(transaction.accountId);
    if (!account || transaction.amountMinor === 0) return [];
    const decision = decisions?.[n];
    return [
      {
        transaction,
        account,
        day: Date.parse(transaction.bookingDate) / DAY_MS,
        own: ownAccountEvidence(own, transaction) !== null,
        transfer: decision !== undefined && transferCategories.has(decision.categoryId),
        open: decision !== undefined && openCategories.has(decision.categoryId),
      },
    ];
  });
};

const pairAmount = (sides: Side[], pairs: Map<string, string>): void => {
  sides.sort((a, b) => a.day - b.day || (a.transaction.transactionId < b.transaction.transactionId ? -1 : 1));
  let open: Side[] = [];
  for (const side of sides) {
    open = open.filter((other) => side.day - other.day <= MAX_DAYS_APART).slice(-MAX_COMPARED);
    let best: Side | null = null;
    let bestFit = 0;
    for (const other of open) {
      if (other.transaction.amountMinor > 0 === side.transaction.amountMinor > 0) continue;
      const [debit, credit] = side.transaction.amountMinor < 0 ? [side, other] : [other, side];
      const found = fit(debit, credit);
      if (found > bestFit) [best, bestFit] = [other, found];
    }
    if (best) {
      pairs.set(side.transaction.transactionId, best.transaction.transactionId);
      pairs.set(best.transaction.transactionId, side.transaction.transactionId);
      open.splice(open.indexOf(best), 1);
    } else {
      open.push(side);
    }
  }
};

/**
 * Finds the transfers between a user's own accounts of which both sides are there: same amount and currency, opposite
 * sign, two accounts, at most five days apart, and nothing (IBAN) that speaks against it. Answers each booking's
 * counterpart by transaction id, in both directions. With `decisions` (in the order of the transactions) also bookings pair that name no
 * account, if both look like transfers. The time is linear in the number of bookings, apart from sorting.
 */
export const pairInternalTransfers = (
  transactions: readonly Transaction[],
  accounts: readonly Account[],
  decisions?: readonly Decision[],
): Map<string, string> => {
  const pairs = new Map<string, string>();
  if (accounts.length < 2) return pairs;
  const byAmount = new Map<string, Side[]>();
  for (const side of sidesOf(transactions, accounts, decisions)) {
    if (!side.own && !side.transfer && !side.open && !side.transaction.paymentPartner?.iban) continue;
    const key = `${side.transaction.currency}${Math.abs(side.transaction.amountMinor)}`;
    const list = byAmount.get(key);
    if (list) list.push(side);
    else byAmount.set(key, [side]);
  }
  for (const sides of byAmount.values()) if (sides.length > 1) pairAmount(sides, pairs);
  return pairs;
};

/** The decision for a booking whose counterpart in another own account was found. */
export const internalTransferDecision = (transaction: Transaction, counterpartId: string): Decision => ({
  categoryId: transaction.amountMinor > 0 ? 'internal_transfer_in' : 'internal_transfer_out',
  confidence: 0.99,
  level: 'VERY_HIGH',
  reason: `The same amount moved the other way in another account of the user (booking ${counterpartId})`,
  evidence: 'own_account',
  merchant: null,
  tags: ['internal_transfer'],
});
