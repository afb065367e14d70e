import type { Contract } from './engine.types.ts';
import type { Entry, Ledger } from './ledger.ts';
import { figuresOf, groupByMonth, idsOf, monthlyRows, sumMinor } from './monthly-series.ts';
import { timespanOf } from './observed-period.ts';
import { hasTag } from './returned-debits.ts';

/** Which bookings stand in which analysis of the shared structure. */
const CREDIT_TAGS = ['loan_instalment', 'credit_line_interest', 'leasing', 'loan_payout'] as const;
const INVESTMENT_TAGS = ['investment', 'savings_plan'] as const;

/** Asked of every booking, most of which have no tag or one. */
function hasAnyOf({ tags }: Entry, wanted: readonly string[]): boolean {
  for (let n = 0; n < tags.length; n++) if (wanted.includes(tags[n] as string)) return true;
  return false;
}

export const isCredit = (entry: Entry): boolean => hasAnyOf(entry, CREDIT_TAGS);
export const isInsurance = (entry: Entry): boolean => hasTag(entry, 'insurance');
export const isInvestment = (entry: Entry): boolean => hasAnyOf(entry, INVESTMENT_TAGS);

/**
 * The structure that `/credits`, `/insurances`, `/investments` and `/internal-bookings` share. Amounts are net and
 * signed: negative months paid more than they received. Recurring is what belongs to a contract.
 */
export function splitRecurring(ledger: Ledger, entries: readonly Entry[], contracts: ReadonlyMap<string, Contract>) {
  const byMonth = groupByMonth(entries);
  const contractIds = new Set(entries.map((entry) => entry.contractId));
  return {
    available: entries.length > 0,
    currency: ledger.currency,
    ...figuresOf(ledger, (month) => sumMinor(byMonth.get(month) ?? [])),
    monthlyOverview: monthlyRows(ledger, byMonth, (ofMonth) => {
      const recurring = ofMonth.filter((entry) => entry.isRecurring);
      const nonRecurring = ofMonth.filter((entry) => !entry.isRecurring);
      return {
        amount: ledger.major(sumMinor(ofMonth)),
        recurringAmount: ledger.major(sumMinor(recurring)),
        nonRecurringAmount: ledger.major(sumMinor(nonRecurring)),
        recurringTransactionIDs: idsOf(recurring),
        nonRecurringTransactionIDs: idsOf(nonRecurring),
      };
    }),
    contractSummary: [...contracts.values()].filter((contract) => contractIds.has(contract.contractId)),
    observedTimespan: timespanOf(ledger.period),
  };
}

/** Banks book the two sides of a transfer at most this far apart: a weekend and a holiday. */
const MAX_DAYS_APART = 5;

/**
 * A recurring transfer is the contract of its outgoing leg. The leg that comes in recurs with it: the nearest one of the
 * same amount in another account, each for one transfer. Answers the entries with that said of them.
 */
function recurWithTheirOutgoing(internal: readonly Entry[]): Entry[] {
  const arriving = new Map<number, Entry[]>();
  for (const entry of internal) {
    if (entry.amountMinor <= 0) continue;
    const ofAmount = arriving.get(entry.amountMinor);
    if (ofAmount) ofAmount.push(entry);
    else arriving.set(entry.amountMinor, [entry]);
  }
  const recurring = new Set<Entry>();
  for (const sent of internal) {
    if (!sent.isRecurring || sent.amountMinor >= 0) continue;
    let nearest: Entry | null = null;
    for (const entry of arriving.get(-sent.amountMinor) ?? []) {
      const apart = Math.abs(entry.day - sent.day);
      if (apart > MAX_DAYS_APART || entry.transaction.accountId === sent.transaction.accountId) continue;
      if (recurring.has(entry) || (nearest && Math.abs(nearest.day - sent.day) <= apart)) continue;
      nearest = entry;
    }
    if (nearest) recurring.add(nearest);
  }
  return internal.map((entry) => (recurring.has(entry) ? { ...entry, isRecurring: true } : entry));
}

/**
 * `/internal-bookings`: as the shared structure, net. Where both accounts are known a transfer nets to zero, so each
 * month also tells what came in and what went out.
 */
export function splitInternalBookings(ledger: Ledger, contracts: ReadonlyMap<string, Contract>) {
  const shared = splitRecurring(ledger, recurWithTheirOutgoing(ledger.internal), contracts);
  const byMonth = groupByMonth(ledger.internal);
  const monthlyOverview = shared.monthlyOverview.map((row, index) => {
    const entries = byMonth.get(ledger.period.months[index] as number) ?? [];
    const incoming = sumMinor(entries.filter((entry) => entry.amountMinor > 0));
    return {
      ...row,
      incoming: ledger.major(incoming),
      outgoing: ledger.major(incoming - sumMinor(entries)),
    };
  });
  return { ...shared, monthlyOverview };
}
