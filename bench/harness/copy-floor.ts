/** What the database alone needs for the rows of an upload: one COPY into a table like the real one. */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { readUpload } from '../../server/src/modules/banking/upload/read-upload.ts';
import { TRANSACTION_COLUMNS } from '../../server/src/modules/banking/upload/transaction-row.ts';
import { timeMs } from './statistics.ts';

/** `transaction_id` and what follows: the columns in front of it are places in the body. */
const DATA_COLUMNS = TRANSACTION_COLUMNS.slice(2);
const COPY = `copy copied_transactions (workspace_id, user_key, account_key, ${DATA_COLUMNS.join(', ')}) from stdin`;

export interface CopyFloor {
  /** Copies the rows of a body for a user that has none yet, and commits; answers the time, in which nothing else happened. */
  copyMs(rows: FloorRows): Promise<number>;
}

/** Rows of COPY text from `transaction_id` on. */
export type FloorRows = string[];

/** The same columns, values and indexes as the server stores for this body, read by the server's own reader. */
export async function rowsOfBody(body: Buffer): Promise<FloorRows> {
  const { copyData } = await readUpload(Readable.from([Buffer.from(body)]), { shape: 'accounts' });
  return Buffer.concat(copyData)
    .toString('utf8')
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => row.split('\t').slice(2).join('\t'));
}

/** Connects as the owner of the tables, whom no row-level security holds up. */
export async function withCopyFloor<T>(adminUrl: string, work: (floor: CopyFloor) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('create table copied_transactions (like transactions including all)');
    return await work({
      async copyMs(rows) {
        const pieces = withKeys(rows);
        return timeMs(() => pipeline(Readable.from(pieces, { objectMode: false }), client.query(copyFrom(COPY))));
      },
    });
  } finally {
    await client.end();
  }
}

/** Rows of one more user and account, in pieces of about 50 KB. */
function withKeys(rows: FloorRows): Buffer[] {
  const keys = `${randomUUID()}\t${randomUUID()}\t${randomUUID()}`;
  const pieces: Buffer[] = [];
  for (let start = 0; start < rows.length; start += 200) {
    const piece = rows.slice(start, start + 200).map((row) => `${keys}\t${row}\n`);
    pieces.push(Buffer.from(piece.join('')));
  }
  return pieces;
}
