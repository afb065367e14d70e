import type { CustomerData } from '../customer.types.ts';
import { monthly, turnover } from './figures.ts';

/** Flow `cashflow`: money in, out and net; for a company the next month too. */
export function tellCashflow(data: CustomerData) {
  const figures = turnover(data);
  // Newest first, so the month that comes next stands last.
  const next = data.type === 'company' ? data.result('company/cashflow')?.forecast.at(-1) : undefined;
  return {
    ...monthly('inflow', figures?.inflow),
    ...monthly('outflow', figures?.outflow),
    ...monthly('net', figures?.net),
    forecast_month: next?.month ?? null,
    forecast_net: next?.net ?? null,
    forecast_net_low: next?.interval.low ?? null,
    forecast_net_high: next?.interval.high ?? null,
    forecast_end_balance: next?.endBalance ?? null,
  };
}
