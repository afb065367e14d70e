/** Takes one line of a CSV file apart (RFC 4180, read leniently: quotes that nobody doubled are common in bank exports). */

const QUOTE = '"';

export interface SplitRecord {
  cells: string[];
  /** A quote was opened and not closed: the record goes on in the next line, or is broken. */
  open: boolean;
}

/**
 * A quote opens only at the beginning of a cell and closes only before a delimiter or the end; any other is part of the
 * text. A cell that lost its opening quote loses the closing one too.
 */
export function splitRecord(text: string, delimiter: string): SplitRecord {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let start = at;
    while (text[start] === ' ') start++;
    if (text[start] === QUOTE) {
      const end = closingQuote(text, start + 1, delimiter);
      if (end === null) {
        cells.push(text.slice(start + 1).replaceAll('""', QUOTE));
        return { cells, open: true };
      }
      cells.push(text.slice(start + 1, end).replaceAll('""', QUOTE));
      at = text.indexOf(delimiter, end);
    } else {
      const end = text.indexOf(delimiter, at);
      cells.push(
        text
          .slice(at, end < 0 ? undefined : end)
          .replace(/"$/, '')
          .trim(),
      );
      at = end;
    }
    if (at < 0) return { cells, open: false };
    at += 1;
  }
}

function closingQuote(text: string, from: number, delimiter: string): number | null {
  for (let at = text.indexOf(QUOTE, from); at >= 0; at = text.indexOf(QUOTE, at + 1)) {
    if (text[at + 1] === QUOTE) {
      at++;
      continue;
    }
    let next = at + 1;
    while (text[next] === ' ') next++;
    if (next >= text.length || text[next] === delimiter) return at;
  }
  return null;
}
