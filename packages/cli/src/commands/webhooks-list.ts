import type { Call } from '../command.types.ts';
import { describeWebhook } from '../webhooks/describe-webhook.ts';

export async function run(call: Call): Promise<undefined> {
  const kontor = await call.connect();
  const { webhooks } = await kontor.listWebhooks();
  call.terminal.table(
    webhooks,
    {
      webhookId: ({ webhookId }) => webhookId,
      endpoint: ({ endpoint }) => endpoint.replace(/\?.*/, '?…'),
      state: (webhook) => describeWebhook(webhook) ?? 'well',
      events: ({ events }) => events.join(', '),
    },
    'There is no webhook: “kontor call createWebhook” makes one, “kontor webhooks listen” needs none.',
  );
}
