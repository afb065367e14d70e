import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Account, Transaction } from '#modules/banking/index.ts';
import {
  type CategorizationContext,
  type CategoryRule,
  type Decision,
  getCategorizer,
  refine,
} from '#modules/categorization/index.ts';
import { applyDecision } from './apply-decision.ts';
import { buildPages } from './categorized-pages.ts';
import type { ContractDecision } from './contract-decisions.queries.ts';
import { analyze, type CategorizedTransaction } from './engine/index.ts';
import { FOUND_CONTRACTS, foundContracts } from './found-contracts.ts';
import { matchDecisions } from './match-decisions.ts';
import type { StoredResult } from './results.queries.ts';
import type { RunCounts } from './runs.queries.ts';

export interface AnalyzeUserInput {
  userType: 'person' | 'company';
  /** `YYYY-MM-DD`, the day of the run. */
  asOf: string;
  accounts: Account[];
  /** What people decided about categories, in the order of precedence. */
  rules: CategoryRule[];
  /** What people decided about contracts, the newest last. */
  contractDecisions: readonly ContractDecision[];
  batches: AsyncIterable<Transaction[]>;
  /** Notes how far the run is, from 0 to 1; answers false when nobody waits for it any more. */
  report(progress: number): Promise<boolean>;
  signal: AbortSignal;
}

export interface Analysis {
  /** Each is made when it is asked for: once. */
  results: Iterable<StoredResult>;
  /** Categorised transactions, newest first, in pages that are made while they are read: once. */
  pages: Iterable<string>;
  categories: { categoryId: string; transactionIds: string[] }[];
  counts: RunCounts;
}

/** So many are categorised before other requests of the process get a turn. */
const TURN = 500;

/** Runs the engines over one user's data; null when the run was cancelled on the way. */
export async function analyzeUser(input: AnalyzeUserInput): Promise<Analysis | null> {
  const categorizer = getCategorizer();
  const context: CategorizationContext = {
    userType: input.userType,
    accounts: input.accounts,
    rules: input.rules,
  };
  const transactions: Transaction[] = [];
  const first: Decision[] = [];
  for await (const batch of input.batches) {
    for (let start = 0; start < batch.length; start += TURN) {
      for (const transaction of batch.slice(start, start + TURN)) {
        transactions.push(transaction);
        first.push(categorizer.categorize(transaction, context));
      }
      await nextTurn();
    }
    input.signal.throwIfAborted();
  }
  if (!(await input.report(0.5))) return null;
  const decisions = refine(first, transactions, input.accounts, input.userType);
  const {
    contracts: found,
    contractIds,
    results,
  } = analyze({
    userType: input.userType,
    asOf: input.asOf,
    accounts: input.accounts,
    transactions: transactions.map((transaction, n) => categorized(transaction, decisions[n] as Decision)),
    dismissedAmong: (contracts) => {
      const decided = [...matchDecisions(contracts, input.contractDecisions)];
      return new Set(decided.filter(([, decision]) => decision === 'dismissed').map(([contractId]) => contractId));
    },
  });
  const decided = matchDecisions(found, input.contractDecisions);
  const contracts = found.map((contract) => applyDecision(contract, decided.get(contract.contractId)));
  const categories = groupByCategory(transactions, decisions);
  return {
    results: writeResults(
      [
        ['contracts', { contracts }],
        [FOUND_CONTRACTS, foundContracts(found)],
      ],
      results,
    ),
    pages: buildPages(transactions, decisions, contractIds),
    categories,
    counts: {
      accounts: input.accounts.length,
      transactions: transactions.length,
      categories: categories.length,
      contracts: contracts.length,
    },
  };
}

function* writeResults(...parts: Iterable<[name: string, result: unknown]>[]): Generator<StoredResult> {
  for (const part of parts) for (const [name, result] of part) yield { name, body: JSON.stringify(result) };
}

/** What the analysis engine wants to know of a categorised transaction; field by field, as a spread leaves room for none beside. */
function categorized(transaction: Transaction, decision: Decision): CategorizedTransaction {
  return {
    transactionId: transaction.transactionId,
    accountId: transaction.accountId,
    amountMinor: transaction.amountMinor,
    currency: transaction.currency,
    bookingDate: transaction.bookingDate,
    valueDate: transaction.valueDate,
    bookingText: transaction.bookingText,
    purpose: transaction.purpose,
    merchantCategoryCode: transaction.merchantCategoryCode,
    paymentPartner: transaction.paymentPartner,
    endToEndId: transaction.endToEndId,
    mandateId: transaction.mandateId,
    purposeCode: transaction.purposeCode,
    bankTransactionCode: transaction.bankTransactionCode,
    status: transaction.status,
    categoryId: decision.categoryId,
    tags: decision.tags,
    merchantName: decision.merchant?.name ?? null,
    isInternalTransfer: decision.tags.includes('internal_transfer'),
  };
}

function groupByCategory(transactions: readonly Transaction[], decisions: readonly Decision[]) {
  const groups = new Map<string, string[]>();
  for (let n = 0; n < transactions.length; n++) {
    const { transactionId } = transactions[n] as Transaction;
    const { categoryId } = decisions[n] as Decision;
    const group = groups.get(categoryId);
    if (group) group.push(transactionId);
    else groups.set(categoryId, [transactionId]);
  }
  return [...groups].map(([categoryId, transactionIds]) => ({ categoryId, transactionIds }));
}
