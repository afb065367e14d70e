import type { JobData, QueueName } from '#platform/jobs/jobs.ts';

export interface SuiteRunJob extends JobData {
  suiteRunId: string;
}

export const runSuiteQueue: QueueName<SuiteRunJob> = { name: 'agent.run-suite' };
