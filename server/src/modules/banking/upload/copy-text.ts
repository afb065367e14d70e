/**
 * Text for PostgreSQL's `COPY … FROM STDIN` in its default format: columns end at tabs, rows at newlines, `\N` is null.
 * https://www.postgresql.org/docs/current/sql-copy.html, "Text Format".
 */

/** A null column. */
export const COPY_NULL = '\\N';

const NEEDS_ESCAPE = /[\\\t\n\r]/;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text column. The text must have no NUL and no lone surrogate; PostgreSQL refuses both. */
export function escapeCopyText(text: string): string {
  return NEEDS_ESCAPE.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] as string) : text;
}

const FLUSH_LENGTH = 32 * 1024;

/** Rows as UTF-8 outside of the JavaScript heap, in pieces of about 32 KB that hold whole rows. */
export class CopyRows {
  #buffers: Buffer[] = [];
  #text = '';

  /** `row` ends with a newline. */
  add(row: string): void {
    this.#text += row;
    if (this.#text.length >= FLUSH_LENGTH) this.#flush();
  }

  /** Takes over rows of another writer. */
  append(buffers: Buffer[]): void {
    for (const buffer of buffers) this.#buffers.push(buffer);
  }

  /** All rows so far; the writer is empty afterwards. */
  take(): Buffer[] {
    this.#flush();
    const taken = this.#buffers;
    this.#buffers = [];
    return taken;
  }

  #flush(): void {
    if (this.#text !== '') this.#buffers.push(Buffer.from(this.#text, 'utf8'));
    this.#text = '';
  }
}
