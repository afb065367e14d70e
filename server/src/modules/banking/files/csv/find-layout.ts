/** Looks at the beginning of a CSV file: which delimiter, where the headings are, what the columns mean. */

import { type DecimalMark, looksLikeAmount, readDecimal } from '../amounts.ts';
import { type BankFile, BankFileError } from '../bank-file.ts';
import { type DateOrder, looksLikeDate } from '../dates.ts';
import { assignColumns, chooseProfile } from './assign-columns.ts';
import { type Columns, currencyOfHeading, normalizeHeading, rolesOfHeading } from './columns.ts';
import type { CsvProfile } from './layout.types.ts';
import type { ColumnMapping } from './mapping.ts';
import { columnsOfMapping } from './mapping.ts';
import { PROFILES } from './profiles.ts';
import { createRecordReader } from './record-reader.ts';
import { splitRecord } from './split-record.ts';

/** More columns than any export has. */
export const MAX_COLUMNS = 500;
const DELIMITERS = [';', ',', '\t', '|'] as const;
/** Headings that stand lower than this are not found. */
const MAX_PREAMBLE_LINES = 100;
const SAMPLE_ROWS = 60;

/** A layout before the whole file was looked at for the order of its dates and its decimal mark. */
export interface FoundLayout {
  delimiter: string;
  headerLine: number;
  headings: string[];
  columns: Columns;
  profile: CsvProfile | null;
  preamble: string[][];
  currency: string | null;
  dateOrder: DateOrder | null;
  decimal: DecimalMark | null;
}

/** Throws BankFileError when no line can be the headings and the rows do not explain themselves. */
export function findLayout(file: BankFile, head: string[], mapping: ColumnMapping | null): FoundLayout {
  const found = mapping?.headerLine ? givenHeader(file, head, mapping) : findHeader(file, head, mapping);
  if (!found) return withoutHeader(file, head, mapping);
  const { line, delimiter } = found;
  const headings = splitRecord(head[line - 1] ?? '', delimiter).cells;
  const above = head.slice(0, line - 1);
  return {
    ...layoutUnder(headings, above, sampleRows(head, line, delimiter, headings.length), file, mapping, delimiter),
    delimiter,
    headerLine: line,
  };
}

/** The layout of a section of which the headings are known; `above` are the lines since the section before. */
export function layoutUnder(
  headings: string[],
  above: string[],
  samples: string[][],
  file: BankFile,
  mapping: ColumnMapping | null,
  delimiter: string,
): Omit<FoundLayout, 'headerLine'> {
  const profile = mapping ? null : chooseProfile(PROFILES, headings, above.join('\n'));
  const columns = mapping ? columnsOfMapping(mapping, headings, file) : assignColumns(headings, samples, profile);
  const amountColumn = (columns.amount ?? columns.debit ?? columns.credit)?.[0] ?? -1;
  const amounts = [columns.amount, columns.debit, columns.credit].flatMap((list) =>
    samples.map((row) => row[list?.[0] ?? -1] ?? ''),
  );
  return {
    delimiter,
    headings,
    columns,
    profile,
    preamble: above.map((line) => splitRecord(line, delimiter).cells),
    currency:
      mapping?.currency ??
      currencyOfHeading(headings[amountColumn] ?? '') ??
      currencyOfSymbols(amounts) ??
      currencyOfPreamble(above) ??
      profile?.currency ??
      null,
    dateOrder: mapping?.dateOrder ?? profile?.dateOrder ?? null,
    decimal: mapping?.decimal ?? profile?.decimal ?? null,
  };
}

/** True when cells can be the headings of bookings: a date and an amount are among them. */
export function isHeader(cells: string[]): boolean {
  return cells.length >= 3 && rolesOf(cells) > 0;
}

/** How many cells have a meaning; 0 when date or amount is missing. */
function rolesOf(cells: string[]): number {
  const roles = cells.map((cell) => rolesOfHeading(normalizeHeading(cell)));
  const has = (...wanted: string[]) => roles.some((list) => list.some(({ role }) => wanted.includes(role)));
  if (!has('bookingDate', 'valueDate') || !has('amount', 'debit', 'credit')) return 0;
  return roles.filter((list) => list.length > 0).length;
}

interface FoundHeader {
  line: number;
  delimiter: string;
}

function findHeader(file: BankFile, head: string[], mapping: ColumnMapping | null): FoundHeader | null {
  const delimiters = mapping?.delimiter ? [mapping.delimiter] : DELIMITERS;
  for (const [n, text] of head.slice(0, MAX_PREAMBLE_LINES).entries()) {
    let best: (FoundHeader & { score: number }) | null = null;
    for (const delimiter of delimiters) {
      const { cells } = splitRecord(text, delimiter);
      refuseTooMany(file, cells, n + 1);
      const score = mapping ? scoreOfMapping(mapping, cells) : isHeader(cells) ? rolesOf(cells) : 0;
      if (score > (best?.score ?? 0)) best = { line: n + 1, delimiter, score };
    }
    if (best) return best;
  }
  return null;
}

/** With a mapping, the line that has all the columns it names; else the one that has most of them. */
function scoreOfMapping(mapping: ColumnMapping, cells: string[]): number {
  const present = new Set(cells.map(normalizeHeading));
  const wanted = Object.values(mapping.columns).flat();
  const there = wanted.filter((heading) => present.has(normalizeHeading(heading))).length;
  return there * 2 > wanted.length ? there : 0;
}

function givenHeader(file: BankFile, head: string[], mapping: ColumnMapping): FoundHeader {
  const line = mapping.headerLine as number;
  const text = head[line - 1];
  if (text === undefined) throw new BankFileError(file.name, line, 'mapping.headerLine: the file has no such line');
  const width = (delimiter: string) => splitRecord(text, delimiter).cells.length;
  const delimiter = mapping.delimiter ?? DELIMITERS.toSorted((a, b) => width(b) - width(a))[0] ?? ';';
  return { line, delimiter };
}

export function refuseTooMany(file: BankFile, cells: string[], line: number): void {
  if (cells.length <= MAX_COLUMNS) return;
  throw new BankFileError(file.name, line, `the line has ${cells.length} columns; at most ${MAX_COLUMNS} are read`);
}

function sampleRows(head: string[], headerLine: number, delimiter: string, width: number): string[][] {
  const reader = createRecordReader(delimiter, width);
  const rows: string[][] = [];
  for (let n = headerLine; n < head.length && rows.length < SAMPLE_ROWS; n++) {
    for (const { cells, problem } of reader.push(n + 1, head[n] ?? ''))
      if (!problem && cells.length >= width && cells.slice(width).join('').trim() === '') rows.push(cells);
  }
  return rows;
}

/** Rows that explain themselves: the first line of which every other has the same form, a date and an amount. */
function withoutHeader(file: BankFile, head: string[], mapping: ColumnMapping | null): FoundLayout {
  const lines = head.filter((line) => line.trim() !== '');
  for (const delimiter of DELIMITERS) {
    const rows = lines.slice(0, SAMPLE_ROWS).map((line) => splitRecord(line, delimiter).cells);
    const first = rows[0] ?? [];
    const date = first.findIndex(looksLikeDate);
    const same = rows.filter((cells) => cells.length === first.length && looksLikeDate(cells[date] ?? ''));
    if (mapping || date < 0 || first.length < 3 || same.length < 1) continue;
    const columns = columnsByContent(same);
    if (!columns) continue;
    const headings = first.map((_, n) => `column ${n + 1}`);
    return {
      delimiter,
      headerLine: 0,
      headings,
      columns,
      profile: null,
      preamble: [],
      currency: null,
      dateOrder: null,
      decimal: null,
    };
  }
  const seen = lines
    .slice(0, 3)
    .map((line) => `"${line.slice(0, 60)}"`)
    .join(', ');
  const need = mapping ? Object.values(mapping.columns).flat().join(', ') : 'at least a date and an amount';
  throw new BankFileError(
    file.name,
    null,
    `no line of headings was found (${need}); the file begins with ${seen}. Name the columns with \`mapping\`.`,
  );
}

function columnsByContent(rows: string[][]): Columns | null {
  const width = rows[0]?.length ?? 0;
  const indexes = Array.from({ length: width }, (_, n) => n);
  const all = (column: number, test: (cell: string) => boolean) => {
    const cells = rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
    // One row in four may be broken: it is rejected when it is read.
    return cells.length > 0 && cells.length * 2 >= rows.length && cells.filter(test).length * 4 >= cells.length * 3;
  };
  const dates = indexes.filter((column) => all(column, looksLikeDate));
  const amounts = indexes.filter(
    (column) => !dates.includes(column) && all(column, (cell) => looksLikeAmount(cell) && /[.,]\d{1,2}\D*$/.test(cell)),
  );
  const [date, valueDate] = dates;
  // Two columns of amounts may be amount and balance, which the rows prove, or out and in, which is not for us to choose.
  const balance = amounts.length === 2 ? amounts.find((n) => isBalanceOf(rows, n, amounts)) : undefined;
  const [amount, ...others] = amounts.filter((n) => n !== balance);
  if (date === undefined || amount === undefined || others.length > 0) return null;
  const ibans = indexes.filter((column) => all(column, (cell) => /^[A-Z]{2}\d{2}[A-Z0-9 ]{10,36}$/.test(cell)));
  const texts = indexes.filter(
    (n) => ![...dates, ...amounts, ...ibans].includes(n) && all(n, (cell) => /[A-Za-z]{2}/.test(cell)),
  );
  const currency = texts.find((n) => all(n, (cell) => /^[A-Z]{3}$/.test(cell)));
  return {
    bookingDate: [date],
    ...(valueDate !== undefined && { valueDate: [valueDate] }),
    amount: [amount],
    ...(balance !== undefined && { balance: [balance] }),
    ...(currency !== undefined && { currency: [currency] }),
    purpose: texts.filter((n) => n !== currency),
    ...(ibans[0] !== undefined && { partnerAccount: [ibans[0]] }),
  };
}

/** True when the column goes on from row to row, upwards or downwards, by what the other column of the two says. */
function isBalanceOf(rows: string[][], column: number, pair: number[]): boolean {
  const other = pair.find((n) => n !== column) ?? column;
  const cents = (cell = '') => Math.round(Number(readDecimal(cell, ',') ?? readDecimal(cell, '.') ?? Number.NaN) * 100);
  const points = rows.map((row) => ({ amount: cents(row[other]), balance: cents(row[column]) }));
  const steps = points.slice(1).map((next, n) => {
    const { amount, balance } = points[n] ?? next;
    return { down: balance + next.amount === next.balance, up: next.balance + amount === balance };
  });
  // A broken or missing row interrupts it; twice to the cent and mostly is no accident.
  const proves = (hits: number) => hits >= 2 && hits * 2 >= steps.length;
  return proves(steps.filter(({ down }) => down).length) || proves(steps.filter(({ up }) => up).length);
}

function currencyOfSymbols(values: string[]): string | null {
  if (values.some((value) => /€|\bEUR\b/.test(value))) return 'EUR';
  if (values.some((value) => value.includes('£'))) return 'GBP';
  return values.some((value) => value.includes('$')) ? 'USD' : null;
}

function currencyOfPreamble(lines: string[]): string | null {
  const text = lines.join('\n');
  return /\b(EUR|USD|GBP|CHF)\b/.exec(text)?.[1] ?? currencyOfSymbols([text]);
}
