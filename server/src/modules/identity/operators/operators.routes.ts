import { route } from '#platform/http/route.ts';
import type { InvitationRow } from './invitations.queries.ts';
import { callOffInvitation, inviteOperator, listInvitations } from './invitations.ts';
import { changeRole, listOperators, removeOperator } from './manage-operators.ts';
import { emailInUse, invitationNotFound, lastOwner, operatorNotFound } from './operators.errors.ts';
import type { OperatorRow } from './operators.queries.ts';
import {
  CreatedInvitation,
  CreateInvitation,
  InvitationList,
  InvitationParams,
  Operator,
  OperatorList,
  OperatorParams,
  UpdateOperator,
} from './operators.schemas.ts';
import { requireOperator, resetSecondFactor } from './second-factor.ts';

const tag = 'Operators';
const scope = 'console:people';

const present = (row: OperatorRow) => ({
  id: row.operatorId,
  email: row.email,
  name: row.name,
  role: row.role,
  hasSecondFactor: row.totpConfirmedAt !== null,
  createdAt: row.createdAt.toISOString(),
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
});

const presentInvitation = (row: InvitationRow) => ({
  id: row.invitationId,
  email: row.email,
  role: row.role,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
});

export const operatorsRoutes = [
  route({
    method: 'GET',
    path: '/v2/operators',
    operationId: 'listOperators',
    summary: 'List the operators',
    description: 'The people who work in the console.',
    tag,
    scope,
    outputs: { 200: { description: 'The operators.', schema: OperatorList } },
    handle: async (ctx) => ({ status: 200, body: { operators: (await listOperators(ctx)).map(present) } }),
  }),
  route({
    method: 'PATCH',
    path: '/v2/operators/{operator-id}',
    operationId: 'updateOperator',
    summary: 'Change the role of an operator',
    description: 'Holds from their next access token on, within five minutes.',
    tag,
    scope,
    params: OperatorParams,
    body: UpdateOperator,
    outputs: { 200: { description: 'The operator.', schema: Operator } },
    errors: [operatorNotFound, lastOwner],
    example: { body: { role: 'editor' } },
    handle: async (ctx, { params, body }) => ({
      status: 200,
      body: present(await changeRole(ctx, params.operatorId, body.role)),
    }),
  }),
  route({
    method: 'DELETE',
    path: '/v2/operators/{operator-id}',
    operationId: 'removeOperator',
    summary: 'Remove an operator',
    description: 'Signs them out everywhere; the audit log keeps what they did.',
    tag,
    scope,
    params: OperatorParams,
    outputs: { 204: { description: 'Removed.' } },
    errors: [operatorNotFound, lastOwner],
    async handle(ctx, { params }) {
      await removeOperator(ctx, params.operatorId);
      return { status: 204 };
    },
  }),
  route({
    method: 'DELETE',
    path: '/v2/operators/{operator-id}/second-factor',
    operationId: 'resetSecondFactor',
    summary: 'Remove the second factor of an operator',
    description: 'For somebody who has lost their phone: the password alone suffices until they set up another.',
    tag,
    scope,
    params: OperatorParams,
    outputs: { 200: { description: 'The operator.', schema: Operator } },
    errors: [operatorNotFound],
    async handle(ctx, { params }) {
      await resetSecondFactor(ctx, params.operatorId);
      return { status: 200, body: present(await requireOperator(ctx, params.operatorId)) };
    },
  }),
  route({
    method: 'GET',
    path: '/v2/operator-invitations',
    operationId: 'listInvitations',
    summary: 'List the invitations',
    description: 'Those that nobody has used yet; expired ones stay for a week.',
    tag,
    scope,
    outputs: { 200: { description: 'The invitations.', schema: InvitationList } },
    handle: async (ctx) => ({
      status: 200,
      body: { invitations: (await listInvitations(ctx)).map(presentInvitation) },
    }),
  }),
  route({
    method: 'POST',
    path: '/v2/operator-invitations',
    operationId: 'createInvitation',
    summary: 'Invite an operator',
    description: 'Answers a link that works once, for three days. Inviting an email again ends its earlier link.',
    tag,
    scope,
    body: CreateInvitation,
    outputs: {
      201: {
        description: 'The invitation.',
        schema: CreatedInvitation,
        headers: { 'Cache-Control': 'Always `no-store`.' },
      },
    },
    errors: [emailInUse],
    example: { body: { email: 'colleague@example.com', role: 'editor' } },
    async handle(ctx, { body }) {
      const made = await inviteOperator(ctx, body);
      return {
        status: 201,
        body: { ...presentInvitation(made), url: made.url },
        headers: { 'cache-control': 'no-store' },
      };
    },
  }),
  route({
    method: 'DELETE',
    path: '/v2/operator-invitations/{invitation-id}',
    operationId: 'callOffInvitation',
    summary: 'Call off an invitation',
    description: 'Its link ends at once.',
    tag,
    scope,
    params: InvitationParams,
    outputs: { 204: { description: 'Called off.' } },
    errors: [invitationNotFound],
    async handle(ctx, { params }) {
      await callOffInvitation(ctx, params.invitationId);
      return { status: 204 };
    },
  }),
];
