import { listBots } from '#modules/bots/index.ts';
import { knowledgeChanged } from '#modules/knowledge/index.ts';
import { rulesChanged } from '#modules/rulebook/index.ts';
import { type Context, withWorkspace } from '#platform/context.ts';
import { react } from '#platform/events/events.ts';
import { defineQueue, type JobData } from '#platform/jobs/jobs.ts';
import type { BackgroundLoop } from '#platform/module.ts';
import { selectTrainedOtherwise } from './agent.queries.ts';
import { INDEX_FORMAT } from './retrieval/store-index.ts';
import { trainBot } from './train-bot.ts';

/** Trains all bots of a workspace whose knowledge or rules have changed since they were trained; in the worker, never in a request. */
export const trainBots = defineQueue<JobData>({
  name: 'train-bots',
  async run(services, { workspaceId }) {
    const bots = await withWorkspace(services, workspaceId, listBots);
    for (const bot of bots) await trainBot(services, workspaceId, bot.id);
  },
});

/**
 * At the start of a worker: queues the training of all bots that another version of the engine has trained, so that after an
 * upgrade few questions have to wait for it.
 */
export const trainAfterUpgrade: BackgroundLoop = {
  name: 'train-after-upgrade',
  async start(services) {
    const workspaceIds = await services.database.read(null, (session) => selectTrainedOtherwise(session, INDEX_FORMAT));
    for (const workspaceId of workspaceIds) {
      await withWorkspace(services, workspaceId, (ctx) => ctx.jobs.send(ctx, trainBots, { workspaceId }));
    }
    return { stop: async () => undefined };
  },
};

/** Transactions that have queued it: seventy articles published in one are one job. */
const queued = new WeakSet<Context>();

async function trainOnce(ctx: Context) {
  if (queued.has(ctx)) return;
  queued.add(ctx);
  await ctx.jobs.send(ctx, trainBots, { workspaceId: ctx.workspaceId });
}

export const trainAfterChange = [react(knowledgeChanged, trainOnce), react(rulesChanged, trainOnce)];
