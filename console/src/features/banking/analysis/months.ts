/** How many months a picture shows: more are too thin for a phone. The tables have all. */
export const MONTHS = 18;

/** Newest first on the wire; time goes to the right. */
export const oldestFirst = <T extends { month: string }>(months: readonly T[]): T[] =>
  months.toSorted((a, b) => (a.month < b.month ? -1 : 1));

export const shownMonths = <T extends { month: string }>(months: readonly T[]): T[] =>
  oldestFirst(months).slice(-MONTHS);
