import { Type } from 'typebox';
import { type Output, publicRoute, type Route } from '#platform/http/route.ts';
import { actOnSession, isOwnForm, textOf } from './act-on-session.ts';
import { comeBack, openBankWindow } from './bank-window.ts';
import { followApproval } from './follow-approval.ts';
import { showLink, takeLink } from './link-pages.ts';
import { isSettled } from './linked-banks.ts';
import { SCRIPT, SCRIPT_PATH, STYLE, STYLE_PATH } from './page/assets.ts';
import { asPage, HTML, missingReply, pageReply, partReply, toSession } from './page-reply.ts';
import { renderBanks, screenOf, viewOfVisit } from './show-session.ts';
import { enterVisit } from './visit.ts';

const tag = 'Connecting a bank';
const description = 'Part of the hosted page; for the browser of the end user.';
const page = (text: string): Output => ({ description: text, mediaType: HTML });
const seen = { description: 'On to the page of the session.', headers: { Location: 'The page.' } };
const missing = page('There is nothing here for this browser: a page that says so.');
const broken = {
  500: page('Something broke: a page that says so.'),
  503: page('The database is away: a page that says so.'),
};
const Token = Type.Object({ token: Type.String({ description: 'The secret of the link.' }) });
const SessionId = Type.Object({ sessionId: Type.String({ description: 'The session.' }) });
const Form = Type.Record(Type.String(), Type.Union([Type.String(), Type.Array(Type.String())]), {
  description: 'A form of the page.',
});
const bodyMediaType = 'application/x-www-form-urlencoded';
const example = { body: { action: 'open' } };
/** A form with what a bank may ask for, and no more. */
const bodyLimitBytes = 32 * 1024;

const textQuery = (query: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

const asset = (operationId: string, path: string, mediaType: string, text: string): Route =>
  publicRoute({
    method: 'GET',
    path,
    operationId,
    summary: 'How the hosted page looks and reacts',
    description: 'Asked for under an address that changes with what is in it, so browsers keep it.',
    tag,
    outputs: { 200: { description: 'The file.', mediaType } },
    handle: async () => ({
      status: 200,
      body: text,
      headers: { 'cache-control': 'public, max-age=31536000, immutable' },
    }),
  });

export const pageRoutes = [
  publicRoute({
    method: 'GET',
    path: '/connect/open/{token}',
    operationId: 'openConnectLink',
    summary: 'The page behind a redirect address',
    description:
      'Says who asks for what. Looking changes nothing, so previews do no harm; going on from it binds the session to the browser.',
    tag,
    params: Token,
    query: Type.Object({
      language: Type.Optional(Type.String({ description: '`en` or `de`: another language than that of the session.' })),
    }),
    outputs: {
      200: page('The page.'),
      303: seen,
      404: missing,
      410: page('Used or over: a page that says so.'),
      ...broken,
    },
    handle: asPage((services, { params, query, headers, clientAddress }) =>
      showLink(services, params.token, { headers, clientAddress }, query.language),
    ),
  }),
  publicRoute({
    method: 'POST',
    path: '/connect/open/{token}',
    operationId: 'enterConnectLink',
    summary: 'Go on from the page behind a redirect address',
    description,
    tag,
    params: Token,
    body: Form,
    bodyMediaType,
    bodyLimitBytes,
    example,
    outputs: {
      200: page('The browser keeps no cookie: a page that says what to do.'),
      303: seen,
      404: missing,
      410: page('Used or over: a page that says so.'),
      ...broken,
    },
    handle: asPage((services, { params, body, headers, clientAddress }) =>
      takeLink(services, params.token, { headers, clientAddress }, body),
    ),
  }),
  publicRoute({
    method: 'GET',
    path: '/connect/sessions/{session-id}',
    operationId: 'showConnectPage',
    summary: 'What the hosted page shows now',
    description,
    tag,
    params: SessionId,
    query: Type.Object({
      q: Type.Optional(Type.String({ description: 'Which bank to look for.' })),
      notice: Type.Optional(Type.String({ description: 'What is said first.' })),
    }),
    outputs: { 200: page('The page.'), 404: missing, ...broken },
    handle: asPage(async (services, { params, query, ...request }) => {
      const entered = await enterVisit(services, params.sessionId, request);
      if (!entered) return missingReply(services, params.sessionId);
      const visit = await followApproval(entered);
      const view = viewOfVisit(visit, query.notice);
      return pageReply(view, await screenOf(visit, view, query));
    }),
  }),
  publicRoute({
    method: 'POST',
    path: '/connect/sessions/{session-id}',
    operationId: 'actOnConnectPage',
    summary: 'A form of the hosted page',
    description,
    tag,
    params: SessionId,
    body: Form,
    bodyMediaType,
    bodyLimitBytes,
    example,
    outputs: { 303: seen, 404: missing, ...broken },
    handle: asPage(async (services, { params, body, ...request }) => {
      const visit = await enterVisit(services, params.sessionId, request);
      if (!visit || !isOwnForm(visit, body)) return missingReply(services, params.sessionId);
      return toSession(viewOfVisit(visit), await actOnSession(visit, body));
    }),
  }),
  publicRoute({
    method: 'GET',
    path: '/connect/sessions/{session-id}/state',
    operationId: 'followConnectPage',
    summary: 'Whether the hosted page has something new to show',
    description,
    tag,
    params: SessionId,
    outputs: {
      200: {
        description: 'How it stands.',
        schema: Type.Object(
          {
            status: Type.String({ description: 'How the session is.' }),
            version: Type.Integer({ description: 'Grows with each change of the page.' }),
            isNews: Type.Boolean({ description: 'What was waited for beside that has come.' }),
          },
          { additionalProperties: false, description: 'How it stands.' },
        ),
        headers: { 'Cache-Control': 'Always `no-store`.' },
      },
      404: missing,
      ...broken,
    },
    handle: asPage(async (services, { params, ...request }) => {
      const entered = await enterVisit(services, params.sessionId, request);
      if (!entered) return missingReply(services, params.sessionId);
      const { session } = await followApproval(entered);
      const { status, version } = session;
      return {
        status: 200,
        body: { status, version, isNews: await isSettled(entered) },
        headers: { 'cache-control': 'no-store' },
      };
    }),
  }),
  publicRoute({
    method: 'GET',
    path: '/connect/sessions/{session-id}/banks',
    operationId: 'findBanksOnConnectPage',
    summary: 'The banks that a text finds, as a part of the hosted page',
    description,
    tag,
    params: SessionId,
    query: Type.Object({ q: Type.Optional(Type.String({ description: 'Name, BIC or bank code, or a part of one.' })) }),
    outputs: { 200: page('A list of forms.'), 404: missing, ...broken },
    handle: asPage(async (services, { params, query, ...request }) => {
      const visit = await enterVisit(services, params.sessionId, request);
      if (!visit) return missingReply(services, params.sessionId);
      const view = viewOfVisit(visit);
      return partReply(view, await renderBanks(visit, view, query.q ?? ''));
    }),
  }),
  publicRoute({
    method: 'POST',
    path: '/connect/sessions/{session-id}/bank-window',
    operationId: 'openBankWindow',
    summary: 'From a frame to the bank, in a window of its own',
    description,
    tag,
    params: SessionId,
    body: Form,
    bodyMediaType,
    bodyLimitBytes,
    example,
    outputs: { 200: page('The page that leads to the bank.'), 404: missing, ...broken },
    handle: asPage((services, { params, body, ...request }) =>
      openBankWindow(services, params.sessionId, textOf(body, 'handoff'), request),
    ),
  }),
  publicRoute({
    method: 'GET',
    path: '/connect/sessions/{session-id}/return',
    operationId: 'returnFromBank',
    summary: 'Back from the bank',
    description: 'Where the bank sends the browser after the log-in on its own pages.',
    tag,
    params: SessionId,
    query: Type.Object({
      state: Type.Optional(Type.String({ description: 'Proves that the session sent the browser there.' })),
    }),
    outputs: { 200: page('In a window of its own: that it can be closed.'), 303: seen, 404: missing, ...broken },
    handle: asPage((services, { params, query, ...request }) =>
      comeBack(services, params.sessionId, textQuery(query), request),
    ),
  }),
  asset('getConnectStyle', STYLE_PATH, 'text/css; charset=utf-8', STYLE),
  asset('getConnectScript', SCRIPT_PATH, 'text/javascript; charset=utf-8', SCRIPT),
];
