/**
 * A bank's CSV export → parts of statements. The layout is found in the beginning of the file (`find-layout.ts`); each row
 * is then read by it. An export may have several sections, each with headings of its own.
 */
import type { StatementAccount, StatementPart } from '../../statements/statement.types.ts';
import { type BankFile, BankFileError, PEEK_BYTES, peek, type ReadFileOptions } from '../bank-file.ts';
import { looksLikeDate } from '../dates.ts';
import { type Charset, decodeHead, detectCharset, readLines } from '../decode-text.ts';
import { createPartBuffer, type PartBuffer } from '../part-buffer.ts';
import { accountOf, asIban, cleanCode, cleanName } from '../statement-text.ts';
import { normalizeHeading } from './columns.ts';
import { decideFormats } from './decide-formats.ts';
import { type FoundLayout, findLayout, isHeader, layoutUnder, refuseTooMany } from './find-layout.ts';
import type { CsvLayout } from './layout.types.ts';
import type { ColumnMapping } from './mapping.ts';
import { isBalanceRow, type PreambleFacts, readBalanceRow, readPreamble } from './read-preamble.ts';
import { readRow } from './read-row.ts';
import { type CsvRecord, createRecordReader, OPEN_QUOTE, type RecordReader } from './record-reader.ts';
import { type BalanceTracker, createBalanceTracker } from './track-balances.ts';

export interface CsvOptions extends ReadFileOptions {
  mapping: ColumnMapping | null;
}

/** What the rows are read by, and what was read so far. */
interface Reading {
  file: BankFile;
  options: CsvOptions;
  parts: PartBuffer;
  balances: BalanceTracker;
  layout: CsvLayout;
  records: RecordReader;
  section: number;
  facts: PreambleFacts;
  preamble: string[][];
  /** Short lines since the last row: a footnote, if no row follows, and the lines above new headings. */
  asides: CsvRecord[];
  /** The accounts of this section, and the days on which something was booked. */
  refs: Set<string>;
  bookedDays: Set<string>;
  /** How many quotes were opened and never closed. */
  openQuotes: number;
}

/** Each has the lines behind it read again and again: thousands of them would hold up everybody else. */
const MAX_OPEN_QUOTES = 500;

/** They are held until it is known what they are. */
const MAX_ASIDES = 1_000;

const REPLACED = /\ufffd/;
const ONLY_A_BALANCE =
  /^(?:anfangssaldo|endsaldo|startsaldo|(?:opening|closing|beginning|ending) balance(?: as of .*)?)$/i;

/** Throws BankFileError when the file is cut off, or no headings can be found or understood. */
export async function* readCsv(file: BankFile, options: CsvOptions): AsyncGenerator<StatementPart> {
  const charset = await detectCharset(file);
  const found = findLayout(file, await headLines(file, charset), options.mapping);
  const formats = await decideFormats(file, charset, found);
  const reading = startReading(file, options, { ...found, ...formats });
  let lineNumber = 0;
  let lastLine = '';
  for await (const lines of readLines(file, charset)) {
    for (const text of lines) {
      lineNumber++;
      lastLine = text;
      if (lineNumber <= found.headerLine) continue;
      for (const record of reading.records.push(lineNumber, text)) takeRecord(reading, record);
    }
    yield* reading.parts.take();
  }
  for (const record of reading.records.end()) {
    if (await isCutOff(file, record)) throw cutOff(file, record);
    takeRecord(reading, record);
  }
  await refuseCutLine(reading, { line: lineNumber, text: lastLine });
  endAsides(reading);
  tellBalances(reading);
  for (const { ref, balance } of reading.balances.closing()) reading.parts.balance(ref, balance);
  yield* reading.parts.take(true);
}

async function headLines(file: BankFile, charset: Charset): Promise<string[]> {
  const head = await peek(file);
  const lines = decodeHead(head, charset)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/);
  if (file.size > PEEK_BYTES && lines.length > 1) lines.pop();
  return lines;
}

function startReading(
  file: BankFile,
  options: CsvOptions,
  found: FoundLayout & Pick<CsvLayout, 'dateOrder' | 'decimal'>,
): Reading {
  const layout = completeLayout(found, options);
  const reading: Reading = {
    file,
    options,
    parts: createPartBuffer(file.name),
    balances: createBalanceTracker(),
    layout,
    records: recordsOf(layout),
    section: 0,
    facts: readPreamble(found.preamble),
    preamble: found.preamble,
    asides: [],
    refs: new Set(),
    bookedDays: new Set(),
    openQuotes: 0,
  };
  return reading;
}

function completeLayout(found: FoundLayout & Pick<CsvLayout, 'dateOrder' | 'decimal'>, options: CsvOptions): CsvLayout {
  const { mapping } = options;
  return {
    ...found,
    currency: found.currency ?? options.currency,
    purchasesArePositive: mapping?.purchasesArePositive ?? found.profile?.purchasesArePositive ?? false,
  };
}

const recordsOf = ({ delimiter, headings }: CsvLayout) => createRecordReader(delimiter, headings.length);

function takeRecord(reading: Reading, record: CsvRecord): void {
  const { layout, parts } = reading;
  const { cells, line } = record;
  refuseTooMany(reading.file, cells, line);
  if (record.problem === OPEN_QUOTE && ++reading.openQuotes > MAX_OPEN_QUOTES) {
    throw new BankFileError(reading.file.name, line, `more than ${MAX_OPEN_QUOTES} quotes are opened and not closed`);
  }
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  if (filled === 0) return;
  if (layout.headerLine > 0 && isHeader(cells) && !looksLikeDate(cells[layout.columns.bookingDate?.[0] ?? 0] ?? '')) {
    return startSection(reading, record);
  }
  if (isBalance(reading, cells)) {
    return takeAside(reading, { ...record, problem: null });
  }
  const dateCell = cells[layout.columns.bookingDate?.[0] ?? 0] ?? '';
  if (!record.problem && filled <= 2 && cells.length !== layout.headings.length && !/\d/.test(dateCell)) {
    return takeAside(reading, { ...record, problem: 'is no row of the table: date and amount are missing' });
  }
  leaveAsides(reading);
  const problem =
    record.problem ??
    widthProblem(cells, layout.headings) ??
    (cells.some((cell) => REPLACED.test(cell)) ? 'contains bytes that are no valid UTF-8' : null);
  if (problem) return parts.rejected(line, problem);
  takeRow(reading, record);
}

function takeAside({ asides, file }: Reading, aside: CsvRecord): void {
  asides.push(aside);
  if (asides.length <= MAX_ASIDES) return;
  const reason = `more than ${MAX_ASIDES} lines one after the other are no rows of the table`;
  throw new BankFileError(file.name, aside.line, reason);
}

function takeRow(reading: Reading, { cells, line }: CsvRecord): void {
  const { layout, parts, options } = reading;
  const row = readRow(cells, layout, options.today);
  if (row.kind === 'skipped') return;
  if (row.kind === 'rejected') return parts.rejected(line, row.reason);
  const { transaction, own, balanceMinor } = row;
  const product = productOf(layout, cells);
  const ref = refOf(reading, own, product, transaction.currency);
  parts.account(ref, () => accountOfRow(reading, own, product, transaction.currency, cells));
  parts.transaction(ref, transaction);
  reading.balances.add(ref, transaction, balanceMinor);
  reading.refs.add(ref);
  if (transaction.status === 'booked') reading.bookedDays.add(transaction.bookingDate);
}

/**
 * Balances that stand above or below the rows with their day. The day of an export was not over: its balance is that of
 * the evening before, unless something was booked on it.
 */
function tellBalances(reading: Reading): void {
  const [ref] = reading.refs;
  if (ref === undefined || reading.refs.size > 1) return;
  for (const cells of [...reading.preamble, ...reading.asides.map((aside) => aside.cells)]) {
    const balance = readBalanceRow(cells, reading.layout);
    if (!balance) continue;
    if (balance.kind === 'opening') reading.parts.balance(ref, balance);
    else if (!reading.bookedDays.has(balance.date))
      reading.parts.balance(ref, { ...balance, date: dayBefore(balance.date) });
  }
}

const dayBefore = (date: string) => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);

/** What stood above the rows and was no balance is broken; a balance that names its day is told. */
function leaveAsides(reading: Reading): void {
  for (const aside of reading.asides) if (aside.problem) reading.parts.rejected(aside.line, aside.problem);
  reading.asides = reading.asides.filter(({ problem }) => !problem);
}

/** At the end of the file a sentence is a footnote; what is no sentence is a broken row. */
function endAsides(reading: Reading): void {
  const isSentence = ({ cells }: CsvRecord) => cells.join(' ').trim().split(/\s+/).length > 3;
  reading.asides = reading.asides.filter((aside) => !aside.problem || !isSentence(aside));
  leaveAsides(reading);
}

function isBalance({ layout }: Reading, cells: string[]): boolean {
  if (cells.some((cell) => ONLY_A_BALANCE.test(cell.trim()))) return true;
  const dated = looksLikeDate(cells[layout.columns.bookingDate?.[0] ?? 0] ?? '');
  return !dated && isBalanceRow(cells);
}

function widthProblem(cells: string[], headings: string[]): string | null {
  const expected = headings.length;
  const extra = cells.slice(expected).some((cell) => cell.trim() !== '');
  const missing = headings.slice(cells.length).some((heading) => heading.trim() !== '');
  return extra || missing ? `has ${cells.length} columns, the headings have ${expected}` : null;
}

function productOf({ profile, headings }: CsvLayout, cells: string[]): string | null {
  if (!profile?.accountPer) return null;
  const name = normalizeHeading(profile.accountPer);
  return cells[headings.findIndex((heading) => normalizeHeading(heading) === name)]?.trim() || null;
}

function refOf(
  { layout, section, facts }: Reading,
  own: string | null,
  product: string | null,
  currency: string,
): string {
  const account = own ?? facts.iban ?? facts.accountNumber ?? `section ${section}`;
  return [account, product, layout.profile?.accountPerCurrency ? currency : null].filter(Boolean).join(' ');
}

function accountOfRow(
  { layout, facts, section, preamble }: Reading,
  own: string | null,
  product: string | null,
  currency: string,
  cells: string[],
): StatementAccount {
  const { profile, columns } = layout;
  const iban = own === null ? facts.iban : asIban(own);
  const bank = cells[columns.ownBank?.[0] ?? -1]?.trim() ?? null;
  const number = own === null ? facts.accountNumber : iban ? null : own;
  const isBic = /^[A-Z]{6}/.test(bank ?? '');
  return accountOf({
    iban,
    accountNumber: cleanCode(number?.replace(/^'/, '')),
    bankCode: cleanCode(isBic ? null : (bank?.replace(/^'/, '') ?? facts.bankCode)),
    bic: isBic ? cleanCode(bank) : null,
    bankName: profile?.bankName ?? null,
    name: cleanName(product ?? (section > 0 || (iban === null && number === null) ? sectionName(preamble) : null)),
    owner: facts.owner,
    type: profile?.accountType ?? facts.type,
    currency,
  });
}

/** The first words above the headings, which tell one section from another. */
function sectionName(preamble: string[][]): string | null {
  return preamble.flat().find((cell) => /^(?:Ums(?:ä|ae)tze|Konto|Account)\s+\S/i.test(cell.trim())) ?? null;
}

/** New headings within the file: the lines above them belong to the new section. */
function startSection(reading: Reading, { cells }: CsvRecord): void {
  tellBalances(reading);
  reading.refs = new Set();
  reading.bookedDays = new Set();
  const above = reading.asides.map((aside) => aside.cells);
  reading.asides = [];
  const { layout, file, options } = reading;
  const sameHeadings = cells.join('\n') === layout.headings.join('\n');
  const lines = above.map((row) => row.join(layout.delimiter));
  const found = sameHeadings ? layout : layoutUnder(cells, lines, [], file, options.mapping, layout.delimiter);
  reading.layout = completeLayout(
    {
      ...layout,
      ...found,
      preamble: above,
      dateOrder: layout.dateOrder,
      decimal: layout.decimal,
      currency: found.currency ?? layout.currency,
    },
    options,
  );
  reading.section++;
  reading.facts = readPreamble(above);
  reading.preamble = above;
  reading.records = recordsOf(reading.layout);
}

async function endsWithLine(file: BankFile): Promise<boolean> {
  let last = Buffer.alloc(0);
  for await (const chunk of file.read()) last = Buffer.concat([last, chunk.subarray(-2)]).subarray(-2);
  // UTF-16 with the low byte first ends in 0A 00.
  const byte = last[1] === 0 ? last[0] : last.at(-1);
  return byte === 0x0a || byte === 0x0d;
}

/** A last line without an end of line that is no whole record: the rest of the file is missing. */
async function isCutOff(file: BankFile, { problem }: CsvRecord): Promise<boolean> {
  return problem !== null && !(await endsWithLine(file));
}

async function refuseCutLine({ layout, file }: Reading, last: { line: number; text: string }): Promise<void> {
  const cells = last.text.split(layout.delimiter);
  if (last.line <= layout.headerLine || last.text.trim() === '' || !widthProblem(cells, layout.headings)) return;
  if (!looksLikeDate(cells[layout.columns.bookingDate?.[0] ?? 0]?.replaceAll('"', '') ?? '')) return;
  if (!(await endsWithLine(file))) throw cutOff(file, { line: last.line });
}

function cutOff(file: BankFile, { line }: { line: number }): BankFileError {
  return new BankFileError(file.name, line, 'the file is cut off in the middle of this line');
}
