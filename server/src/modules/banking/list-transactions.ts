import type { Static } from 'typebox';
import { requireUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { MINOR_UNIT_DECIMALS } from '#platform/currencies.ts';
import { invalidField } from '#platform/http/errors.ts';
import { decimalsOf } from '#platform/money.ts';
import { findTextProblem } from '#platform/storable-text.ts';
import { selectAccount } from './accounts.queries.ts';
import { noSuchAccount } from './banking.errors.ts';
import type { ListTransactionsQuery } from './banking.schemas.ts';
import type { Transaction } from './banking.types.ts';
import { presentTransaction } from './present.ts';
import {
  type CurrencyScales,
  selectTransactions,
  type TransactionPage,
  type TransactionSort,
} from './transactions.queries.ts';
import { findDateProblem } from './upload/upload-text.ts';

const withDecimals = (decimals: number) =>
  [...MINOR_UNIT_DECIMALS].filter(([, d]) => d === decimals).map(([code]) => code);
const SCALES: CurrencyScales = { 1: withDecimals(4), 10: withDecimals(3), 10000: withDecimals(0) };

/** A page of a user's transactions, of one account or of all, filtered and sorted. */
export async function listTransactions(ctx: Context, userId: string, query: Static<typeof ListTransactionsQuery>) {
  const user = await requireUser(ctx, userId);
  const account =
    query.accountId === undefined ? null : await selectAccount(ctx.session, user.userKey, query.accountId);
  if (account === undefined) throw noSuchAccount();
  for (const name of ['from', 'to'] as const) {
    const problem = query[name] && findDateProblem(query[name]);
    if (problem) throw invalidField(`?${name}`, problem);
  }
  const limit = query.limit ?? 100;
  const sort: TransactionSort = query.sort ?? '-bookingDate';
  const { transactions, total } = await selectTransactions(
    ctx.session,
    user.userKey,
    {
      accountKey: account?.accountKey,
      text: query.q,
      from: query.from,
      to: query.to,
      categoryId: query.category,
      minTenThousandths: query.min === undefined ? undefined : Math.round(query.min * 10_000),
      maxTenThousandths: query.max === undefined ? undefined : Math.round(query.max * 10_000),
    },
    { sort, limit: limit + 1, after: query.cursor === undefined ? null : decodeCursor(query.cursor, sort) },
    SCALES,
  );
  const shown = transactions.slice(0, limit);
  const last = transactions.length > limit ? shown.at(-1) : undefined;
  return { transactions: shown.map(presentTransaction), total, nextCursor: last ? encodeCursor(last, sort) : null };
}

/** Says where the page ended and how it was sorted, so that a cursor of another order is recognised. */
function encodeCursor(last: Transaction, sort: TransactionSort): string {
  const value = sort.endsWith('amount') ? String(tenThousandthsOf(last)) : last.bookingDate;
  return Buffer.from(JSON.stringify([sort, value, last.transactionId])).toString('base64url');
}

/** As the list is ordered by it; more than a double holds where the minor units are whole units. */
function tenThousandthsOf({ amountMinor, currency }: Transaction): bigint {
  return BigInt(amountMinor) * 10n ** BigInt(4 - decimalsOf(currency));
}

function decodeCursor(cursor: string, sort: TransactionSort): TransactionPage['after'] {
  try {
    const [madeFor, value, transactionId] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    const isOurs =
      madeFor === sort &&
      typeof value === 'string' &&
      (sort.endsWith('amount')
        ? /^-?\d{1,19}$/.test(value)
        : /^\d{4}-\d{2}-\d{2}$/.test(value) && !findDateProblem(value)) &&
      typeof transactionId === 'string' &&
      !findTextProblem(transactionId);
    if (isOurs) return { value, transactionId };
  } catch {
    // Falls through to the one answer for every cursor that isn't ours.
  }
  throw invalidField('?cursor', 'is not a cursor of this list in this order; leave it out to start again');
}
