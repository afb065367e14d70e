import { listBots } from '#modules/bots/index.ts';
import { knowledgeChanged } from '#modules/knowledge/index.ts';
import { rulesChanged } from '#modules/rulebook/index.ts';
import { type Context, withWorkspace } from '#platform/context.ts';
import { react } from '#platform/events/events.ts';
import { defineQueue, type JobData } from '#platform/jobs/jobs.ts';
import { trainBot } from './train-bot.ts';

/** Trains all bots of a workspace whose knowledge or rules have changed since they were trained; in the worker, never in a request. */
export const trainBots = defineQueue<JobData>({
  name: 'train-bots',
  async run(services, { workspaceId }) {
    const bots = await withWorkspace(services, workspaceId, listBots);
    for (const bot of bots) await trainBot(services, workspaceId, bot.id);
  },
});

/** Transactions that have queued it: seventy articles published in one are one job. */
const queued = new WeakSet<Context>();

async function trainOnce(ctx: Context) {
  if (queued.has(ctx)) return;
  queued.add(ctx);
  await ctx.jobs.send(ctx, trainBots, { workspaceId: ctx.workspaceId });
}

export const trainAfterChange = [react(knowledgeChanged, trainOnce), react(rulesChanged, trainOnce)];
