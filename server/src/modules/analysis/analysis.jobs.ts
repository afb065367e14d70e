import { defineQueue } from '#platform/jobs/jobs.ts';
import { type AnalyzeJob, analyzeQueueName } from './analysis.queue.ts';
import { failRun } from './fail-run.ts';
import { runAnalysis } from './run-analysis.ts';

export const analyzeQueue = defineQueue<AnalyzeJob>({
  name: analyzeQueueName.name,
  retryLimit: 4,
  concurrency: 2,
  expireSeconds: 600,
  run: (services, { workspaceId, runId }, { signal }) => runAnalysis(services, workspaceId, runId, signal),
  dead: (services, { workspaceId, runId }) => failRun(services, workspaceId, runId),
});
