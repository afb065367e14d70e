import { defineQueue } from '#platform/jobs/jobs.ts';
import { giveUpSync } from './end-sync.ts';
import { type RevokeJob, revokeQueueName, type SyncJob, syncQueueName } from './logins.queue.ts';
import { revokeAtBank } from './revoke-consent.ts';
import { runSync } from './run-sync.ts';

export const syncQueue = defineQueue<SyncJob>({
  name: syncQueueName.name,
  retryLimit: 5,
  retryDelaySeconds: 5,
  // Banks are waited for most of the time.
  concurrency: 4,
  expireSeconds: 900,
  run: (services, job, { signal }) => runSync(services, job, signal),
  dead: giveUpSync,
});

export const revokeQueue = defineQueue<RevokeJob>({
  name: revokeQueueName.name,
  retryLimit: 8,
  retryDelaySeconds: 30,
  run: (services, job, { signal }) => revokeAtBank(services, job, signal),
});
