import { categoryOf } from '#modules/categorization/index.ts';
import { type Html, html } from '#platform/html/html.ts';
import type { ContractResult } from '../cockpit.types.ts';
import { TIMES_A_MONTH } from './months.ts';
import { dataTable } from './table.ts';
import { empty, foreign, section, type View } from './view.ts';

/** So many are shown at once; the smaller ones fold away. */
const SHOWN = 20;

export const monthlyAmountOf = ({ averageAmount, frequency }: ContractResult): number =>
  averageAmount * (TIMES_A_MONTH[frequency] ?? 0);
const isOwnTransfer = ({ category }: ContractResult): boolean =>
  categoryOf(category.id).tags.includes('internal_transfer');

/** What recurs, largest first, apart from what only moves between own accounts. */
export function contractsSection(contracts: readonly ContractResult[], view: View): Html {
  const { texts } = view;
  const running = contracts.filter(({ status }) => status === 'active' || status === 'early');
  const ended = contracts.filter(({ status }) => status === 'ended').length;
  const transfers = running.filter(isOwnTransfer);
  const real = running.filter((contract) => !isOwnTransfer(contract));
  return section(
    'contracts',
    texts.contracts,
    running.length === 0 ? empty(texts.noContracts) : null,
    group(
      texts.recurringIncome,
      real.filter(({ direction }) => direction === 'income'),
      view,
    ),
    group(
      texts.recurringExpenses,
      real.filter(({ direction }) => direction === 'expense'),
      view,
    ),
    group(texts.ownTransfers, transfers, view),
    ended > 0 ? html`<p class="note">${texts.ended(ended)}</p>` : null,
  );
}

function group(title: string, contracts: readonly ContractResult[], view: View): Html | null {
  if (contracts.length === 0) return null;
  const { texts, formats } = view;
  const sorted = contracts.toSorted((a, b) => Math.abs(monthlyAmountOf(b)) - Math.abs(monthlyAmountOf(a)));
  const more = sorted.slice(SHOWN);
  return html`<h3>${title}</h3>
<p class="note">${texts.perMonthInAll(totals(contracts, view))}</p>
${contractsTable(title, sorted.slice(0, SHOWN), view)}
${more.length > 0 ? html`<details><summary>${texts.more(formats.count(more.length))}</summary>${contractsTable(title, more, view)}</details>` : null}`;
}

/** By currency: amounts of different ones are never added. */
function totals(contracts: readonly ContractResult[], { formats }: View): string {
  const byCurrency = Map.groupBy(contracts, ({ currency }) => currency);
  const sums = [...byCurrency].map(([currency, list]) =>
    formats.money(Math.abs(list.reduce((sum, contract) => sum + monthlyAmountOf(contract), 0)), currency),
  );
  return formats.list(sums);
}

export function contractsTable(caption: string, contracts: readonly ContractResult[], view: View): Html {
  const { texts, formats, language } = view;
  return dataTable<ContractResult>(
    caption,
    [
      {
        label: texts.name,
        cell: ({ name, category, status }) =>
          html`${foreign(name)}${status === 'early' ? html` <span class="badge">${texts.early}</span>` : null}<small>${categoryOf(category.id).name[language]}</small>`,
      },
      { label: texts.cadence, cell: ({ frequency }) => texts.frequencies[frequency] },
      {
        label: texts.amount,
        numeric: true,
        cell: ({ lastAmount, currency }) => formats.money(Math.abs(lastAmount), currency),
      },
      {
        label: texts.perMonth,
        numeric: true,
        cell: (contract) => formats.money(Math.abs(monthlyAmountOf(contract)), contract.currency),
      },
      { label: texts.lastDate, numeric: true, cell: ({ lastDate }) => formats.date(lastDate) },
      {
        label: texts.nextDate,
        numeric: true,
        cell: ({ nextExpectedDate }) => (nextExpectedDate ? formats.date(nextExpectedDate) : '–'),
      },
    ],
    contracts,
  );
}
