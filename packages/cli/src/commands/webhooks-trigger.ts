import { setTimeout as sleep } from 'node:timers/promises';
import { resolveAccess } from '../access/resolve-access.ts';
import type { Call } from '../command.types.ts';
import { usageError } from '../exit.ts';
import { exampleEvent } from '../webhooks/example-event.ts';
import { describeForwarded, forward, forwardingSecret, isAcknowledged, readTarget } from '../webhooks/forward.ts';

const LOOK_EVERY_MS = 250;
/** The endpoint has 15 s to answer. */
const LONGEST_MS = 20_000;

export async function run(call: Call): Promise<number> {
  const [webhookId, target] = [call.text('webhook'), call.text('forward-to')];
  if ((webhookId === undefined) === (target === undefined)) {
    throw usageError('Say --webhook ID or --forward-to URL.', '“kontor webhooks list” shows the webhooks.');
  }
  if (target !== undefined) return sendExample(call, readTarget(target));
  if (call.find('event') && call.find('event') !== 'webhook.test') {
    throw usageError(
      'Kontor itself sends webhook.test only.',
      'Examples of other events go to your machine: --forward-to 3000.',
    );
  }
  return testWebhook(call, webhookId ?? '');
}

async function sendExample(call: Call, target: string): Promise<number> {
  const { terminal, world } = call;
  const { url } = await resolveAccess(call);
  const event = await exampleEvent(url, call.find('event') ?? 'webhook.test');
  const outcome = await forward(target, event, await forwardingSecret(call), world.signal);
  terminal.result({ ...event, forwarded: outcome }, () => `${event.type} ${describeForwarded(outcome)}`);
  return isAcknowledged(outcome) ? 0 : 1;
}

async function testWebhook(call: Call, webhookId: string): Promise<number> {
  const { terminal, world } = call;
  const kontor = await call.connect();
  const { deliveryId } = await kontor.testWebhook({ webhookId });
  const endMs = performance.now() + LONGEST_MS;
  for (;;) {
    const delivery = await kontor.getWebhookDelivery({ webhookId, deliveryId });
    const attempt = delivery.attempts.at(-1);
    if (attempt) {
      const answered = attempt.status === null ? (attempt.error?.message ?? 'no answer') : `answered ${attempt.status}`;
      terminal.result(delivery, () => `webhook.test: the endpoint ${answered} (${attempt.durationMs} ms)`);
      return delivery.status === 'delivered' ? 0 : 1;
    }
    if (performance.now() > endMs) {
      terminal.result(
        delivery,
        () => `webhook.test is on its way, but was not sent within ${LONGEST_MS / 1000} s: is a worker running?`,
      );
      return 1;
    }
    await sleep(LOOK_EVERY_MS, undefined, { signal: world.signal });
  }
}
