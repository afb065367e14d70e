import type { CustomerData } from '../customer.types.ts';

/** What happened in a month, by kind; null where it is not looked at. */
type CountsByMonth = Record<
  'returned_debit' | 'garnishment' | 'collection' | 'gambling' | 'overdrawn_day',
  number[] | null
>;

/** Flow `risk`: how often in the latest 3 and 12 months of the data. */
export function tellRisk(data: CustomerData) {
  const counts = Object.entries(countByMonth(data)).flatMap(([kind, months]) => [
    [`${kind}_count_3_months`, sumLatest(months, 3)],
    [`${kind}_count_12_months`, sumLatest(months, 12)],
  ]);
  const stakes = data.result('person/risk/gambling')?.monthlyOverview.map(({ amount }) => -amount);
  const staked = sumLatest(stakes ?? null, 12);
  return {
    has_risk_signs: hasRiskSigns(data),
    ...Object.fromEntries(counts),
    gambling_amount_12_months: staked === null ? null : Math.round(staked * 100) / 100,
  };
}

/** Gambling alone is no sign that somebody can't pay. */
export function hasRiskSigns(data: CustomerData): boolean | null {
  const { gambling: _gambling, ...signs } = countByMonth(data);
  const sums = Object.values(signs).map((months) => sumLatest(months, 12));
  return sums.every((sum) => sum === null) ? null : sums.some((sum) => sum !== null && sum > 0);
}

function countByMonth(data: CustomerData): CountsByMonth {
  return data.type === 'person' ? countOfPerson(data) : countOfCompany(data);
}

function countOfPerson({ result }: CustomerData): CountsByMonth {
  const countsOf = (kind: 'backDebit' | 'garnishment' | 'collection' | 'gambling') =>
    result(`person/risk/${kind}`)?.monthlyOverview.map(({ count }) => count) ?? null;
  const accounts = result('person/risk/overdraft')?.accounts;
  return {
    returned_debit: countsOf('backDebit'),
    garnishment: countsOf('garnishment'),
    collection: countsOf('collection'),
    gambling: countsOf('gambling'),
    overdrawn_day: addMonths(accounts?.map(({ monthlyOverview }) => monthlyOverview.map(({ days }) => days))),
  };
}

function countOfCompany({ result }: CustomerData): CountsByMonth {
  const months = result('company/risk')?.accountRisks.map(({ monthlyOverview }) => monthlyOverview);
  const over = months?.filter((rows) => rows.some(({ overdraftDays }) => overdraftDays !== null));
  return {
    returned_debit: addMonths(months?.map((rows) => rows.map(({ backDebit }) => backDebit.count))),
    garnishment: addMonths(months?.map((rows) => rows.map(({ garnishment }) => garnishment.count))),
    collection: null,
    gambling: null,
    overdrawn_day: addMonths(over?.map((rows) => rows.map(({ overdraftDays }) => overdraftDays ?? 0))),
  };
}

/** Months of several accounts, newest first, added up; null where no account tells. */
function addMonths(accounts: number[][] | undefined): number[] | null {
  if (!accounts || accounts.length === 0) return null;
  const length = Math.max(...accounts.map((months) => months.length));
  return Array.from({ length }, (_, n) => accounts.reduce((sum, months) => sum + (months[n] ?? 0), 0));
}

function sumLatest(months: readonly number[] | null, howMany: number): number | null {
  return months === null ? null : months.slice(0, howMany).reduce((sum, count) => sum + count, 0);
}
