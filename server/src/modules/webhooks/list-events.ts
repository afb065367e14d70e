import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { selectEvents, selectEventsSince } from '#platform/events/events.queries.ts';
import { invalidField } from '#platform/http/errors.ts';
import type { ListEventsQuery } from './webhooks.schemas.ts';

/** Oldest first, each as a webhook would carry it; the cursor is the id of the last one shown. */
export async function listEvents(ctx: Context, known: readonly string[], query: Static<typeof ListEventsQuery>) {
  const { limit = 100, cursor = null, types = known } = query;
  const unknown = types.find((type) => !known.includes(type));
  if (unknown !== undefined) throw invalidField('?types', `${unknown} is not an event that webhooks can hear of`);
  const since = new Date(query.since ?? 0);
  const heads = await selectEventsSince(ctx.session, ctx.workspaceId, {
    types,
    since,
    after: cursor,
    limit: limit + 1,
  });
  const shown = heads.slice(0, limit).map(({ eventId }) => eventId);
  const events = new Map((await selectEvents(ctx.session, shown)).map((event) => [event.eventId, event]));
  return {
    events: shown.flatMap((eventId) => {
      const event = events.get(eventId);
      return event
        ? [{ id: eventId, type: event.type, timestamp: event.createdAt.toISOString(), data: event.data }]
        : [];
    }),
    nextCursor: heads.length > limit ? (shown.at(-1) ?? null) : null,
  };
}
