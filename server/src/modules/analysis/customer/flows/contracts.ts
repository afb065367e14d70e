import type { ContractResult } from '../../cockpit/cockpit.types.ts';
import type { CustomerData } from '../customer.types.ts';
import { scopeOf } from './figures.ts';

/** Flow `contracts`: how many, what comes next, the largest, and the latest change of a price. */
export function tellContracts(data: CustomerData) {
  const all = data.result('contracts')?.contracts ?? null;
  const active = activeContracts(data);
  const payments = active?.filter(({ direction }) => direction === 'expense') ?? null;
  const [largest] = payments?.toSorted((a, b) => a.lastAmount - b.lastAmount) ?? [];
  const changes = payments?.flatMap(({ name, priceChanges }) => priceChanges.map((change) => ({ name, ...change })));
  const latest = changes?.toSorted((a, b) => (a.date < b.date ? 1 : -1))[0];
  return {
    income_count: active && payments ? active.length - payments.length : null,
    payment_count: payments?.length ?? null,
    ended_count: all?.filter(({ status }) => status === 'ended').length ?? null,
    ...tellNextPayments(data),
    largest_payment_name: largest?.name ?? null,
    largest_payment_amount: largest ? Math.abs(largest.lastAmount) : null,
    largest_payment_frequency: largest?.frequency ?? null,
    latest_price_change_name: latest?.name ?? null,
    latest_price_change_date: latest?.date ?? null,
    // Signed amounts of money going out: from -10 to -12 is dearer by 2.
    latest_price_change_amount: latest ? Math.round((latest.from - latest.to) * 100) / 100 : null,
  };
}

/** Contracts that are paid today, in the currency of the answer; null without an analysis. */
export function activeContracts(data: CustomerData): ContractResult[] | null {
  const { currency } = scopeOf(data);
  const all = data.result('contracts')?.contracts ?? null;
  return all?.filter((contract) => contract.status === 'active' && contract.currency === currency) ?? null;
}

/** What comes in and what goes out next. */
export function tellNextPayments(data: CustomerData) {
  const due = (activeContracts(data) ?? [])
    .filter(({ nextExpectedDate }) => nextExpectedDate !== null)
    .toSorted((a, b) => ((a.nextExpectedDate ?? '') < (b.nextExpectedDate ?? '') ? -1 : 1));
  const income = due.find(({ direction }) => direction === 'income');
  const payment = due.find(({ direction }) => direction === 'expense');
  return {
    next_income_name: income?.name ?? null,
    next_income_date: income?.nextExpectedDate ?? null,
    next_income_amount: income ? Math.abs(income.lastAmount) : null,
    next_payment_name: payment?.name ?? null,
    next_payment_date: payment?.nextExpectedDate ?? null,
    next_payment_amount: payment ? Math.abs(payment.lastAmount) : null,
  };
}
