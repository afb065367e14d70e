import { route } from '#platform/http/route.ts';
import {
  Endpoint,
  EndpointHealth,
  EndpointList,
  EndpointParams,
  EndpointProposals,
  HealthQuery,
  ProposeEndpoints,
  SaveEndpoint,
} from './endpoints.schemas.ts';
import { endpointNotFound, integrationNotFound, nameTaken, stillInUse } from './integrations.errors.ts';
import { Deleted, IntegrationParams } from './integrations.schemas.ts';
import {
  createEndpoint,
  deleteEndpoint,
  getEndpoint,
  getHealth,
  listEndpoints,
  saveEndpoint,
} from './manage-endpoints.ts';
import { proposeEndpoints } from './propose/propose-endpoints.ts';

const tag = 'Integrations';

const exampleEndpoint = {
  name: 'Look up a customer',
  description: 'Plan and state of the account.',
  kind: 'read',
  method: 'GET',
  path: '/customers',
  query: { email: '{email}' },
  inputs: [{ name: 'email', type: 'string' }],
  outputs: [
    { name: 'customer_id', type: 'string' },
    { name: 'plan', type: 'string', description: 'Free, Pro or Enterprise.' },
    { name: 'is_vip', type: 'boolean' },
  ],
  sample: { customer_id: 'cus_abc123', plan: 'Pro', is_vip: false },
  rateLimitPerMinute: 600,
  expectedP95Ms: 400,
};

export const endpointRoutes = [
  route({
    method: 'POST',
    path: '/v2/integrations/endpoint-proposals',
    operationId: 'proposeEndpoints',
    summary: 'Read endpoints from a curl line, an OpenAPI document or a contract check',
    description:
      'Answers endpoints as they are described there, to be looked at and then created. Nothing is stored, run or fetched, and a key in the line is not kept.',
    tag,
    scope: 'write',
    body: ProposeEndpoints,
    bodyLimitBytes: 4_000_000,
    outputs: { 200: { description: 'The proposals.', schema: EndpointProposals } },
    example: {
      body: { curl: 'curl "https://api.example.com/customers?email=a@example.com"', sample: { plan: 'Pro' } },
    },
    idempotent: false,
    session: 'none',
    handle: async (_, { body }) => ({ status: 200, body: await proposeEndpoints(body) }),
  }),
  route({
    method: 'GET',
    path: '/v2/integrations/{integration-id}/endpoints',
    operationId: 'listEndpoints',
    summary: 'List the endpoints',
    description: 'The calls that a system answers.',
    tag,
    scope: 'read',
    params: IntegrationParams,
    outputs: { 200: { description: 'The endpoints.', schema: EndpointList } },
    errors: [integrationNotFound],
    handle: async (ctx, { params }) => ({ status: 200, body: await listEndpoints(ctx, params.integrationId) }),
  }),
  route({
    method: 'POST',
    path: '/v2/integrations/{integration-id}/endpoints',
    operationId: 'createEndpoint',
    summary: 'Create an endpoint',
    description: 'A call with its templates, inputs and the fields of its answer.',
    tag,
    scope: 'write',
    params: IntegrationParams,
    body: SaveEndpoint,
    outputs: { 201: { description: 'The endpoint.', schema: Endpoint } },
    errors: [integrationNotFound, nameTaken],
    example: { body: exampleEndpoint },
    handle: async (ctx, { params, body }) => ({
      status: 201,
      body: await createEndpoint(ctx, params.integrationId, body),
    }),
  }),
  route({
    method: 'GET',
    path: '/v2/integrations/{integration-id}/endpoints/{endpoint-id}',
    operationId: 'getEndpoint',
    summary: 'Get an endpoint',
    description: 'One call with its templates.',
    tag,
    scope: 'read',
    params: EndpointParams,
    outputs: { 200: { description: 'The endpoint.', schema: Endpoint } },
    errors: [integrationNotFound, endpointNotFound],
    handle: async (ctx, { params }) => ({
      status: 200,
      body: await getEndpoint(ctx, params.integrationId, params.endpointId),
    }),
  }),
  route({
    method: 'PUT',
    path: '/v2/integrations/{integration-id}/endpoints/{endpoint-id}',
    operationId: 'saveEndpoint',
    summary: 'Replace an endpoint',
    description:
      'Takes the place of the whole description, from the next call on. What is used stays a read or a write, as it was.',
    tag,
    scope: 'write',
    params: EndpointParams,
    body: SaveEndpoint,
    outputs: { 200: { description: 'The endpoint as it is now.', schema: Endpoint } },
    errors: [integrationNotFound, endpointNotFound, nameTaken, stillInUse],
    example: { body: exampleEndpoint },
    handle: async (ctx, { params, body }) => ({
      status: 200,
      body: await saveEndpoint(ctx, params.integrationId, params.endpointId, body),
    }),
  }),
  route({
    method: 'DELETE',
    path: '/v2/integrations/{integration-id}/endpoints/{endpoint-id}',
    operationId: 'deleteEndpoint',
    summary: 'Delete an endpoint',
    description: 'Refused while an attribute or an action calls it.',
    tag,
    scope: 'write',
    params: EndpointParams,
    outputs: { 200: { description: 'It is gone.', schema: Deleted } },
    errors: [integrationNotFound, endpointNotFound, stillInUse],
    handle: async (ctx, { params }) => ({
      status: 200,
      body: await deleteEndpoint(ctx, params.integrationId, params.endpointId),
    }),
  }),
  route({
    method: 'GET',
    path: '/v2/integrations/{integration-id}/endpoints/{endpoint-id}/health',
    operationId: 'getEndpointHealth',
    summary: 'How an endpoint is doing',
    description:
      'Success rate, percentiles, failures by kind, its circuit, and fields that no longer come as declared. Of production in the last 24 hours when nothing else is asked for.',
    tag,
    scope: 'read',
    params: EndpointParams,
    query: HealthQuery,
    outputs: { 200: { description: 'The figures.', schema: EndpointHealth } },
    errors: [integrationNotFound, endpointNotFound],
    handle: async (ctx, { params, query }) => ({
      status: 200,
      body: await getHealth(ctx, params.integrationId, params.endpointId, query),
    }),
  }),
];
