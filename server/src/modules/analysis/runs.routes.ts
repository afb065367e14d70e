import { UserParams, userNotFound } from '#modules/users/index.ts';
import { invalidField } from '#platform/http/errors.ts';
import { route } from '#platform/http/route.ts';
import { analysisEnded, analysisUnfinished, correlationNotFound } from './analysis.errors.ts';
import { cancelRun } from './cancel-run.ts';
import { getRun, pollRun } from './get-run.ts';
import { listRuns } from './list-runs.ts';
import {
  AnalysisRun,
  AnalysisRunList,
  CorrelationQuery,
  PageQuery,
  RunParams,
  TriggeredAnalysis,
} from './runs.schemas.ts';
import { triggerAnalysis } from './trigger-analysis.ts';

const tag = 'Analysis runs';
const scope = 'analysis';

export const runRoutes = [
  route({
    method: 'POST',
    path: '/api/users/{user-id}/trigger-analysis',
    operationId: 'triggerAnalysis',
    summary: 'Start an analysis',
    description:
      'Of everything stored about the user now. While another run waits to start, this call joins it; while one runs, the next waits behind it: at most one of each, and the last result is of the newest data.',
    tag,
    scope,
    params: UserParams,
    outputs: {
      202: {
        description: 'It is queued.',
        schema: TriggeredAnalysis,
        headers: { 'Finoos-Correlation-Id': 'The same id as in the body.' },
      },
    },
    errors: [userNotFound],
    async handle(ctx, { params }) {
      const correlationId = await triggerAnalysis(ctx, params.userId);
      return { status: 202, body: { correlationId }, headers: { 'finoos-correlation-id': correlationId } };
    },
  }),
  route({
    method: 'GET',
    path: '/api/users/{user-id}/categorization/correlation',
    operationId: 'pollAnalysis',
    summary: 'Is the analysis done?',
    description:
      '200 once it is completed, 404 before. Poll with growing intervals, at most twice a second at first; a 404 that carries `Retry-After` is worth asking again, one with `status` cancelled or failed is not.',
    tag,
    scope: ['categorization', 'analysis'],
    params: UserParams,
    query: CorrelationQuery,
    outputs: { 200: { description: 'Completed.', schema: AnalysisRun } },
    errors: [userNotFound, correlationNotFound, analysisUnfinished],
    async handle(ctx, { params, query, headers }) {
      const correlationId = query.correlationId ?? headers['finoos-correlation-id']?.toString();
      if (!correlationId) {
        throw invalidField('?correlationId', 'is required, here or as header Finoos-Correlation-Id');
      }
      return { status: 200, body: await pollRun(ctx, params.userId, correlationId) };
    },
  }),
  route({
    method: 'GET',
    path: '/api/users/{user-id}/analyses',
    operationId: 'listAnalyses',
    summary: "List a user's runs",
    description: 'Newest first, each as an explicit state machine with its times, counts and error.',
    tag,
    scope,
    params: UserParams,
    query: PageQuery,
    outputs: { 200: { description: 'A page.', schema: AnalysisRunList } },
    errors: [userNotFound],
    handle: async (ctx, { params, query }) => ({ status: 200, body: await listRuns(ctx, params.userId, query) }),
  }),
  route({
    method: 'GET',
    path: '/api/users/{user-id}/analyses/{correlation-id}',
    operationId: 'getAnalysis',
    summary: 'Get a run',
    description: 'How the run is, whatever its state.',
    tag,
    scope,
    params: RunParams,
    outputs: { 200: { description: 'The run.', schema: AnalysisRun } },
    errors: [userNotFound, correlationNotFound],
    handle: async (ctx, { params }) => ({ status: 200, body: await getRun(ctx, params.userId, params.correlationId) }),
  }),
  route({
    method: 'POST',
    path: '/api/users/{user-id}/analyses/{correlation-id}/cancel',
    operationId: 'cancelAnalysis',
    effect: 'overwrites',
    summary: 'Cancel a run',
    description:
      'One that is queued or running; its result is not stored, and results of earlier runs stay. It ends for every call that shares the run.',
    tag,
    scope,
    params: RunParams,
    outputs: { 200: { description: 'The cancelled run.', schema: AnalysisRun } },
    errors: [userNotFound, correlationNotFound, analysisEnded],
    handle: async (ctx, { params }) => ({
      status: 200,
      body: await cancelRun(ctx, params.userId, params.correlationId),
    }),
  }),
];
