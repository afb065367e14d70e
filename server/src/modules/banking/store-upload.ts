import { lockUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { AppError } from '#platform/http/errors.ts';
import { type AccountRow, selectAccountsById, upsertAccounts } from './accounts.queries.ts';
import { announceChange } from './announce-change.ts';
import { accountNumberDiffers, bankDataIsFixed, transactionElsewhere } from './banking.errors.ts';
import type { ReceivedUpload, UploadResult } from './upload/read-upload.ts';
import {
  deleteUnstaged,
  hasTransactions,
  insertFromStaged,
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
  const user = await lockUser(ctx, userId);
  await stageTransactions(ctx.session, received.rows());
  const upload = received.result();
  const ids = upload.accounts.map((account) => account.accountId);
  const existing = new Map(
    (await selectAccountsById(ctx.session, user.userKey, ids)).map((row) => [row.accountId, row]),
  );
  refuseConflicts(upload, existing);
  const nowMs = ctx.now().getTime();
  const accounts = upload.accounts.map((account) => ({
    ...account,
    accountKey: existing.get(account.accountId)?.accountKey ?? uuidv7(nowMs),
  }));
  await upsertAccounts(ctx.session, { workspaceId: ctx.workspaceId, userKey: user.userKey }, accounts);
  const staged = {
    userKey: user.userKey,
    workspaceId: ctx.workspaceId,
    accountKeys: accounts.map((a) => a.accountKey),
    paths: accounts.map((_, n) => `/accounts/${n}`),
  };
  const replaced = accounts.filter((a) => a.hasTransactions && existing.has(a.accountId)).map((a) => a.accountKey);
  const counts = await storeStaged(ctx, staged, upload, { replaced, update: true });
  const correlationId = await announceChange(ctx, user, { accountIds: ids, change: 'uploaded', ...counts });
  return {
    correlationId,
    body: {
      accounts: accounts.map(({ accountId }) => ({
        accountId,
        status: existing.has(accountId) ? 'replaced' : 'created',
      })),
      ...counts,
    },
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
