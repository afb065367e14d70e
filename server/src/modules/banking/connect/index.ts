/** The hosted page on which end users connect banks: what the module `banking` mounts of it. */
import { userErasing, userExporting } from '#modules/users/index.ts';
import { react } from '#platform/events/events.ts';
import type { KontorModule } from '#platform/module.ts';
import { callOff } from './call-off.ts';
import { connectionCancelled, connectionCompleted, connectionFailed } from './connect.events.ts';
import { deleteSessionsOfUser, selectTalkingSessions, sessionRowsOfUser } from './connect.queries.ts';
import { connectRoutes } from './connect.routes.ts';
import * as schemas from './connect.schemas.ts';
import { deleteSessionsThatAreOld, expireSessions } from './expire-sessions.ts';
import { pageRoutes } from './page.routes.ts';

export const hostedPage = {
  routes: [...connectRoutes, ...pageRoutes],
  schemas,
  events: [connectionCompleted, connectionCancelled, connectionFailed],
  reactions: [
    react(userErasing, async (ctx, { userKey }) => {
      for (const session of await selectTalkingSessions(ctx.session, userKey)) await callOff(ctx, session);
      return deleteSessionsOfUser(ctx.session, userKey);
    }),
    react(userExporting, async (ctx, { userKey }) => sessionRowsOfUser(ctx.session, userKey)),
  ],
  schedules: [
    { name: 'expire-connect-sessions', cron: '* * * * *', run: expireSessions },
    { name: 'delete-old-connect-sessions', cron: '29 3 * * *', run: deleteSessionsThatAreOld },
  ],
} satisfies Omit<KontorModule, 'name'>;
