import { withWorkspace } from '#platform/context.ts';
import { defineQueue } from '#platform/jobs/jobs.ts';
import { runSuite } from './run-suite.ts';
import { endRun } from './suites.queries.ts';
import { runSuiteQueue, type SuiteRunJob } from './suites.queue.ts';

export const suiteJobs = defineQueue<SuiteRunJob>({
  name: runSuiteQueue.name,
  retryLimit: 2,
  run: (services, { workspaceId, suiteRunId }, { signal }) => runSuite(services, workspaceId, suiteRunId, signal),
  dead: (services, { workspaceId, suiteRunId }) =>
    withWorkspace(services, workspaceId, (ctx) =>
      endRun(ctx.session, suiteRunId, {
        status: 'FAILED',
        results: [],
        error: 'The run was interrupted again and again. Start it once more.',
      }),
    ),
});
