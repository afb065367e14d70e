import { route } from '#platform/http/route.ts';
import { getRegion, setRegion } from './manage-region.ts';
import { WorkspaceRegion } from './region.schemas.ts';

const path = '/v2/workspace/region';
const tag = 'Conversations';

export const regionRoutes = [
  route({
    method: 'GET',
    path,
    operationId: 'getRegion',
    summary: 'Where customers are',
    description: 'As long as nothing is known of one of them.',
    tag,
    scope: 'read',
    outputs: { 200: { description: 'The region.', schema: WorkspaceRegion } },
    handle: async (ctx) => ({ status: 200, body: await getRegion(ctx) }),
  }),
  route({
    method: 'PUT',
    path,
    operationId: 'setRegion',
    summary: 'Say where customers are',
    description:
      'A customer’s own `timezone`, `country` or `locale` in `user_attributes`, in the customer token or in an attribute that rules may use goes before.',
    tag,
    scope: 'write',
    body: WorkspaceRegion,
    outputs: { 200: { description: 'The region as it is now.', schema: WorkspaceRegion } },
    example: { body: { country: 'AT', timeZone: 'Europe/Vienna' } },
    handle: async (ctx, { body }) => ({ status: 200, body: await setRegion(ctx, body) }),
  }),
];
