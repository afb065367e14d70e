import type { CustomerData } from '../customer.types.ts';
import { activeContracts, tellNextPayments } from './contracts.ts';
import { accountsInCurrency, sumOf, turnover } from './figures.ts';
import { hasRiskSigns } from './risk.ts';

/** Flow `summary`: a customer at a glance. */
export function tellSummary(data: CustomerData) {
  const figures = turnover(data);
  return {
    account_count: data.accounts.length,
    total_balance: sumOf(accountsInCurrency(data), 'balanceMinor'),
    income_median: figures?.inflow.median ?? null,
    spending_median: figures?.outflow.median ?? null,
    ...tellNextPayments(data),
    recurring_count: activeContracts(data)?.length ?? null,
    has_risk_signs: hasRiskSigns(data),
  };
}
