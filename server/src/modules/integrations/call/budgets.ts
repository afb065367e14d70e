/** Milliseconds that a call may take, all of its tries and waits together. */
export interface Budget {
  /** What is promised to the customer who waits; slower ones are marked. */
  targetMs: number;
  /** When it is given up. */
  hardMs: number;
  /** When the first try is given up, if there may be a second one. */
  firstTryMs: number;
  /** How long a call waits at most for its turn below the endpoint's rate limit. */
  maxWaitMs: number;
}

export type Budgets = Record<'read' | 'write', Budget>;

/** Source: the endpoint contract. */
export const BUDGETS: Budgets = {
  read: { targetMs: 2_000, hardMs: 5_000, firstTryMs: 5_000, maxWaitMs: 1_000 },
  write: { targetMs: 5_000, hardMs: 15_000, firstTryMs: 10_000, maxWaitMs: 4_000 },
};
