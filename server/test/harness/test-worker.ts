/** A worker for queues of the test's own, on the database of a running Kontor. */
import { inject } from 'vitest';
import type { Services } from '#platform/context.ts';
import { type AnyQueue, createJobs, type JobRunner, prepareJobs, type Schedule } from '#platform/jobs/jobs.ts';
import { openWorkerDatabase } from './databases.ts';
import type { TestKontor } from './test-kontor.ts';

export interface TestWorker {
  services: Services;
  jobs: JobRunner;
}

export async function startTestWorker(
  kontor: TestKontor,
  queues: AnyQueue[],
  options: { schedules?: Schedule[]; services?: Partial<Services> } = {},
): Promise<TestWorker> {
  const { adminUrl, appUrl } = await openWorkerDatabase(inject('clusterUrl'));
  const { log } = kontor.services;
  const schedules = options.schedules ?? [];
  await prepareJobs(adminUrl, queues, schedules);
  const jobs = await createJobs({ url: appUrl, queues, schedules, log, worker: true });
  const services = { ...kontor.services, ...options.services, jobs };
  await jobs.work(services);
  return { services, jobs };
}
