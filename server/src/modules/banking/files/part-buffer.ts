/** Collects what a reader finds and hands it on in pieces, so that neither side works row by row. */
import type {
  StatementAccount,
  StatementBalance,
  StatementPart,
  StatementTransaction,
} from '../statements/statement.types.ts';

const TRANSACTIONS_PER_PART = 500;

export interface PartBuffer {
  /** Announces an account once; later calls with the same `ref` change nothing. */
  account(ref: string, account: () => StatementAccount): void;
  transaction(ref: string, transaction: StatementTransaction): void;
  balance(ref: string, balance: StatementBalance): void;
  rejected(line: number, reason: string): void;
  /** What is full; with `all`, everything. Empties the buffer of it. */
  take(all?: boolean): StatementPart[];
}

export function createPartBuffer(file: string): PartBuffer {
  const known = new Set<string>();
  let ready: StatementPart[] = [];
  let open: { ref: string; transactions: StatementTransaction[] } | null = null;
  const flush = () => {
    if (open && open.transactions.length > 0) ready.push({ kind: 'transactions', ...open });
    open = null;
  };
  return {
    account(ref, account) {
      if (known.has(ref)) return;
      known.add(ref);
      flush();
      ready.push({ kind: 'account', ref, account: account() });
    },
    transaction(ref, transaction) {
      if (open?.ref !== ref) flush();
      open ??= { ref, transactions: [] };
      open.transactions.push(transaction);
      if (open.transactions.length >= TRANSACTIONS_PER_PART) flush();
    },
    balance(ref, balance) {
      flush();
      ready.push({ kind: 'balance', ref, balance });
    },
    rejected(line, reason) {
      ready.push({ kind: 'rejected', file, line, reason });
    },
    take(all = false) {
      if (all) flush();
      const parts = ready;
      ready = [];
      return parts;
    },
  };
}
