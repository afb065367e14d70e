import { lockUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { AppError } from '#platform/http/errors.ts';
import { type AccountRow, selectAccountsById, upsertAccounts } from './accounts.queries.ts';
import { announceChange } from './announce-change.ts';
import { accountNumberDiffers, bankDataIsFixed, transactionElsewhere } from './banking.errors.ts';
import type { ReceivedUpload, UploadResult } from './upload/read-upload.ts';
import { RowsInPieces } from './upload/rows-in-pieces.ts';
import {
  clearStaged,
  deleteUnstaged,
  hasBankData,
  hasTransactions,
  insertFromStaged,
  type Owner,
  type StagedAccounts,
  selectMisplaced,
  stageTransactions,
  updateFromStaged,
} from './upload.queries.ts';

/** What an upload did to the transactions. */
export interface UploadCounts {
  added: number;
  /** Known ids whose content the body changed. */
  updated: number;
  /** Known ids, nothing new. */
  skipped: number;
  /** Transactions of a replaced account that the body no longer has. */
  removed: number;
}

/**
 * Stores the accounts of a body with their transactions: all of them or nothing. An account that exists under the same
 * id and number is replaced; its transactions become those of the body, unless the body names none.
 */
export async function storeUpload(ctx: Context, userId: string, received: ReceivedUpload) {
  const { userKey, ...user } = await lockUser(ctx, userId);
  const owner = { userKey, workspaceId: ctx.workspaceId };
  const hasSome = await hasBankData(ctx.session, userKey);
  const { accounts, counts } = await (hasSome ? mergeAccounts : addFirstAccounts)(ctx, owner, received);
  const accountIds = accounts.map(({ accountId }) => accountId);
  const change = { accountIds, change: 'uploaded' as const, ...counts };
  const correlationId = await announceChange(ctx, { userKey, ...user }, change);
  return { correlationId, body: { accounts, ...counts } };
}

interface StoredUpload {
  accounts: { accountId: string; status: 'created' | 'replaced' }[];
  counts: UploadCounts;
}

async function mergeAccounts(ctx: Context, owner: Owner, received: ReceivedUpload): Promise<StoredUpload> {
  await stageTransactions(ctx.session, received.rows());
  const upload = received.result();
  const ids = upload.accounts.map((account) => account.accountId);
  const existing = new Map(
    (await selectAccountsById(ctx.session, owner.userKey, ids)).map((row) => [row.accountId, row]),
  );
  refuseConflicts(upload, existing);
  const nowMs = ctx.now().getTime();
  const accounts = upload.accounts.map((account) => ({
    ...account,
    accountKey: existing.get(account.accountId)?.accountKey ?? uuidv7(nowMs),
  }));
  await upsertAccounts(ctx.session, owner, accounts);
  const staged = {
    ...owner,
    accountKeys: accounts.map((a) => a.accountKey),
    paths: accounts.map((_, n) => `/accounts/${n}`),
  };
  const replaced = accounts.filter((a) => a.hasTransactions && existing.has(a.accountId)).map((a) => a.accountKey);
  const statusOf = (accountId: string) => (existing.has(accountId) ? 'replaced' : 'created');
  return {
    accounts: accounts.map(({ accountId }) => ({ accountId, status: statusOf(accountId) })),
    counts: await storeStaged(ctx, staged, upload, { replaced, update: true }),
  };
}

/**
 * So many bytes of rows are inserted at once: about five thousand rows. Each piece costs some milliseconds of its own,
 * and the first is waited for before anything is inserted (docs/benchmarks.md).
 */
const PIECE_BYTES = 1024 * 1024;

/** Nothing has to be compared with anything: rows are inserted while those behind them are read. */
async function addFirstAccounts(ctx: Context, owner: Owner, received: ReceivedUpload): Promise<StoredUpload> {
  const rows = new RowsInPieces(received.rows());
  const nowMs = ctx.now().getTime();
  const accountKeys: string[] = [];
  let added = 0;
  for (;;) {
    await stageTransactions(ctx.session, rows.take(PIECE_BYTES));
    while (accountKeys.length < received.accountCount()) accountKeys.push(uuidv7(nowMs));
    added += await rows.whileReading(insertFromStaged(ctx.session, { ...owner, accountKeys }, { known: false }));
    if (rows.isOver) break;
    await rows.whileReading(clearStaged(ctx.session));
  }
  const { accounts } = received.result();
  const keyed = accounts.map((account, n) => ({ ...account, accountKey: accountKeys[n] as string }));
  await upsertAccounts(ctx.session, owner, keyed);
  return {
    accounts: accounts.map(({ accountId }) => ({ accountId, status: 'created' })),
    counts: { added, updated: 0, skipped: 0, removed: 0 },
  };
}

/**
 * The common part of every upload once its rows are staged: refuse ids that stand elsewhere, remove, update, insert.
 * `paths` says where each account stands in the body.
 */
export async function storeStaged(
  ctx: Context,
  staged: StagedAccounts & { paths: string[] },
  { transactionCount }: Pick<UploadResult, 'transactionCount'>,
  options: { replaced: string[]; update: boolean },
): Promise<UploadCounts> {
  const counts = { added: 0, updated: 0, skipped: 0, removed: 0 };
  const known = await hasTransactions(ctx.session, staged.userKey);
  if (known) {
    if (transactionCount > 0) refuseMisplaced(await selectMisplaced(ctx.session, staged), staged.paths);
    if (options.replaced.length > 0) {
      counts.removed = await deleteUnstaged(ctx.session, staged.userKey, options.replaced);
    }
    if (options.update && transactionCount > 0) counts.updated = await updateFromStaged(ctx.session, staged);
  }
  if (transactionCount > 0) counts.added = await insertFromStaged(ctx.session, staged, { known });
  counts.skipped = transactionCount - counts.added - counts.updated;
  return counts;
}

function refuseConflicts(upload: UploadResult, existing: Map<string, AccountRow>) {
  for (const [n, account] of upload.accounts.entries()) {
    const row = existing.get(account.accountId);
    if (!row) continue;
    if (row.accountNumber !== account.accountNumber) {
      const path = `/accounts/${n}/accountNumber`;
      const message = `account ${account.accountId} exists with another account number; delete it first, or use another accountId`;
      throw new AppError(accountNumberDiffers, `${path}: ${message}`, { errors: [{ path, message }] });
    }
    if (row.origin === 'bank') {
      const path = `/accounts/${n}`;
      const message = `account ${account.accountId} was fetched from a bank and can not be altered`;
      throw new AppError(bankDataIsFixed, `${path}: ${message}`, { errors: [{ path, message }] });
    }
  }
}

function refuseMisplaced(misplaced: Awaited<ReturnType<typeof selectMisplaced>>, paths: string[]) {
  if (misplaced.length === 0) return;
  const errors = misplaced.map(({ accountOrdinal, transactionOrdinal }) => ({
    path: `${paths[accountOrdinal]}/transactions/${transactionOrdinal}/transactionId`,
    message: 'stands in another account of this user already',
  }));
  throw new AppError(transactionElsewhere, `${errors[0]?.path}: ${errors[0]?.message}`, { errors });
}
