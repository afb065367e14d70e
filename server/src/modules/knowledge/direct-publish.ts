import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { reviewRequired } from './knowledge.errors.ts';
import { selectSettings } from './reviews.queries.ts';

/** Whether the workspace lets anything become live past the review queue. */
export async function mayPublishDirectly(ctx: Context): Promise<boolean> {
  return !(await selectSettings(ctx.session, ctx.workspaceId)).reviewRequired;
}

/** Refuses where the workspace has every change of what customers read approved by a person first. */
export async function allowDirectPublish(ctx: Context) {
  if (!(await mayPublishDirectly(ctx))) {
    throw new AppError(
      reviewRequired,
      'This workspace publishes nothing past Review and Approvals. Send `isDraft: true`, or fork a draft, and have it approved.',
    );
  }
}
