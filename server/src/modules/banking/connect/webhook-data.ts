import type { Context } from '#platform/context.ts';
import { selectWebhookData } from './connect.queries.ts';

/** What a company wants to hear again in every event of a process; null when it gave nothing, or no visit has begun it. */
export function webhookDataOf(
  ctx: Context,
  { userKey, correlationId }: { userKey: string; correlationId: string },
): Promise<unknown> {
  return selectWebhookData(ctx.session, userKey, correlationId);
}
