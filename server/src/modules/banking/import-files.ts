import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { formatMinor } from '#platform/money.ts';
import { fileRefused } from './banking.errors.ts';
import { BankFileError } from './files/bank-file.ts';
import { readBankFiles } from './files/read-bank-files.ts';
import type { ImportAnswer } from './import.schemas.ts';
import type { ImportRequest } from './receive-import.ts';
import type { StatementPart } from './statements/statement.types.ts';
import { type StoredAccount, storeStatements } from './statements/store-statements.ts';

const DEFAULT_CURRENCY = 'EUR';

/**
 * Reads files of banks and stores what is in them: all of it or nothing. Rows that can't be read are left out and told,
 * unless `strict`; a file that can't be taken as a whole refuses the others too.
 */
export async function importFiles(
  ctx: Context,
  userId: string,
  { files, accountId, mapping, currency }: ImportRequest,
  { strict }: { strict: boolean },
): Promise<{ correlationId: string | null; body: ImportAnswer }> {
  const parts = readBankFiles(files, {
    today: ctx.now().toISOString().slice(0, 10),
    currency: currency ?? DEFAULT_CURRENCY,
    mapping,
    strict,
  });
  const { accounts, imported, duplicates, updated, rejected, rejectedCount, correlationId } = await storeStatements(
    ctx,
    userId,
    { kind: 'import' },
    refusing(parts),
    accountId === null ? {} : { accountId },
  );
  const body = { accounts: accounts.map(present), imported, duplicates, updated, rejected, rejectedCount };
  return { correlationId, body };
}

/** What is wrong with a file becomes an answer. */
async function* refusing(parts: AsyncIterable<StatementPart>): AsyncGenerator<StatementPart> {
  try {
    yield* parts;
  } catch (error) {
    if (!(error instanceof BankFileError)) throw error;
    const { file, line, reason, message } = error;
    throw new AppError(fileRefused, message, {
      errors: [{ path: '/file', message }],
      extra: { file, line, reason },
      cause: error,
    });
  }
}

function present({ balanceGap, removed: _, ...account }: StoredAccount): ImportAnswer['accounts'][number] {
  if (!balanceGap) return { ...account, balanceGap };
  const { since, until, differenceMinor } = balanceGap;
  return { ...account, balanceGap: { since, until, difference: formatMinor(differenceMinor, account.currency) } };
}
