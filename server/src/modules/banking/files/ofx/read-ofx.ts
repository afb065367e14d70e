/** OFX 1 (SGML) and 2 (XML) → parts of statements (Open Financial Exchange 2.3, chapter 11). */
import type { AccountType } from '../../banking.types.ts';
import type { StatementPart, StatementTransaction } from '../../statements/statement.types.ts';
import { excerpt, readAmount } from '../amounts.ts';
import { type BankFile, BankFileError, type ReadFileOptions } from '../bank-file.ts';
import { readDate } from '../dates.ts';
import { createPartBuffer, type PartBuffer } from '../part-buffer.ts';
import { accountOf, asIban, cleanCode, cleanText, partnerOf, transactionOf } from '../statement-text.ts';
import { type Element, find, textAt } from '../xml/element.ts';
import { readXml, type XmlHandler } from '../xml/read-xml.ts';
import { readSgml } from './read-sgml.ts';

const STATEMENTS = new Set(['STMTRS', 'CCSTMTRS']);
const UNITS = new Set(['CURDEF', 'BANKACCTFROM', 'CCACCTFROM', 'STMTTRN', 'STMTTRNP', 'LEDGERBAL']);
const ACCOUNT_TYPES: Record<string, AccountType> = {
  CHECKING: 'GIRO',
  SAVINGS: 'SPARKONTO',
  MONEYMRKT: 'TAGESGELD',
  CREDITLINE: 'DARLEHEN',
};

interface Reading {
  file: BankFile;
  parts: PartBuffer;
  statements: number;
  inStatement: boolean;
  currency: string;
  ref: string | null;
  open: Element[];
  /** Of the unit that is open. */
  elements: number;
}

/** A hundred times what a booking has; it is held as a whole. */
const MAX_ELEMENTS = 10_000;

/** `isXml` tells OFX 2 from OFX 1. Throws BankFileError when the file is cut off, hostile, or has no statement. */
export async function* readOfx(
  file: BankFile,
  options: ReadFileOptions,
  isXml: boolean,
): AsyncGenerator<StatementPart> {
  const reading: Reading = {
    file,
    parts: createPartBuffer(file.name),
    statements: 0,
    inStatement: false,
    currency: options.currency,
    ref: null,
    open: [],
    elements: 0,
  };
  const handler: XmlHandler = {
    open(name, _attributes, line) {
      if (STATEMENTS.has(name)) {
        reading.inStatement = true;
        reading.statements++;
        reading.currency = options.currency;
        reading.ref = null;
      } else if (reading.open.length > 0 || (reading.inStatement && UNITS.has(name))) {
        reading.elements = reading.open.length === 0 ? 1 : reading.elements + 1;
        if (reading.elements > MAX_ELEMENTS)
          throw new BankFileError(file.name, line, `${reading.open[0]?.name}: has more than ${MAX_ELEMENTS} elements`);
        const element = { name, text: '', currency: null, children: [], line };
        reading.open.at(-1)?.children.push(element);
        reading.open.push(element);
      }
    },
    close(name, text) {
      const element = reading.open.pop();
      if (element) element.text = text;
      if (element && reading.open.length === 0) takeUnit(reading, element);
      else if (STATEMENTS.has(name)) reading.inStatement = false;
    },
  };
  const take = () => reading.parts.take();
  yield* isXml ? readXml(file, handler, take) : readSgml(file, handler, take);
  if (reading.statements === 0)
    throw new BankFileError(file.name, null, 'contains no statement of a bank account or credit card');
  yield* reading.parts.take(true);
}

function takeUnit(reading: Reading, element: Element): void {
  const { name } = element;
  if (name === 'CURDEF') reading.currency = element.text.trim().toUpperCase() || reading.currency;
  else if (name === 'BANKACCTFROM' || name === 'CCACCTFROM') takeAccount(reading, element);
  else if (name === 'LEDGERBAL') takeBalance(reading, element);
  else {
    const read = readTransaction(element, reading.currency);
    if ('reason' in read) return reading.parts.rejected(read.line, read.reason);
    reading.parts.transaction(refFor(reading, element), read);
  }
}

function takeAccount(reading: Reading, element: Element): void {
  const { currency, file } = reading;
  const id = textAt(element, 'ACCTID');
  if (!id) throw new BankFileError(file.name, element.line, `${element.name}: ACCTID is missing`);
  const iban = asIban(id);
  const isCard = element.name === 'CCACCTFROM';
  reading.ref = `${textAt(element, 'BANKID') ?? ''} ${id} ${currency}`;
  reading.parts.account(reading.ref, () =>
    accountOf({
      iban,
      accountNumber: iban ? null : cleanCode(id),
      bankCode: cleanCode(textAt(element, 'BANKID')),
      type: isCard ? 'KREDIT_KARTE' : (ACCOUNT_TYPES[textAt(element, 'ACCTTYPE') ?? ''] ?? null),
      currency,
    }),
  );
}

function refFor({ ref, file }: Reading, element: Element): string {
  if (ref === null) throw new BankFileError(file.name, element.line, `${element.name}: stands before the account`);
  return ref;
}

function takeBalance(reading: Reading, element: Element): void {
  const amountMinor = readOfxAmount(textAt(element, 'BALAMT') ?? '', reading.currency);
  const date = readOfxDate(textAt(element, 'DTASOF'));
  if (typeof amountMinor !== 'number' || !date) return;
  reading.parts.balance(refFor(reading, element), { kind: 'closing', amountMinor, currency: reading.currency, date });
}

function readTransaction(
  element: Element,
  defaultCurrency: string,
): StatementTransaction | { line: number; reason: string } {
  const isPending = element.name === 'STMTTRNP';
  const reject = (name: string, reason: string) => ({
    line: find(element, name)?.line ?? element.line,
    reason: `${name}: ${reason}`,
  });
  const dateTag = isPending ? 'DTTRAN' : 'DTPOSTED';
  const dateText = textAt(element, dateTag);
  const bookingDate = readOfxDate(dateText);
  if (!bookingDate) return reject(dateTag, dateText ? `"${excerpt(dateText)}" is no date` : 'is missing');
  const currency = textAt(element, 'CURRENCY', 'CURSYM')?.toUpperCase() ?? defaultCurrency;
  const amountText = textAt(element, 'TRNAMT');
  const amountMinor = amountText === null ? { problem: 'is missing' } : readOfxAmount(amountText, currency);
  if (typeof amountMinor !== 'number') return reject('TRNAMT', amountMinor.problem);
  const id = cleanCode(textAt(element, 'FITID'));
  const other = find(element, 'BANKACCTTO') ?? find(element, 'CCACCTTO');
  return transactionOf({
    bankIds: id ? [`id:${id}`] : [],
    amountMinor,
    currency,
    bookingDate,
    valueDate: readOfxDate(textAt(element, 'DTAVAIL')),
    bookingText: cleanText(textAt(element, 'TRNTYPE')),
    purpose: cleanText(textAt(element, 'MEMO')),
    merchantCategoryCode: /^\d{4}$/.exec(textAt(element, 'SIC') ?? '')?.[0] ?? null,
    paymentPartner: partnerOf({
      name: textAt(element, 'NAME') ?? textAt(element, 'PAYEE', 'NAME'),
      account: textAt(other, 'ACCTID'),
      bank: textAt(other, 'BANKID'),
    }),
    status: isPending ? 'pending' : 'booked',
  });
}

/** `20260131120000.000[-5:EST]`: the day is the bank's own. */
const readOfxDate = (text: string | null) => (text === null ? null : readDate(text.slice(0, 8), 'dmy'));

/** No thousands are marked, so whichever mark there is, is the decimal one. */
const readOfxAmount = (text: string, currency: string) => readAmount(text, text.includes('.') ? '.' : ',', currency);
