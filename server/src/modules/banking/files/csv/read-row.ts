/** One row of an export → one transaction, by the layout of its file. */
import { isCurrency } from '#platform/money.ts';
import type { StatementTransaction } from '../../statements/statement.types.ts';
import { excerpt, readAmount } from '../amounts.ts';
import { readDate, readDayOfYear } from '../dates.ts';
import { readSepaTags } from '../sepa-tags.ts';
import { asIban, asReference, cleanCode, cleanText, partnerOf, transactionOf } from '../statement-text.ts';
import { type ColumnRole, normalizeHeading } from './columns.ts';
import type { CsvLayout, CsvProfile } from './layout.types.ts';
import { readLabels } from './read-labels.ts';

export type RowResult =
  | { kind: 'transaction'; transaction: StatementTransaction; own: string | null; balanceMinor: number | null }
  /** Moved no money, and says so. */
  | { kind: 'skipped' }
  | { kind: 'rejected'; reason: string };

const PENDING =
  /vorgemerkt|vormerkung|pending|ausstehend|\boffen\b|nicht gebucht|not booked|reserved|reserviert|in bearbeitung|unbooked|autorisiert|authori[sz]ed/i;
/** What stands in place of a day that has not come. */
const NO_DAY_YET = /^[^\d]*$/;
const VOID = /^(?:declined|rejected|failed|abgelehnt|fehlgeschlagen)$/i;

class RowProblem extends Error {}

/** Reads a row whose number of cells is right. Nothing of it is guessed: what can not be read, rejects it. */
export function readRow(cells: string[], layout: CsvLayout, today: string): RowResult {
  const row = new Row(cells, layout);
  if (isSkipped(row, layout)) return { kind: 'skipped' };
  try {
    const { transaction, balanceMinor } = readTransaction(row, layout, today);
    return { kind: 'transaction', transaction, own: row.text('ownAccount'), balanceMinor };
  } catch (error) {
    if (error instanceof RowProblem) return { kind: 'rejected', reason: error.message };
    throw error;
  }
}

/** Looks cells up by their role. */
class Row {
  readonly cells: string[];
  readonly layout: CsvLayout;

  constructor(cells: string[], layout: CsvLayout) {
    this.cells = cells;
    this.layout = layout;
  }

  /** The first filled cell of the role; null when all are empty. */
  text(role: ColumnRole): string | null {
    for (const column of this.layout.columns[role] ?? []) {
      const cell = this.cells[column]?.trim();
      if (cell) return cell;
    }
    return null;
  }

  /** All different filled cells of the role. */
  texts(role: ColumnRole): string[] {
    const filled = (this.layout.columns[role] ?? []).map((column) => this.cells[column] ?? '');
    return [...new Set(filled)].filter((cell) => cell.trim() !== '');
  }

  under(heading: string): string {
    const name = normalizeHeading(heading);
    return this.cells[this.layout.headings.findIndex((other) => normalizeHeading(other) === name)]?.trim() ?? '';
  }

  /** A problem with the column of a role, which is called by its heading. */
  problem(role: ColumnRole, what: string): RowProblem {
    const column = this.layout.columns[role]?.[0] ?? 0;
    return new RowProblem(`column "${this.layout.headings[column]?.trim() || column + 1}": ${what}`);
  }
}

function isSkipped(row: Row, { profile }: CsvLayout): boolean {
  if (VOID.test(row.text('status') ?? '')) return true;
  return (profile?.skip ?? []).some(({ heading, matches }) => matches.test(row.under(heading)));
}

function readTransaction(row: Row, layout: CsvLayout, today: string) {
  const status = PENDING.test(`${row.text('status') ?? ''} ${row.text('bookingDate') ?? ''}`) ? 'pending' : 'booked';
  const currency = readCurrency(row, layout);
  const amountMinor = readRowAmount(row, layout, currency);
  const dates = readDates(row, layout, status === 'pending', today);
  const labelled = labelsOf(row, layout.profile);
  const rawPurpose = labelled.purpose ?? joinTexts(row.texts('purpose'));
  const { purpose, tags } = readSepaTags(rawPurpose ?? '');
  const partnerAccount = labelled.partnerAccount ?? accountIn(row.texts('partnerAccount')) ?? tags.get('IBAN');
  const id = cleanCode(labelled.id ?? row.text('id'));
  const transaction = transactionOf({
    bankIds: id ? [`id:${id}`] : [],
    amountMinor,
    currency,
    ...dates,
    status,
    bookingText: cleanText(row.text('bookingText')),
    purpose: cleanText(purpose ?? rawPurpose),
    merchantCategoryCode: /^\d{4}$/.test(row.text('merchantCategoryCode') ?? '')
      ? row.text('merchantCategoryCode')
      : null,
    paymentPartner: partnerOf({
      name: labelled.partnerName ?? partnerName(row, amountMinor) ?? nameAtStart(row, layout.profile),
      account: partnerAccount,
      bank: labelled.partnerBank ?? row.text('partnerBank') ?? tags.get('BIC'),
      creditorId: labelled.creditorId ?? row.text('creditorId') ?? tags.get('CRED'),
    }),
    endToEndId: asReference(labelled.endToEndId ?? row.text('endToEndId') ?? tags.get('EREF')),
    mandateId: asReference(labelled.mandateId ?? row.text('mandateId') ?? tags.get('MREF')),
    purposeCode: cleanCode(tags.get('PURP')),
  });
  return { transaction, balanceMinor: readBalance(row, layout, currency) };
}

function readCurrency(row: Row, layout: CsvLayout): string {
  const given = row.text('currency')?.toUpperCase();
  if (!given) return layout.currency;
  const code = given === '€' ? 'EUR' : given === '£' ? 'GBP' : given === '$' ? 'USD' : given;
  if (!isCurrency(code)) throw row.problem('currency', `"${excerpt(given)}" is no currency of ISO 4217`);
  return code;
}

/** Separate columns for out and in, if one of them is filled; else the amount, with a mark for its sign where there is one. */
function readRowAmount(row: Row, layout: CsvLayout, currency: string): number {
  const debit = row.text('debit');
  const credit = row.text('credit');
  const read = (role: ColumnRole, text: string) => {
    const amount = readAmount(text, layout.decimal, currency);
    if (typeof amount !== 'number') throw row.problem(role, amount.problem);
    return amount;
  };
  const out = debit === null ? 0 : -Math.abs(read('debit', debit));
  const into = credit === null ? 0 : Math.abs(read('credit', credit));
  if (out !== 0 && into !== 0) throw row.problem('debit', 'this column and the one of credits are both filled');
  const text = row.text('amount');
  if (debit !== null || credit !== null) return into + out + 0;
  if (text === null) throw row.problem('amount' in layout.columns ? 'amount' : 'debit', 'is empty');
  let amount = read('amount', text);
  const mark = row.text('mark');
  if (mark !== null) amount = applyMark(row, amount, mark);
  if (layout.purchasesArePositive) amount = -amount + 0;
  const fee = layout.profile?.feeBesideAmount ? row.text('fee') : null;
  return fee === null ? amount : amount - Math.abs(read('fee', fee));
}

function applyMark(row: Row, amount: number, mark: string): number {
  if (/^(?:s|soll|d|dr|debit|af|-|belastung|lastschrift)\.?$/i.test(mark)) return -Math.abs(amount) + 0;
  if (/^(?:h|haben|c|cr|credit|bij|\+|gutschrift)\.?$/i.test(mark)) return amount;
  throw row.problem('mark', `"${excerpt(mark)}" says neither debit nor credit`);
}

function readDates(row: Row, layout: CsvLayout, isPending: boolean, today: string) {
  const valueText = row.text('valueDate');
  const valueDate = valueText === null || /^-+$/.test(valueText) ? null : readValueDate(valueText, layout);
  if (valueText !== null && valueDate === null && !/^-+$/.test(valueText) && !PENDING.test(valueText)) {
    throw row.problem('valueDate', `"${excerpt(valueText)}" is no date`);
  }
  const bookingText = row.text('bookingDate');
  const bookingDate =
    bookingText === null
      ? null
      : (readDate(bookingText, layout.dateOrder) ?? (valueDate && readDayOfYear(bookingText, valueDate)));
  if (bookingDate) return { bookingDate, valueDate };
  if (isPending && (bookingText === null || NO_DAY_YET.test(bookingText)))
    return { bookingDate: valueDate ?? today, valueDate };
  throw row.problem('bookingDate', bookingText === null ? 'is empty' : `"${excerpt(bookingText)}" is no date`);
}

/** Interest is counted in months of 30 days: a value date of 30 February means the last day of that month. */
function readValueDate(text: string, { dateOrder }: CsvLayout): string | null {
  return readDate(text, dateOrder) ?? readDate(text.replace(/^(?:29|30)(?=[./-]0?2[./-])/, '28'), dateOrder);
}

/** Where both sides are named, the other one is the payer of what came in and the payee of what went out. */
function partnerName(row: Row, amountMinor: number): string | null {
  const names = row.texts('partnerName');
  if (names.length > 0) return names.join(' ');
  return amountMinor < 0 ? row.text('payee') : row.text('payer');
}

function nameAtStart(row: Row, profile: CsvProfile | null): string | null {
  const found = profile?.partnerAtStart?.exec(row.text('purpose') ?? '');
  return found?.slice(1).find((name) => name !== undefined) ?? null;
}

const accountIn = (texts: string[]) => texts.find((text) => asIban(text)) ?? texts[0];

/** Many columns are the lines of 27 characters that a purpose once had: a full one was cut within a word. */
function joinTexts(texts: string[]): string | null {
  if (texts.length === 0) return null;
  return texts.map((text) => (texts.length > 2 && text.length === 27 ? text : `${text} `)).join('');
}

function labelsOf(row: Row, profile: CsvProfile | null) {
  return profile?.labels ? readLabels(joinTexts(row.texts('purpose')) ?? '', profile.labels) : {};
}

function readBalance(row: Row, layout: CsvLayout, currency: string): number | null {
  const text = row.text('balance');
  const balance = text === null ? null : readAmount(text, layout.decimal, currency);
  return typeof balance === 'number' ? balance : null;
}
