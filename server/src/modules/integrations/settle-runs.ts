import type { Static } from 'typebox';
import { audit } from '#modules/identity/index.ts';
import { type Context, type Services, withWorkspace } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import type { ActionRun, SettleRun } from './actions.schemas.ts';
import type { RunRow } from './actions.types.ts';
import { deleteOldCalls } from './call-states.queries.ts';
import { noSuchRun, runNotOpen } from './integrations.errors.ts';
import { contractOutputs, OWN_CODES, tellUnknown } from './run-action.ts';
import { deleteOldRuns, endRun, selectAbandonedRuns, selectRun, selectRuns, settleRunRow } from './runs.queries.ts';

const PAGE = 50;

export async function listRuns(
  ctx: Context,
  { open = false, limit = PAGE, cursor }: { open?: boolean; limit?: number; cursor?: string },
) {
  const rows = await selectRuns(ctx.session, ctx.workspaceId, { open, limit: limit + 1, cursor: cursor ?? null });
  const page = rows.slice(0, limit);
  return { runs: page.map(present), nextCursor: rows.length > limit ? (page.at(-1)?.runId ?? null) : null };
}

export async function getRun(ctx: Context, runId: string) {
  return present(await requireRun(ctx, runId, { lock: false }));
}

/** A person has looked in the company's system and says what came of it. Once: it is on record from then on. */
export async function settleRun(ctx: Context, runId: string, { settledAs, note = '' }: Static<typeof SettleRun>) {
  const run = await requireRun(ctx, runId, { lock: true });
  if (run.state !== 'unknown' || run.settledAt !== null) {
    const why = run.settledAt ? 'has been settled' : `stands at ${run.state}`;
    throw new AppError(runNotOpen, `This run ${why}; only one of unknown outcome can be settled, and only once.`);
  }
  const by = `${ctx.actor.kind}:${ctx.actor.id}`;
  await settleRunRow(ctx.session, run.runId, { as: settledAs, by, note: note || null, at: ctx.now() });
  await audit(ctx, {
    action: 'action_run.settled',
    targetKind: 'action_run',
    targetId: run.runId,
    details: { settledAs },
  });
  return getRun(ctx, run.runId);
}

async function requireRun(ctx: Context, runId: string, options: { lock: boolean }): Promise<RunRow> {
  const run = await selectRun(ctx.session, ctx.workspaceId, runId, options);
  if (!run) throw noSuchRun();
  return run;
}

/** Longer than any run can take. */
const ABANDONED_AFTER_MS = 120_000;

/** Ends the runs whose process has ended before them: unknown when a write may have gone out, else failed. */
export async function endAbandonedRuns(services: Services): Promise<void> {
  const before = new Date(services.now().getTime() - ABANDONED_AFTER_MS);
  const abandoned = await services.database.read(null, (session) => selectAbandonedRuns(session, before));
  for (const { workspaceId, runId } of abandoned) {
    // One that can't be ended now must not keep the others waiting; it comes again in a minute.
    await withWorkspace(services, workspaceId, (ctx) => endAbandoned(ctx, runId)).catch((error) =>
      services.log.error({ err: error, runId }, 'An abandoned run could not be ended; it is tried again'),
    );
  }
}

async function endAbandoned(ctx: Context, runId: string): Promise<void> {
  const run = await selectRun(ctx.session, ctx.workspaceId, runId, { lock: true });
  if (run?.state !== 'running') return;
  const state = run.hasWritten ? 'unknown' : 'failed';
  const errorCode = run.hasWritten ? OWN_CODES.unknown : OWN_CODES.unavailable;
  const outputs = contractOutputs(state, null, errorCode);
  const ended = { runId, state, step: null, outputs, errorCode, failure: 'interrupted', message: null } as const;
  await endRun(ctx.session, { ...ended, endedAt: ctx.now() });
  const action = { actionId: run.actionId, name: run.actionName };
  if (state === 'unknown') await tellUnknown(ctx, action, runId, run.environment);
}

/** Figures are kept for a month, runs for half a year; those that wait for a person stay. */
export async function deleteOldRecords(services: Services): Promise<void> {
  await services.database.transaction(null, async (session) => {
    await deleteOldCalls(session);
    await deleteOldRuns(session);
  });
}

function present({ runId, userKey: _, runKey: _key, hasWritten: _written, ...run }: RunRow): Static<typeof ActionRun> {
  return {
    id: runId,
    ...run,
    settledAt: run.settledAt?.toISOString() ?? null,
    startedAt: run.startedAt.toISOString(),
    endedAt: run.endedAt?.toISOString() ?? null,
  };
}
