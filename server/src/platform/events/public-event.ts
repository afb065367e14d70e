import { type Static, type TObject, Type } from 'typebox';
import type { EventType } from './events.ts';

/** An event that customers may subscribe to: its name, what it says and the shape of its `data` are promises to them. */
export interface PublicEvent<Schema extends TObject = TObject> extends EventType<Static<Schema>> {
  /** When it happens, for somebody who decides whether to subscribe. */
  readonly description: string;
  readonly schema: Schema;
}

/**
 * Defines such an event, once: the compiler, the choice of `POST /api/webhooks`, the `webhooks` of the OpenAPI document and
 * the guide's table all read it. List it in the `events` of the module's `index.ts`; publishing one that isn't listed throws.
 */
export function definePublicEvent<Schema extends TObject>(
  type: string,
  { description, data }: { description: string; data: Schema },
): PublicEvent<Schema> {
  return { type, description, schema: data };
}

export const isPublicEvent = (event: EventType<object>): event is PublicEvent => 'schema' in event;

/** Fields that many events have. */
export const eventFields = {
  userId: Type.String({ description: 'The user it is about.' }),
  correlationId: Type.String({
    format: 'uuid',
    description: 'The process it belongs to: the `Finoos-Correlation-Id` that the call which began it has answered.',
  }),
};
