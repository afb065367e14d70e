import { Type } from 'typebox';
import { crossSiteRequest, readSessionScopes, sessionEnded, withSession } from '#modules/identity/index.ts';
import { AppError } from '#platform/http/errors.ts';
import { publicRoute } from '#platform/http/route.ts';
import { tooManyStreams } from './live.errors.ts';
import { ChangeStream } from './live.schemas.ts';
import { openStream } from './stream-changes.ts';

/** Proxies must neither keep nor collect the pieces. */
const STREAM_HEADERS = { 'cache-control': 'no-store', 'x-accel-buffering': 'no' };

export const liveRoutes = [
  publicRoute({
    method: 'GET',
    path: '/console/changes',
    operationId: 'followChanges',
    summary: 'Follow what changes',
    description:
      'Tells a page of the console what to read again: topics and ids of what its role may see, never the data. Open until the session ends or the server stops.',
    tag: 'Console',
    query: Type.Object({
      since: Type.Optional(
        Type.String({
          format: 'date-time',
          description: '`issuedAt` of the token that the page has begun with: what changed since then is told too.',
        }),
      ),
    }),
    outputs: {
      200: {
        description: 'As long as it lasts.',
        mediaType: 'text/event-stream',
        schema: ChangeStream,
        headers: { 'Set-Cookie': 'The session, when its secret was renewed.' },
      },
    },
    errors: [sessionEnded, crossSiteRequest, tooManyStreams],
    async handle(services, { headers, query }) {
      const open = await withSession(services, headers, async (_ctx, session) => session);
      const scopes = await readSessionScopes(services, open);
      if (!scopes) throw new AppError(sessionEnded, 'Nobody is signed in here, or no longer.');
      return {
        status: 200,
        headers: { ...STREAM_HEADERS, ...(open.cookie && { 'set-cookie': open.cookie }) },
        body: await openStream(services, open, scopes, query.since === undefined ? undefined : Date.parse(query.since)),
      };
    },
  }),
];
