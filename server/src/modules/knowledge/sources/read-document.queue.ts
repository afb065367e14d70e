import type { JobData, QueueName } from '#platform/jobs/jobs.ts';

export interface ReadDocumentJob extends JobData {
  documentId: string;
}

/** Enough of the queue to send to it; `read-document.jobs.ts` works it. */
export const readDocumentQueue: QueueName<ReadDocumentJob> = { name: 'knowledge.read-document' };
