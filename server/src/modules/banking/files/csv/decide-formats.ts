/** The order of dates and the decimal mark of a whole file: where headings and profile leave them open, all rows decide. */
import { addMarkEvidence, type DecimalMark } from '../amounts.ts';
import { type BankFile, BankFileError } from '../bank-file.ts';
import { addDateEvidence, type DateOrder, decideDateOrder, noDateEvidence } from '../dates.ts';
import { type Charset, readLines } from '../decode-text.ts';
import { normalizeHeading } from './columns.ts';
import type { FoundLayout } from './find-layout.ts';
import { createRecordReader } from './record-reader.ts';

const GERMAN = /buchung|datum|betrag|umsatz|wertstellung|valuta|empfaenger|verwendung/;

/** Throws BankFileError when the dates can be read both ways and nothing tells which is right. */
export async function decideFormats(
  file: BankFile,
  charset: Charset,
  found: FoundLayout,
): Promise<{ dateOrder: DateOrder; decimal: DecimalMark }> {
  if (found.dateOrder && found.decimal) return { dateOrder: found.dateOrder, decimal: found.decimal };
  const dates = noDateEvidence();
  const marks = { comma: 0, point: 0 };
  const dateColumns = [...(found.columns.bookingDate ?? [])];
  const amountColumns = ['amount', 'debit', 'credit', 'balance'].flatMap(
    (role) => found.columns[role as 'amount' | 'debit' | 'credit' | 'balance'] ?? [],
  );
  const width = found.headings.length;
  const reader = createRecordReader(found.delimiter, width);
  let lineNumber = 0;
  for await (const lines of readLines(file, charset)) {
    for (const text of lines) {
      lineNumber++;
      if (lineNumber <= found.headerLine) continue;
      for (const { cells, problem } of reader.push(lineNumber, text)) {
        if (problem || cells.length < width) continue;
        for (const column of dateColumns) addDateEvidence(dates, cells[column] ?? '');
        for (const column of amountColumns) addMarkEvidence(marks, cells[column] ?? '');
      }
    }
  }
  return {
    dateOrder: found.dateOrder ?? decideDateOrder(dates) ?? orderByLanguage(file, found),
    decimal: found.decimal ?? decideMark(marks, found),
  };
}

function orderByLanguage(file: BankFile, { headings, currency, headerLine }: FoundLayout): DateOrder {
  if (currency === 'GBP' || headings.some((heading) => GERMAN.test(normalizeHeading(heading)))) return 'dmy';
  if (currency === 'USD') return 'mdy';
  throw new BankFileError(
    file.name,
    headerLine + 1,
    'the dates can be read with the day first or with the month first; say which with `mapping.dateOrder`',
  );
}

function decideMark(
  { comma, point }: { comma: number; point: number },
  { delimiter, headings }: FoundLayout,
): DecimalMark {
  if (comma !== point) return comma > point ? ',' : '.';
  return delimiter === ';' || headings.some((heading) => GERMAN.test(normalizeHeading(heading))) ? ',' : '.';
}
