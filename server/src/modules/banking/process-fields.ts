import { Type } from 'typebox';
import { eventFields } from '#platform/events/public-event.ts';

/** Fields of the events that may belong to a visit of the hosted page: what happens in it, and what follows from it. */
export const processFields = {
  ...eventFields,
  webhookData: Type.Unknown({
    description:
      'What the call that created the session of the hosted page gave along; null if nothing, or if no session has led to this.',
  }),
};
