import { type Content, type Html, html } from '#platform/html/html.ts';

export interface Column<Row> {
  label: string;
  /** Amounts and counts stand at the right edge. */
  numeric?: boolean;
  cell(row: Row): Content;
}

/**
 * A table whose first column names the row. On a phone each row becomes a card, where a cell carries its column's name;
 * the roles keep it a table for screen readers there.
 */
export function dataTable<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): Html {
  return html`<table role="table" class="cards"><caption class="hidden">${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(
    ({ label, numeric }) => html`<th role="columnheader" scope="col"${numberClass(numeric)}>${label}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${rows.map((row) => html`<tr role="row">${columns.map((column, n) => cellOf(column, row, n))}</tr>\n`)}</tbody></table>`;
}

function cellOf<Row>(column: Column<Row>, row: Row, position: number): Html {
  const content = column.cell(row);
  if (position === 0) return html`<th role="rowheader" scope="row">${content}</th>`;
  return html`<td role="cell" data-label="${column.label}"${numberClass(column.numeric)}>${content}</td>`;
}

const numberClass = (numeric: boolean | undefined): Html | null => (numeric ? html` class="number"` : null);

/** Figures behind a chart, for who can't see it or wants to check it. */
export function figuresBehind<Row>(summary: string, columns: readonly Column<Row>[], rows: readonly Row[]): Html {
  return html`<details class="figures"><summary>${summary}</summary>${plainTable(summary, columns, rows)}</details>`;
}

/** A small table that fits a phone as it is. */
export function plainTable<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): Html {
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table class="plain"><caption class="hidden">${caption}</caption>
<thead><tr>${columns.map(({ label, numeric }) => html`<th scope="col"${numberClass(numeric)}>${label}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr>${columns.map((column, n) =>
        n === 0
          ? html`<th scope="row">${column.cell(row)}</th>`
          : html`<td${numberClass(column.numeric)}>${column.cell(row)}</td>`,
      )}</tr>\n`,
  )}</tbody></table></div>`;
}
