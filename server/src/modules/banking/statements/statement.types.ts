/**
 * What a bank tells about accounts, before it is ours: the common form that every file format and every provider is
 * transformed into. It comes in parts, so that nobody has to hold a whole file in memory.
 */
import type { Account, AccountType, Transaction } from '../banking.types.ts';

/** How the source names an account; at least one of `iban`, `accountNumber` and `resourceId` is given. */
export interface StatementAccount extends Omit<Account, 'accountId' | 'balanceMinor' | 'type'> {
  /** Null when the source does not tell. */
  type: AccountType | null;
  /** Id under which the provider lists the account in this consent; null for files. Changes with a new consent. */
  resourceId: string | null;
}

export interface StatementTransaction extends Omit<Transaction, 'transactionId' | 'accountId'> {
  /**
   * The bank's own ids of the booking, best first and each prefixed with its kind (`id:…` transactionId, `entry:…`
   * entryReference, `ref:…` AcctSvcrRef or the like). Banks renumber, reuse and omit them: they are evidence, not identity.
   * What all parts of a collective booking have in common is a `ref:…`.
   */
  bankIds: string[];
  /** `YYYY-MM-DD`. A pending transaction without one carries its value date, or the day it was read. */
  bookingDate: string;
}

export interface StatementBalance {
  kind: 'opening' | 'closing';
  amountMinor: number;
  currency: string;
  /** `YYYY-MM-DD`: the end of this day for `closing`, its beginning for `opening`. */
  date: string;
}

/**
 * A piece of what was read. `ref` names the account within one reading (a file, or one answer of a bank); its `account`
 * part comes first. All statements of an account in one file share a `ref`: under one `ref` what is there twice happened
 * twice, unless the bank gave both the same number. Two files have two: under two of them it is the same again.
 */
export type StatementPart =
  | { kind: 'account'; ref: string; account: StatementAccount }
  | { kind: 'transactions'; ref: string; transactions: StatementTransaction[] }
  | { kind: 'balance'; ref: string; balance: StatementBalance }
  /** A row that could not be read; never guessed. `line` counts from 1. */
  | { kind: 'rejected'; file: string; line: number; reason: string };
