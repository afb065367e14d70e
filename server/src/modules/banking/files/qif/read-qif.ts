/**
 * QIF (Quicken Interchange Format) → parts of statements. It names neither currency nor charset, nor how dates and amounts
 * are written: all records of the file decide that together, before the first is read.
 */
import type { StatementPart } from '../../statements/statement.types.ts';
import { addMarkEvidence, type DecimalMark, excerpt, readAmount } from '../amounts.ts';
import { type BankFile, BankFileError, type ReadFileOptions } from '../bank-file.ts';
import { addDateEvidence, type DateOrder, decideDateOrder, noDateEvidence, readDate } from '../dates.ts';
import { type Charset, detectCharset, readLines } from '../decode-text.ts';
import { createPartBuffer } from '../part-buffer.ts';
import { accountOf, cleanName, cleanText, partnerOf, transactionOf } from '../statement-text.ts';
import { isTargobankPayee, readTargobankPayee } from './targobank-payee.ts';

const ACCOUNT_TYPES: Record<string, 'GIRO' | 'KREDIT_KARTE' | 'SONSTIGE'> = {
  bank: 'GIRO',
  ccard: 'KREDIT_KARTE',
  cash: 'SONSTIGE',
  'oth a': 'SONSTIGE',
  'oth l': 'SONSTIGE',
};
const MAX_FIELDS = 10_000;

interface QifRecord {
  /** `account` describes the account of the records that follow. */
  kind: 'account' | 'transaction';
  type: string;
  line: number;
  /** By their letter; the first of each counts (splits repeat some). */
  fields: Map<string, { text: string; line: number }>;
}

/** Throws BankFileError when the file is cut off, or its dates can be read both ways. */
export async function* readQif(
  file: BankFile,
  options: ReadFileOptions & { dateOrder?: DateOrder },
): AsyncGenerator<StatementPart> {
  const charset = await detectCharset(file);
  const format = await surveyFormats(file, charset, options.dateOrder);
  const parts = createPartBuffer(file.name);
  let name: string | null = null;
  for await (const records of readRecords(file, charset)) {
    for (const record of records) {
      if (record.kind === 'account') {
        name = record.fields.get('N')?.text ?? null;
        continue;
      }
      const ref = name ?? record.type;
      parts.account(ref, () =>
        accountOf({
          name: cleanName(name),
          bankName: format.isTargobank ? 'Targobank' : null,
          type: ACCOUNT_TYPES[record.type] ?? null,
          currency: options.currency,
        }),
      );
      takeRecord(record, ref, parts, { ...format, currency: options.currency });
    }
    yield* parts.take();
  }
  yield* parts.take(true);
}

interface QifFormat {
  dateOrder: DateOrder;
  decimal: DecimalMark;
  currency: string;
}

function takeRecord(
  record: QifRecord,
  ref: string,
  parts: ReturnType<typeof createPartBuffer>,
  format: QifFormat,
): void {
  const { fields } = record;
  const date = fields.get('D');
  const amount = fields.get('T') ?? fields.get('U');
  if (!date) return parts.rejected(record.line, 'the record has no date (D)');
  const bookingDate = readQifDate(date.text, format.dateOrder);
  if (!bookingDate) return parts.rejected(date.line, `D: "${excerpt(date.text)}" is no date`);
  if (!amount) return parts.rejected(record.line, 'the record has no amount (T)');
  const amountMinor = readAmount(amount.text, format.decimal, format.currency);
  if (typeof amountMinor !== 'number') return parts.rejected(amount.line, `T: ${amountMinor.problem}`);
  const payee = fields.get('P')?.text ?? '';
  const { currency } = format;
  if (/^opening balance$/i.test(payee.trim())) {
    return parts.balance(ref, { kind: 'opening', amountMinor, currency, date: bookingDate });
  }
  const read = isTargobankPayee(payee)
    ? readTargobankPayee(payee)
    : { paymentPartner: partnerOf({ name: payee }), bookingText: null, purpose: null };
  parts.transaction(
    ref,
    transactionOf({
      ...read,
      amountMinor,
      currency,
      bookingDate,
      purpose: cleanText([read.purpose, fields.get('M')?.text].filter(Boolean).join(' ')),
    }),
  );
}

/** Quicken writes years from 2000 on behind an apostrophe, blanks in front of single digits. */
const readQifDate = (text: string, order: DateOrder) =>
  readDate(text.replace(/'\s*(?=\d{4}$)/, '/').replace(/([/'])\s+/g, '$1'), order);

async function surveyFormats(file: BankFile, charset: Charset, given?: DateOrder) {
  const dates = noDateEvidence();
  const marks = { comma: 0, point: 0 };
  let firstLine = 1;
  let isTargobank = false;
  for await (const records of readRecords(file, charset)) {
    for (const { kind, fields, line } of records) {
      if (kind !== 'transaction') continue;
      const date = fields.get('D')?.text;
      if (dates.both + dates.dmyOnly + dates.mdyOnly === 0) firstLine = line;
      if (date) addDateEvidence(dates, date.replace(/'\s*(?=\d{4}$)/, '/').replace(/([/'])\s+/g, '$1'));
      const amount = fields.get('T') ?? fields.get('U');
      if (amount) addMarkEvidence(marks, amount.text);
      isTargobank ||= isTargobankPayee(fields.get('P')?.text ?? '');
    }
  }
  const dateOrder = given ?? decideDateOrder(dates) ?? (marks.comma > marks.point ? 'dmy' : null);
  if (!dateOrder) {
    throw new BankFileError(
      file.name,
      firstLine,
      'the dates can be read with the day first or with the month first; say which with `mapping.dateOrder`',
    );
  }
  const decimal: DecimalMark = marks.comma > marks.point ? ',' : '.';
  return { dateOrder, decimal, isTargobank };
}

/** The records of accounts and of transactions; lists of categories, securities and the like are left out. */
async function* readRecords(file: BankFile, charset: Charset): AsyncGenerator<QifRecord[]> {
  let type = 'bank';
  let kind: QifRecord['kind'] | null = 'transaction';
  let open: QifRecord | null = null;
  let lineNumber = 0;
  for await (const lines of readLines(file, charset)) {
    const records: QifRecord[] = [];
    for (const raw of lines) {
      lineNumber++;
      const text = raw.trimEnd();
      if (text.trim() === '') continue;
      if (text.startsWith('!')) {
        if (open) records.push(open);
        open = null;
        const header = text.slice(1).trim().toLowerCase();
        if (header.startsWith('option:') || header.startsWith('clear:')) continue;
        const listed = /^type:\s*(.+)$/.exec(header)?.[1];
        if (listed) type = listed;
        kind = header === 'account' ? 'account' : listed && listed in ACCOUNT_TYPES ? 'transaction' : null;
      } else if (text === '^') {
        if (open) records.push(open);
        open = null;
      } else if (kind) {
        open ??= { kind, type, line: lineNumber, fields: new Map() };
        const letter = text[0] as string;
        if (!open.fields.has(letter)) open.fields.set(letter, { text: text.slice(1), line: lineNumber });
        if (lineNumber - open.line > MAX_FIELDS)
          throw new BankFileError(file.name, open.line, 'the record does not end');
      }
    }
    yield records;
  }
  if (open)
    throw new BankFileError(file.name, lineNumber, 'the file is cut off: its last record does not end with "^"');
}
