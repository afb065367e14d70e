import { route } from '#platform/http/route.ts';
import { getOverview } from './get-overview.ts';
import { Overview } from './overview.schemas.ts';

export const overviewRoutes = [
  route({
    method: 'GET',
    path: '/v2/overview',
    operationId: 'getOverview',
    summary: 'What needs a person now',
    description:
      'How much waits, since when, and how large the workspace is. Bank data is counted for operators whose role shows them: others, and keys, get null.',
    tag: 'Workspace',
    scope: 'read',
    outputs: { 200: { description: 'The overview.', schema: Overview } },
    handle: async (ctx) => ({ status: 200, body: await getOverview(ctx) }),
  }),
];
