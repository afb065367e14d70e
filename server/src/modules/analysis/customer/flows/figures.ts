import type { Account } from '#modules/banking/index.ts';
import { formatMinor } from '#platform/money.ts';
import type { CustomerData } from '../customer.types.ts';

interface Monthly {
  current: number | null;
  median: number | null;
  average: number | null;
}

/** `income` → `income_current`, `income_median`, `income_average`; null where the figures are missing. */
export function monthly(name: string, figures: Monthly | undefined) {
  const { current = null, median = null, average = null } = figures ?? {};
  return { [`${name}_current`]: current, [`${name}_median`]: median, [`${name}_average`]: average };
}

/** Money in, out and net of either kind of customer. */
export function turnover({ type, result }: CustomerData): Record<'inflow' | 'outflow' | 'net', Monthly> | undefined {
  if (type === 'company') return result('company/cashflow');
  const budget = result('person/household-budget');
  return budget && { inflow: budget.income, outflow: budget.spending, net: budget.balance };
}

/** Currency and timespan, as the broadest result of the customer tells them. */
export function scopeOf({ type, result, accounts }: CustomerData) {
  const broadest = type === 'company' ? result('company/cashflow') : result('person/household-budget');
  return {
    currency: broadest?.currency ?? accounts[0]?.currency ?? null,
    data_from: broadest?.observedTimespan.from ?? null,
    data_until: broadest?.observedTimespan.to ?? null,
  };
}

/** Minor units of these accounts together, in major ones; null when none of them knows its own. */
export function sumOf(accounts: readonly Account[], field: 'balanceMinor' | 'overdraftLimitMinor'): number | null {
  const known = accounts.flatMap((account) => account[field] ?? []);
  const [first] = accounts;
  return first && known.length > 0
    ? formatMinor(
        known.reduce((sum, value) => sum + value, 0),
        first.currency,
      )
    : null;
}

/** Accounts in the currency of the answer: sums over several currencies say nothing. */
export function accountsInCurrency(data: CustomerData): readonly Account[] {
  const { currency } = scopeOf(data);
  return data.accounts.filter((account) => account.currency === currency);
}
