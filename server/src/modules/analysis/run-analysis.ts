import {
  listUserAccounts,
  replaceCategories,
  type Transaction,
  transactionsOfUser,
  webhookDataOf,
} from '#modules/banking/index.ts';
import { listEngineRules } from '#modules/categorization/index.ts';
import { findUserByKey } from '#modules/users/index.ts';
import { type Context, type Services, withWorkspace } from '#platform/context.ts';
import { withHeapRoom } from '#platform/heap-room.ts';
import { analysisCompleted } from './analysis.events.ts';
import { type Analysis, analyzeUser } from './analyze-user.ts';
import { selectContractDecisions } from './contract-decisions.queries.ts';
import { lockRun } from './lock-run.ts';
import { storeResults } from './results.queries.ts';
import { markCompleted, markRunning, noteProgress, type Run, selectCorrelationIds } from './runs.queries.ts';
import { startNext } from './schedule-run.ts';

/** From so many transactions on. */
const LONG_HISTORY = 5_000;

/**
 * One run, from claim to result. May be called again for a run whose worker died: the last attempt is the one that
 * stores, all in one transaction, so that readers see the run before or this one and never a half.
 */
export function runAnalysis(
  services: Services,
  workspaceId: string,
  runId: string,
  signal: AbortSignal,
): Promise<void> {
  return withHeapRoom((needRoom) => claimAndAnalyze(services, { workspaceId, runId }, signal, needRoom));
}

async function claimAndAnalyze(
  services: Services,
  { workspaceId, runId }: { workspaceId: string; runId: string },
  signal: AbortSignal,
  needRoom: () => void,
): Promise<void> {
  const run = await withWorkspace(services, workspaceId, (ctx) => claimRun(ctx, runId));
  if (!run) return;
  const report = (progress: number) =>
    withWorkspace(services, workspaceId, (ctx) => noteProgress(ctx.session, runId, run.attempt, progress));
  const analysis = await services.database.snapshot(workspaceId, async (session) => {
    const user = await findUserByKey(session, run.userKey);
    if (!user) return null;
    return analyzeUser({
      userType: user.type,
      asOf: services.now().toISOString().slice(0, 10),
      accounts: await listUserAccounts(session, run.userKey),
      rules: await listEngineRules(session, workspaceId, run.userKey),
      contractDecisions: await selectContractDecisions(session, run.userKey),
      batches: watchLength(transactionsOfUser(session, run.userKey), needRoom),
      report,
      signal,
    });
  });
  // Null: cancelled meanwhile, or the user is gone.
  if (!analysis) return;
  await Promise.all([report(0.8), withWorkspace(services, workspaceId, (ctx) => completeRun(ctx, run, analysis))]);
}

async function* watchLength(batches: AsyncIterable<Transaction[]>, onLong: () => void): AsyncGenerator<Transaction[]> {
  let count = 0;
  for await (const batch of batches) {
    count += batch.length;
    if (count > LONG_HISTORY) onLong();
    yield batch;
  }
}

async function claimRun(ctx: Context, runId: string): Promise<Run | null> {
  const locked = await lockRun(ctx, runId);
  if (locked?.run.status !== 'queued' && locked?.run.status !== 'running') return null;
  await markRunning(ctx.session, runId);
  return { ...locked.run, status: 'running', attempt: locked.run.attempt + 1 };
}

async function completeRun(ctx: Context, claimed: Run, analysis: Analysis): Promise<void> {
  const { runId, userKey } = claimed;
  const locked = await lockRun(ctx, runId);
  if (locked?.run.status !== 'running' || locked.run.attempt !== claimed.attempt) return;
  const owner = { workspaceId: ctx.workspaceId, userKey };
  await storeResults(ctx.session, { ...owner, runId, results: analysis.results, pages: analysis.pages }, () =>
    replaceCategories(ctx.session, owner, analysis.categories),
  );
  await markCompleted(ctx.session, runId, analysis.counts);
  for (const correlationId of await selectCorrelationIds(ctx.session, runId)) {
    await ctx.events.publish(ctx, analysisCompleted, {
      userId: locked.user.userId,
      correlationId,
      webhookData: await webhookDataOf(ctx, { userKey, correlationId }),
      counts: analysis.counts,
    });
  }
  await startNext(ctx, userKey);
}
