import type { Context } from '#platform/context.ts';
import type { TransactionInput, TransactionPatch } from './banking.schemas.ts';
import type { Transaction } from './banking.types.ts';
import { collectProblems, refuseRepeated } from './collect-problems.ts';
import { presentTransaction } from './present.ts';
import { selectTransactionsById } from './transactions.queries.ts';
import { CopyRows } from './upload/copy-text.ts';
import { amountColumn, checkMeaning, checkTexts, transactionRow } from './upload/transaction-row.ts';
import type { ProblemList } from './upload/upload-error.ts';
import { stageTransactions, updateFromStaged } from './upload.queries.ts';

export interface AccountOfPatches {
  accountKey: string;
  currency: string;
  /** Where the account stands in the body. */
  path: string;
  patches: TransactionPatch[];
}

/** Lays patches over stored transactions and writes those that differ; answers how many did. Unknown ids are a 400. */
export async function patchTransactions(ctx: Context, userKey: string, accounts: AccountOfPatches[]): Promise<number> {
  const ids = accounts.flatMap(({ patches }) => patches.map((patch) => patch.transactionId));
  if (ids.length === 0) return 0;
  const stored = new Map(
    (await selectTransactionsById(ctx.session, userKey, ids)).map((row) => [row.transactionId, row]),
  );
  const rows = new CopyRows();
  await collectProblems((problems) => {
    for (const [n, account] of accounts.entries()) {
      const path = `${account.path}/transactions`;
      refuseRepeated(
        account.patches.map((patch) => patch.transactionId),
        path,
        'transactionId',
        problems,
      );
      for (const [m, patch] of account.patches.entries()) {
        const row = stored.get(patch.transactionId);
        if (!row || row.accountKey !== account.accountKey) {
          problems.add(`${path}/${m}/transactionId`, 'the account has no transaction with this id');
        } else {
          if (patch.accountId !== undefined && patch.accountId !== row.accountId) {
            problems.add(
              `${path}/${m}/accountId`,
              'can not change; delete the transaction and add it to the other account',
            );
          }
          rows.add(patchedRow(`${n}\t${m}`, row, patch, `${path}/${m}`, problems));
        }
      }
    }
  });
  await stageTransactions(ctx.session, rows.take());
  const accountKeys = accounts.map((account) => account.accountKey);
  return updateFromStaged(ctx.session, { userKey, workspaceId: ctx.workspaceId, accountKeys });
}

/** Partial, as everything in a patch: fields of the partner that are left out stay too. */
function patchedRow(
  places: string,
  row: Transaction,
  patch: TransactionPatch,
  path: string,
  problems: ProblemList,
): string {
  const { accountId, ...stored } = presentTransaction(row);
  const merged: TransactionInput = { ...stored, ...patch };
  if (typeof patch.paymentPartner === 'object' && patch.paymentPartner !== null) {
    merged.paymentPartner = { ...stored.paymentPartner, ...patch.paymentPartner };
  }
  checkTexts(merged, path, problems);
  checkMeaning(merged, path, problems);
  const currency = merged.currency ?? row.currency;
  return transactionRow(places, merged, amountColumn(merged.amount, currency, path, problems), currency, false);
}
