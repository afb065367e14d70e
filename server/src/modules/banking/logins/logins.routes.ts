import { UserParams, userNotFound } from '#modules/users/index.ts';
import { route } from '#platform/http/route.ts';
import { getLogin, listLogins } from './list-logins.ts';
import type { LoginSync as Sync } from './login.types.ts';
import { bankReadTooOften, consentEnded, loginNotFound, noSuchLogin } from './logins.errors.ts';
import {
  BankLogin,
  BankLoginList,
  ListLoginsQuery,
  LoginParams,
  LoginSync,
  RemovedLogin,
  RemoveLoginQuery,
  SyncRequest,
} from './logins.schemas.ts';
import { presentLogin, presentSync } from './present-login.ts';
import { removeLogin } from './remove-login.ts';
import { requestSync } from './start-sync.ts';

const tag = 'Connecting a bank';
const scope = 'banking';

const syncAnswer = (status: number, sync: Sync) => ({
  status,
  body: presentSync(sync),
  headers: { 'finoos-correlation-id': sync.correlationId },
});

const CORRELATION_HEADER = { 'Finoos-Correlation-Id': 'Names the synchronisation and the analysis that follows.' };

export const loginRoutes = [
  route({
    method: 'GET',
    path: '/api/users/{user-id}/banking/logins',
    operationId: 'listLogins',
    summary: "List a user's bank logins",
    description:
      'The banks that the user has connected, each with its consent, its accounts and its last synchronisation.',
    tag,
    scope,
    params: UserParams,
    query: ListLoginsQuery,
    outputs: { 200: { description: 'A page.', schema: BankLoginList } },
    errors: [userNotFound],
    async handle(ctx, { params, query }) {
      const { cursor, limit = 100 } = query;
      const logins = (await listLogins(ctx, params.userId)).filter(
        ({ loginId }) => cursor === undefined || loginId > cursor,
      );
      const shown = logins.slice(0, limit);
      const nextCursor = logins.length > limit ? (shown.at(-1)?.loginId ?? null) : null;
      return { status: 200, body: { logins: shown.map(presentLogin), nextCursor } };
    },
  }),
  route({
    method: 'GET',
    path: '/api/users/{user-id}/banking/logins/{login-id}',
    operationId: 'getLogin',
    summary: 'Get a bank login',
    description: 'With its consent, its accounts and its last synchronisation.',
    tag,
    scope,
    params: LoginParams,
    outputs: { 200: { description: 'The login.', schema: BankLogin } },
    errors: [userNotFound, loginNotFound],
    handle: async (ctx, { params }) => ({
      status: 200,
      body: presentLogin(await getLogin(ctx, params.userId, params.loginId)),
    }),
  }),
  route({
    method: 'DELETE',
    path: '/api/users/{user-id}/banking/logins/{login-id}',
    operationId: 'deleteLogin',
    summary: 'Remove a bank login',
    description:
      'Ends the consent at the bank and forgets what was kept of it. The accounts stay as they were read last, unless `deleteAccounts=true`.',
    tag,
    scope,
    params: LoginParams,
    query: RemoveLoginQuery,
    outputs: {
      200: {
        description: 'It is gone.',
        schema: RemovedLogin,
        headers: { 'Finoos-Correlation-Id': 'Names the analysis that follows when accounts were deleted.' },
      },
    },
    errors: [userNotFound, loginNotFound],
    async handle(ctx, { params, query }) {
      const { correlationId, deleted } = await removeLogin(ctx, {
        ...params,
        deleteAccounts: query.deleteAccounts ?? false,
      });
      return {
        status: 200,
        body: { deleted },
        ...(correlationId && { headers: { 'finoos-correlation-id': correlationId } }),
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/users/{user-id}/banking/logins/{login-id}/sync',
    operationId: 'syncLogin',
    summary: 'Synchronise a bank login',
    description:
      'Reads balances and transactions of its accounts anew; an analysis follows if anything changed. While one is under way, that one is answered. Without the end user (`psu`) a bank may be read four times within 24 hours.',
    tag,
    scope,
    params: LoginParams,
    body: SyncRequest,
    outputs: { 202: { description: 'It is under way.', schema: LoginSync, headers: CORRELATION_HEADER } },
    errors: [userNotFound, loginNotFound, consentEnded, bankReadTooOften],
    example: { body: { psu: { ipAddress: '203.0.113.7', userAgent: 'Mozilla/5.0' } } },
    async handle(ctx, { params, body }) {
      const psu = body.psu ? { ipAddress: body.psu.ipAddress, userAgent: body.psu.userAgent ?? null } : null;
      return syncAnswer(202, await requestSync(ctx, params.userId, params.loginId, psu));
    },
  }),
  route({
    method: 'GET',
    path: '/api/users/{user-id}/banking/logins/{login-id}/sync',
    operationId: 'getLoginSync',
    summary: 'The state of a synchronisation',
    description: 'Of the current or the last one of this login, as an explicit state machine.',
    tag,
    scope,
    params: LoginParams,
    outputs: { 200: { description: 'How it stands.', schema: LoginSync, headers: CORRELATION_HEADER } },
    errors: [userNotFound, loginNotFound],
    async handle(ctx, { params }) {
      const { sync } = await getLogin(ctx, params.userId, params.loginId);
      if (!sync) throw noSuchLogin();
      return syncAnswer(200, sync);
    },
  }),
];
