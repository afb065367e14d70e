import { type Html, html } from '#platform/html/html.ts';
import type { CompanyResults } from '../cockpit.types.ts';
import { dataTable } from './table.ts';
import { empty, section, type View } from './view.ts';

type Foreign = NonNullable<CompanyResults['foreignPayments']>;
type Cash = NonNullable<CompanyResults['cash']>;

/** Payments from and to other countries, the largest first. */
export function foreignSection(payments: Foreign, view: View): Html {
  const { texts } = view;
  const none = payments.homeCountry === null ? texts.homeUnknown : texts.noForeign;
  return section(
    'foreign',
    texts.foreignPayments,
    payments.countries.length === 0 ? empty(none) : countriesTable(payments, view),
  );
}

function countriesTable({ countries, currency }: Foreign, { texts, formats }: View): Html {
  const money = (amount: number) => formats.money(amount, currency);
  return dataTable<Foreign['countries'][number]>(
    texts.foreignPayments,
    [
      { label: texts.country, cell: ({ country }) => formats.country(country) },
      { label: texts.inflow, numeric: true, cell: ({ incomings }) => money(incomings.sum) },
      { label: texts.outflow, numeric: true, cell: ({ outgoings }) => money(outgoings.sum) },
      {
        label: texts.payments,
        numeric: true,
        cell: ({ incomings, outgoings }) => formats.count(incomings.count + outgoings.count),
      },
    ],
    countries,
  );
}

export function cashSection({ available, overview, currency }: Cash, { texts, formats }: View): Html {
  if (!available) return section('cash', texts.cash, empty(texts.noCash));
  const { incomings, outgoings } = overview;
  const money = (amount: number) => formats.money(amount, currency);
  return section(
    'cash',
    texts.cash,
    html`<p>${texts.cashLine(money(incomings.sum), incomings.count, money(outgoings.sum), outgoings.count)}</p>`,
  );
}
