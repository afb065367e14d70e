import { publicRoute } from '#platform/http/route.ts';
import { changePassword } from './change-password.ts';
import { exchangeSession } from './exchange-session.ts';
import { acceptInvitation, readInvitation } from './invitations.ts';
import {
  codeWrong,
  crossSiteRequest,
  emailInUse,
  invitationNotFound,
  passwordWrong,
  secondFactorActive,
  secondFactorMissing,
  secondFactorRequired,
  sessionEnded,
  signInFailed,
  tooManyAttempts,
} from './operators.errors.ts';
import {
  AcceptInvitation,
  ChangePassword,
  ConfirmSecondFactor,
  ConsoleToken,
  InvitationSecret,
  InvitationView,
  RemoveSecondFactor,
  SecondFactorSecret,
  SignIn,
} from './operators.schemas.ts';
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor } from './second-factor.ts';
import { requireOwnPage } from './session-cookie.ts';
import { endSessions, signOut, withSession } from './sessions.ts';
import { signIn } from './sign-in.ts';

const tag = 'Console';
const cookie = { 'Set-Cookie': 'The session, or that it is over.' };
const done = { description: 'Done.', headers: cookie };
const errors = [sessionEnded, crossSiteRequest];

/** Of the browser alone: no proxy keeps it, and a rotated secret goes along with whatever is answered. */
const answerHeaders = (setCookie: string | null) => ({
  'cache-control': 'no-store',
  ...(setCookie && { 'set-cookie': setCookie }),
});

/** What pages of the console send before they have an access token: opened by a cookie, closed to other sites. */
export const consoleRoutes = [
  publicRoute({
    method: 'POST',
    path: '/console/session',
    operationId: 'signIn',
    summary: 'Sign in to the console',
    description: 'Sets a cookie that scripts can not read. After five failures wait for a quarter of an hour.',
    tag,
    body: SignIn,
    outputs: { 204: done },
    errors: [signInFailed, secondFactorRequired, tooManyAttempts, crossSiteRequest],
    example: { body: { email: 'you@example.com', password: '…' } },
    async handle(services, { body, headers, clientAddress }) {
      requireOwnPage(headers);
      const signedIn = await signIn(services, body, clientAddress);
      return { status: 204, headers: answerHeaders(signedIn.cookie) };
    },
  }),
  publicRoute({
    method: 'DELETE',
    path: '/console/session',
    operationId: 'signOut',
    summary: 'Sign out of the console',
    description: 'Ends the session of this browser.',
    tag,
    outputs: { 204: done },
    errors: [crossSiteRequest],
    handle: async (services, { headers }) => ({
      status: 204,
      headers: answerHeaders(await signOut(services, headers)),
    }),
  }),
  publicRoute({
    method: 'POST',
    path: '/console/session/token',
    operationId: 'exchangeSession',
    summary: 'Exchange the session for an access token',
    description: 'The token carries the role and lives five minutes; get the next one before it ends.',
    tag,
    outputs: { 200: { description: 'The token, and who it is for.', schema: ConsoleToken, headers: cookie } },
    errors,
    handle: (services, { headers }) =>
      withSession(services, headers, async (ctx, open) => ({
        status: 200,
        body: await exchangeSession(ctx, open),
        headers: answerHeaders(open.cookie),
      })),
  }),
  publicRoute({
    method: 'DELETE',
    path: '/console/sessions',
    operationId: 'signOutEverywhere',
    summary: 'Sign out of the console everywhere',
    description: 'Ends the sessions of all browsers, this one too.',
    tag,
    outputs: { 204: done },
    errors,
    async handle(services, { headers }) {
      await withSession(services, headers, (ctx, open) => endSessions(ctx, open.operatorId));
      return { status: 204, headers: answerHeaders(await signOut(services, headers)) };
    },
  }),
  publicRoute({
    method: 'PUT',
    path: '/console/password',
    operationId: 'changePassword',
    summary: 'Change the own password',
    description: 'Ends the sessions of all other browsers.',
    tag,
    body: ChangePassword,
    outputs: { 204: done },
    errors: [...errors, passwordWrong, tooManyAttempts],
    example: { body: { password: '…', newPassword: '…' } },
    handle: (services, { headers, body }) =>
      withSession(services, headers, async (ctx, open) => {
        await changePassword(ctx, open, body);
        return { status: 204, headers: answerHeaders(open.cookie) };
      }),
  }),
  publicRoute({
    method: 'POST',
    path: '/console/second-factor',
    operationId: 'beginSecondFactor',
    summary: 'Set up an authenticator app',
    description: 'Answers the secret for it (RFC 6238). Nothing depends on it until a code has confirmed it.',
    tag,
    outputs: { 201: { description: 'The secret.', schema: SecondFactorSecret, headers: cookie } },
    errors: [...errors, secondFactorActive],
    handle: (services, { headers }) =>
      withSession(services, headers, async (ctx, open) => ({
        status: 201,
        body: await beginSecondFactor(ctx, open.operatorId),
        headers: answerHeaders(open.cookie),
      })),
  }),
  publicRoute({
    method: 'PUT',
    path: '/console/second-factor',
    operationId: 'confirmSecondFactor',
    summary: 'Confirm the authenticator app',
    description: 'From now on signing in takes a code too.',
    tag,
    body: ConfirmSecondFactor,
    outputs: { 204: done },
    errors: [...errors, codeWrong, secondFactorMissing, secondFactorActive],
    example: { body: { code: '123456' } },
    handle: (services, { headers, body }) =>
      withSession(services, headers, async (ctx, open) => {
        await confirmSecondFactor(ctx, open.operatorId, body.code);
        return { status: 204, headers: answerHeaders(open.cookie) };
      }),
  }),
  publicRoute({
    method: 'DELETE',
    path: '/console/second-factor',
    operationId: 'removeSecondFactor',
    summary: 'Remove the own second factor',
    description: 'Takes the password: an open laptop is not enough.',
    tag,
    body: RemoveSecondFactor,
    outputs: { 204: done },
    errors: [...errors, passwordWrong, tooManyAttempts],
    example: { body: { password: '…' } },
    handle: (services, { headers, body }) =>
      withSession(services, headers, async (ctx, open) => {
        await removeSecondFactor(ctx, open.operatorId, body.password);
        return { status: 204, headers: answerHeaders(open.cookie) };
      }),
  }),
  publicRoute({
    method: 'POST',
    path: '/console/invitation',
    operationId: 'readInvitation',
    summary: 'Look at an invitation',
    description: 'A POST, so that its secret stands in no address and no log. Looking changes nothing.',
    tag,
    body: InvitationSecret,
    outputs: { 200: { description: 'What it says.', schema: InvitationView } },
    errors: [crossSiteRequest, invitationNotFound],
    example: { body: { secret: '…' } },
    async handle(services, { headers, body }) {
      requireOwnPage(headers);
      return { status: 200, body: await readInvitation(services, body.secret), headers: answerHeaders(null) };
    },
  }),
  publicRoute({
    method: 'POST',
    path: '/console/invitation/accept',
    operationId: 'acceptInvitation',
    summary: 'Accept an invitation',
    description: 'Makes the operator, uses the link up, and signs in.',
    tag,
    body: AcceptInvitation,
    outputs: { 204: done },
    errors: [crossSiteRequest, invitationNotFound, emailInUse],
    example: { body: { secret: '…', name: 'Kim Example', password: '…' } },
    async handle(services, { headers, body }) {
      requireOwnPage(headers);
      const { cookie: made } = await acceptInvitation(services, body);
      return { status: 204, headers: answerHeaders(made) };
    },
  }),
];
