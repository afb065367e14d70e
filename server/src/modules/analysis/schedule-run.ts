import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { analyzeQueueName } from './analysis.queue.ts';
import { insertCorrelation, insertRun, lockState, selectOpenRun } from './runs.queries.ts';

/** An automatic run waits this long for further uploads, which then share it. */
const DEBOUNCE_SECONDS = 1;

/**
 * Makes sure that a run begins after this moment, and names it by the correlation id. A run that is queued already will
 * see everything stored until now, so it is joined; one that is running may not, so another is queued behind it. One
 * user never has more than one queued and one running.
 */
export async function scheduleRun(
  ctx: Context,
  userKey: string,
  call: { correlationId: string; trigger: 'manual' | 'automatic' },
): Promise<void> {
  await lockState(ctx.session, ctx.workspaceId, userKey);
  const queued = await selectOpenRun(ctx.session, userKey, 'queued');
  const runId = queued?.runId ?? uuidv7(ctx.now().getTime());
  if (!queued) {
    await insertRun(ctx.session, { runId, workspaceId: ctx.workspaceId, userKey, trigger: call.trigger });
    // Behind a running one it is started by that one's end.
    if (!(await selectOpenRun(ctx.session, userKey, 'running'))) {
      await enqueueRun(ctx, runId, call.trigger === 'automatic' ? DEBOUNCE_SECONDS : 0);
    }
  }
  await insertCorrelation(ctx.session, {
    correlationId: call.correlationId,
    workspaceId: ctx.workspaceId,
    userKey,
    runId,
  });
}

/** Starts the run that waited behind one that has ended, if there is one. Needs the lock of the state. */
export async function startNext(ctx: Context, userKey: string): Promise<void> {
  const next = await selectOpenRun(ctx.session, userKey, 'queued');
  if (next) await enqueueRun(ctx, next.runId, 0);
}

async function enqueueRun(ctx: Context, runId: string, afterSeconds: number) {
  await ctx.jobs.send(ctx, analyzeQueueName, { workspaceId: ctx.workspaceId, runId }, { afterSeconds });
}
