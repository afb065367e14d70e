import { findSigns, paid, received, type Sign, tellingEntries } from './evidence.ts';
import type { Entry, Ledger } from './ledger.ts';
import { groupByMonth, sumMinor } from './monthly-series.ts';
import { timespanOf } from './observed-period.ts';
import { hasTag, isPaymentWith } from './returned-debits.ts';
import { median, roundHalfAway } from './statistics.ts';

type Answer = 'yes' | 'unknown';

interface Evidence {
  kind: string;
  transactionIDs: string[];
}

/** Signs that the holder lives with, or supports, children. */
const CHILDREN: readonly Sign[] = [
  { kind: 'child_benefit', holds: received('child_benefit') },
  { kind: 'parental_allowance', holds: received('parental_allowance') },
  { kind: 'child_maintenance_received', holds: received('child_support_received') },
  { kind: 'child_maintenance_paid', holds: paid('child_support_paid') },
  { kind: 'childcare', holds: paid('childcare') },
];

const SPOUSE: readonly Sign[] = [{ kind: 'spouse_maintenance', holds: received('spousal_support_received') }];

/** A rental car is refuelled too, so fuel counts from the fourth time on. */
const CAR: readonly Sign[] = [
  { kind: 'car_insurance', holds: paid('car_insurance') },
  { kind: 'vehicle_tax', holds: paid('vehicle_tax') },
  { kind: 'car_loan', holds: paid('car_loan_payment') },
  { kind: 'leasing', holds: (entry) => isPaymentWith(entry, 'leasing') && isPaymentWith(entry, 'car') },
  { kind: 'fuel', holds: paid('fuel'), min: 4 },
];

const PUBLIC_TRANSPORT: readonly Sign[] = [{ kind: 'public_transit', holds: paid('public_transit'), min: 4 }];

const paysMortgage = (entry: Entry): boolean => isPaymentWith(entry, 'mortgage');
const paysRent = (entry: Entry): boolean => isPaymentWith(entry, 'rent');

const HOME_OWNERSHIP: readonly Sign[] = [
  { kind: 'mortgage', holds: paysMortgage },
  { kind: 'mortgage_payout', holds: (entry) => entry.amountMinor > 0 && hasTag(entry, 'mortgage') },
  { kind: 'property_tax', holds: paid('property_tax') },
];

const RENTING: readonly Sign[] = [{ kind: 'rent', holds: paysRent, min: 2 }];

const answerFrom = (evidence: readonly Evidence[]): Answer => (evidence.length > 0 ? 'yes' : 'unknown');

/** What is usually paid in a month in which something is paid; null when nothing is. */
function usualMonthlyPayment(
  ledger: Ledger,
  telling: readonly Entry[],
  holds: (entry: Entry) => boolean,
): number | null {
  const entries = telling.filter(holds);
  if (entries.length === 0) return null;
  const sums = [...groupByMonth(entries).values()].map((ofMonth) => -sumMinor(ofMonth));
  return ledger.major(roundHalfAway(median(sums)));
}

/**
 * Family, mobility, home ownership and renting, each with the bookings that show it. An account can show that
 * something is so; that nothing was seen shows nothing, so the other answer is `unknown`, never `no`.
 */
export function describeLivingSituation(ledger: Ledger) {
  const telling = tellingEntries(ledger);
  const collect = (signs: readonly Sign[]): Evidence[] =>
    findSigns(telling, signs).map(({ sign, transactionIDs }) => ({ kind: sign.kind, transactionIDs }));
  const children = collect(CHILDREN);
  const spouse = collect(SPOUSE);
  const car = collect(CAR);
  const transit = collect(PUBLIC_TRANSPORT);
  const ownership = collect(HOME_OWNERSHIP);
  const renting = collect(RENTING);
  return {
    currency: ledger.currency,
    family: {
      children: answerFrom(children),
      maintenanceFromSpouse: answerFrom(spouse),
      evidence: [...children, ...spouse],
    },
    mobility: { car: answerFrom(car), publicTransport: answerFrom(transit), evidence: [...car, ...transit] },
    homeOwnership: {
      owner: answerFrom(ownership),
      monthlyPayment: usualMonthlyPayment(ledger, telling, paysMortgage),
      evidence: ownership,
    },
    renting: {
      tenant: answerFrom(renting),
      monthlyRent: usualMonthlyPayment(ledger, telling, paysRent),
      evidence: renting,
    },
    observedTimespan: timespanOf(ledger.period),
  };
}
