import type { Services } from '#platform/context.ts';
import type { PublishedEvent } from '#platform/events/events.ts';
import { redactText } from '#platform/log/index.ts';
import { OutboundError } from '#platform/outbound/index.ts';
import type { OpenSecrets } from '../webhook-secrets.ts';
import type { Attempt, WebhookRow } from '../webhooks.types.ts';
import { readRetryAfter } from './retry-schedule.ts';
import { sign } from './sign.ts';

export interface Receiver {
  webhook: WebhookRow;
  secrets: OpenSecrets;
  allowList: readonly string[];
}

export interface AttemptResult {
  attempt: Attempt;
  retryAfterSeconds: number | null;
}

/** Of the answer's body: what is read, and what is shown of it. */
const READ_BYTES = 4_096;
const SHOWN_CHARACTERS = 500;
export const EVENT_EXPIRED = { type: 'event_expired', message: 'The event is older than Kontor keeps events.' };
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** The body of the request: the same bytes at every attempt, but for a secret that was changed meanwhile. */
export function writePayload(event: PublishedEvent<object>, secret: string | null): string {
  const { eventId: id, type, createdAt, data } = event;
  return JSON.stringify({ id, type, timestamp: createdAt.toISOString(), data, ...(secret === null ? {} : { secret }) });
}

/**
 * Sends an event once; whatever goes wrong on the way is the result.
 *
 * @param event undefined when the outbox has it no more
 */
export async function attemptDelivery(
  { outbound, now }: Services,
  { webhook, secrets, allowList }: Receiver,
  event: PublishedEvent<object> | undefined,
  timeoutMs: number,
): Promise<AttemptResult> {
  const startedAt = now();
  const startedMs = performance.now();
  const end = (rest: Omit<Attempt, 'at' | 'durationMs'>): Attempt => ({
    at: startedAt.toISOString(),
    durationMs: Math.round(performance.now() - startedMs),
    ...rest,
  });
  if (!event) return { attempt: end({ status: null, error: EVENT_EXPIRED, response: null }), retryAfterSeconds: null };
  const body = writePayload(event, secrets.secret);
  const timestampSeconds = Math.floor(startedAt.getTime() / 1000);
  try {
    const answer = await outbound.request({
      method: webhook.method,
      url: webhook.endpoint,
      headers: {
        'content-type': 'application/json',
        'webhook-id': event.eventId,
        'webhook-timestamp': String(timestampSeconds),
        'webhook-signature': sign(event.eventId, timestampSeconds, body, secrets.signing),
      },
      body,
      timeoutMs,
      maxBytes: READ_BYTES,
      overflow: 'cut',
      lane: webhook.webhookId,
      allowList,
    });
    const isPlain = (answer.headers['content-encoding'] ?? 'identity') === 'identity';
    return {
      attempt: end({ status: answer.status, error: null, response: isPlain ? excerptOf(answer.body) : null }),
      retryAfterSeconds: readRetryAfter(answer.headers['retry-after'], now()),
    };
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    const { code: type, message } = error;
    return { attempt: end({ status: null, error: { type, message }, response: null }), retryAfterSeconds: null };
  }
}

function excerptOf(body: Buffer): string | null {
  const text = redactText(body.toString('utf8').replace(CONTROL_CHARACTERS, ' ')).trim();
  return text === '' ? null : text.slice(0, SHOWN_CHARACTERS);
}
