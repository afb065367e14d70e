import { UserParams, userNotFound } from '#modules/users/index.ts';
import { type Reply, route } from '#platform/http/route.ts';
import { connectSessionNotFound } from './connect.errors.ts';
import {
  ConnectQuery,
  ConnectSessionParams,
  ConnectSessionState,
  CreateConnectSession,
  CreatedConnectSession,
  CreateManageSession,
  ManageQuery,
} from './connect.schemas.ts';
import { type CreatedSession, createConnectSession, createManageSession } from './create-session.ts';
import { getConnectSession } from './get-session.ts';

const tag = 'Connecting a bank';
const scope = 'banking';
const headers = {
  'Finoos-Correlation-Id': 'Names the whole process: the visit, the connection, and the analysis that follows.',
};
const examplePage = {
  returnURL: 'https://app.example.com/bank/done',
  language: 'de',
  webhookData: { applicationId: 'A-4711' },
};

const created = ({ correlationId, body }: CreatedSession): Reply => ({
  status: 201,
  body,
  headers: { 'finoos-correlation-id': correlationId },
});

export const connectRoutes = [
  route({
    method: 'POST',
    path: '/api/users/{user-id}/banking/connect',
    operationId: 'connectBank',
    summary: 'Let the end user connect a bank',
    description:
      'Creates a session of the hosted page; send the end user to `redirectURL`, or show it in an iframe. A user that does not exist is created under this id. The session ends after 15 minutes. `connection.completed`, `connection.cancelled` and `connection.failed` tell how it went.',
    tag,
    scope,
    params: UserParams,
    query: ConnectQuery,
    body: CreateConnectSession,
    outputs: { 201: { description: 'The session.', schema: CreatedConnectSession, headers } },
    errors: [userNotFound],
    example: { query: { recurring: 'true' }, body: examplePage },
    handle: async (ctx, { params, query, body }) =>
      created(await createConnectSession(ctx, params.userId, query, body)),
  }),
  route({
    method: 'POST',
    path: '/api/users/{user-id}/banking/manage',
    operationId: 'manageBanks',
    summary: 'Let the end user manage linked banks',
    description:
      'As connecting, but the page begins with the list of linked banks and the state of each consent: refresh, renew, remove, add.',
    tag,
    scope,
    params: UserParams,
    query: ManageQuery,
    body: CreateManageSession,
    outputs: { 201: { description: 'The session.', schema: CreatedConnectSession, headers } },
    errors: [userNotFound],
    example: { body: examplePage },
    handle: async (ctx, { params, query, body }) => created(await createManageSession(ctx, params.userId, query, body)),
  }),
  route({
    method: 'GET',
    path: '/api/users/{user-id}/banking/connect/{session-id}',
    operationId: 'getConnectSession',
    summary: 'Get a session of the hosted page',
    description:
      'How the visit is, or how it ended. Ask when the end user has come back: what stands in the query of `returnURL` anybody could have typed.',
    tag,
    scope,
    params: ConnectSessionParams,
    outputs: { 200: { description: 'The session.', schema: ConnectSessionState } },
    errors: [userNotFound, connectSessionNotFound],
    handle: async (ctx, { params }) => ({
      status: 200,
      body: await getConnectSession(ctx, params.userId, params.sessionId),
    }),
  }),
];
