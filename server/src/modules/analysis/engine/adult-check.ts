import type { Entry, Ledger } from './ledger.ts';
import { hasTag, isPaymentWith } from './returned-debits.ts';
import { timespanOf } from './observed-period.ts';

interface Rule {
  kind: string;
  statement: string;
  holds: (entry: Entry) => boolean;
  /** Bookings needed before the evidence counts. */
  min: number;
}

const inCategories = (...ids: string[]) => {
  const wanted = new Set(ids);
  return (entry: Entry): boolean => wanted.has(entry.category.id);
};
const income = (...ids: string[]) => {
  const matches = inCategories(...ids);
  return (entry: Entry): boolean => entry.amountMinor > 0 && matches(entry);
};
const payment = (...ids: string[]) => {
  const matches = inCategories(...ids);
  return (entry: Entry): boolean => entry.amountMinor < 0 && matches(entry);
};

/** What in general only adults have or may do; each by itself makes it very likely, none proves it. */
const ADULT_RULES: readonly Rule[] = [
  {
    kind: 'loan',
    statement: 'Pays or received a loan: minors need a court’s approval for one',
    holds: (entry) =>
      isPaymentWith(entry, 'loan_instalment') || (entry.amountMinor > 0 && hasTag(entry, 'loan_payout')),
    min: 1,
  },
  {
    kind: 'credit_line',
    statement: 'Pays interest on a credit line: banks grant minors none',
    holds: (entry) => isPaymentWith(entry, 'credit_line_interest'),
    min: 1,
  },
  { kind: 'leasing', statement: 'Pays a lease', holds: (entry) => isPaymentWith(entry, 'leasing'), min: 2 },
  { kind: 'rent', statement: 'Pays rent for a home', holds: (entry) => isPaymentWith(entry, 'rent'), min: 2 },
  {
    kind: 'car',
    statement: 'Pays car insurance or vehicle tax',
    holds: payment('car_insurance', 'vehicle_tax'),
    min: 1,
  },
  {
    kind: 'employment',
    statement: 'Receives pay for employment or civil service in at least three bookings',
    holds: income('salary', 'civil_service_pay', 'short_time_pay', 'military_pay'),
    min: 3,
  },
  {
    kind: 'pension',
    statement: 'Receives an old-age pension',
    holds: income('state_pension', 'private_pension'),
    min: 2,
  },
  {
    kind: 'parent',
    statement: 'Receives child benefit or parental allowance',
    holds: income('child_benefit', 'parental_allowance'),
    min: 2,
  },
  {
    kind: 'business',
    statement: 'Draws income from an own business',
    holds: income('owner_drawings', 'self_employed_income', 'rental_income'),
    min: 3,
  },
  {
    kind: 'gambling',
    statement: 'Pays for gambling, open to adults only',
    holds: (entry) => isPaymentWith(entry, 'gambling'),
    min: 2,
  },
  {
    kind: 'broadcasting_fee',
    statement: 'Pays the broadcasting fee, due from adults',
    holds: payment('broadcasting_fee'),
    min: 1,
  },
];

/** What minors typically have. Training pay is common among adults too, so it alone decides nothing. */
const MINOR_RULES: readonly Rule[] = [
  {
    kind: 'pocket_money',
    statement: 'Receives pocket money regularly',
    holds: (entry) => entry.isRecurring && income('pocket_money')(entry),
    min: 3,
  },
];

function collect(ledger: Ledger, rules: readonly Rule[]) {
  const evidence = [];
  for (const { kind, statement, holds, min } of rules) {
    const transactionIDs: string[] = [];
    for (const entry of ledger.flows) if (holds(entry)) transactionIDs.push(entry.id);
    if (transactionIDs.length >= min) evidence.push({ kind, statement, transactionIDs });
  }
  return evidence;
}

/**
 * Whether the holder is of age, from what the account shows. `adult` with at least one sign of an adult,
 * `likely_minor` with signs of a minor only, `unknown` where nothing was seen. Never a proof of age.
 */
export function checkAdult(ledger: Ledger) {
  const adultEvidence = collect(ledger, ADULT_RULES);
  const minorEvidence = collect(ledger, MINOR_RULES);
  const result = adultEvidence.length > 0 ? 'adult' : minorEvidence.length > 0 ? 'likely_minor' : 'unknown';
  return { result, evidence: [...adultEvidence, ...minorEvidence], observedTimespan: timespanOf(ledger.period) };
}
