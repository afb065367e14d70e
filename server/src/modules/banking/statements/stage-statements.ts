import type { Session } from '#platform/db/database.ts';
import type { StatementAccount, StatementBalance, StatementPart } from './statement.types.ts';
import { statementRow } from './statement-row.ts';
import { stageRows } from './statements.queries.ts';

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

export interface Staged {
  accounts: StagedAccount[];
  /** The first of them. */
  rejected: RejectedRow[];
  rejectedCount: number;
}

const MOST_REJECTED = 1_000;
const FLUSH_LENGTH = 64 * 1024;

/** Puts the transactions of a reading into a temporary table while they come; memory holds one piece of them. */
export async function stageStatements(session: Session, parts: AsyncIterable<StatementPart>): Promise<Staged> {
  const staged: Staged = { accounts: [], rejected: [], rejectedCount: 0 };
  const byRef = new Map<string, StagedAccount>();
  const accountOf = (ref: string): StagedAccount => {
    const account = byRef.get(ref);
    if (!account) throw new Error(`The part of account ${ref} must come before its transactions and balances`);
    return account;
  };
  async function* rows(): AsyncGenerator<Buffer> {
    let text = '';
    for await (const part of parts) {
      if (part.kind === 'account') {
        if (byRef.has(part.ref)) continue;
        const account = { ref: part.ref, refOrdinal: byRef.size, account: part.account, balances: [], count: 0 };
        byRef.set(part.ref, account);
        staged.accounts.push(account);
      } else if (part.kind === 'balance') accountOf(part.ref).balances.push(part.balance);
      else if (part.kind === 'rejected') {
        staged.rejectedCount += 1;
        if (staged.rejected.length < MOST_REJECTED)
          staged.rejected.push({ file: part.file, line: part.line, reason: part.reason });
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
  await stageRows(session, rows());
  return staged;
}
