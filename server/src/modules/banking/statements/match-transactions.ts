/**
 * Which transactions of a reading are new, and which are known: the identity of a transaction is decided by its content
 * and its bank's ids together. docs/decisions/2026-11-22-identity-of-transactions.md has the reasons.
 */
import type {
  IncomingTransaction,
  MatchableTransaction,
  MatchInput,
  MatchResult,
  StoredTransaction,
} from './match.types.ts';
import { compareAmounts, comparePair, type Pair } from './rank-pair.ts';
import { compareTexts, sameNumber, shareId, type TextEvidence, type Texts, textsOf } from './weigh-evidence.ts';

const DAY_MS = 86_400_000;
/** Transactions whose days lie further apart are never one: how far the caller's windows must reach. */
export const WINDOW_DAYS = 15;
/** Of so many stored transactions of one amount in its window, an incoming one is compared with the nearest. */
const MOST_COMPARED = 200;

/**
 * Matches one to one, strongest evidence first: the content as it stands, a content it had before, then the pairs that
 * `comparePair` lets through. Neither the order of the stored nor of the incoming transactions matters, except among
 * those that say the same. Pure; time grows with the number of transactions of one amount within `WINDOW_DAYS`.
 */
export function matchTransactions(input: MatchInput): MatchResult {
  const repeated = findRepeated(input.incoming);
  const open = new Set([...input.incoming.keys()].filter((n) => !repeated.has(n)));
  const free = new Set(input.stored.keys());
  const known = new Map<number, number>();
  const claim = (incoming: number, stored: number) => {
    known.set(incoming, stored);
    open.delete(incoming);
    free.delete(stored);
  };
  claimSameContent(input, open, free, (stored) => [stored.fingerprint], claim);
  claimSameContent(input, open, free, (stored) => stored.fingerprints, claim);
  claimLikely(input, open, free, claim);
  for (const [n, first] of findStale(input, open, known)) repeated.set(n, first);
  return { known, repeated };
}

/** Pending ones that are still shown under the id that another of this reading, now booked, had while it was pending. */
function* findStale(
  { stored, incoming }: MatchInput,
  open: Set<number>,
  known: Map<number, number>,
): Generator<[number, number]> {
  const pending = [...open].filter((n) => isPending(incoming[n]));
  if (pending.length === 0) return;
  const claimedBy = new Map([...known].map(([n, m]) => [m, n]));
  const byId = indexIds(stored, new Set(claimedBy.keys()));
  for (const n of pending) {
    const one = incoming[n] as IncomingTransaction;
    const bookedAs = one.bankIds
      .flatMap((id) => byId.get(id) ?? [])
      .find((m) => isSameMoney(one, stored[m] as StoredTransaction));
    if (bookedAs !== undefined) yield [n, claimedBy.get(bookedAs) as number];
  }
}

const isSameMoney = (a: MatchableTransaction, b: MatchableTransaction) =>
  a.amountMinor === b.amountMinor && a.currency === b.currency && compareTexts(textsOf(a), textsOf(b)) !== 'contradict';

type Claim = (incoming: number, stored: number) => void;

/** A bank's mistake: the same number twice in one reading, with the same content or once pending and once booked. */
function findRepeated(incoming: readonly IncomingTransaction[]): Map<number, number> {
  const repeated = new Map<number, number>();
  const byId = new Map<string, number[]>();
  // Booked ones first, so that a pending one repeats them and not the other way round.
  const order = [...incoming.keys()].sort(
    (a, b) => Number(isPending(incoming[a])) - Number(isPending(incoming[b])) || a - b,
  );
  for (const n of order) {
    const one = incoming[n] as IncomingTransaction;
    const ids = one.bankIds.filter((id) => id.startsWith('id:') || id.startsWith('entry:'));
    const first = ids
      .flatMap((id) => byId.get(id) ?? [])
      .find((m) => isRepeat(incoming[m] as IncomingTransaction, one));
    if (first !== undefined) {
      repeated.set(n, first);
      continue;
    }
    for (const id of ids) {
      const others = byId.get(id);
      if (!others) byId.set(id, [n]);
      else if (others.length < MOST_COMPARED) others.push(n);
    }
  }
  return repeated;
}

const isPending = (transaction: IncomingTransaction | undefined) => transaction?.status === 'pending';

function isRepeat(first: IncomingTransaction, other: IncomingTransaction): boolean {
  if (!sameNumber(first.bankIds, other.bankIds)) return false;
  if (first.endToEndId && other.endToEndId && first.endToEndId !== other.endToEndId) return false;
  if (first.fingerprint === other.fingerprint) return true;
  if (first.status === other.status) return false;
  return isSameMoney(first, other);
}

/** As many as there are on both sides; among those that say the same, the ones that share an id belong together. */
function claimSameContent(
  { stored, incoming }: MatchInput,
  open: Set<number>,
  free: Set<number>,
  contentsOf: (stored: StoredTransaction) => string[],
  claim: Claim,
): void {
  const byContent = new Map<string, Set<number>>();
  for (const n of free) {
    for (const content of contentsOf(stored[n] as StoredTransaction)) {
      const others = byContent.get(content);
      if (others) others.add(n);
      else byContent.set(content, new Set([n]));
    }
  }
  const byId = indexIds(stored, free);
  const claimWhere = (
    matches: (incoming: IncomingTransaction, m: number, among: Set<number>) => boolean,
    byIds: boolean,
  ) => {
    for (const n of [...open]) {
      const one = incoming[n] as IncomingTransaction;
      const among = byContent.get(one.fingerprint);
      if (!among) continue;
      const candidates = byIds ? one.bankIds.flatMap((id) => byId.get(id) ?? []) : among;
      for (const m of candidates) {
        if (!free.has(m)) among.delete(m);
        else if (matches(one, m, among)) {
          claim(n, m);
          break;
        }
      }
    }
  };
  claimWhere((_, m, among) => among.has(m), true);
  claimWhere((one, m) => stored[m]?.status === one.status, false);
  claimWhere(() => true, false);
}

function indexIds(stored: readonly StoredTransaction[], free: Set<number>): Map<string, number[]> {
  const byId = new Map<string, number[]>();
  for (const n of free) {
    for (const id of (stored[n] as StoredTransaction).bankIds) {
      const others = byId.get(id);
      if (!others) byId.set(id, [n]);
      else if (others.length < MOST_COMPARED) others.push(n);
    }
  }
  return byId;
}

/** What is left on both sides, the most certain pairs first. */
function claimLikely(input: MatchInput, open: Set<number>, free: Set<number>, claim: Claim): void {
  if (open.size === 0 || free.size === 0) return;
  const { stored: known, incoming: read } = input;
  const pairs = [...likelyPairs(input, open, free)].sort(
    (a, b) =>
      a.rank - b.rank ||
      a.strength - b.strength ||
      a.distance - b.distance ||
      compareContent(read[a.incoming], read[b.incoming]) ||
      compareContent(known[a.stored], known[b.stored]),
  );
  for (const { incoming, stored } of pairs) if (open.has(incoming) && free.has(stored)) claim(incoming, stored);
  for (const { incoming, stored } of authorisations(input, open, free)) claim(incoming, stored);
}

interface RankedPair {
  incoming: number;
  stored: number;
  rank: number;
  /** Of the texts, 0 the strongest. */
  strength: number;
  distance: number;
}

const STRENGTHS: TextEvidence[] = ['agree', 'overlap', 'hint', 'silent'];

/** The last word where nothing else decides, so that the order does not. */
function compareContent(a: IncomingTransaction | undefined, b: IncomingTransaction | undefined): number {
  const [one, other] = [a, b].map((each) => `${each?.fingerprint} ${each?.status} ${each?.bankIds.join(' ')}`);
  return (one as string) < (other as string) ? -1 : one === other ? 0 : 1;
}

function* likelyPairs(
  { stored, incoming, reading }: MatchInput,
  open: Set<number>,
  free: Set<number>,
): Generator<RankedPair> {
  const texts = rememberTexts();
  const byAmount = Map.groupBy(free, (n) => amountOf(stored[n] as StoredTransaction));
  for (const bucket of byAmount.values()) bucket.sort((a, b) => dayOf(stored[a]) - dayOf(stored[b]));
  for (const n of open) {
    const one = incoming[n] as IncomingTransaction;
    for (const m of nearest(byAmount.get(amountOf(one)) ?? [], (candidate) => dayOf(stored[candidate]), dayOf(one))) {
      const days = dayOf(one) - dayOf(stored[m]);
      const other = stored[m] as StoredTransaction;
      const evidence = compareTexts(texts(one), texts(other));
      const pair: Pair = {
        stored: other,
        incoming: one,
        days,
        evidence,
        sharesId: shareId(one.bankIds, other.bankIds),
      };
      const rank = comparePair(pair, reading);
      if (rank !== null)
        yield { incoming: n, stored: m, rank, strength: STRENGTHS.indexOf(evidence), distance: Math.abs(days) };
    }
  }
}

/** Those within the window, found from the day itself outwards, at most `MOST_COMPARED`. `sorted` is by day. */
function nearest(sorted: number[], dayAt: (n: number) => number, day: number): number[] {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (dayAt(sorted[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  const take = (at: number) => {
    const n = sorted[at];
    if (n === undefined || Math.abs(dayAt(n) - day) > WINDOW_DAYS) return false;
    found.push(n);
    return true;
  };
  let [before, after] = [low - 1, low];
  for (let more = true; more && found.length < MOST_COMPARED; ) {
    const later = take(after);
    if (later) after += 1;
    const earlier = take(before);
    if (earlier) before -= 1;
    more = later || earlier;
  }
  return found;
}

/**
 * Card authorisations that were booked with another amount (a tip, fuel): only where nothing else could be meant on either
 * side.
 */
function authorisations({ stored, incoming, reading }: MatchInput, open: Set<number>, free: Set<number>) {
  const texts = rememberTexts();
  const pending = [...free].filter((n) => stored[n]?.status === 'pending');
  const pairs: { incoming: number; stored: number }[] = [];
  if (pending.length > 0 && pending.length <= MOST_COMPARED) {
    for (const n of open) {
      const one = incoming[n] as IncomingTransaction;
      if (one.status === 'pending' || one.amountMinor >= 0) continue;
      for (const m of pending) {
        const other = stored[m] as StoredTransaction;
        const days = dayOf(one) - dayOf(other);
        const evidence = compareTexts(texts(one), texts(other));
        const pair: Pair = {
          stored: other,
          incoming: one,
          days,
          evidence,
          sharesId: shareId(one.bankIds, other.bankIds),
        };
        if (compareAmounts(pair, reading)) pairs.push({ incoming: n, stored: m });
      }
    }
  }
  return pairs.filter((pair) =>
    pairs.every((other) => other === pair || (other.incoming !== pair.incoming && other.stored !== pair.stored)),
  );
}

const amountOf = ({ amountMinor, currency }: { amountMinor: number; currency: string }) => `${amountMinor} ${currency}`;

const dayOf = (transaction: { bookingDate: string } | undefined) => Date.parse(transaction?.bookingDate ?? '') / DAY_MS;

function rememberTexts() {
  const known = new Map<object, Texts>();
  return (transaction: StoredTransaction | IncomingTransaction): Texts => {
    let texts = known.get(transaction);
    if (!texts) known.set(transaction, (texts = textsOf(transaction)));
    return texts;
  };
}
