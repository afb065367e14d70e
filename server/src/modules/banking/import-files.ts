import type { Context } from '#platform/context.ts';
import { formatMinor } from '#platform/money.ts';
import type { ImportAnswer } from './import.schemas.ts';
import type { ImportRequest } from './receive-import.ts';
import { type StoredAccount, storeReading } from './statements/store-statements.ts';

/** Stores what files of banks say, read before: all of it or nothing. */
export async function importFiles(
  ctx: Context,
  userId: string,
  { reading, accountId }: ImportRequest,
): Promise<{ correlationId: string | null; body: ImportAnswer }> {
  const options = accountId === null ? {} : { accountId };
  const stored = await storeReading(ctx, userId, { kind: 'import' }, reading, options);
  const { accounts, imported, duplicates, updated, rejected, rejectedCount, correlationId } = stored;
  const body = { accounts: accounts.map(present), imported, duplicates, updated, rejected, rejectedCount };
  return { correlationId, body };
}

function present({ balanceGap, removed: _, ...account }: StoredAccount): ImportAnswer['accounts'][number] {
  if (!balanceGap) return { ...account, balanceGap };
  const { since, until, differenceMinor } = balanceGap;
  return { ...account, balanceGap: { since, until, difference: formatMinor(differenceMinor, account.currency) } };
}
