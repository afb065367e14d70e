import { lockUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { announceChange } from '../announce-change.ts';
import { accountNotNamed } from '../banking.errors.ts';
import { isNamed } from './account-identity.ts';
import { selectBalancePoints, sumBookedSince, upsertBalances } from './balances.queries.ts';
import { type MergeCounts, mergeAccount } from './merge-account.ts';
import { type RejectedRow, readStatements, type StagedAccount, type StatementReading } from './read-statements.ts';
import { type BalanceGap, reconcileBalances } from './reconcile-balances.ts';
import { type ResolvedAccount, resolveAccount } from './resolve-account.ts';
import type { StatementAccount, StatementBalance, StatementPart } from './statement.types.ts';
import { selectKnownAccounts, setBalance } from './statement-accounts.queries.ts';
import { stageRows } from './statements.queries.ts';

export type StatementSource =
  | { kind: 'import' }
  /** `from`, `to`: the days that the bank was asked for, which the reading is complete for. */
  | { kind: 'bank'; from: string | null; to: string };

export interface StoreOptions {
  /** The account of a file that names none: an existing one, or the id of the one to be made. */
  accountId?: string;
  /** Names the process that this is part of; a new one by default. */
  correlationId?: string;
  /** False: the caller announces the change itself, together with others. */
  announce?: boolean;
}

export interface StoredAccount extends MergeCounts {
  accountId: string;
  iban: string | null;
  name: string | null;
  currency: string;
  status: 'created' | 'existing';
  /** Null when balances and transactions agree, or the source told no balances to compare. */
  balanceGap: BalanceGap | null;
}

export interface StoredStatements extends MergeCounts {
  accounts: StoredAccount[];
  /** The first thousand of them. */
  rejected: RejectedRow[];
  rejectedCount: number;
  /** Of the analysis that follows by itself; null when none does. */
  correlationId: string | null;
}

/**
 * Stores what a file or a bank says about accounts of a user: all of it or nothing, in the caller's transaction. Known
 * transactions are known again (`match-transactions.ts`), new ones added, pending ones follow what became of them; the
 * balances are held against the transactions. `parts` are read once and never held as a whole. Rejects with
 * `user_not_found`, `account_not_named`, and whatever reading `parts` rejects with.
 */
export function storeStatements(
  ctx: Context,
  userId: string,
  source: StatementSource,
  parts: AsyncIterable<StatementPart>,
  options: StoreOptions = {},
): Promise<StoredStatements> {
  return storeReading(ctx, userId, source, readStatements(parts), options);
}

/** The same for what was read before. */
export async function storeReading(
  ctx: Context,
  userId: string,
  source: StatementSource,
  { summary: staged, rows }: StatementReading,
  options: StoreOptions = {},
): Promise<StoredStatements> {
  await stageRows(ctx.session, rows);
  const user = await lockUser(ctx, userId);
  const known = await selectKnownAccounts(ctx.session, user.userKey);
  const stored = new Map<string, StoredAccount>();
  const named = { kind: source.kind, accountId: options.accountId ?? null };
  if (named.accountId !== null) refuseSeveral(staged.accounts.map(({ account }) => account));
  for (const each of staged.accounts) {
    const account = await resolveAccount(ctx, user.userKey, known, each.account, named);
    const counts = await storeAccount(ctx, user.userKey, account, each, source);
    const before = stored.get(account.accountKey);
    stored.set(
      account.accountKey,
      before ? { ...before, ...addCounts(before, counts) } : { ...describe(account), ...counts },
    );
  }
  for (const [accountKey, account] of stored) {
    account.balanceGap = reconcileBalances(await selectBalancePoints(ctx.session, accountKey, account.currency));
  }
  const accounts = [...stored.values()];
  const total = accounts.reduce<MergeCounts>(addCounts, { imported: 0, duplicates: 0, updated: 0, removed: 0 });
  const correlationId = options.announce === false ? null : await announceStored(ctx, user, accounts, total, options);
  return { accounts, ...total, rejected: staged.rejected, rejectedCount: staged.rejectedCount, correlationId };
}

/** One id can't be that of several accounts. */
function refuseSeveral(accounts: StatementAccount[]): void {
  const names = new Set(accounts.filter((account) => !isNamed(account) && account.name).map(({ name }) => name));
  if (names.size < 2) return;
  const list = [...names].map((name) => `"${name}"`).join(', ');
  throw new AppError(accountNotNamed, `The files are of several accounts (${list}): import them without accountId.`);
}

async function storeAccount(
  ctx: Context,
  userKey: string,
  account: ResolvedAccount,
  staged: StagedAccount,
  source: StatementSource,
): Promise<MergeCounts> {
  const { session, workspaceId } = ctx;
  const { accountKey, accountId, currency } = account;
  const target = { workspaceId, userKey, accountKey, accountId, refOrdinal: staged.refOrdinal, source: source.kind };
  const period = source.kind === 'bank' ? { from: source.from ?? '0001-01-01', to: source.to } : null;
  const counts = await mergeAccount(session, target, staged, period);
  const balances = staged.balances.filter((balance) => balance.currency === currency);
  await keepBalances(ctx, { workspaceId, userKey, accountKey, currency }, balances);
  await showNewest(ctx, account, balances);
  return counts;
}

/**
 * As balances at the end of a day. One of today is of some moment of today: without what has been booked today it is
 * yesterday's, and that won't change.
 */
async function keepBalances(
  ctx: Context,
  owner: Parameters<typeof upsertBalances>[1],
  balances: StatementBalance[],
): Promise<void> {
  const today = ctx.now().toISOString().slice(0, 10);
  const points: { day: string; balanceMinor: number }[] = [];
  let booked: number | null = null;
  for (const { kind, date, amountMinor } of balances) {
    if (kind === 'opening') points.push({ day: dayBefore(date), balanceMinor: amountMinor });
    else if (date < today) points.push({ day: date, balanceMinor: amountMinor });
    else {
      booked ??= await sumBookedSince(ctx.session, owner, today);
      points.push({ day: dayBefore(today), balanceMinor: amountMinor - booked });
    }
  }
  await upsertBalances(ctx.session, owner, points);
}

/** The account shows the newest closing balance; one that was uploaded has no date and gives way only if it is missing. */
async function showNewest(ctx: Context, account: ResolvedAccount, balances: StatementBalance[]): Promise<void> {
  const closing = balances
    .filter(({ kind }) => kind === 'closing')
    .sort((a, b) => a.date.localeCompare(b.date))
    .at(-1);
  if (!closing || (account.balanceDate ?? '') > closing.date) return;
  if (account.origin === 'upload' && account.hasBalance && account.balanceDate === null) return;
  await setBalance(ctx.session, account.accountKey, closing);
}

function describe({
  accountId,
  iban,
  name,
  currency,
  status,
}: ResolvedAccount): Omit<StoredAccount, keyof MergeCounts> {
  return { accountId, iban, name, currency, status, balanceGap: null };
}

function addCounts(a: MergeCounts, b: MergeCounts): MergeCounts {
  return {
    imported: a.imported + b.imported,
    duplicates: a.duplicates + b.duplicates,
    updated: a.updated + b.updated,
    removed: a.removed + b.removed,
  };
}

async function announceStored(
  ctx: Context,
  user: Parameters<typeof announceChange>[1],
  accounts: StoredAccount[],
  { imported, updated, removed }: MergeCounts,
  options: StoreOptions,
): Promise<string | null> {
  const created = accounts.filter(({ status }) => status === 'created');
  const { correlationId } = options;
  return announceChange(ctx, user, {
    accountIds: accounts.map(({ accountId }) => accountId),
    ...(created.length > 0 && { change: 'imported' as const }),
    ...(correlationId && { correlationId }),
    added: imported,
    updated,
    removed,
  });
}

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
