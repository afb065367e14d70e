/** Values at which an axis is drawn, evenly spaced, ascending; they enclose zero and all values. */
export interface Scale {
  min: number;
  max: number;
  ticks: number[];
}

const WANTED_INTERVALS = 4;
const ROUND_STEPS = [1, 2, 2.5, 5, 10];

/** An axis with round steps that holds `values` and zero. */
export function scaleFor(values: readonly number[]): Scale {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const raw = (high - low || 1) / WANTED_INTERVALS;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * (ROUND_STEPS.find((candidate) => candidate * power >= raw) ?? 10);
  const from = Math.floor(low / step);
  const to = Math.max(Math.ceil(high / step), from + 1);
  const ticks = Array.from({ length: to - from + 1 }, (_, n) => (from + n) * step);
  return { min: from * step, max: to * step, ticks };
}
