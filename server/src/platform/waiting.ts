/** Something that waits for a person: how many there are, and since when the one that waits longest. */
export interface Waiting {
  count: number;
  oldestAt: Date | null;
}

/** The only row of `select count(*) …, min(…) …` as such. */
export const readWaiting = (rows: { count: number; oldest: Date | null }[]): Waiting => ({
  count: rows[0]?.count ?? 0,
  oldestAt: rows[0]?.oldest ?? null,
});
