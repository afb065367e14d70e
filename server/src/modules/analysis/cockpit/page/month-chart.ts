import { type Html, html } from '#platform/html/html.ts';
import { type Scale, scaleFor } from './scale.ts';
import { type Column, figuresBehind } from './table.ts';
import type { View } from './view.ts';

/** How a series looks; the style sheet knows the colours. */
export type Tone = 'in' | 'out' | 'balance' | 'expected-in' | 'expected-out' | 'range';

type Values = readonly (number | null)[];

export interface MonthChart {
  title: string;
  /** What the picture shows, in a sentence. */
  summary: string;
  currency: string | null;
  /** `YYYY-MM`, oldest first; every list of values is as long. */
  months: readonly string[];
  /** Beside each other in each month. */
  columns: readonly { label: string; tone: Tone; values: Values }[];
  /** Behind the columns of the same position: what was or is expected. */
  expected?: readonly { label: string; tone: Tone; values: Values }[];
  line?: { label: string; values: Values };
  /** A dashed line and the interval around it. */
  forecast?: { label: string; values: Values; intervalLabel: string; low: Values; high: Values };
  /** Bars from a low to a high value. */
  range?: { label: string; low: Values; high: Values };
  note?: string | null;
}

/** Units of a month's width and of the height; the picture is stretched to its place, so both are arbitrary. */
const SLOT = 100;
const HEIGHT = 1000;
const GAP = 14;

/**
 * Columns and lines by month. The drawing stretches and its labels are text beside it, so that they stay readable on a
 * phone; the figures stand in a table below.
 */
export function monthChart(chart: MonthChart, view: View): Html {
  const scale = scaleFor(allValues(chart));
  const width = chart.months.length * SLOT;
  const label = `${chart.title}. ${chart.summary}`;
  return html`<figure class="chart">
<figcaption><h3>${chart.title}</h3><p>${chart.summary}</p></figcaption>
${legend(chart)}
<div class="plot"><div class="y-axis" aria-hidden="true">${scale.ticks
    .toReversed()
    .map((tick) => html`<span>${view.formats.compact(tick, chart.currency)}</span>`)}</div>
<svg role="img" aria-label="${label}" viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="none">
${gridLines(scale, width)}${drawRange(chart, scale, view)}${drawInterval(chart, scale, view)}${drawColumns(chart, chart.expected ?? [], scale, view)}${drawColumns(chart, chart.columns, scale, view)}${drawLines(chart, scale)}
</svg>
<div class="x-axis" aria-hidden="true">${chart.months.map((month) => html`<span>${view.formats.shortMonth(month)}</span>`)}</div></div>
${chart.note ? html`<p class="note">${chart.note}</p>` : null}
${figuresTable(chart, view)}
</figure>`;
}

function allValues({ columns, expected = [], line, forecast, range }: MonthChart): number[] {
  const lists = [
    ...[...columns, ...expected].map(({ values }) => values),
    ...(line ? [line.values] : []),
    ...(forecast ? [forecast.values, forecast.low, forecast.high] : []),
    ...(range ? [range.low, range.high] : []),
  ];
  return lists.flat().filter((value) => value !== null);
}

/** Vertical position of a value. */
const yOf = (value: number, { min, max }: Scale): number => round((HEIGHT * (max - value)) / (max - min));
const round = (value: number) => Math.round(value * 10) / 10;
const middleOf = (n: number) => n * SLOT + SLOT / 2;

const gridLines = (scale: Scale, width: number): Html[] =>
  scale.ticks.map((tick) => html`<path class="${tick === 0 ? 'zero' : 'grid'}" d="M0 ${yOf(tick, scale)}H${width}" />`);

function drawColumns(chart: MonthChart, series: MonthChart['columns'], scale: Scale, { formats }: View): Html[] {
  const width = round((SLOT - 2 * GAP) / Math.max(1, series.length));
  return series.flatMap(({ label, tone, values }, position) =>
    values.map((value, n) => {
      if (value === null || value === 0) return html``;
      const x = round(n * SLOT + GAP + position * width);
      const [top, bottom] = [yOf(Math.max(0, value), scale), yOf(Math.min(0, value), scale)];
      const month = formats.month(chart.months[n] ?? '');
      return html`<rect class="${tone}" x="${x}" y="${top}" width="${width - 3}" height="${round(bottom - top)}"><title>${month}, ${label}: ${formats.money(value, chart.currency)}</title></rect>`;
    }),
  );
}

function drawInterval(chart: MonthChart, scale: Scale, { formats }: View): Html[] {
  const { forecast } = chart;
  if (!forecast) return [];
  return forecast.low.map((low, n) => {
    const high = forecast.high[n] ?? null;
    if (low === null || high === null) return html``;
    const text = `${forecast.intervalLabel}: ${formats.money(low, chart.currency)} – ${formats.money(high, chart.currency)}`;
    return html`<rect class="interval" x="${n * SLOT + 4}" y="${yOf(high, scale)}" width="${SLOT - 8}" height="${round(yOf(low, scale) - yOf(high, scale))}"><title>${formats.month(chart.months[n] ?? '')}, ${text}</title></rect>`;
  });
}

function drawRange(chart: MonthChart, scale: Scale, { formats }: View): Html[] {
  const { range } = chart;
  if (!range) return [];
  return range.low.map((low, n) => {
    const high = range.high[n] ?? null;
    if (low === null || high === null) return html``;
    const height = Math.max(6, round(yOf(low, scale) - yOf(high, scale)));
    return html`<rect class="range" x="${n * SLOT + 32}" y="${yOf(high, scale)}" width="36" height="${height}"><title>${formats.month(chart.months[n] ?? '')}, ${range.label}: ${formats.money(low, chart.currency)} – ${formats.money(high, chart.currency)}</title></rect>`;
  });
}

function drawLines({ line, forecast }: MonthChart, scale: Scale): Html[] {
  return [
    ...(line ? [polyline('line', line.values, scale)] : []),
    ...(forecast ? [polyline('line dashed', forecast.values, scale)] : []),
  ];
}

/** Gaps where a value is missing; a dot is a stroke without length, which stays round when the picture is stretched. */
function polyline(className: string, values: Values, scale: Scale): Html {
  const points = values.flatMap((value, n) => (value === null ? [] : [{ n, x: middleOf(n), y: yOf(value, scale) }]));
  const path = points.map(({ n, x, y }, at) => `${points[at - 1]?.n === n - 1 ? 'L' : 'M'}${x} ${y}`).join('');
  const dots = points.map(({ x, y }) => `M${x} ${y}h0`).join('');
  return html`<path class="${className}" d="${path}" /><path class="dot" d="${dots}" />`;
}

function legend(chart: MonthChart): Html {
  const items = [
    ...chart.columns,
    ...(chart.expected ?? []),
    ...(chart.range ? [{ label: chart.range.label, tone: 'range' }] : []),
    ...(chart.line ? [{ label: chart.line.label, tone: 'line' }] : []),
    ...(chart.forecast
      ? [
          { label: chart.forecast.label, tone: 'line dashed' },
          { label: chart.forecast.intervalLabel, tone: 'interval' },
        ]
      : []),
  ];
  return html`<ul class="legend">${items.map(
    ({ label, tone }) =>
      html`<li><svg class="swatch" aria-hidden="true" viewBox="0 0 16 12">${
        tone.startsWith('line')
          ? html`<path class="${tone}" d="M0 6H16" />`
          : html`<rect class="${tone}" width="16" height="12" />`
      }</svg>${label}</li>`,
  )}</ul>`;
}

function figuresTable(chart: MonthChart, view: View): Html {
  const series: { label: string; values: Values }[] = [
    ...chart.columns,
    ...(chart.expected ?? []),
    ...(chart.range
      ? [
          { label: view.texts.lowest, values: chart.range.low },
          { label: view.texts.highest, values: chart.range.high },
        ]
      : []),
    ...(chart.line ? [chart.line] : []),
    ...(chart.forecast
      ? [
          chart.forecast,
          { label: `${chart.forecast.intervalLabel}: ${view.texts.lowest}`, values: chart.forecast.low },
          { label: `${chart.forecast.intervalLabel}: ${view.texts.highest}`, values: chart.forecast.high },
        ]
      : []),
  ];
  const columns: Column<number>[] = [
    { label: view.texts.month, cell: (n) => view.formats.shortMonthYear(chart.months[n] ?? '') },
    ...series.map(({ label, values }) => ({
      label,
      numeric: true,
      cell: (n: number) => amountOrDash(values[n] ?? null, chart.currency, view),
    })),
  ];
  const newestFirst = chart.months.map((_, n) => n).reverse();
  return figuresBehind(view.texts.figures(chart.title), columns, newestFirst);
}

const amountOrDash = (value: number | null, currency: string | null, { formats }: View) =>
  value === null ? '–' : formats.money(value, currency);
