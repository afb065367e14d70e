/** Which characters the bytes of a text file mean: banks say so seldom, and not always truly. */
import { type BankFile, BankFileError } from './bank-file.ts';
import { decodeCp850 } from './cp850.ts';

export type Charset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'cp850';

/** A longer line is no statement: it would have to be held in memory as a whole. */
const MAX_LINE_LENGTH = 262_144;

/** What the bytes of a text can tell about their charset; fed chunk by chunk. */
interface ByteCounts {
  total: number;
  nulAtEven: number;
  nulAtOdd: number;
  /** Characters of several bytes that are right UTF-8, and bytes above 127 that are not. */
  utf8Characters: number;
  utf8Faults: number;
  /** Bytes that are German letters in one of the two code pages and hardly anything in the other. */
  cp850Letters: number;
  windowsLetters: number;
}

const CP850_LETTERS = new Set([0x81, 0x84, 0x8e, 0x94, 0x99, 0x9a]);
const WINDOWS_LETTERS = new Set([0xc4, 0xd6, 0xdc, 0xdf, 0xe4, 0xf6, 0xfc, 0xe9]);

/**
 * Decides the charset of a whole file: by its byte order mark, else by its bytes. A text with more right than wrong UTF-8
 * is UTF-8 with broken places (they come out as U+FFFD); else it is one of the two German code pages.
 * Throws BankFileError when the bytes are no text.
 */
export async function detectCharset(file: BankFile): Promise<Charset> {
  const counts: ByteCounts = {
    total: 0,
    nulAtEven: 0,
    nulAtOdd: 0,
    utf8Characters: 0,
    utf8Faults: 0,
    cp850Letters: 0,
    windowsLetters: 0,
  };
  let pending = 0;
  for await (const chunk of file.read()) {
    if (counts.total === 0) {
      const mark = byteOrderMark(chunk);
      if (mark) return mark;
    }
    pending = countBytes(chunk, counts, pending);
  }
  if (pending > 0) counts.utf8Faults++;
  const { total, nulAtEven, nulAtOdd } = counts;
  if (nulAtOdd > total * 0.3 && nulAtEven < total * 0.05) return 'utf-16le';
  if (nulAtEven > total * 0.3 && nulAtOdd < total * 0.05) return 'utf-16be';
  if (nulAtEven + nulAtOdd > 0) throw new BankFileError(file.name, null, 'is no text: it contains zero bytes');
  if (counts.utf8Characters >= counts.utf8Faults) return 'utf-8';
  return counts.cp850Letters > counts.windowsLetters ? 'cp850' : 'windows-1252';
}

function byteOrderMark(bytes: Uint8Array): Charset | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** `pending` is the number of continuation bytes that a character still lacks, before and after the chunk. */
function countBytes(chunk: Uint8Array, counts: ByteCounts, pending: number): number {
  let lacking = pending;
  for (let i = 0; i < chunk.length; i++) {
    const byte = chunk[i] as number;
    if (byte < 0x80 && lacking === 0 && byte !== 0) continue;
    if (byte === 0) {
      if ((counts.total + i) % 2 === 0) counts.nulAtEven++;
      else counts.nulAtOdd++;
    }
    if (byte >= 0x80) {
      if (CP850_LETTERS.has(byte)) counts.cp850Letters++;
      else if (WINDOWS_LETTERS.has(byte)) counts.windowsLetters++;
    }
    if (lacking > 0 && byte >= 0x80 && byte < 0xc0) {
      if (--lacking === 0) counts.utf8Characters++;
      continue;
    }
    if (lacking > 0) counts.utf8Faults++;
    lacking = byte >= 0xc2 && byte < 0xf5 ? (byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1) : 0;
    if (byte >= 0x80 && lacking === 0) counts.utf8Faults++;
  }
  counts.total += chunk.length;
  return lacking;
}

/** The characters of a file, chunk by chunk; a byte order mark is left out. */
export async function* decodeText(file: BankFile, charset: Charset): AsyncGenerator<string> {
  if (charset === 'cp850') {
    for await (const chunk of file.read()) yield decodeCp850(chunk);
    return;
  }
  const decoder = new TextDecoder(charset);
  for await (const chunk of file.read()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Decodes a beginning, of which the last character may be cut. */
export function decodeHead(head: Uint8Array, charset: Charset): string {
  return charset === 'cp850' ? decodeCp850(head) : new TextDecoder(charset).decode(head, { stream: true });
}

/**
 * The lines of a text without their ends (LF, CRLF or CR), in batches as they arrive: the first batch begins with line 1.
 * Throws BankFileError for a line that is too long to be one.
 */
export async function* readLines(file: BankFile, charset: Charset): AsyncGenerator<string[]> {
  let rest = '';
  let lineNumber = 0;
  for await (const text of decodeText(file, charset)) {
    let buffered = rest + text;
    // The LF of a CRLF may be in the next chunk.
    const heldBack = buffered.endsWith('\r') ? '\r' : '';
    if (heldBack) buffered = buffered.slice(0, -1);
    const lines = buffered.split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? '') + heldBack;
    const long = lines.findIndex((line) => line.length > MAX_LINE_LENGTH);
    if (long >= 0) throw tooLong(file, lineNumber + long + 1);
    lineNumber += lines.length;
    if (rest.length > MAX_LINE_LENGTH) throw tooLong(file, lineNumber + 1);
    if (lines.length > 0) yield lines;
  }
  if (rest !== '') yield [rest.replace(/\r$/, '')];
}

function tooLong(file: BankFile, line: number): BankFileError {
  return new BankFileError(file.name, line, `the line is longer than ${MAX_LINE_LENGTH} characters`);
}
