/** The beginning of a CSV file as a person sees it: enough to say which column is what. The server reads the file itself. */

/** Enough for any headings and a few rows below them. */
const HEAD_BYTES = 65_536;
const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];
/** Rows that are looked at. */
const ROWS = 20;
const BINARY = /[\0-\u0008\u000e-\u001f]/;
/** How the other kinds of files begin: XML, PDF, MT940, OFX, QIF, zip. */
const OTHER_KIND = /^\s*(?:<|%PDF|\{1:|:20:|OFXHEADER|!|PK)/i;
const DATE = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b/;
const AMOUNT = /^[+-]?\s?\d[\d.,' ]*[.,]\d{1,2}\b/;

/** The first lines, or null for what is no text of columns. */
export async function readHead(file: File): Promise<string[] | null> {
  const bytes = await file.slice(0, HEAD_BYTES).arrayBuffer();
  const text = decode(new Uint8Array(bytes));
  if (BINARY.test(text) || OTHER_KIND.test(text)) return null;
  const lines = text.split(/\r\n|\n|\r/);
  // The last one may be cut off.
  if (file.size > HEAD_BYTES) lines.pop();
  const guess = guessLayout(lines);
  return splitLine(lines[guess.headerLine - 1] ?? '', guess.delimiter).length > 1 ? lines : null;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // `stream`: a character at the end may be cut off.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Cells of a line; a quoted one may hold the delimiter, and its quotes twice. */
export function splitLine(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] as string;
    if (sign === '"' && isQuoted && line[at + 1] === '"') cell += line[++at];
    else if (sign === '"' && (isQuoted || cell.trim() === '')) {
      isQuoted = !isQuoted;
      cell = cell.trim();
    } else if (sign === delimiter && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell.trim()];
}

export interface Layout {
  delimiter: Delimiter;
  /** The line of the headings, counted from 1. */
  headerLine: number;
}

/** The delimiter by which most lines have equally many columns, and the first of these lines. */
export function guessLayout(lines: readonly string[]): Layout {
  const filled = lines.slice(0, 100).filter((line) => line.trim() !== '');
  const guesses = DELIMITERS.map((delimiter) => {
    const widths = filled.map((line) => splitLine(line, delimiter).length);
    const counts = Map.groupBy(widths, (width) => width);
    const [width, found] = [...counts].toSorted((a, b) => b[1].length - a[1].length)[0] ?? [1, []];
    return { delimiter, width, score: width > 1 ? found.length * width : 0 };
  });
  const { delimiter, width } = guesses.toSorted((a, b) => b.score - a.score)[0] ?? { delimiter: ';', width: 1 };
  const at = lines.findIndex((line) => line.trim() !== '' && splitLine(line, delimiter).length === width);
  return { delimiter, headerLine: Math.max(at, 0) + 1 };
}

export interface HeadColumn {
  heading: string;
  /** What stands below the heading, without empty cells. */
  values: string[];
}

export function columnsOf(lines: readonly string[], { delimiter, headerLine }: Layout): HeadColumn[] {
  const rows = lines.slice(headerLine, headerLine + ROWS).map((line) => splitLine(line, delimiter));
  return splitLine(lines[headerLine - 1] ?? '', delimiter).map((heading, n) => ({
    heading,
    values: rows.map((cells) => cells[n] ?? '').filter((cell) => cell !== ''),
  }));
}

/** By what the cells look like: the first dates, the first amounts, the longest texts. Null: not to be said. */
export function guessRoles(columns: readonly HeadColumn[]): ('bookingDate' | 'amount' | 'purpose' | null)[] {
  const isAll = ({ values }: HeadColumn, form: RegExp) =>
    values.length > 0 && values.every((value) => form.test(value));
  const date = columns.findIndex((column) => isAll(column, DATE));
  const amount = columns.findIndex((column) => isAll(column, AMOUNT) && !isAll(column, DATE));
  const length = ({ values }: HeadColumn) => values.join('').length;
  const texts = columns.filter((column) => column.values.some((value) => /\p{L}{3}/u.test(value)));
  const longest = columns.indexOf(texts.toSorted((a, b) => length(b) - length(a))[0] as HeadColumn);
  return columns.map((_, n) =>
    n === date ? 'bookingDate' : n === amount ? 'amount' : n === longest ? 'purpose' : null,
  );
}
