import { findSigns, paid, received, type Sign, tellingEntries } from './evidence.ts';
import type { Entry, Ledger } from './ledger.ts';
import { timespanOf } from './observed-period.ts';
import { hasTag, isPaymentWith } from './returned-debits.ts';

interface Rule extends Sign {
  statement: string;
}

/** What in general only adults have or may do; each by itself makes it very likely, none proves it. */
const ADULT_RULES: readonly Rule[] = [
  {
    kind: 'loan',
    statement: 'Pays or received a loan: minors need a court’s approval for one',
    holds: (entry) =>
      isPaymentWith(entry, 'loan_instalment') || (entry.amountMinor > 0 && hasTag(entry, 'loan_payout')),
  },
  {
    kind: 'credit_line',
    statement: 'Pays interest on a credit line: banks grant minors none',
    holds: (entry) => isPaymentWith(entry, 'credit_line_interest'),
  },
  { kind: 'leasing', statement: 'Pays a lease', holds: (entry) => isPaymentWith(entry, 'leasing'), min: 2 },
  { kind: 'rent', statement: 'Pays rent for a home', holds: (entry) => isPaymentWith(entry, 'rent'), min: 2 },
  {
    kind: 'car',
    statement: 'Pays car insurance or vehicle tax',
    holds: paid('car_insurance', 'vehicle_tax'),
  },
  {
    kind: 'employment',
    statement: 'Receives pay for employment or civil service in at least three bookings',
    holds: received('salary', 'civil_service_pay', 'short_time_pay', 'military_pay'),
    min: 3,
  },
  {
    kind: 'pension',
    statement: 'Receives an old-age pension',
    holds: received('state_pension', 'private_pension'),
    min: 2,
  },
  {
    kind: 'parent',
    statement: 'Receives child benefit or parental allowance',
    holds: received('child_benefit', 'parental_allowance'),
    min: 2,
  },
  {
    kind: 'business',
    statement: 'Draws income from an own business',
    holds: received('owner_drawings', 'self_employed_income', 'rental_income'),
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
    holds: paid('broadcasting_fee'),
  },
];

/** What minors typically have. Training pay is common among adults too, so it alone decides nothing. */
const MINOR_RULES: readonly Rule[] = [
  {
    kind: 'pocket_money',
    statement: 'Receives pocket money regularly',
    holds: (entry) => entry.isRecurring && received('pocket_money')(entry),
    min: 3,
  },
];

const describe = (entries: readonly Entry[], rules: readonly Rule[]) =>
  findSigns(entries, rules).map(({ sign, transactionIDs }) => ({
    kind: sign.kind,
    statement: sign.statement,
    transactionIDs,
  }));

/**
 * Whether the holder is of age, from what the account shows. `adult` with at least one sign of an adult,
 * `likely_minor` with signs of a minor only, `unknown` where nothing was seen. Never a proof of age.
 */
export function checkAdult(ledger: Ledger) {
  const entries = tellingEntries(ledger);
  const adultEvidence = describe(entries, ADULT_RULES);
  const minorEvidence = describe(entries, MINOR_RULES);
  const result = adultEvidence.length > 0 ? 'adult' : minorEvidence.length > 0 ? 'likely_minor' : 'unknown';
  return { result, evidence: [...adultEvidence, ...minorEvidence], observedTimespan: timespanOf(ledger.period) };
}
