import type { WebhookEvent } from './api.gen.ts';
import { WebhookError } from './errors.ts';

export interface ReceivedWebhook {
  /** The `signingSecret` of the webhook: `whsec_…`. */
  secret: string;
  /** Of the request: `Headers`, or an object with names in lower case. */
  headers: Headers | Readonly<Record<string, string | string[] | undefined>>;
  /** As it came, before anything has parsed it. */
  body: string | Uint8Array<ArrayBuffer>;
  /** How far the sender's clock may be off. Default 300 s. */
  toleranceSeconds?: number;
}

/**
 * The event, when it is signed as Standard Webhooks 1.0 says and was sent just now. Rejects with `WebhookError`: answer 400
 * then, and do nothing.
 */
export async function verifyWebhook(received: ReceivedWebhook): Promise<WebhookEvent> {
  const { secret, headers, toleranceSeconds = 300 } = received;
  const read = (name: string) => String((headers instanceof Headers ? headers.get(name) : headers[name]) ?? '');
  const id = read('webhook-id');
  const timestamp = read('webhook-timestamp');
  const isNow = /^\d+$/.test(timestamp) && Math.abs(Date.now() / 1000 - Number(timestamp)) <= toleranceSeconds;
  if (!id || !isNow) throw new WebhookError('The webhook has no id, or its time is too old or in the future.');
  const body = typeof received.body === 'string' ? received.body : new TextDecoder().decode(received.body);
  const key = await importKey(secret);
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  for (const signature of read('webhook-signature').split(' ')) {
    const bytes = signature.startsWith('v1,') ? decode(signature.slice(3)) : null;
    // The comparison inside takes the same time for every signature.
    if (bytes && (await crypto.subtle.verify('HMAC', key, bytes, signed))) return JSON.parse(body) as WebhookEvent;
  }
  throw new WebhookError('The webhook is not signed by this secret.');
}

function importKey(secret: string) {
  const bytes = decode(secret.replace(/^whsec_/, ''));
  if (!bytes?.length) throw new WebhookError('The secret of the webhook is not base64: it begins with whsec_.');
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
}

function decode(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
