/** Lines of a CSV file → records with the line they began in; a quote that is never closed costs its own line only. */
import { looksLikeDate } from '../dates.ts';
import { isBalanceRow } from './read-preamble.ts';
import { splitRecord } from './split-record.ts';

export interface CsvRecord {
  /** Counts from 1. */
  line: number;
  cells: string[];
  /** What is wrong with the record as a whole. */
  problem: string | null;
}

/** The `problem` of a record whose quote was never closed. */
export const OPEN_QUOTE = 'a quote is opened and not closed';

interface OpenRecord {
  line: number;
  lines: string[];
}

/** A cell with more lines is no text of a booking but a quote that lost its partner. */
const MAX_LINES = 40;

export interface RecordReader {
  push(line: number, text: string): CsvRecord[];
  end(): CsvRecord[];
}

/**
 * `width` is the number of cells that a whole record has. The reader finds back after a broken line by one that is whole
 * and has a date.
 */
export function createRecordReader(delimiter: string, width: number): RecordReader {
  let open: OpenRecord | null = null;
  /** A delimiter at the end of rows, which the headings lack, is no column. */
  const isWhole = (cells: string[]) => cells.length >= width && cells.slice(width).every((cell) => cell.trim() === '');
  /** Not the last line of a text, which has a quote that it did not open. */
  const isLineOfBalance = (text: string, cells: string[]) =>
    cells.length > 1 && isBalanceRow(cells) && (text.split(delimiter)[0]?.match(/"/g)?.length ?? 0) % 2 === 0;

  /** The first line alone is broken; those behind it are read anew. */
  const giveUp = (broken: OpenRecord): CsvRecord[] => {
    const [first = '', ...others] = broken.lines;
    const record = {
      line: broken.line,
      cells: splitRecord(first, delimiter).cells,
      problem: OPEN_QUOTE,
    };
    return [record, ...others.flatMap((text, n) => push(broken.line + 1 + n, text))];
  };

  const push = (line: number, text: string): CsvRecord[] => {
    if (open === null) {
      if (text.trim() === '') return [];
      const { cells, open: isOpen } = splitRecord(text, delimiter);
      if (!isOpen) return [{ line, cells, problem: null }];
      open = { line, lines: [text] };
      return [];
    }
    const started: OpenRecord = open;
    const alone = splitRecord(text, delimiter);
    started.lines.push(text);
    const isRecord =
      !alone.open && ((isWhole(alone.cells) && alone.cells.some(looksLikeDate)) || isLineOfBalance(text, alone.cells));
    const joined = isRecord ? null : splitRecord(started.lines.join('\n'), delimiter);
    if (joined?.open && started.lines.length < MAX_LINES) return [];
    open = null;
    if (joined && !joined.open && isWhole(joined.cells)) {
      return [{ line: started.line, cells: joined.cells, problem: null }];
    }
    return giveUp(started);
  };

  return {
    push,
    end() {
      const records: CsvRecord[] = [];
      while (open !== null) {
        const rest: OpenRecord = open;
        open = null;
        records.push(...giveUp(rest));
      }
      return records;
    },
  };
}
