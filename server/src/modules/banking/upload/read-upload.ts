/**
 * Reads the body of an upload: `{accounts: [{…, transactions: […]}]}` or `{transactions: […]}`. While it arrives, in the
 * moments when nothing comes; what is left then, while whoever asked takes the rows. Transactions become rows of COPY text
 * at once; what stays in memory is what has not been read yet or not been taken (outside of the JavaScript heap, together
 * about the size of the body), the ids for finding duplicates, and the accounts. Other requests are served in between.
 */
import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { giveBackMemory } from '#platform/give-back-memory.ts';
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

/** What a body says beside its rows. */
export interface UploadResult {
  /** In the order of the body; the first column of a row is the position in this list. Empty for `transactions`. */
  accounts: ParsedAccount[];
  transactionCount: number;
}

/** A whole body, of which some may still have to be read. */
export interface ReceivedUpload {
  /** SHA-256 of the body as it came, hexadecimal. */
  sha256: string;
  /**
   * COPY text with the columns TRANSACTION_COLUMNS: whole rows, in no promised order; once. Throws UploadError when it comes
   * to something wrong: nothing counts before everything was taken.
   */
  rows(): AsyncGenerator<Buffer>;
  /** So many accounts the rows that were taken so far are of, at most. */
  accountCount(): number;
  /** Once all rows have been taken. */
  result(): UploadResult;
}

export const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;

/** As many chunks as the longest body has where a network brings it; of more, which are tiny, none waits to be read. */
const MOST_CHUNKS = 4_096;

/** So much is read before others get a turn. */
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
 * Receives a whole body and takes its chunks over: their memory is given back as they are read.
 * Throws UploadError, here or from `rows`: `invalid_json` (with the byte and what was expected), `validation_failed` (up to
 * 20 problems with their JSON pointers) or `body_too_large`, only here; errors of the stream itself pass through.
 * After a wrong body the rest of it is still read (up to `maxBytes`) and thrown away, so that the sender, who may not
 * listen before all is sent, gets the answer; after `body_too_large` that goes on behind the answer, for as much again.
 * The iterator is never closed early: closing a request's stream would cut the connection.
 */
export async function receiveUpload(
  chunks: AsyncIterable<Uint8Array>,
  options: UploadOptions,
): Promise<ReceivedUpload> {
  const maxBytes = options.maxBytes ?? MAX_UPLOAD_BYTES;
  const body = new UnreadBody(options);
  const hash = createHash('sha256');
  const iterator = chunks[Symbol.asyncIterator]();
  let received = 0;
  let failure: Error | undefined;
  for (let coming = iterator.next(); ; ) {
    const next = body.isRead ? await coming : await (body.isFull ? quietTurn() : Promise.race([coming, quietTurn()]));
    try {
      if (next === undefined) body.readPart();
    } catch (error) {
      failure = error as Error;
      body.forget();
    }
    if (next === undefined) continue;
    if (next.done) break;
    const chunk = next.value;
    received += chunk.length;
    if (received > maxBytes) {
      discard(iterator, maxBytes);
      throw bodyTooLarge(maxBytes);
    }
    if (failure === undefined) {
      hash.update(chunk);
      body.add(chunk);
    }
    coming = iterator.next();
  }
  if (failure !== undefined) throw failure;
  return {
    sha256: hash.digest('hex'),
    rows: () => body.rows(),
    accountCount: () => body.accountCount(),
    result: () => body.result(),
  };
}

/** Receives a body and reads all of it. */
export async function readUpload(chunks: AsyncIterable<Uint8Array>, options: UploadOptions) {
  const upload = await receiveUpload(chunks, options);
  const copyData: Buffer[] = [];
  for await (const rows of upload.rows()) copyData.push(rows);
  return { ...upload.result(), copyData, sha256: upload.sha256 };
}

/** Resolves when the event loop has looked for news once more: what waited on a socket has come by then. */
async function quietTurn(): Promise<undefined> {
  await nextTurn();
  await nextTurn();
}

/** What has arrived of a body, and what has been read of that. */
class UnreadBody {
  readonly #collector: UploadCollector;
  readonly #splitter: JsonSplitter;
  /** Of the first, what was not read yet. */
  #chunks: Uint8Array[] = [];

  constructor({ shape, currency }: UploadOptions) {
    this.#collector = new UploadCollector(shape, currency);
    this.#splitter = new JsonSplitter(LEVELS[shape], this.#collector);
  }

  get isRead(): boolean {
    return this.#chunks.length === 0;
  }

  get isFull(): boolean {
    return this.#chunks.length >= MOST_CHUNKS;
  }

  add(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
  }

  forget(): void {
    this.#chunks = [];
  }

  /** So much as takes one to two milliseconds. */
  readPart(): void {
    for (let left = PART_BYTES; left > 0 && !this.isRead; ) {
      const chunk = this.#chunks[0] as Uint8Array;
      // What a network brings is no longer.
      const part = chunk.subarray(0, PART_BYTES);
      this.#splitter.push(part);
      left -= part.length;
      if (part.length < chunk.length) {
        this.#chunks[0] = chunk.subarray(part.length);
      } else {
        this.#chunks.shift();
        giveBackMemory(chunk);
      }
    }
  }

  async *rows(): AsyncGenerator<Buffer> {
    for (; !this.isRead; await nextTurn()) {
      this.readPart();
      yield* this.#collector.takeRows();
    }
    this.#splitter.finish();
    for (const step of this.#collector.finish()) {
      step();
      await nextTurn();
    }
    yield* this.#collector.takeRows();
  }

  accountCount(): number {
    return this.#collector.accountCount();
  }

  result(): UploadResult {
    return this.#collector.result();
  }
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
