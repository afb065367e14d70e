/** What a file is, by its first bytes; its name and declared type are not asked, they are often wrong. */
import { type BankFile, BankFileError } from './bank-file.ts';

export type BankFileFormat = 'camt' | 'mt940' | 'ofx-sgml' | 'ofx-xml' | 'qif' | 'csv' | 'zip';

/** Beginnings of files that people send by mistake, with what to send instead. */
const FOREIGN: [RegExp, string][] = [
  [/^%PDF/, 'is a PDF document; export the statement as CAMT, MT940 or CSV instead'],
  [/^\xd0\xcf\x11\xe0/, 'is an old Excel workbook (XLS); save it as CSV instead'],
  [/^\x1f\x8b/, 'is a gzip archive; unpack it first, or send it as zip'],
  [/^7z\xbc\xaf/, 'is a 7-Zip archive; unpack it first, or send it as zip'],
  [/^Rar!/, 'is a RAR archive; unpack it first, or send it as zip'],
  [/^\x89PNG|^\xff\xd8\xff|^GIF8|^RIFF/, 'is an image; export the statement as CAMT, MT940 or CSV instead'],
  [/^\s*(?:<!doctype html|<html)/i, 'is a web page, perhaps an expired login; download the statement again'],
  [/^\s*\{\\rtf/, 'is an RTF document; export the statement as CAMT, MT940 or CSV instead'],
  [/^\s*[{[]\s*["{[\]}]/, 'is JSON; POST /api/users/{user-id}/banking/accounts takes that'],
];

/** `head` are the first bytes of the file. Throws BankFileError for what is no statement. */
export function detectFormat(file: BankFile, head: Uint8Array): BankFileFormat {
  if (head.length === 0) throw new BankFileError(file.name, null, 'is empty');
  const raw = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  if (raw.startsWith('PK\x03\x04')) return zipKind(file, raw);
  if (raw.startsWith('PK\x05\x06')) throw new BankFileError(file.name, null, 'is an empty archive');
  for (const [beginning, reason] of FOREIGN) if (beginning.test(raw)) throw new BankFileError(file.name, null, reason);
  // Marks of byte order, and the zero bytes of UTF-16, are in the way of looking for words.
  const text = raw.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '');
  if (text.trim() === '') throw new BankFileError(file.name, null, 'contains nothing but blanks');
  if (/^\s*OFXHEADER\s*:|^\s*<OFX\s*>/i.test(text)) return 'ofx-sgml';
  if (/^\s*</.test(text)) return xmlKind(file, text);
  if (/^\s*!(?:Type|Account|Option|Clear)\b/i.test(text)) return 'qif';
  if (/^\s*(?:\{1:.*)?:\d{2}[A-Z]?:/s.test(text) || /(?:^|[\r\n]|\{4:\s*):(?:20|25|60F):/.test(text.slice(0, 2000)))
    return swiftKind(file, text);
  return 'csv';
}

function zipKind(file: BankFile, raw: string): 'zip' {
  if (/\[Content_Types\]\.xml|xl\/workbook|xl\/worksheets/.test(raw)) {
    throw new BankFileError(file.name, null, 'is an Excel workbook (XLSX); save it as CSV instead');
  }
  if (/mimetypeapplication\/vnd\.oasis/.test(raw)) {
    throw new BankFileError(file.name, null, 'is an OpenDocument file; save it as CSV instead');
  }
  return 'zip';
}

function xmlKind(file: BankFile, text: string): 'camt' | 'ofx-xml' {
  if (/<\?OFX\b/i.test(text) || /<OFX[\s>]/.test(text)) return 'ofx-xml';
  if (/BkToCstmr(?:Stmt|AcctRpt)|camt\.05[23]/.test(text)) return 'camt';
  if (/BkToCstmrDbtCdtNtfctn|camt\.054/.test(text)) {
    throw new BankFileError(
      file.name,
      null,
      'is a CAMT.054 notification, whose bookings a CAMT.053 statement has too; send that',
    );
  }
  if (/pain\.00\d/.test(text)) throw new BankFileError(file.name, null, 'is a payment order (pain), not a statement');
  // A document type that hides the root is refused by the reader, with its line.
  if (/<!DOCTYPE/i.test(text)) return 'camt';
  const root = /<([A-Za-z][\w:.-]*)/.exec(text)?.[1] ?? '';
  throw new BankFileError(file.name, 1, `is XML, but neither CAMT nor OFX: its root is <${root.slice(0, 60)}>`);
}

function swiftKind(file: BankFile, text: string): 'mt940' {
  if (/^:34F:/m.test(text) && !/^:60[FM]:/m.test(text)) {
    throw new BankFileError(file.name, null, 'is an MT942 interim report; send the MT940 statement of the day instead');
  }
  return 'mt940';
}
