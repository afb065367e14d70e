import { requireUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { fillMonths } from './account-summary-months.ts';
import { selectAccount } from './accounts.queries.ts';
import { noSuchAccount } from './banking.errors.ts';
import { toAccount } from './present.ts';
import { newestTransactions, selectAccountMonths, selectAccountTotals } from './transactions.queries.ts';

/** What the last page of the summary lists. */
const SHOWN_TRANSACTIONS = 30;

/** The account summary as a PDF; sums are made by the database, so that a large account costs no more memory. */
export async function summarizeAccount(
  ctx: Context,
  userId: string,
  accountId: string,
  locale: 'en' | 'de',
): Promise<Buffer> {
  const user = await requireUser(ctx, userId);
  const row = await selectAccount(ctx.session, user.userKey, accountId);
  if (!row) throw noSuchAccount();
  const { from, to, count, otherCurrency } = await selectAccountTotals(ctx.session, row.accountKey, row.currency);
  // With its fonts and the PDF library: megabytes that a process without summaries never needs.
  const { renderAccountSummary } = await import('./render-account-summary.ts');
  return renderAccountSummary({
    account: toAccount(row),
    transactions: await newestTransactions(ctx.session, row.accountKey, SHOWN_TRANSACTIONS),
    history: {
      months: fillMonths(row.balanceMinor, await selectAccountMonths(ctx.session, row.accountKey, row.currency)),
      timespan: from && to ? { from, to } : null,
      transactionCount: count,
      otherCurrencyCount: otherCurrency,
    },
    locale,
    generatedAt: ctx.now(),
  });
}
