import type { Session } from '#platform/db/database.ts';
import type { IncomingTransaction, Reading, StoredTransaction } from './match.types.ts';
import { matchTransactions, WINDOW_DAYS } from './match-transactions.ts';
import {
  claimUnchanged,
  countStagedDays,
  type Decision,
  deleteVanished,
  insertNew,
  nameNew,
  needsMatching,
  rememberOrigins,
  type StagedDay,
  selectStaged,
  selectStored,
  type Target,
  updateKnown,
  writeDecisions,
} from './statements.queries.ts';

export interface MergeCounts {
  /** New transactions. */
  imported: number;
  /** Known ones, unchanged, and repetitions within the reading. */
  duplicates: number;
  /** Known ones that the reading tells more of: mostly pending ones that were booked. */
  updated: number;
  /** Pending ones that vanished. */
  removed: number;
}

/** So many transactions are compared at a time, whole days of them. */
const BLOCK_SIZE = 4_000;

/** Merges the staged transactions of one account with those that are stored. `period`: what a bank was asked for. */
export async function mergeAccount(
  session: Session,
  target: Target,
  staged: { count: number },
  period: { from: string; to: string } | null,
): Promise<MergeCounts> {
  const days = staged.count > 0 ? await countStagedDays(session, target.refOrdinal) : [];
  const reading = readingOf(target.source, days, period);
  if (!reading) return { imported: 0, duplicates: 0, updated: 0, removed: 0 };
  if (staged.count > 0 && (await needsMatching(session, target.accountKey, target.refOrdinal))) {
    await claimUnchanged(session, target, WINDOW_DAYS);
    const left = (await countStagedDays(session, target.refOrdinal)).filter(({ open }) => open > 0);
    for (const block of blocksOf(left)) await decideBlock(session, target, reading, block);
  }
  const removed = await deleteVanished(session, target, reading.from, reading.to);
  if (staged.count === 0) return { imported: 0, duplicates: 0, updated: 0, removed };
  const updated = await updateKnown(session, target);
  await nameNew(session, target);
  const imported = await insertNew(session, target);
  await rememberOrigins(session, target);
  return { imported, updated, removed, duplicates: staged.count - imported - updated };
}

/** What the reading speaks of: what the bank was asked for, and the days of its transactions in any case. */
function readingOf(
  source: Target['source'],
  days: StagedDay[],
  period: { from: string; to: string } | null,
): Reading | null {
  const all = [period?.from, period?.to, days[0]?.day, days.at(-1)?.day].filter((day) => day !== undefined).sort();
  const [from, to] = [all[0], all.at(-1)];
  return from && to ? { source, from, to } : null;
}

function* blocksOf(days: StagedDay[]): Generator<{ from: string; to: string }> {
  let [from, count] = ['', 0];
  for (const [n, { day, open }] of days.entries()) {
    if (count === 0) from = day;
    count += open;
    const next = days[n + 1];
    if (next && count + next.open <= BLOCK_SIZE) continue;
    yield { from, to: day };
    count = 0;
  }
}

/**
 * Decides what the staged transactions of a few days are. The days behind them are looked at too, so that none of these
 * takes what one of those is with more right.
 */
async function decideBlock(
  session: Session,
  target: Target,
  reading: Reading,
  block: { from: string; to: string },
): Promise<void> {
  const horizon = addDays(block.to, WINDOW_DAYS);
  const incoming = await selectStaged(session, target.refOrdinal, block.from, horizon);
  const [first, last] = [addDays(block.from, -WINDOW_DAYS), addDays(horizon, WINDOW_DAYS)];
  const stored = await selectStored(session, target, first, last);
  const { known, repeated } = matchTransactions({ stored, incoming, reading });
  const decisions: Decision[] = [];
  for (const [n, one] of incoming.entries()) {
    if (one.bookingDate > block.to) break;
    const match = known.get(n);
    if (repeated.has(n)) decisions.push({ ordinal: one.ordinal, decision: 'repeated', transactionId: null });
    else if (match !== undefined) {
      const other = stored[match] as StoredTransaction;
      const decision = tellsMore(other, one, target.source) ? 'updated' : 'known';
      decisions.push({ ordinal: one.ordinal, decision, transactionId: other.transactionId });
    }
  }
  await writeDecisions(session, target.refOrdinal, decisions);
}

/** Pending ones follow what they become; what a file said gives way to the bank itself; all else stays as it was read first. */
function tellsMore(stored: StoredTransaction, incoming: IncomingTransaction, source: Target['source']): boolean {
  if (source === 'import' && stored.source === 'bank') return false;
  if (stored.status === 'pending') return true;
  return incoming.status === 'booked' && source === 'bank' && stored.source !== 'bank';
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
