import { setTimeout as sleep } from 'node:timers/promises';
import { setOutboundAllowList } from '#modules/identity/index.ts';
import type { TestWorkspace } from './test-kontor.ts';

/** Nobody listens there: the attempt ends at once. */
const NOBODY = '127.0.0.1:9';

/** A webhook with a delivery whose only attempt has failed; nothing else happens to it by itself. */
export async function seedWebhook({ api, run }: TestWorkspace, marker: string) {
  await run((ctx) => setOutboundAllowList(ctx, [NOBODY]));
  const subscription = { endpoint: `https://${NOBODY}/`, events: ['webhook.disabled'], description: marker };
  const { webhookId } = (await api.post('/webhooks', subscription)).body;
  const { deliveryId } = (await api.post(`/webhooks/${webhookId}/test`)).body;
  const deadline = Date.now() + 60_000;
  for (;;) {
    const { body } = await api.get(`/webhooks/${webhookId}/deliveries/${deliveryId}`);
    if (body.status === 'failed') return { webhookId: webhookId as string, deliveryId: deliveryId as string };
    if (Date.now() > deadline) throw new Error(`The test of the webhook is not over: ${JSON.stringify(body)}`);
    await sleep(20);
  }
}
