/** Printed by `scripts/fit-confidence.ts`. */
export const SIGNAL_WEIGHTS: readonly number[] = [
  -0.54, 1.55, 0.45, -0.73, 0.63, 0.2, -0.48, 0.57, 1.43, 0.64, 0.11, -1.42, -0.22, 0.11, 0.42, 0.69, -0.08, 0.71,
  -0.29, -0.85, -1.03, 0.5,
];
