import { type ColumnSeries, writeColumnChart } from '#platform/pdf/column-chart.ts';
import {
  closeSheet,
  drawBand,
  ensureSpace,
  fitLines,
  lineHeightPt,
  openSheet,
  type Sheet,
  type StyledLine,
  type TextStyle,
  writeBlock,
} from '#platform/pdf/sheet.ts';
import { type Column, innerWidthPt, type Row, writeTable } from '#platform/pdf/table.ts';
import type { CockpitLanguage } from '../cockpit/cockpit.queries.ts';
import type { ShownResults } from '../cockpit/cockpit.types.ts';
import { observedTimespan } from '../cockpit/page/observed-timespan.ts';
import { type Tile, type View, viewOf } from '../cockpit/page/view.ts';
import { companyBlocks } from './company-report.ts';
import { personBlocks } from './person-report.ts';
import type { Block, Cell, ReportChart, ReportTable } from './report.types.ts';
import { accountBlocks, contractBlocks } from './report-parts.ts';
import { type ReportTexts, reportTextsOf } from './report-texts.ts';

const ink = '#1a212c';
const grey = '#5c6675';
const red = '#a3211c';
const title: TextStyle = { weight: 'bold', sizePt: 20, color: ink };
const heading: TextStyle = { weight: 'bold', sizePt: 13, color: ink };
const subheading: TextStyle = { weight: 'bold', sizePt: 10, color: ink };
const body: TextStyle = { weight: 'regular', sizePt: 8.5, color: ink };
const strong: TextStyle = { weight: 'bold', sizePt: 13, color: ink };
const small: TextStyle = { weight: 'regular', sizePt: 7.5, color: grey };
/** A heading stays with so much of what follows it. */
const KEPT_TOGETHER_PT = 150;
const COLORS: Record<ReportChart['series'][number]['tone'], string> = {
  in: '#2f7d5b',
  out: '#c2622d',
  balance: '#3b62a8',
  low: '#b9c6df',
  high: '#7d97c4',
};

interface Pen {
  sheet: Sheet;
  view: View;
  words: ReportTexts;
}

/**
 * The results of the last completed run as an A4 PDF (tagged, font embedded), of at most a year of months in each part. Pure: the
 * same data gives the same bytes. What the data lacks is left out, what is empty says so.
 */
export async function renderReport(data: ShownResults, language: CockpitLanguage, generatedAt: Date): Promise<Buffer> {
  const view = viewOf(language);
  const { results, contracts, accounts } = data;
  const name = view.texts.title[results.type];
  const sheet = openSheet({ title: name, author: 'Kontor', lang: language, createdAt: generatedAt });
  const pen: Pen = { sheet, view, words: reportTextsOf(language) };
  writeHead(pen, data, name);
  const blocks = [
    ...(results.type === 'person' ? personBlocks(results, accounts, view) : companyBlocks(results, accounts, view)),
    ...(contracts ? contractBlocks(contracts, view) : []),
    ...(accounts ? accountBlocks(accounts, view) : []),
  ];
  for (const block of blocks) writeBlockOf(pen, block);
  if (blocks.length === 0) writeNote(pen, view.texts.nothingAllowed);
  sheet.yPt += 10;
  if (sheet.replacedCharacters) writeNote(pen, pen.words.unprintable);
  writeNote(pen, view.texts.footer);
  writeNote(pen, pen.words.confidential);
  const made = pen.words.generated(view.formats.time(generatedAt.toISOString()));
  return closeSheet(
    sheet,
    (page, count) => ({ left: `Kontor · ${name} · ${made}`, right: pen.words.page(page, count) }),
    small,
  );
}

function writeHead({ sheet, view }: Pen, data: ShownResults, name: string) {
  const { texts, formats } = view;
  const owners = [...new Set((data.accounts ?? []).flatMap(({ owner }) => owner ?? []))];
  const span = observedTimespan(data);
  writeBlock(sheet, 'H1', [{ text: name, style: title }]);
  sheet.yPt += 6;
  const facts: [string, string | null][] = [
    [texts.holders, owners.length > 0 ? formats.list(owners) : null],
    [texts.period, span && texts.periodOf(formats.date(span.from), formats.date(span.to))],
    [texts.analyzed, data.analyzedAt && formats.time(data.analyzedAt)],
  ];
  for (const [label, value] of facts) {
    if (value) writeBlock(sheet, 'P', fitLines(sheet, `${label}: ${value}`, body, sheet.widthPt, 2));
  }
}

function writeBlockOf(pen: Pen, block: Block) {
  if (block.kind === 'heading') return writeHeading(pen, 'H2', block.text);
  if (block.kind === 'subheading') return writeHeading(pen, 'H3', block.text);
  if (block.kind === 'note') return writeNote(pen, block.text);
  if (block.kind === 'figures') return writeFigures(pen, block.tiles);
  if (block.kind === 'chart') return writeChart(pen, block);
  writeReportTable(pen, block);
}

function writeHeading({ sheet }: Pen, tag: 'H2' | 'H3', text: string) {
  const isNew = ensureSpace(sheet, KEPT_TOGETHER_PT);
  if (!isNew) sheet.yPt += tag === 'H2' ? 20 : 10;
  writeBlock(sheet, tag, fitLines(sheet, text, tag === 'H2' ? heading : subheading, sheet.widthPt));
  sheet.yPt += 4;
}

function writeNote({ sheet }: Pen, text: string) {
  const lines = fitLines(sheet, text, small, sheet.widthPt, 4);
  ensureSpace(sheet, lines.length * lineHeightPt(small) + 4);
  sheet.yPt += 4;
  writeBlock(sheet, 'P', lines);
}

/** Beside each other: what it is, how much, and a word on it. */
function writeFigures({ sheet }: Pen, tiles: readonly Tile[]) {
  if (tiles.length === 0) return;
  const heightPt = 50;
  ensureSpace(sheet, heightPt + 8);
  const widthPt = sheet.widthPt / Math.max(3, tiles.length);
  for (const [n, { label, value, note, alarming }] of tiles.entries()) {
    const xPt = sheet.leftPt + n * widthPt;
    drawBand(sheet, xPt, sheet.yPt, widthPt - 6, heightPt);
    const write = (text: string, style: TextStyle, topPt: number) => {
      const place = { xPt: xPt + 8, yPt: sheet.yPt + topPt, widthPt: widthPt - 22, align: 'left' as const };
      writeBlock(sheet, 'P', fitLines(sheet, text, style, place.widthPt), place);
    };
    write(label, small, 6);
    write(value, alarming ? { ...strong, color: red } : strong, 16);
    if (note) write(note, small, 36);
  }
  sheet.yPt += heightPt + 8;
}

function writeChart({ sheet, view }: Pen, { label, currency, months, series }: ReportChart) {
  const { formats } = view;
  if (months.length === 0) return;
  const columns = series.map(
    ({ label: name, tone, values }): ColumnSeries => ({ label: name, color: COLORS[tone], values }),
  );
  const words = months.map((month, n) => {
    const values = series.flatMap(({ label: name, values: own }) => {
      const value = own[n];
      return value === null || value === undefined ? [] : [`${name} ${formats.rounded(value, currency)}`];
    });
    return `${formats.month(month)}: ${values.join(', ')}`;
  });
  writeColumnChart(sheet, {
    alt: `${label}. ${words.join('; ')}`,
    places: months.map((month) => `${formats.shortMonth(month)} ${month.slice(2, 4)}`),
    series: columns,
    format: (value) => formats.rounded(value, currency),
  });
}

function writeReportTable({ sheet }: Pen, { columns, rows }: ReportTable) {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const sized = columns.map(
    ({ label, share, isNumber }): Column => ({
      head: label,
      widthPt: (sheet.widthPt * share) / all,
      align: isNumber ? 'right' : 'left',
    }),
  );
  sheet.yPt += 4;
  writeTable(
    sheet,
    sized,
    rows.map((cells): Row => ({ cells: cells.map((cell, n) => linesOf(sheet, cell, sized[n] as Column)) })),
  );
}

function linesOf(sheet: Sheet, cell: Cell, column: Column): StyledLine[] {
  const { text, below } = typeof cell === 'string' ? { text: cell, below: '' } : cell;
  const isBelowZero = column.align === 'right' && text.startsWith('\u2212') && !text.includes('…');
  return [
    ...fitLines(sheet, text, isBelowZero ? { ...body, color: red } : body, innerWidthPt(column), 2),
    ...fitLines(sheet, below, small, innerWidthPt(column)),
  ];
}
