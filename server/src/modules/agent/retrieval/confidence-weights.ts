/** Printed by `scripts/fit-confidence.ts`. */
export const SIGNAL_WEIGHTS: readonly number[] = [
  -0.665, 2.115, 0.704, -0.598, 0.794, 0.078, -0.472, 0.629, 1.394, 0.554, -0.17, -1.311, 0.098, 0.188, 0.123, 0.619,
  -0.242, 0.684, -0.42, -0.423, -1.014, 0.71,
];
