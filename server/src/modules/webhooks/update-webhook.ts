import type { Static } from 'typebox';
import { audit } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { checkEndpoint, originOf } from './check-endpoint.ts';
import { notifyWorkers } from './deliveries.queries.ts';
import { presentWebhook } from './present-webhook.ts';
import { requireWebhook, requireWebhookForChange } from './require-webhook.ts';
import { sealSecret } from './webhook-secrets.ts';
import { updateWebhookRow } from './webhooks.queries.ts';
import type { updateWebhookBody } from './webhooks.schemas.ts';

/** Changes what is given. A new endpoint, and `active: true`, forgive what the endpoint has failed so far. */
export async function updateWebhook(
  ctx: Context,
  webhookId: string,
  input: Static<ReturnType<typeof updateWebhookBody>>,
) {
  const stored = await requireWebhookForChange(ctx, webhookId);
  const { secret, ...change } = input;
  if (input.endpoint !== undefined) await checkEndpoint(ctx, input.endpoint);
  const values = { ...stored, ...change, sealedSecret: sealedSecretAfter(ctx, stored, secret) };
  const forgive = input.active === true || values.endpoint !== stored.endpoint;
  await updateWebhookRow(ctx.session, stored.webhookId, values, forgive);
  if (forgive) await notifyWorkers(ctx.session);
  await audit(ctx, {
    action: 'webhook.updated',
    targetKind: 'webhook',
    targetId: stored.webhookId,
    details: {
      fields: Object.keys(input).sort(),
      origin: originOf(values.endpoint),
      events: values.events,
      active: values.active,
    },
  });
  return presentWebhook(await requireWebhook(ctx, webhookId));
}

function sealedSecretAfter(
  ctx: Context,
  stored: { webhookId: string; sealedSecret: string | null },
  secret: string | null | undefined,
): string | null {
  if (secret === undefined) return stored.sealedSecret;
  return secret === null ? null : sealSecret(ctx.secrets, stored.webhookId, secret);
}
