import { INCOME_SCOPES, SPENDING_SCOPES } from '../../result-modules.ts';
import { snake } from '../customer.schemas.ts';
import type { CustomerData } from '../customer.types.ts';
import { monthly, turnover } from './figures.ts';

/** Flow `income`: all of it, the salary, and the median of each kind. */
export function tellIncome(data: CustomerData) {
  const salary = data.result('person/income/salary')?.sources[0];
  const kinds = Object.values(INCOME_SCOPES).map((kind) => [
    `${snake(kind)}_median`,
    data.result(`person/income/${kind}`)?.median ?? null,
  ]);
  return {
    ...monthly('income', turnover(data)?.inflow),
    salary_name: salary?.name ?? null,
    salary_frequency: salary?.frequency ?? null,
    salary_last_date: salary?.lastDate ?? null,
    salary_next_date: salary?.nextExpectedDate ?? null,
    ...Object.fromEntries(kinds),
  };
}

/** Flow `spending`: all of it, and the median of each kind. */
export function tellSpending(data: CustomerData) {
  const kinds = Object.values(SPENDING_SCOPES).map(
    (kind) => [snake(kind), data.result(`person/spending/${kind}`)?.median ?? null] as const,
  );
  const [largest] = kinds.toSorted(([, a], [, b]) => (b ?? 0) - (a ?? 0));
  return {
    ...monthly('spending', turnover(data)?.outflow),
    largest_kind: largest?.[1] ? largest[0] : null,
    ...Object.fromEntries(kinds.map(([kind, median]) => [`${kind}_median`, median])),
  };
}
