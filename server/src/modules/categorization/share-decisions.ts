import type { Decision, Merchant } from './categorization.types.ts';

/** More reasons than a history has; those with a number in them make new ones without end. */
const MAX_REASONS = 5_000;

/**
 * Holds each decision once, however many bookings it is made for: most of a history is decided as something in it was
 * before, and what it keeps in memory is a third less. Answers an equal one that is known, else the given one.
 */
export const createDecisionShare = (): ((decision: Decision) => Decision) => {
  const byReason = new Map<string, Decision[]>();
  return (decision) => {
    const alike = byReason.get(decision.reason);
    if (!alike) {
      if (byReason.size >= MAX_REASONS) byReason.clear();
      byReason.set(decision.reason, [decision]);
      return decision;
    }
    for (const known of alike) if (isSame(known, decision)) return known;
    alike.push(decision);
    return decision;
  };
};

/** Of the same reason. The level follows from the confidence. */
const isSame = (a: Decision, b: Decision): boolean =>
  a.categoryId === b.categoryId &&
  a.confidence === b.confidence &&
  a.evidence === b.evidence &&
  isSameMerchant(a.merchant, b.merchant) &&
  a.tags.length === b.tags.length &&
  a.tags.every((tag, n) => tag === b.tags[n]);

const isSameMerchant = (a: Merchant | null, b: Merchant | null): boolean =>
  a === b || (a !== null && b !== null && a.name === b.name && a.domain === b.domain && a.via === b.via);
