import { webhookDataOf } from '#modules/banking/index.ts';
import { type Services, withWorkspace } from '#platform/context.ts';
import { analysisFailed } from './analysis.events.ts';
import { lockRun } from './lock-run.ts';
import { markEnded, selectCorrelationIds } from './runs.queries.ts';
import { startNext } from './schedule-run.ts';

/** The end of a run whose last try has failed: said once, and the next one gets its turn. */
export function failRun(services: Services, workspaceId: string, runId: string): Promise<void> {
  return withWorkspace(services, workspaceId, async (ctx) => {
    const locked = await lockRun(ctx, runId);
    if (locked?.run.status !== 'queued' && locked?.run.status !== 'running') return;
    const { run, user } = locked;
    const error = {
      type: 'analysis_failed',
      message: `The analysis failed ${run.attempt} times. The log of the worker says why; trigger it again once that is mended.`,
    };
    await markEnded(ctx.session, runId, { status: 'failed', errorCode: error.type, errorMessage: error.message });
    for (const correlationId of await selectCorrelationIds(ctx.session, runId)) {
      const webhookData = await webhookDataOf(ctx, { ...run, correlationId });
      await ctx.events.publish(ctx, analysisFailed, { userId: user.userId, correlationId, webhookData, error });
    }
    await startNext(ctx, run.userKey);
  });
}
