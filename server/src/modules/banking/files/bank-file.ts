/** A file as somebody handed it over, and what can be wrong with it as a whole. */

/** Bytes that can be read as often as needed, never all at once. `name` is what the answer calls it. */
export interface BankFile {
  name: string;
  size: number;
  /** From `start` to before `end`; by default all of it. */
  read(start?: number, end?: number): AsyncIterable<Uint8Array>;
}

/** How a file is to be read beyond what it says itself. */
export interface ReadFileOptions {
  /** `YYYY-MM-DD`: the booking date of a pending transaction that has no date at all. */
  today: string;
  /** Currency of files that name none; ISO 4217. */
  currency: string;
}

/**
 * The file as a whole can not be taken: hostile, cut off, of the wrong kind. `line` counts from 1; null when the reason is
 * no matter of one line. Nothing else is ever thrown by the readers of this folder for what a file contains.
 */
export class BankFileError extends Error {
  override name = 'BankFileError';
  readonly file: string;
  readonly line: number | null;
  readonly reason: string;

  constructor(file: string, line: number | null, reason: string) {
    super(line === null ? `${file}: ${reason}` : `${file}, line ${line}: ${reason}`);
    this.file = file;
    this.line = line;
    this.reason = reason;
  }
}

/** How much is looked at to find out what a file is. */
export const PEEK_BYTES = 65_536;

/** The first bytes of a file, at most `PEEK_BYTES`. */
export async function peek(file: BankFile): Promise<Uint8Array> {
  const head = new Uint8Array(Math.min(PEEK_BYTES, file.size));
  let filled = 0;
  for await (const chunk of file.read()) {
    const part = chunk.subarray(0, head.length - filled);
    head.set(part, filled);
    filled += part.length;
    if (filled === head.length) break;
  }
  return head.subarray(0, filled);
}

/** A file that is in memory already. */
export function fileOfBytes(name: string, bytes: Uint8Array, chunkBytes = PEEK_BYTES): BankFile {
  return {
    name,
    size: bytes.length,
    async *read(start = 0, end = bytes.length) {
      for (let at = start; at < end; at += chunkBytes) yield bytes.subarray(at, Math.min(at + chunkBytes, end));
    },
  };
}
