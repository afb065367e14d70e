import { route } from '#platform/http/route.ts';
import { Client, ClientList, ClientParams, ClientSecret, CreateClient, UpdateClient } from './clients.schemas.ts';
import { createClient } from './create-client.ts';
import { clientNotFound, clientRevoked } from './identity.errors.ts';
import { listClients, requireClient, rotateClientSecret, updateClient } from './manage-clients.ts';
import { revokeClient } from './revoke-client.ts';
import { SCOPE_DESCRIPTIONS } from './scope-descriptions.ts';

const tag = 'API clients';
const scope = 'console:keys';
const one = { description: 'The client.', schema: Client };
const secret = {
  description: 'The client and its secret.',
  schema: ClientSecret,
  headers: { 'Cache-Control': 'Always `no-store`.' },
};
const headers = { 'cache-control': 'no-store' };

const SCOPES = Object.entries(SCOPE_DESCRIPTIONS).map(([name, description]) => ({ scope: name, description }));

const present = ({ createdAt, lastUsedAt, revokedAt, ...client }: Awaited<ReturnType<typeof requireClient>>) => ({
  ...client,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
  revokedAt: revokedAt?.toISOString() ?? null,
});

export const clientsRoutes = [
  route({
    method: 'GET',
    path: '/v2/clients',
    operationId: 'listClients',
    summary: 'List the clients',
    description: 'The backends that may ask `/api/auth` for tokens of the banking API, and what they can be allowed.',
    tag,
    scope,
    outputs: { 200: { description: 'The clients.', schema: ClientList } },
    handle: async (ctx) => ({
      status: 200,
      body: { clients: (await listClients(ctx)).map(present), scopes: SCOPES },
    }),
  }),
  route({
    method: 'POST',
    path: '/v2/clients',
    operationId: 'createClient',
    summary: 'Make a client',
    description: 'Its secret is in the answer and nowhere else.',
    tag,
    scope,
    body: CreateClient,
    outputs: { 201: secret },
    example: { body: { name: 'Loan desk', scopes: ['users', 'banking', 'analysis'] } },
    // A stored answer would be another place where the secret is.
    idempotent: false,
    handle: async (ctx, { body }) => ({ status: 201, body: await createClient(ctx, body), headers }),
  }),
  route({
    method: 'PATCH',
    path: '/v2/clients/{client-id}',
    operationId: 'updateClient',
    summary: 'Change a client',
    description: 'Other scopes hold for its next token, within five minutes.',
    tag,
    scope,
    params: ClientParams,
    body: UpdateClient,
    outputs: { 200: one },
    errors: [clientNotFound, clientRevoked],
    example: { body: { scopes: ['users', 'banking'] } },
    handle: async (ctx, { params, body }) => ({
      status: 200,
      body: present(await updateClient(ctx, params.clientId, body)),
    }),
  }),
  route({
    method: 'POST',
    path: '/v2/clients/{client-id}/secret',
    operationId: 'rotateClientSecret',
    summary: 'Rotate the secret of a client',
    description:
      'The old secret gets no tokens from now on. To change without an interruption make a second client, and revoke the first.',
    tag,
    scope,
    params: ClientParams,
    outputs: { 200: secret },
    errors: [clientNotFound, clientRevoked],
    idempotent: false,
    handle: async (ctx, { params }) => ({ status: 200, body: await rotateClientSecret(ctx, params.clientId), headers }),
  }),
  route({
    method: 'POST',
    path: '/v2/clients/{client-id}/revoke',
    operationId: 'revokeClient',
    summary: 'Revoke a client',
    description: 'It gets no more tokens, for good; those that it has end within five minutes.',
    tag,
    scope,
    params: ClientParams,
    outputs: { 200: one },
    errors: [clientNotFound],
    async handle(ctx, { params }) {
      await revokeClient(ctx, params.clientId);
      return { status: 200, body: present(await requireClient(ctx, params.clientId)) };
    },
  }),
];
