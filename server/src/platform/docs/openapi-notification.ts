import type { TSchema } from 'typebox';
import type { JsonSchema, Notification, Parameter } from './openapi.types.ts';

/** What customers may subscribe to, as the document describes it. */
export interface EventDescription {
  type: string;
  /** When it happens. */
  description: string;
  /** The whole body of the request. */
  body: TSchema;
}

const header = (name: string, description: string): Parameter => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
});

const HEADERS = [
  header('webhook-id', 'The event: the same at every attempt.'),
  header('webhook-timestamp', 'When this attempt was made, in seconds since 1970.'),
  header(
    'webhook-signature',
    'Signatures by the secrets that are valid now, separated by blanks: `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64 (Standard Webhooks 1.0).',
  ),
];

/** The request that tells of an event; `refer` puts names in place of schemas. */
export function describeNotification(
  { type, description, body }: EventDescription,
  tag: string,
  refer: (schema: TSchema) => JsonSchema,
): Notification {
  return {
    summary: type,
    description,
    tags: [tag],
    parameters: HEADERS,
    requestBody: {
      required: true,
      description: 'The event.',
      content: { 'application/json': { schema: refer(body) } },
    },
    responses: {
      '2XX': { description: 'Acknowledged; the body does not matter.' },
      '410': { description: 'The endpoint is gone: the webhook is switched off at once.' },
      default: {
        description: 'Not acknowledged, redirects too: tried again later, after `Retry-After` if there is one.',
      },
    },
  };
}
