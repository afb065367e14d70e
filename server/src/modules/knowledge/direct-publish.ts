import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { reviewRequired } from './knowledge.errors.ts';
import { selectSettings } from './reviews.queries.ts';

/** Refuses where the workspace has every change of what customers read approved by a person first. */
export async function allowDirectPublish(ctx: Context) {
  const { reviewRequired: required } = await selectSettings(ctx.session, ctx.workspaceId);
  if (required) {
    throw new AppError(
      reviewRequired,
      'This workspace publishes nothing past Review and Approvals. Send `isDraft: true`, or fork a draft, and have it approved.',
    );
  }
}
