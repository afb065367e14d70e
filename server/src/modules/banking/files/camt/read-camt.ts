/**
 * CAMT.052 and CAMT.053, versions `.001.02` to `.001.08` and later of the same form (ISO 20022) → parts of statements. One
 * entry is held at a time.
 */
import type { StatementAccount, StatementPart } from '../../statements/statement.types.ts';
import { readAmount } from '../amounts.ts';
import { type BankFile, BankFileError, type ReadFileOptions } from '../bank-file.ts';
import { readDate } from '../dates.ts';
import { createPartBuffer, type PartBuffer } from '../part-buffer.ts';
import { accountOf, asIban, cleanCode, cleanName } from '../statement-text.ts';
import { type Element, find, textAt } from '../xml/element.ts';
import { readXml, type XmlHandler } from '../xml/read-xml.ts';
import { readEntry } from './read-entry.ts';

const DOCUMENTS = new Set(['BkToCstmrStmt', 'BkToCstmrAcctRpt']);
/** What is read as a whole; everything between them passes by. */
const UNITS = new Set(['Acct', 'Bal', 'Ntry']);
/** An entry with more elements is a batch of more payments than a bank writes into one. */
const MAX_ELEMENTS = 400_000;

interface Reading {
  file: BankFile;
  options: ReadFileOptions;
  parts: PartBuffer;
  document: string | null;
  /** Whether a statement is open, and its account once that was read. */
  inStatement: boolean;
  account: { ref: string; of(currency: string): StatementAccount; currency: string | null } | null;
  /** Balances that came before the account's currency was known are told with it. */
  open: Element[];
  elements: number;
}

/** Throws BankFileError when the file is no CAMT statement, is cut off or hostile. */
export async function* readCamt(file: BankFile, options: ReadFileOptions): AsyncGenerator<StatementPart> {
  const reading: Reading = {
    file,
    options,
    parts: createPartBuffer(file.name),
    document: null,
    inStatement: false,
    account: null,
    open: [],
    elements: 0,
  };
  const handler = {
    open: (name: string, attributes: Record<string, string>, line: number) =>
      openElement(reading, name, attributes, line),
    close: (name: string, text: string) => closeElement(reading, name, text),
  } satisfies XmlHandler;
  yield* readXml(file, handler, () => reading.parts.take());
  if (reading.document === null) throw new BankFileError(file.name, 1, 'is no CAMT.052 or CAMT.053 statement');
  yield* reading.parts.take(true);
}

function openElement(reading: Reading, name: string, attributes: Record<string, string>, line: number): void {
  const { open, file } = reading;
  if (DOCUMENTS.has(name)) reading.document = name;
  else if (open.length === 0 && (name === 'Stmt' || name === 'Rpt') && reading.document !== null) {
    reading.inStatement = true;
    reading.account = null;
  } else if (open.length > 0 || (reading.inStatement && UNITS.has(name))) {
    if (open.length === 0) reading.elements = 0;
    if (++reading.elements > MAX_ELEMENTS)
      throw new BankFileError(file.name, line, `the entry has more than ${MAX_ELEMENTS} elements`);
    const element = { name, text: '', currency: attributes.Ccy ?? null, children: [], line };
    open.at(-1)?.children.push(element);
    open.push(element);
  }
}

function closeElement(reading: Reading, name: string, text: string): void {
  const element = reading.open.pop();
  if (!element) {
    if (name === 'Stmt' || name === 'Rpt') reading.inStatement = false;
    return;
  }
  element.text = text;
  if (reading.open.length > 0) return;
  if (name === 'Acct') takeAccount(reading, element);
  else if (name === 'Bal') takeBalance(reading, element);
  else takeEntry(reading, element);
}

function takeAccount(reading: Reading, element: Element): void {
  const given = textAt(element, 'Id', 'IBAN');
  const iban = asIban(given);
  const number = textAt(element, 'Id', 'Othr', 'Id') ?? (iban ? null : given);
  if (!iban && !number)
    throw new BankFileError(reading.file.name, element.line, 'Acct: the statement names no account');
  const servicer = find(element, 'Svcr', 'FinInstnId');
  const currency = textAt(element, 'Ccy');
  reading.account = {
    ref: iban ?? (number as string),
    currency,
    of: (fallback) =>
      accountOf({
        iban,
        accountNumber: iban ? null : cleanCode(number),
        bankCode: cleanCode(textAt(servicer, 'ClrSysMmbId', 'MmbId')),
        bic: cleanCode(textAt(servicer, 'BIC') ?? textAt(servicer, 'BICFI')),
        bankName: cleanName(textAt(servicer, 'Nm')),
        name: cleanName(textAt(element, 'Nm')),
        owner: cleanName(textAt(element, 'Ownr', 'Nm')),
        currency: currency ?? fallback,
      }),
  };
}

/** The ref under which the account is known, in the currency that it or else its first amount names. */
function refFor(reading: Reading, element: Element, currency: string): string {
  const { account, file, parts } = reading;
  if (!account) throw new BankFileError(file.name, element.line, `${element.name}: stands before the account (Acct)`);
  account.currency ??= currency;
  const ref = `${account.ref} ${account.currency}`;
  parts.account(ref, () => account.of(currency));
  return ref;
}

function takeBalance(reading: Reading, element: Element): void {
  const code = textAt(element, 'Tp', 'CdOrPrtry', 'Cd');
  // PRCD is the closing balance of the day that it names, the one before.
  const kind = code === 'OPBD' ? 'opening' : code === 'CLBD' || code === 'PRCD' ? 'closing' : null;
  const amount = find(element, 'Amt');
  const currency = amount?.currency ?? '';
  const date = readDate((textAt(element, 'Dt', 'Dt') ?? textAt(element, 'Dt', 'DtTm') ?? '').slice(0, 10), 'dmy');
  const minor = readAmount(amount?.text.trim() ?? '', '.', currency);
  if (typeof minor !== 'number') {
    throw new BankFileError(reading.file.name, element.line, `Bal: ${minor.problem}`);
  }
  const ref = refFor(reading, element, currency);
  if (!kind || !date) return;
  const amountMinor = textAt(element, 'CdtDbtInd') === 'DBIT' ? -minor + 0 : minor;
  reading.parts.balance(ref, { kind, amountMinor, currency, date });
}

function takeEntry(reading: Reading, element: Element): void {
  const read = readEntry(element, reading.options.today);
  if ('reason' in read) return reading.parts.rejected(read.line, read.reason);
  for (const transaction of read)
    reading.parts.transaction(refFor(reading, element, transaction.currency), transaction);
}
