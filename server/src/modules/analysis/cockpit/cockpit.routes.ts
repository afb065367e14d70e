import { Type } from 'typebox';
import { UserParams, userNotFound } from '#modules/users/index.ts';
import { publicRoute, route } from '#platform/http/route.ts';
import { cockpitNotFound } from './cockpit.errors.ts';
import { Cockpit, CockpitParams, CreateCockpit } from './cockpit.schemas.ts';
import { createCockpit } from './create-cockpit.ts';
import { openCockpit } from './open-cockpit.ts';
import { revokeCockpit } from './revoke-cockpit.ts';

const tag = 'Cockpits';
const scope = 'analysis';
const HTML = 'text/html; charset=utf-8';

export const cockpitRoutes = [
  route({
    method: 'POST',
    path: '/api/users/{user-id}/cockpit',
    operationId: 'createCockpit',
    effect: 'goes-live',
    summary: 'Make a link to a page of the results',
    description:
      'An expiring link to a read-only page of the results of the last completed run, for people: a credit analyst, or the user. It shows what the scopes of this call let its client read; scopes that the client gets or loses later change nothing. Whoever has the link sees the page, so send it as you would send the data.',
    tag,
    scope,
    params: UserParams,
    body: CreateCockpit,
    outputs: { 201: { description: 'The link.', schema: Cockpit } },
    errors: [userNotFound],
    example: { body: { expiresIn: 'P7D', language: 'de' } },
    handle: async (ctx, { params, body }) => ({ status: 201, body: await createCockpit(ctx, params.userId, body) }),
  }),
  route({
    method: 'DELETE',
    path: '/api/users/{user-id}/cockpit/{cockpit-id}',
    operationId: 'revokeCockpit',
    summary: 'Revoke a link to a page of the results',
    description: 'It stops working at once.',
    tag,
    scope,
    params: CockpitParams,
    outputs: { 204: { description: 'Revoked.' } },
    errors: [userNotFound, cockpitNotFound],
    async handle(ctx, { params }) {
      await revokeCockpit(ctx, params.userId, params.cockpitId);
      return { status: 204 };
    },
  }),
  publicRoute({
    method: 'GET',
    path: '/cockpit/{token}',
    operationId: 'openCockpit',
    summary: 'The page behind a link',
    description:
      'For browsers: a page of the results without scripts and without requests to anybody, right on a phone and on paper.',
    tag,
    params: Type.Object({ token: Type.String({ description: 'The secret of the link.' }) }),
    outputs: {
      200: { description: 'The page.', mediaType: HTML },
      404: {
        description: 'The link is unknown, expired or revoked, or its user is gone: a page that says so.',
        mediaType: HTML,
      },
    },
    handle: (services, { params }) => openCockpit(services, params.token),
  }),
];
