/** What the bookings of a history show of how its person lives: 1 for yes, 0 for nothing shown. */
import { add, type Figures } from './figures.ts';
import type { Move } from './known-figures.ts';

const count = (moves: readonly Move[], sign: 1 | -1, ...categories: string[]): number =>
  moves.filter(({ booking }) => booking.amountMinor * sign > 0 && categories.includes(booking.categoryId)).length;

/** Median of the months in which something of the category was paid; 0 without any. */
function usualMonth(moves: readonly Move[], category: string): number {
  const sums = new Map<string, number>();
  for (const { booking, month } of moves)
    if (booking.categoryId === category && booking.amountMinor < 0)
      sums.set(month, (sums.get(month) ?? 0) - booking.amountMinor);
  const sorted = [...sums.values()].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export function addCircumstances(figures: Figures, moves: readonly Move[]): void {
  const say = (what: string, isSo: boolean) => add(figures, 'living situation', what, isSo ? 1 : 0);
  const children =
    count(moves, 1, 'child_benefit', 'parental_allowance', 'child_support_received') +
    count(moves, -1, 'childcare', 'child_support_paid');
  say('children', children > 0);
  say('maintenance from a spouse', count(moves, 1, 'spousal_support_received') > 0);
  say(
    'car',
    count(moves, -1, 'car_insurance', 'vehicle_tax', 'car_loan_payment', 'leasing') > 0 || count(moves, -1, 'fuel') > 3,
  );
  say('public transport', count(moves, -1, 'public_transit') > 3);
  say('owner', count(moves, -1, 'mortgage_payment', 'property_tax') + count(moves, 1, 'mortgage_payout') > 0);
  say('tenant', count(moves, -1, 'rent') > 1);
  add(figures, 'living situation', 'rent', usualMonth(moves, 'rent'));
  add(figures, 'living situation', 'mortgage', usualMonth(moves, 'mortgage_payment'));
  // Every history but one is that of somebody who earns, owes, rents, insures a car or plays; its generator says so.
  add(figures, 'adult check', 'adult', isAdult(moves) ? 1 : 0);
}

function isAdult(moves: readonly Move[]): boolean {
  const instalments = moves.filter(({ tags, booking }) => booking.amountMinor < 0 && tags.includes('loan_instalment'));
  return (
    instalments.length > 0 ||
    count(moves, -1, 'credit_line_interest', 'car_insurance', 'vehicle_tax', 'broadcasting_fee') > 0 ||
    count(moves, 1, 'loan_payout') > 0 ||
    count(moves, -1, 'rent') > 1 ||
    count(moves, -1, 'leasing') > 1 ||
    count(moves, -1, 'gambling') > 1 ||
    count(moves, 1, 'salary', 'civil_service_pay', 'military_pay') > 2 ||
    count(moves, 1, 'state_pension', 'private_pension') > 1 ||
    count(moves, 1, 'child_benefit', 'parental_allowance') > 1 ||
    count(moves, 1, 'self_employed_income', 'owner_drawings', 'rental_income') > 2
  );
}
