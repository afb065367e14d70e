import type { Account } from '#modules/banking/index.ts';
import { type Html, html } from '#platform/html/html.ts';
import type { CompanyResults } from '../cockpit.types.ts';
import { accountLabel } from './accounts-section.ts';
import { recent } from './months.ts';
import { hasOccurred, type RiskRow, riskMatrix } from './risk-matrix.ts';
import { foreign, section, type View } from './view.ts';

type Risk = NonNullable<CompanyResults['risk']>;

export interface CompanyRiskRows {
  months: string[];
  /** Of all accounts. */
  rows: RiskRow[];
}

/** Occurrences by account and kind in the last months. */
export function companyRiskRows(
  { accountRisks }: Risk,
  accounts: readonly Account[] | undefined,
  view: View,
): CompanyRiskRows {
  const labels = view.texts.risk;
  const months = recent(accountRisks[0]?.monthlyOverview ?? []).map(({ month }) => month);
  const rows = accountRisks.flatMap(({ account, monthlyOverview }): RiskRow[] => {
    const of = new Map(monthlyOverview.map((row) => [row.month, row]));
    const countsOf = (pick: (row: (typeof monthlyOverview)[number]) => number | null) =>
      months.map((month) => {
        const row = of.get(month);
        return row ? pick(row) : null;
      });
    const name = accountLabel(account, accounts, view);
    return [
      { label: labels.backDebit, account: name, counts: countsOf(({ backDebit }) => backDebit.count) },
      { label: labels.garnishment, account: name, counts: countsOf(({ garnishment }) => garnishment.count) },
      { label: labels.beyondLimit, account: name, counts: countsOf(({ overdraftDays }) => overdraftDays) },
    ];
  });
  return { months, rows };
}

/** Accounts on which something occurred, each with all kinds; the others by name. */
export function companyRiskSection({ months, rows }: CompanyRiskRows, view: View): Html {
  const { texts, formats } = view;
  const striking = new Set(rows.filter(hasOccurred).map(({ account }) => account));
  const quiet = [...new Set(rows.map(({ account }) => account))].flatMap((name) =>
    name && !striking.has(name) ? [name] : [],
  );
  return section(
    'risk',
    texts.risks,
    striking.size > 0
      ? riskMatrix(
          months,
          rows.filter(({ account }) => striking.has(account)),
          view,
        )
      : html`<p>${texts.noRisk}</p>`,
    quiet.length > 0 ? html`<p class="note">${foreign(texts.quietAccounts(formats.list(quiet)))}</p>` : null,
  );
}
