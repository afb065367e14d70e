import type { JobData, QueueName } from '#platform/jobs/jobs.ts';

export interface DraftingJobData extends JobData {
  jobId: string;
}

/** Enough of the queue to send to it; `drafting.jobs.ts` works it. */
export const draftingQueue: QueueName<DraftingJobData> = { name: 'drafting.run-job' };
