/**
 * Reads the body of an upload while it arrives: `{accounts: [{…, transactions: […]}]}` or `{transactions: […]}`.
 * Transactions become rows of COPY text at once; what stays in memory is those rows (outside of the JavaScript heap, about
 * the size of the body), the ids for finding duplicates, and the accounts. Other requests are served in between.
 */
import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ParsedAccount } from './parse-account.ts';
import { JsonSplitter, type SplitLevel } from './split-json.ts';
import { UploadCollector, type UploadShape } from './upload-collector.ts';
import { UploadError } from './upload-error.ts';

export interface UploadOptions {
  /** `accounts`: `{accounts: […]}`; `transactions`: `{transactions: […]}` of one known account. */
  shape: UploadShape;
  /** Currency of the known account, for transactions that name none; only with shape `transactions`. */
  currency?: string;
  /** Longer bodies are refused; 50 MiB if absent. */
  maxBytes?: number;
}

export interface Upload {
  /** In the order of the body; the first column of a row is the position in this list. Empty for `transactions`. */
  accounts: ParsedAccount[];
  transactionCount: number;
  /** COPY text with the columns TRANSACTION_COLUMNS: whole rows, in no promised order. */
  copyData: Buffer[];
  /** SHA-256 of the body as it came, hexadecimal. */
  sha256: string;
}

export const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;

/** So much is read before others get a turn: one to two milliseconds. */
const PART_BYTES = 64 * 1024;

const FRAME_BYTES = 1024 * 1024;
const ACCOUNT_BYTES = 1024 * 1024;
const TRANSACTION_BYTES = 64 * 1024;
const BATCH_BYTES = 32 * 1024;

const TRANSACTIONS: SplitLevel = { childKey: null, maxElementBytes: TRANSACTION_BYTES, batchBytes: BATCH_BYTES };
const LEVELS: Record<UploadShape, SplitLevel[]> = {
  accounts: [
    { childKey: 'accounts', maxElementBytes: FRAME_BYTES, batchBytes: 0 },
    { childKey: 'transactions', maxElementBytes: ACCOUNT_BYTES, batchBytes: 0 },
    TRANSACTIONS,
  ],
  transactions: [{ childKey: 'transactions', maxElementBytes: FRAME_BYTES, batchBytes: 0 }, TRANSACTIONS],
};

/**
 * Reads and checks a whole body; nothing is returned unless everything in it is right.
 * Throws UploadError: `invalid_json` (with the byte and what was expected), `validation_failed` (up to 20 problems with
 * their JSON pointers) or `body_too_large`; errors of the stream itself pass through.
 * After a wrong body the rest of it is still read (up to `maxBytes`) and thrown away, so that the sender, who may not
 * listen before all is sent, gets the answer; after `body_too_large` that goes on behind the answer, for as much again.
 * The iterator is never closed early: closing a request's stream would cut the connection.
 */
export async function readUpload(chunks: AsyncIterable<Uint8Array>, options: UploadOptions): Promise<Upload> {
  const maxBytes = options.maxBytes ?? MAX_UPLOAD_BYTES;
  const collector = new UploadCollector(options.shape, options.currency);
  const splitter = new JsonSplitter(LEVELS[options.shape], collector);
  const hash = createHash('sha256');
  const iterator = chunks[Symbol.asyncIterator]();
  let received = 0;
  let sinceTurn = 0;
  let failure: Error | undefined;
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    const chunk = next.value;
    received += chunk.length;
    if (received > maxBytes) {
      discard(iterator, maxBytes);
      throw bodyTooLarge(maxBytes);
    }
    if (failure !== undefined) continue;
    try {
      hash.update(chunk);
      for (let start = 0; start < chunk.length; start += PART_BYTES) {
        const part = chunk.subarray(start, start + PART_BYTES);
        splitter.push(part);
        sinceTurn += part.length;
        if (sinceTurn < PART_BYTES) continue;
        sinceTurn = 0;
        await nextTurn();
      }
    } catch (error) {
      failure = error as Error;
    }
  }
  if (failure !== undefined) throw failure;
  splitter.finish();
  for (const step of collector.finish()) {
    step();
    await nextTurn();
  }
  const { accounts, transactionCount, copyData } = collector.result();
  return { accounts, transactionCount, copyData, sha256: hash.digest('hex') };
}

/** In the background: whoever hangs up meanwhile or sends without end is left to the server's timeout. */
function discard(iterator: AsyncIterator<Uint8Array>, maxBytes: number): void {
  const readOn = async () => {
    let discarded = 0;
    for (let next = await iterator.next(); !next.done && discarded < maxBytes; next = await iterator.next()) {
      discarded += next.value.length;
    }
  };
  readOn().catch(() => undefined);
}

function bodyTooLarge(maxBytes: number): UploadError {
  const message = `The body has more than ${maxBytes} bytes; send the transactions in several uploads`;
  return new UploadError('body_too_large', [{ path: '/', message }]);
}
