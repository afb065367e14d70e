import { type Html, html } from '#platform/html/html.ts';
import type { Tile, View } from './view.ts';

/** One kind of risk: occurrences per month, oldest first; null: not known. */
export interface RiskRow {
  label: string;
  /** Which account, where there are several. */
  account?: string;
  counts: readonly (number | null)[];
}

const totalOf = ({ counts }: RiskRow): number => counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);

export const hasOccurred = (row: RiskRow): boolean => totalOf(row) > 0;

/** Kinds down, months across; what was seen stands out by colour, weight and number. */
export function riskMatrix(months: readonly string[], rows: readonly RiskRow[], { texts, formats }: View): Html {
  return html`<p class="note">${texts.riskNote}</p>
<div class="scroll" role="region" aria-label="${texts.risks}: ${texts.perMonth}" tabindex="0"><table role="table" class="matrix"><caption class="hidden">${texts.risks}</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${texts.kind}</th>${months.map((month) => html`<th role="columnheader" scope="col"><abbr title="${formats.month(month)}">${formats.shortMonth(month).slice(0, 3)}</abbr></th>`)}<th role="columnheader" scope="col">${texts.total}</th></tr></thead>
<tbody role="rowgroup">${rows.map(
    (row) =>
      html`<tr role="row"><th role="rowheader" scope="row">${row.label}${row.account ? html`<small><bdi>${row.account}</bdi></small>` : null}</th>${row.counts.map(cell)}${cell(totalOf(row))}</tr>\n`,
  )}</tbody></table></div>`;
}

function cell(count: number | null): Html {
  if (count === null) return html`<td role="cell" class="zero-count">–</td>`;
  if (count === 0)
    return html`<td role="cell" class="zero-count"><span aria-hidden="true">·</span><span class="hidden">0</span></td>`;
  return html`<td role="cell" class="hit">${count}</td>`;
}

/** How many of the kinds were seen in the months shown. */
export function riskTile(rows: readonly RiskRow[], { texts }: View): Tile[] {
  const kinds = new Set(rows.map(({ label }) => label));
  if (kinds.size === 0) return [];
  const seen = new Set(rows.filter(hasOccurred).map(({ label }) => label)).size;
  return [
    {
      label: texts.risks,
      value: seen === 0 ? texts.none : texts.riskTile(seen, kinds.size),
      note: seen === 0 ? texts.riskTileNone : texts.riskTileNote,
      alarming: seen > 0,
    },
  ];
}
