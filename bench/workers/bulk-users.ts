/** Users with bookings, written as the owner of the tables, whom no row-level security holds up. */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { TRANSACTION_COLUMNS } from '../../server/src/modules/banking/upload/transaction-row.ts';
import { rowsOfBody } from '../harness/copy-floor.ts';
import { uploadBody } from '../harness/upload-body.ts';

/** `transaction_id` and what follows: the columns in front of it are places in the body. */
const COPY = `copy transactions (workspace_id, user_key, account_key, ${TRANSACTION_COLUMNS.slice(2).join(', ')}) from stdin`;
/** Different histories; users beyond that share one, each with rows of its own. */
const HISTORIES = 25;

export interface StoredUser {
  userKey: string;
  userId: string;
}

/** Users (persons and companies by turns) with `transactions` bookings each; `active`: changes start an analysis. */
export async function storeUsers(
  admin: pg.Client,
  options: { workspaceId: string; users: number; transactions: number; automaticAnalysis: 'active' | 'suspended' },
): Promise<StoredUser[]> {
  const { workspaceId } = options;
  const histories: string[][] = [];
  for (let seed = 1; seed <= Math.min(HISTORIES, options.users); seed += 1) {
    histories.push(await rowsOfBody(uploadBody(options.transactions, seed)));
  }
  const users = Array.from({ length: options.users }, () => ({ userKey: randomUUID(), userId: randomUUID() }));
  const accountKeys = users.map(() => randomUUID());
  await admin.query(
    `insert into users (user_key, workspace_id, user_id, type, automatic_analysis)
     select k, $1, i, case when n % 2 = 0 then 'person' else 'company' end, $4
     from unnest($2::uuid[], $3::text[]) with ordinality as u (k, i, n)`,
    [workspaceId, users.map((user) => user.userKey), users.map((user) => user.userId), options.automaticAnalysis],
  );
  await admin.query(
    `insert into accounts (account_key, workspace_id, user_key, account_id, owner, type, currency, balance_minor, origin)
     select a, $1, k, 'giro-1', 'Erika Mustermann', 'GIRO', 'EUR', 187435, 'upload' from unnest($2::uuid[], $3::uuid[]) as u (a, k)`,
    [workspaceId, accountKeys, users.map((user) => user.userKey)],
  );
  const pieces = users.map((user, n) => {
    const keys = `${workspaceId}\t${user.userKey}\t${accountKeys[n]}`;
    const rows = histories[n % histories.length] as string[];
    return () => Buffer.from(rows.map((row) => `${keys}\t${row}\n`).join(''));
  });
  await pipeline(Readable.from(inTurn(pieces)), admin.query(copyFrom(COPY)));
  await admin.query('vacuum (analyze) transactions, accounts, users');
  return users;
}

function* inTurn(pieces: (() => Buffer)[]): Generator<Buffer> {
  for (const piece of pieces) yield piece();
}
