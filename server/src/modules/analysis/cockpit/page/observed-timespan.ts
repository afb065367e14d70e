import type { ShownResults } from '../cockpit.types.ts';

/** Every analysis looks at the same data, so the first that may be read tells what it covers. */
export function observedTimespan({ results }: ShownResults): { from: string; to: string } | null {
  const candidates: ({ observedTimespan: { from: string | null; to: string | null } } | undefined)[] =
    results.type === 'person'
      ? [
          results.householdBudget,
          ...Object.values(results.income),
          ...Object.values(results.spending),
          ...Object.values(results.risk),
          results.livingSituation,
          results.adultCheck,
        ]
      : [
          results.cashflow,
          results.liquidity,
          results.risk,
          results.credits,
          results.insurances,
          results.investments,
          results.foreignPayments,
          results.cash,
          results.internalBookings,
        ];
  const { from, to } = candidates.find((candidate) => candidate !== undefined)?.observedTimespan ?? {};
  return from && to ? { from, to } : null;
}
