/**
 * MT940 (SWIFT user handbook; the German form: DFÜ agreement, appendix 3, section 8) → parts of statements. A file holds
 * any number of statements, each of `:20:` to `:62F:` or, page by page, `:62M:`.
 */
import type { StatementAccount, StatementPart } from '../../statements/statement.types.ts';
import { type BankFile, BankFileError } from '../bank-file.ts';
import { detectCharset, readLines } from '../decode-text.ts';
import { createPartBuffer, type PartBuffer } from '../part-buffer.ts';
import { accountOf, asBic, asIban, cleanCode, transactionOf } from '../statement-text.ts';
import { readBalance, readEntry } from './read-entry.ts';
import { readInformation } from './read-information.ts';

/** More lines than any bank writes into one field. */
const MAX_FIELD_LINES = 200;

interface Field {
  tag: string;
  line: number;
  lines: string[];
}

/** The statement that is being read. */
interface Reading {
  file: BankFile;
  parts: PartBuffer;
  account: string | null;
  currency: string | null;
  entry: Field | null;
  /** Where the statement that still lacks its closing balance began. */
  openSince: number | null;
}

/** Throws BankFileError when the file is cut off or no MT940 at all. */
export async function* readMt940(file: BankFile): AsyncGenerator<StatementPart> {
  const reading: Reading = {
    file,
    parts: createPartBuffer(file.name),
    account: null,
    currency: null,
    entry: null,
    openSince: null,
  };
  let field: Field | null = null;
  let lineNumber = 0;
  for await (const lines of readLines(file, await detectCharset(file))) {
    for (const raw of lines) {
      lineNumber++;
      const text = lineNumber === 1 || raw.startsWith('{') ? raw.replace(/^.*\{4:/, '') : raw;
      const start = /^:(\d{2}[A-Z]?):(.*)$/.exec(text);
      if (start) {
        if (field) takeField(reading, field);
        field = { tag: start[1] as string, line: lineNumber, lines: [start[2] as string] };
      } else if (/^-\}?\s*$/.test(text) && !(field?.tag === '86' && reading.openSince !== null)) {
        // Before the closing balance a lonely hyphen is the rest of a text that was cut there.
        if (field) takeField(reading, field);
        field = null;
        endEntry(reading, null);
      } else if (field && text !== '') {
        field.lines.push(text);
        if (field.lines.length > MAX_FIELD_LINES) {
          throw new BankFileError(file.name, field.line, `field :${field.tag}: has more than ${MAX_FIELD_LINES} lines`);
        }
      }
    }
    yield* reading.parts.take();
  }
  if (field) takeField(reading, field);
  endEntry(reading, null);
  if (reading.openSince !== null) {
    const began = `the statement that began in line ${reading.openSince} has no closing balance (:62F:)`;
    throw new BankFileError(file.name, Math.max(lineNumber, 1), `the file is cut off: ${began}`);
  }
  yield* reading.parts.take(true);
}

function takeField(reading: Reading, field: Field): void {
  const text = field.lines[0] ?? '';
  if (field.tag === '86' && reading.entry) return endEntry(reading, field);
  if (field.tag !== '86') endEntry(reading, null);
  if (field.tag === '25' || field.tag === '25P') {
    reading.account = text.trim();
    reading.currency = null;
    reading.openSince = field.line;
  } else if (field.tag === '60F' || field.tag === '60M') openStatement(reading, field, text);
  else if (field.tag === '61') {
    if (reading.currency === null) throw fault(reading, field, 'a booking stands before the opening balance (:60F:)');
    reading.entry = field;
  } else if (field.tag === '62F' || field.tag === '62M') closeStatement(reading, field, text);
}

function openStatement(reading: Reading, field: Field, text: string): void {
  if (reading.account === null) throw fault(reading, field, 'the statement names no account (:25:)');
  const balance = readBalance(text);
  if (!balance) throw fault(reading, field, `field :${field.tag}: is no balance such as C251127EUR15188,85`);
  reading.currency = balance.currency;
  const { account, currency } = { account: reading.account, currency: balance.currency };
  reading.parts.account(refOf(reading), () => readAccount(account, currency));
  if (field.tag === '60F') reading.parts.balance(refOf(reading), { kind: 'opening', ...balance });
}

function closeStatement(reading: Reading, field: Field, text: string): void {
  const balance = readBalance(text);
  if (!balance) throw fault(reading, field, `field :${field.tag}: is no balance such as C251127EUR15188,85`);
  if (reading.currency === null)
    throw fault(reading, field, 'the closing balance stands before the opening one (:60F:)');
  if (field.tag === '62F') reading.parts.balance(refOf(reading), { kind: 'closing', ...balance });
  reading.openSince = null;
}

/** A booking is whole when its `:86:` has come, or when something else comes. */
function endEntry(reading: Reading, information: Field | null): void {
  const { entry, currency, parts } = reading;
  if (!entry || !currency) return;
  reading.entry = null;
  const read = readEntry((entry.lines[0] ?? '').trim(), currency);
  if ('problem' in read) return parts.rejected(entry.line, read.problem);
  const { bankReference, ...booking } = read;
  parts.transaction(
    refOf(reading),
    transactionOf({
      ...booking,
      currency,
      ...(information && readInformation(information.lines)),
      bankIds: bankReference ? [`ref:${bankReference}`] : [],
    }),
  );
}

const refOf = ({ account, currency }: Reading) => `${account} ${currency}`;

/** `:25:` names the account as bank code and number, as BIC and number, or as IBAN, with or without a currency behind. */
function readAccount(text: string, currency: string): StatementAccount {
  const plain = text.replace(new RegExp(`\\s*${currency}$`), '');
  const iban = asIban(plain);
  if (iban) return accountOf({ iban, currency });
  const [bank = '', number = ''] = plain.includes('/') ? plain.split('/', 2) : ['', plain];
  const inner = asIban(number);
  return accountOf({
    iban: inner,
    accountNumber: inner ? null : cleanCode(number.replace(/^0+(?=.)/, '')),
    bankCode: asBic(bank) ? null : cleanCode(bank),
    bic: asBic(bank),
    currency,
  });
}

const fault = ({ file }: Reading, field: Field, reason: string) => new BankFileError(file.name, field.line, reason);
