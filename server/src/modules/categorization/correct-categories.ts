import { randomUUID } from 'node:crypto';
import { knownTransactions } from '#modules/banking/index.ts';
import { lockUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError, invalidField } from '#platform/http/errors.ts';
import { transactionNotFound } from './categorization.errors.ts';
import { categoriesCorrected } from './categorization.events.ts';
import { type Correction, deleteCorrections, upsertCorrections } from './categorization.queries.ts';
import { findCategory } from './taxonomy/categories.ts';

type CorrectionOrNone = { transactionId: string; categoryId: string | null };

/**
 * A person's word on transactions: it holds for every later analysis, until it is taken back with null. `pathOf` says where
 * the nth stands in the request. Answers the correlation id of the analysis that starts by itself; null when none does.
 */
export async function correctCategories(
  ctx: Context,
  userId: string,
  corrections: readonly CorrectionOrNone[],
  pathOf: (n: number) => string,
): Promise<string | null> {
  const seen = new Set<string>();
  for (const [n, { transactionId, categoryId }] of corrections.entries()) {
    if (categoryId !== null && !findCategory(categoryId)) {
      throw invalidField(
        `${pathOf(n)}/categoryId`,
        `there is no category ${categoryId}; GET /api/categories lists them`,
      );
    }
    if (seen.has(transactionId)) throw invalidField(`${pathOf(n)}/transactionId`, 'stands twice');
    seen.add(transactionId);
  }
  const user = await lockUser(ctx, userId);
  const known = await knownTransactions(ctx.session, user.userKey, [...seen]);
  const missing = corrections.findIndex(({ transactionId }) => !known.has(transactionId));
  if (missing >= 0) {
    const where = corrections.length > 1 ? ` (${pathOf(missing)})` : '';
    throw new AppError(transactionNotFound, `The user has no transaction with this id${where}.`);
  }
  const owner = { workspaceId: ctx.workspaceId, userKey: user.userKey };
  await upsertCorrections(ctx.session, owner, corrections.filter(isCorrection));
  const takenBack = corrections.filter(({ categoryId }) => categoryId === null);
  await deleteCorrections(
    ctx.session,
    user.userKey,
    takenBack.map(({ transactionId }) => transactionId),
  );
  const correlationId = randomUUID();
  await ctx.events.publish(ctx, categoriesCorrected, { userId, corrections, correlationId });
  return user.automaticAnalysis === 'active' ? correlationId : null;
}

const isCorrection = (correction: CorrectionOrNone): correction is Correction => correction.categoryId !== null;
