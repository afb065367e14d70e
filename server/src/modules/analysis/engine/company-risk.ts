import { idsByMonth, inOrder, isPaymentAccount, reconstructBalances, referenceOf } from './balances.ts';
import { formatMonth } from './calendar.ts';
import type { Entry, Ledger } from './ledger.ts';
import { groupByMonth, idsOf } from './monthly-series.ts';
import { timespanOf } from './observed-period.ts';
import { listOverdrawnMonths, type OverdrawnDay } from './overdraft.ts';
import { findReturnedDebits, isPaymentWith } from './returned-debits.ts';

const counted = (entries: readonly Entry[]) => ({ count: entries.length, transactionIDs: idsOf(entries) });

interface OverdrawnMonth {
  days: OverdrawnDay[];
  /** The bookings that led to these balances. */
  ids: string[];
}

/** Overdrawn days by month; null where no balance is known, which is not the same as none. */
function overdrawnByMonth(ledger: Ledger, account: Ledger['accounts'][number]): Map<number, OverdrawnMonth> | null {
  const curve = isPaymentAccount(account) ? reconstructBalances(ledger, account) : null;
  if (!curve) return null;
  const ids = idsByMonth(ledger, curve);
  const months = listOverdrawnMonths(curve, account.overdraftLimitMinor ?? 0);
  return new Map(
    months.map(({ month, days }) => [month, { days, ids: days.length > 0 ? (ids.get(month) ?? []) : [] }]),
  );
}

/**
 * `/risk` of a company, account by account: returned debits (the larger of returns and fees), payments under a
 * garnishment, and days that ended below the agreed overdraft limit (0 where none is known).
 */
export function analyzeCompanyRisk(ledger: Ledger) {
  const byAccount = new Map<string, Entry[]>();
  for (const entry of ledger.flows) {
    const entries = byAccount.get(entry.transaction.accountId);
    if (entries) entries.push(entry);
    else byAccount.set(entry.transaction.accountId, [entry]);
  }
  const accountRisks = inOrder(ledger.accounts)
    .filter((account) => account.currency === ledger.currency && account.type !== 'DARLEHEN')
    .map((account) => {
      const byMonth = groupByMonth(byAccount.get(account.accountId) ?? []);
      const overdrawn = overdrawnByMonth(ledger, account);
      const monthlyOverview = ledger.period.months.map((month) => {
        const entries = byMonth.get(month) ?? [];
        const { days, ids } = overdrawn?.get(month) ?? { days: [], ids: [] };
        return {
          month: formatMonth(month),
          backDebit: counted(findReturnedDebits(entries)),
          garnishment: counted(entries.filter((entry) => isPaymentWith(entry, 'garnishment'))),
          overdraftDays: overdrawn === null ? null : days.length,
          overdrafts: days.map(({ date, balanceMinor }) => ({ date, amount: ledger.major(balanceMinor) })),
          overdraftTransactionIDs: ids,
        };
      });
      return { account: referenceOf(account), monthlyOverview };
    });
  const isRisk = (row: (typeof accountRisks)[number]['monthlyOverview'][number]): boolean =>
    row.backDebit.count + row.garnishment.count + (row.overdraftDays ?? 0) > 0;
  return {
    available: accountRisks.some(({ monthlyOverview }) => monthlyOverview.some(isRisk)),
    currency: ledger.currency,
    accountRisks,
    observedTimespan: timespanOf(ledger.period),
  };
}
