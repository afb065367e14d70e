import type { Entry, Ledger } from './ledger.ts';
import { figuresOf, groupByMonth, idsOf, monthlyRows, sumMinor } from './monthly-series.ts';
import { timespanOf } from './observed-period.ts';

/**
 * Income and spending month by month: exactly the sum of the ten income modules and of the fourteen spending modules.
 * `fixed…` is the part that comes from recurring payments.
 */
export function analyzeHouseholdBudget(ledger: Ledger, income: readonly Entry[], spending: readonly Entry[]) {
  const incomeByMonth = groupByMonth(income);
  const spendingByMonth = groupByMonth(spending);
  const incomeOf = (month: number): number => sumMinor(incomeByMonth.get(month) ?? []);
  const spendingOf = (month: number): number => -sumMinor(spendingByMonth.get(month) ?? []) + 0;
  const recurring = (entries: readonly Entry[]): number => sumMinor(entries.filter((entry) => entry.isRecurring));
  return {
    available: income.length + spending.length > 0,
    currency: ledger.currency,
    income: figuresOf(ledger, incomeOf),
    spending: figuresOf(ledger, spendingOf),
    balance: figuresOf(ledger, (month) => incomeOf(month) - spendingOf(month)),
    monthlyOverview: monthlyRows(ledger, incomeByMonth, (incomeEntries, month) => {
      const spendingEntries = spendingByMonth.get(month) ?? [];
      return {
        income: ledger.major(incomeOf(month)),
        spending: ledger.major(spendingOf(month)),
        balance: ledger.major(incomeOf(month) - spendingOf(month)),
        fixedIncome: ledger.major(recurring(incomeEntries)),
        fixedSpending: ledger.major(-recurring(spendingEntries) + 0),
        incomeTransactionIDs: idsOf(incomeEntries),
        spendingTransactionIDs: idsOf(spendingEntries),
      };
    }),
    observedTimespan: timespanOf(ledger.period),
  };
}
