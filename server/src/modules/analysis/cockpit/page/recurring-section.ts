import { type Html, html } from '#platform/html/html.ts';
import type { CompanyResults, RecurringResult } from '../cockpit.types.ts';
import { contractsTable } from './contracts-section.ts';
import { sparkColumns } from './spending-section.ts';
import { dataTable } from './table.ts';
import { section, type View } from './view.ts';

const KINDS = ['credits', 'insurances', 'investments', 'internalBookings'] as const;

/** Kinds of bookings of a company with their monthly figures, and the contracts behind them. */
export function recurringSection(results: CompanyResults, view: View): Html | null {
  const { texts, formats } = view;
  const booked = KINDS.flatMap((kind) => {
    const result = results[kind];
    return result ? [{ label: texts.recurring[kind], kind, result }] : [];
  });
  if (booked.length === 0) return null;
  const found = booked.filter(({ result }) => result.available);
  const missing = booked.filter(({ result }) => !result.available).map(({ label }) => label);
  return section(
    'recurring',
    texts.commitments,
    found.length > 0 ? figuresTable(found, view) : null,
    missing.length > 0 ? html`<p class="note">${texts.noneFound(formats.list(missing))}</p>` : null,
    found
      // Standing orders between own accounts stand in the list of recurring payments.
      .filter(({ kind, result }) => kind !== 'internalBookings' && result.contractSummary.length > 0)
      .map(({ label, result }) => {
        const title = `${label}: ${texts.contractsOf}`;
        const running = result.contractSummary.filter(({ status }) => status === 'active' || status === 'early');
        return running.length > 0 ? html`<h3>${title}</h3>${contractsTable(title, running, view)}` : null;
      }),
  );
}

function figuresTable(rows: readonly { label: string; result: RecurringResult }[], view: View): Html {
  const { texts, formats } = view;
  const money = (amount: number | null, { currency }: RecurringResult) =>
    amount === null ? '–' : formats.money(amount, currency);
  return dataTable(
    texts.commitments,
    [
      { label: texts.kind, cell: ({ label }) => label },
      { label: texts.latestMonth, numeric: true, cell: ({ result }) => money(result.current, result) },
      { label: texts.median, numeric: true, cell: ({ result }) => money(result.median, result) },
      { label: texts.average, numeric: true, cell: ({ result }) => money(result.average, result) },
      {
        label: texts.trend,
        numeric: true,
        cell: ({ label, result }) => sparkColumns(texts.trendOf(label), result, view),
      },
    ],
    rows,
  );
}
