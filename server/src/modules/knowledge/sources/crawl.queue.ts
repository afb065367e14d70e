import type { JobData, QueueName } from '#platform/jobs/jobs.ts';

export interface CrawlJob extends JobData {
  crawlId: string;
}

/** Enough of the queue to send to it; `crawl.jobs.ts` works it. */
export const crawlQueue: QueueName<CrawlJob> = { name: 'knowledge.crawl' };
