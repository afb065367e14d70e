import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { type ReceivedWebhook, verifyWebhook, WebhookError } from '../src/index.ts';

const secret = `whsec_${Buffer.from('0123456789abcdef01234567').toString('base64')}`;
const body = JSON.stringify({
  id: 'e',
  type: 'webhook.test',
  timestamp: '2026-03-01T12:00:00.000Z',
  data: { über: 1 },
});

/** Signed by the reference library of Standard Webhooks. */
function received(more: Partial<ReceivedWebhook> = {}, signedAtMs = Date.now()): ReceivedWebhook {
  const signature = new Webhook(secret).sign('msg_1', new Date(signedAtMs), body);
  const timestamp = String(Math.floor(signedAtMs / 1000));
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,AAAA ${signature}`,
  };
  return { secret, headers, body, ...more };
}

/** As asymmetric keys would sign, which Kontor does not use. */
function otherKind() {
  const headers = new Headers(received().headers as Record<string, string>);
  headers.set('webhook-signature', 'v1a,AAAA');
  return headers;
}

test('what is signed is the event', async () => {
  expect(await verifyWebhook(received())).toEqual(JSON.parse(body));
  const headers = new Headers(received().headers as Record<string, string>);
  expect(await verifyWebhook(received({ headers, body: new TextEncoder().encode(body) }))).toMatchObject({ id: 'e' });
});

test.each([
  ['another body', received({ body: `${body} ` })],
  ['another secret', received({ secret: `whsec_${btoa('another secret of 24 b')}` })],
  ['a secret that is none', received({ secret: 'whsec_%' })],
  ['no headers', received({ headers: {} })],
  ['an old one', received({}, Date.now() - 400_000)],
  ['one of the future', received({}, Date.now() + 400_000)],
  ['another kind of signature', received({ headers: otherKind() })],
])('%s is refused', async (_, webhook) => {
  await expect(verifyWebhook(webhook)).rejects.toBeInstanceOf(WebhookError);
});
