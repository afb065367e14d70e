import type { Static } from 'typebox';
import { requireUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { type AccountRow, selectAccount, selectAccounts } from './accounts.queries.ts';
import { noSuchAccount } from './banking.errors.ts';
import type { ListAccountsQuery } from './banking.schemas.ts';
import { presentAccount, presentTransaction } from './present.ts';
import { transactionsOfAccount } from './transactions.queries.ts';

/**
 * A page of a user's accounts as JSON text, piece by piece: with their transactions it can be large. The cursor is the
 * id of the last account shown.
 */
export async function* listAccounts(
  ctx: Context,
  userId: string,
  query: Static<typeof ListAccountsQuery>,
): AsyncGenerator<string> {
  const user = await requireUser(ctx, userId);
  const limit = query.limit ?? 100;
  const rows = await selectAccounts(ctx.session, user.userKey, { limit: limit + 1, after: query.cursor ?? null });
  const shown = rows.slice(0, limit);
  yield '{"accounts":[';
  for (const [n, row] of shown.entries()) {
    if (n > 0) yield ',';
    yield* accountText(ctx, row, query.withTransactions ?? false);
  }
  const nextCursor = rows.length > limit ? (shown.at(-1)?.accountId ?? null) : null;
  yield `],"nextCursor":${JSON.stringify(nextCursor)}}`;
}

/** One account as JSON text. */
export async function* getAccount(
  ctx: Context,
  userId: string,
  accountId: string,
  withTransactions: boolean,
): AsyncGenerator<string> {
  const user = await requireUser(ctx, userId);
  const row = await selectAccount(ctx.session, user.userKey, accountId);
  if (!row) throw noSuchAccount();
  yield* accountText(ctx, row, withTransactions);
}

async function* accountText(ctx: Context, row: AccountRow, withTransactions: boolean): AsyncGenerator<string> {
  const text = JSON.stringify(presentAccount(row));
  if (!withTransactions) {
    yield text;
    return;
  }
  yield `${text.slice(0, -1)},"transactions":[`;
  let separator = '';
  for await (const batch of transactionsOfAccount(ctx.session, row.accountKey)) {
    yield separator + batch.map((transaction) => JSON.stringify(presentTransaction(transaction))).join(',');
    separator = ',';
  }
  yield ']}';
}
