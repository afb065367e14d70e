import { openSpool } from '#platform/spool.ts';
import type { StatementAccount, StatementBalance, StatementPart } from './statement.types.ts';
import { statementRow } from './statement-row.ts';

/** What a reading says about one account, its transactions aside. */
export interface StagedAccount {
  ref: string;
  /** Which of the staged rows are its. */
  refOrdinal: number;
  account: StatementAccount;
  balances: StatementBalance[];
  count: number;
}

export interface RejectedRow {
  file: string;
  line: number;
  reason: string;
}

interface ReadingSummary {
  accounts: StagedAccount[];
  /** The first of them. */
  rejected: RejectedRow[];
  rejectedCount: number;
}

/** What a source says, as it is stored. */
export interface StatementReading {
  /** Of what has been taken from `rows` so far. */
  summary: ReadingSummary;
  /** The transactions as COPY text, in the order of `STATEMENT_COLUMNS`; to be taken once. */
  rows: AsyncIterable<Buffer>;
}

const MOST_REJECTED = 1_000;
const FLUSH_LENGTH = 64 * 1024;

/** Reads while the rows are taken; memory holds one piece of them. */
export function readStatements(parts: AsyncIterable<StatementPart>): StatementReading {
  const summary: ReadingSummary = { accounts: [], rejected: [], rejectedCount: 0 };
  return { summary, rows: rowsOf(parts, summary) };
}

/** Reads everything at once, with the rows on disk until `release`: for who can't hold a connection as long as it takes. */
export async function spoolStatements(
  parts: AsyncIterable<StatementPart>,
): Promise<StatementReading & { release(): Promise<void> }> {
  const spool = await openSpool();
  try {
    const { summary, rows } = readStatements(parts);
    for await (const piece of rows) await spool.write(piece);
    return { summary, rows: spool.read(), release: () => spool.close() };
  } catch (error) {
    await spool.close();
    throw error;
  }
}

async function* rowsOf(parts: AsyncIterable<StatementPart>, summary: ReadingSummary): AsyncGenerator<Buffer> {
  const byRef = new Map<string, StagedAccount>();
  const accountOf = (ref: string): StagedAccount => {
    const account = byRef.get(ref);
    if (!account) throw new Error(`The part of account ${ref} must come before its transactions and balances`);
    return account;
  };
  let text = '';
  for await (const part of parts) {
    if (part.kind === 'account') {
      if (byRef.has(part.ref)) continue;
      const account = { ref: part.ref, refOrdinal: byRef.size, account: part.account, balances: [], count: 0 };
      byRef.set(part.ref, account);
      summary.accounts.push(account);
    } else if (part.kind === 'balance') accountOf(part.ref).balances.push(part.balance);
    else if (part.kind === 'rejected') {
      summary.rejectedCount += 1;
      if (summary.rejected.length < MOST_REJECTED)
        summary.rejected.push({ file: part.file, line: part.line, reason: part.reason });
    } else {
      const account = accountOf(part.ref);
      for (const transaction of part.transactions) {
        text += statementRow(`${account.refOrdinal}\t${account.count}`, transaction);
        account.count += 1;
        if (text.length >= FLUSH_LENGTH) {
          yield Buffer.from(text, 'utf8');
          text = '';
        }
      }
    }
  }
  if (text !== '') yield Buffer.from(text, 'utf8');
}
