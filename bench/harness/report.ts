/** A figure with the bound that it has to keep. */
export type Bounded = { value: number } & ({ atMost: number } | { atLeast: number });

/**
 * Prints one JSON line: the figures of a claim, and whether every figure with a bound keeps it. When one doesn't, the
 * process will exit with 1.
 */
export function report(claim: string, figures: Record<string, unknown>): void {
  const holds = Object.values(figures).filter(isBounded).every(keeps);
  process.stdout.write(`${JSON.stringify({ claim, holds, ...figures })}\n`);
  if (!holds) process.exitCode = 1;
}

function isBounded(figure: unknown): figure is Bounded {
  return typeof figure === 'object' && figure !== null && ('atMost' in figure || 'atLeast' in figure);
}

function keeps(figure: Bounded): boolean {
  return 'atMost' in figure ? figure.value <= figure.atMost : figure.value >= figure.atLeast;
}
