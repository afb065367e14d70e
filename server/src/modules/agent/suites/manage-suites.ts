import type { Static } from 'typebox';
import { requireBot } from '#modules/bots/index.ts';
import { requireDraft } from '#modules/knowledge/index.ts';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { AppError, invalidField } from '#platform/http/errors.ts';
import { presentRun, presentSuite, presentSummary } from './present-suite.ts';
import type { SuiteCase } from './suite.types.ts';
import { noSuchSuite, suiteRunNotFound } from './suites.errors.ts';
import {
  deleteSuiteRow,
  insertRun,
  insertSuite,
  type SuiteRow,
  selectRun,
  selectRuns,
  selectSuite,
  selectSuites,
  updateSuiteRow,
} from './suites.queries.ts';
import { runSuiteQueue } from './suites.queue.ts';
import type { CreateSuite, StartSuiteRun, UpdateSuite } from './suites.schemas.ts';

const RUNS_LISTED = 50;

export async function listSuites(ctx: Context) {
  const suites = await selectSuites(ctx.session, ctx.workspaceId);
  return { suites: suites.map(({ cases, ...suite }) => ({ ...presentSummary(suite), caseCount: cases.length })) };
}

export async function createSuite(ctx: Context, input: Static<typeof CreateSuite>) {
  await requireBot(ctx, input.botId);
  const suiteId = uuidv7(ctx.now().getTime());
  await insertSuite(ctx.session, ctx.workspaceId, { ...input, suiteId, cases: readCases(input.cases) });
  return getSuite(ctx, suiteId);
}

export const getSuite = async (ctx: Context, suiteId: string) => presentSuite(await requireSuite(ctx, suiteId));

/** Takes the place of all cases; runs of before stay, and the next is compared with the last of them. */
export async function updateSuite(ctx: Context, suiteId: string, input: Static<typeof UpdateSuite>) {
  const suite = await requireSuite(ctx, suiteId);
  await updateSuiteRow(ctx.session, suite.suiteId, { name: input.name, cases: readCases(input.cases) });
  return getSuite(ctx, suiteId);
}

export async function deleteSuite(ctx: Context, suiteId: string) {
  const suite = await requireSuite(ctx, suiteId);
  await deleteSuiteRow(ctx.session, suite.suiteId);
}

/** Queues a run in the worker, of what is live, or of what would be if a draft were published. */
export async function startRun(ctx: Context, suiteId: string, { draftId }: Static<typeof StartSuiteRun>) {
  const suite = await requireSuite(ctx, suiteId);
  const draft = draftId === undefined ? null : await requireDraft(ctx, draftId);
  const run = {
    suiteRunId: uuidv7(ctx.now().getTime()),
    suiteId: suite.suiteId,
    draftId: draft?.articleId ?? null,
    requestedBy: `${ctx.actor.kind}:${ctx.actor.id}`,
  };
  await insertRun(ctx.session, ctx.workspaceId, run);
  await ctx.jobs.send(ctx, runSuiteQueue, { workspaceId: ctx.workspaceId, suiteRunId: run.suiteRunId });
  return getRun(ctx, suiteId, run.suiteRunId);
}

export async function listRuns(ctx: Context, suiteId: string) {
  const suite = await requireSuite(ctx, suiteId);
  const runs = await selectRuns(ctx.session, suite.suiteId, RUNS_LISTED);
  return { runs: runs.map((run) => presentRun(run).summary) };
}

export async function getRun(ctx: Context, suiteId: string, suiteRunId: string) {
  const suite = await requireSuite(ctx, suiteId);
  const run = await selectRun(ctx.session, ctx.workspaceId, suiteRunId);
  if (run?.suiteId !== suite.suiteId) throw new AppError(suiteRunNotFound, 'This test suite has no run with this id.');
  const { summary, results } = presentRun(run);
  return { ...summary, results };
}

async function requireSuite(ctx: Context, suiteId: string): Promise<SuiteRow> {
  const suite = await selectSuite(ctx.session, ctx.workspaceId, suiteId);
  if (!suite) throw noSuchSuite();
  return suite;
}

/** Each question once: a result of the run before is found by it. */
function readCases(cases: Static<typeof UpdateSuite>['cases']): SuiteCase[] {
  const seen = new Set<string>();
  return cases.map(({ question, expectedArticleId, attributes = {} }, at) => {
    if (seen.has(question)) throw invalidField(`/cases/${at}/question`, 'is asked by an earlier case already');
    seen.add(question);
    return { question, expectedArticleId, attributes };
  });
}
