import type { Entry, Ledger } from './ledger.ts';

/** A sign that bookings can give, and how to see it in one. */
export interface Sign {
  kind: string;
  holds: (entry: Entry) => boolean;
  /** Bookings needed before the sign counts; 1 unless given. */
  min?: number;
}

/** Everyday purchases show nothing of how somebody lives; leaving them out saves most of the work. */
const SILENT_PRIMARIES = new Set(['food_drink', 'shopping', 'travel', 'health']);

/** The bookings in which signs are looked for. */
export function tellingEntries(ledger: Ledger): Entry[] {
  return ledger.flows.filter(({ category, tags }) => !SILENT_PRIMARIES.has(category.primary) || tags.length > 0);
}

/** The signs that enough bookings give, each with its bookings in the order of time. */
export function findSigns<Given extends Sign>(
  entries: readonly Entry[],
  signs: readonly Given[],
): { sign: Given; transactionIDs: string[] }[] {
  return signs
    .map((sign) => ({ sign, transactionIDs: entries.filter(sign.holds).map((entry) => entry.id) }))
    .filter(({ sign, transactionIDs }) => transactionIDs.length >= (sign.min ?? 1));
}

/** Money out of one of these categories. */
export function paid(...categoryIds: string[]): (entry: Entry) => boolean {
  const wanted = new Set(categoryIds);
  return (entry) => entry.amountMinor < 0 && wanted.has(entry.category.id);
}

/** Money in of one of these categories. */
export function received(...categoryIds: string[]): (entry: Entry) => boolean {
  const wanted = new Set(categoryIds);
  return (entry) => entry.amountMinor > 0 && wanted.has(entry.category.id);
}
