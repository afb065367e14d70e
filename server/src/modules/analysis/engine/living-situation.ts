import type { Entry, Ledger } from './ledger.ts';
import { groupByMonth, sumMinor } from './monthly-series.ts';
import { timespanOf } from './observed-period.ts';
import { hasTag, isPaymentWith } from './returned-debits.ts';
import { median, roundHalfAway } from './statistics.ts';

export type Answer = 'yes' | 'unknown';

interface Evidence {
  kind: string;
  transactionIDs: string[];
}

type Signs = Readonly<Record<string, (entry: Entry) => boolean>>;

const paid =
  (...ids: string[]) =>
  (entry: Entry): boolean =>
    entry.amountMinor < 0 && ids.includes(entry.category.id);
const received =
  (...ids: string[]) =>
  (entry: Entry): boolean =>
    entry.amountMinor > 0 && ids.includes(entry.category.id);

/** Signs that the holder lives with, or supports, children. */
const CHILDREN: Signs = {
  child_benefit: received('child_benefit'),
  parental_allowance: received('parental_allowance'),
  child_maintenance_received: received('child_support_received'),
  child_maintenance_paid: paid('child_support_paid'),
  childcare: paid('childcare'),
};

const CAR: Signs = {
  car_insurance: paid('car_insurance'),
  vehicle_tax: paid('vehicle_tax'),
  car_loan: paid('car_loan_payment'),
  leasing: (entry) => isPaymentWith(entry, 'leasing') && isPaymentWith(entry, 'car'),
  fuel: paid('fuel'),
};

const PUBLIC_TRANSPORT: Signs = { public_transit: paid('public_transit') };

const HOME_OWNERSHIP: Signs = {
  mortgage: (entry) => isPaymentWith(entry, 'mortgage'),
  mortgage_payout: (entry) => entry.amountMinor > 0 && hasTag(entry, 'mortgage'),
  property_tax: paid('property_tax'),
};

const RENTING: Signs = { rent: (entry) => isPaymentWith(entry, 'rent') };

/** Signs that occur in passing (a rental car is refuelled, a ticket bought) count from this many bookings on. */
const MIN_BOOKINGS: Readonly<Record<string, number>> = { fuel: 4, public_transit: 4, rent: 2 };

function collect(ledger: Ledger, signs: Signs): Evidence[] {
  const evidence: Evidence[] = [];
  for (const [kind, holds] of Object.entries(signs)) {
    const transactionIDs: string[] = [];
    for (const entry of ledger.flows) if (holds(entry)) transactionIDs.push(entry.id);
    if (transactionIDs.length >= (MIN_BOOKINGS[kind] ?? 1)) evidence.push({ kind, transactionIDs });
  }
  return evidence;
}

const answerFrom = (evidence: readonly Evidence[]): Answer => (evidence.length > 0 ? 'yes' : 'unknown');

/** What is usually paid in a month in which something is paid; null when nothing is. */
function usualMonthlyPayment(ledger: Ledger, holds: (entry: Entry) => boolean): number | null {
  const entries = ledger.flows.filter(holds);
  if (entries.length === 0) return null;
  const sums = [...groupByMonth(entries).values()].map((ofMonth) => -sumMinor(ofMonth));
  return ledger.major(roundHalfAway(median(sums)));
}

/**
 * Family, mobility, home ownership and renting, each with the bookings that show it. An account can show that
 * something is so; that nothing was seen shows nothing, so the other answer is `unknown`, never `no`.
 */
export function describeLivingSituation(ledger: Ledger) {
  const children = collect(ledger, CHILDREN);
  const spouse = collect(ledger, { spouse_maintenance: received('spousal_support_received') });
  const car = collect(ledger, CAR);
  const transit = collect(ledger, PUBLIC_TRANSPORT);
  const ownership = collect(ledger, HOME_OWNERSHIP);
  const renting = collect(ledger, RENTING);
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
      monthlyPayment: usualMonthlyPayment(ledger, HOME_OWNERSHIP['mortgage'] as (entry: Entry) => boolean),
      evidence: ownership,
    },
    renting: {
      tenant: answerFrom(renting),
      monthlyRent: usualMonthlyPayment(ledger, RENTING['rent'] as (entry: Entry) => boolean),
      evidence: renting,
    },
    observedTimespan: timespanOf(ledger.period),
  };
}
