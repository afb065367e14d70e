import { randomUUID } from 'node:crypto';
import { hasTransaction } from '#modules/banking/index.ts';
import { lockUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError, invalidField } from '#platform/http/errors.ts';
import { transactionNotFound } from './categorization.errors.ts';
import { categoryCorrected } from './categorization.events.ts';
import { deleteCorrection, upsertCorrection } from './categorization.queries.ts';
import { findCategory } from './taxonomy/categories.ts';

/** A person's word on one transaction: it holds for every later analysis, until it is taken back with null. */
export async function correctCategory(ctx: Context, userId: string, transactionId: string, categoryId: string | null) {
  const user = await lockUser(ctx, userId);
  if (!(await hasTransaction(ctx.session, user.userKey, transactionId))) {
    throw new AppError(transactionNotFound, 'The user has no transaction with this id.');
  }
  if (categoryId === null) {
    await deleteCorrection(ctx.session, user.userKey, transactionId);
  } else {
    if (!findCategory(categoryId)) {
      throw invalidField('/categoryId', `there is no category ${categoryId}; GET /api/categories lists them`);
    }
    await upsertCorrection(ctx.session, {
      workspaceId: ctx.workspaceId,
      userKey: user.userKey,
      transactionId,
      categoryId,
    });
  }
  const correlationId = randomUUID();
  await ctx.events.publish(ctx, categoryCorrected, { userId, transactionId, categoryId, correlationId });
  return {
    correlationId: user.automaticAnalysis === 'active' ? correlationId : null,
    body: { transactionId, categoryId },
  };
}
