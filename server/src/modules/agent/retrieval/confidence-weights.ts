/** Printed by `scripts/fit-confidence.ts`. */
export const SIGNAL_WEIGHTS: readonly number[] = [0];
