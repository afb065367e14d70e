import { minorToDecimalString } from '#platform/money.ts';
import type { AccountRow } from './accounts.queries.ts';
import type { AccountPatch } from './banking.schemas.ts';
import { type ParsedAccount, parseAccount } from './upload/parse-account.ts';
import type { ProblemList } from './upload/upload-error.ts';

/**
 * A stored account with a patch laid over it, read by the same rules as an upload. What is wrong is told to `problems`
 * with `path` before it; the result is then of no use.
 */
export function patchAccount(row: AccountRow, patch: AccountPatch, path: string, problems: ProblemList): ParsedAccount {
  if (patch.accountNumber !== undefined && (patch.accountNumber || null) !== row.accountNumber) {
    problems.add(`${path}/accountNumber`, 'can not change; delete the account and upload it anew');
  }
  const currency = patch.currency ?? row.currency;
  const stored = {
    ...row,
    balance: row.balanceMinor === null ? null : minorToDecimalString(row.balanceMinor, row.currency),
    overdraftLimit:
      row.overdraftLimitMinor === null ? null : minorToDecimalString(row.overdraftLimitMinor, row.currency),
  };
  const { transactions, ...fields } = patch;
  const parsed = parseAccount({ ...stored, ...fields, currency }, path, 0, problems);
  // Only when something was wrong, and then the caller rejects the whole body.
  return parsed ?? emptyLike(row);
}

function emptyLike(row: AccountRow): ParsedAccount {
  return {
    ...row,
    type: row.type as ParsedAccount['type'],
    securitiesJson: '[]',
    standingOrdersJson: '[]',
    supportedPaymentsJson: '[]',
    transactionCount: 0,
    hasTransactions: false,
  };
}
