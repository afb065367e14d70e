import { withWorkspace } from '#platform/context.ts';
import { defineQueue } from '#platform/jobs/jobs.ts';
import { selectJobsByIds } from './drafting.queries.ts';
import { type DraftingJobData, draftingQueue } from './drafting.queue.ts';
import { failJob, runJob } from './run-job.ts';

export const draftingJobs = defineQueue<DraftingJobData>({
  name: draftingQueue.name,
  retryLimit: 3,
  expireSeconds: 600,
  run: (services, data, { id }) => runJob(services, data, id),
  dead: (services, { workspaceId, jobId }) =>
    withWorkspace(services, workspaceId, async (ctx) => {
      const [job] = await selectJobsByIds(ctx.session, workspaceId, [jobId]);
      if (job) await failJob(ctx, job, 'It was interrupted again and again. Request it once more.');
    }),
});
