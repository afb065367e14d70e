import type { QueueName } from '#platform/jobs/jobs.ts';

export interface AnalyzeJob {
  workspaceId: string;
  runId: string;
}

export const analyzeQueueName: QueueName<AnalyzeJob> = { name: 'analysis.run' };
