import type { Account, Transaction } from '#modules/banking/index.ts';

/** A transaction with what the categorisation found out about it. */
export interface CategorizedTransaction extends Transaction {
  /** Id of a category of the taxonomy. */
  categoryId: string;
  /** The category's tags and what was seen in this booking (`refund`, `bonus` …). */
  tags: readonly string[];
  /** The merchant behind the text, resolved through payment services; null when none was recognised. */
  merchantName: string | null;
  /** Moved between two accounts of this user. */
  isInternalTransfer: boolean;
}

export type UserType = 'person' | 'company';

export interface AnalysisInput {
  userType: UserType;
  /** `YYYY-MM-DD`: the day on which the question is asked. Later bookings are left out. */
  asOf: string;
  accounts: readonly Account[];
  transactions: readonly CategorizedTransaction[];
  /** Ids of those contracts that a person has said are none: they are listed, and recur in no figure. */
  dismissedAmong?: (contracts: readonly Contract[]) => ReadonlySet<string>;
}

export type Frequency = 'WEEKLY' | 'BIWEEKLY' | 'SEMI_MONTHLY' | 'MONTHLY' | 'QUARTERLY' | 'HALF_YEARLY' | 'YEARLY';

/** What the engine can say of a contract; `dismissed` is decided by a person and applied by the caller. */
export type ContractStatus = 'early' | 'active' | 'ended';

export interface PriceChange {
  /** Booking date of the first payment at the new amount. */
  date: string;
  /** Signed major units. */
  from: number;
  to: number;
}

/** A recurring payment as it goes over the wire. Amounts are signed major units of `currency`. */
export interface Contract {
  contractId: string;
  name: string;
  direction: 'income' | 'expense';
  category: { id: string; primary: string; label: string };
  currency: string;
  accountId: string;
  frequency: Frequency;
  status: ContractStatus;
  firstDate: string;
  lastDate: string;
  nextExpectedDate: string | null;
  averageAmount: number;
  lastAmount: number;
  priceChanges: PriceChange[];
  confidence: number;
  transactionIDs: string[];
}

export interface AnalysisOutput {
  contracts: Contract[];
  /**
   * Of each transaction of the input, in its order: the contract that it is a member of or, while it is pending, will become
   * one of; undefined for single payments.
   */
  contractIds: readonly (string | undefined)[];
  /** One per module (`person/income/salary`, `company/cashflow` …), each exactly the wire shape, made when it is asked for: once. */
  results: Iterable<[name: string, result: unknown]>;
}
