import type { Services } from './context.ts';
import { deleteOldEvents } from './events/events.queries.ts';
import { deleteOldIdempotencyKeys } from './http/idempotency.queries.ts';
import type { KontorModule } from './module.ts';

/** How long the outbox can answer "what happened". */
const EVENT_DAYS = 30;
/** How long a repeated Idempotency-Key gets the first answer. */
const IDEMPOTENCY_HOURS = 24;

async function deleteWhatIsOld(services: Services) {
  await services.database.transaction(null, async (session) => {
    await deleteOldEvents(session, EVENT_DAYS);
    await deleteOldIdempotencyKeys(session, IDEMPOTENCY_HOURS);
  });
}

/** The platform's own schedules, in the shape of a module so that they are mounted like one. */
export const housekeeping: KontorModule = {
  name: 'platform',
  schedules: [{ name: 'delete-what-is-old', cron: '41 * * * *', run: deleteWhatIsOld }],
};
