/**
 * Fields that German banks write into the purpose: `EREF+… MREF+… SVWZ+…` (DFÜ agreement, appendix 3, section 8), and the
 * same with colons, which some banks repeat behind the text.
 */

const TAG = /(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP|RTRN)\+/g;
const COLON_TAG = /(?:^|\s)(EREF|KREF|MREF|CRED|DEBT|ABWA|ABWE|IBAN|BIC|PURP):\s?/g;

export interface SepaTags {
  /** The text itself, without the tags; null when there is none. */
  purpose: string | null;
  tags: Map<string, string>;
}

/** Takes a purpose apart; a text without tags comes back as it is. */
export function readSepaTags(text: string): SepaTags {
  const tags = new Map<string, string>();
  const marks = [...text.matchAll(TAG)];
  const first = marks[0];
  let purpose = text;
  if (first) {
    const before = text.slice(0, first.index).trim();
    for (const [n, mark] of marks.entries()) {
      const value = text.slice(mark.index + mark[0].length, marks[n + 1]?.index).trim();
      const name = mark[1] as string;
      if (!tags.has(name)) tags.set(name, value);
    }
    purpose = [before, tags.get('SVWZ') ?? ''].filter((part) => part !== '').join(' ');
  }
  const tail = [...purpose.matchAll(COLON_TAG)];
  const start = tail[0];
  // A single "IBAN:" may well be part of what the payer wrote.
  if (start && (tail.length > 1 || /REF|CRED/.test(start[1] ?? ''))) {
    for (const [n, mark] of tail.entries()) {
      const value = purpose.slice(mark.index + mark[0].length, tail[n + 1]?.index).trim();
      if (!tags.has(mark[1] as string)) tags.set(mark[1] as string, value);
    }
    purpose = purpose.slice(0, start.index).trim();
  }
  return { purpose: purpose === '' ? null : purpose, tags };
}
