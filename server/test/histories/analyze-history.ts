/** A history through the whole pipeline: the bookings as a bank sends them, without the categories they were made with. */
import { type Analysis, analyzeUser } from '../../src/modules/analysis/analyze-user.ts';
import type { Contract } from '../../src/modules/analysis/engine/engine.types.ts';
import type { Account, Transaction } from '../../src/modules/banking/banking.types.ts';

/** What a bank tells: no category, no tags, no merchant, no word on whose account the other one is. */
export interface BankData {
  userType: 'person' | 'company';
  /** `YYYY-MM-DD`: the day of the analysis. */
  asOf: string;
  accounts: readonly Account[];
  transactions: readonly Transaction[];
}

export interface AnalyzedHistory {
  contracts: Contract[];
  /** By name (`person/income/salary`, …), as they go over the wire. */
  results: Record<string, unknown>;
  /** The category that the categorizer chose, by transaction id; each transaction is listed once per page it stands on. */
  categories: [transactionId: string, categoryId: string][];
}

/** Only what a bank sends, so that nothing of what the generator knows reaches the engines. */
export function asBankSent(transaction: Transaction): Transaction {
  const { transactionId, accountId, amountMinor, currency, bookingDate, valueDate, bookingText, purpose } = transaction;
  const { merchantCategoryCode, paymentPartner, endToEndId, mandateId, purposeCode, bankTransactionCode, status } =
    transaction;
  return {
    ...{ transactionId, accountId, amountMinor, currency, bookingDate, valueDate, bookingText, purpose },
    ...{ merchantCategoryCode, paymentPartner, endToEndId, mandateId, purposeCode, bankTransactionCode, status },
  };
}

/** Runs the code that a worker runs for a user, without rules and decisions of people. */
export async function runPipeline({ userType, asOf, accounts, transactions }: BankData): Promise<Analysis> {
  const analysis = await analyzeUser({
    userType,
    asOf,
    accounts: [...accounts],
    rules: [],
    contractDecisions: [],
    batches: inOneBatch([...transactions]),
    report: async () => true,
    signal: new AbortController().signal,
  });
  if (!analysis) throw new Error('Nobody cancelled this analysis, and yet it ended without a result.');
  return analysis;
}

async function* inOneBatch(transactions: Transaction[]): AsyncGenerator<Transaction[]> {
  yield transactions;
}

export async function analyzeHistory(data: BankData): Promise<AnalyzedHistory> {
  const analysis = await runPipeline({ ...data, transactions: data.transactions.map(asBankSent) });
  const results = Object.fromEntries(Array.from(analysis.results, ({ name, body }) => [name, JSON.parse(body)]));
  return {
    contracts: results.contracts.contracts,
    results,
    categories: analysis.categories.flatMap(({ categoryId, transactionIds }) =>
      transactionIds.map((id): [string, string] => [id, categoryId]),
    ),
  };
}
