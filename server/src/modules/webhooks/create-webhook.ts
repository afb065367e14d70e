import type { Static } from 'typebox';
import { audit } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { AppError } from '#platform/http/errors.ts';
import { checkEndpoint, originOf } from './check-endpoint.ts';
import { drawSigningSecret } from './deliver/sign.ts';
import { presentWebhook } from './present-webhook.ts';
import { requireWebhook } from './require-webhook.ts';
import { sealSecret, sealSigningSecret } from './webhook-secrets.ts';
import { tooManyWebhooks } from './webhooks.errors.ts';
import { countWebhooks, insertWebhook, lockWebhooks } from './webhooks.queries.ts';
import type { createWebhookBody } from './webhooks.schemas.ts';

/** Every event is sent to each that has subscribed: more would be one company's load on all others. */
const MAX_WEBHOOKS = 20;

/** The signing secret is in this answer and never again. */
export async function createWebhook(ctx: Context, input: Static<ReturnType<typeof createWebhookBody>>) {
  await checkEndpoint(ctx, input.endpoint);
  await lockWebhooks(ctx.session, ctx.workspaceId);
  if ((await countWebhooks(ctx.session, ctx.workspaceId)) >= MAX_WEBHOOKS) {
    throw new AppError(
      tooManyWebhooks,
      `A workspace may have ${MAX_WEBHOOKS} webhooks; delete one or extend its events.`,
    );
  }
  const webhookId = uuidv7(ctx.now().getTime());
  const signingSecret = drawSigningSecret();
  await insertWebhook(ctx.session, ctx.workspaceId, {
    webhookId,
    endpoint: input.endpoint,
    method: input.method ?? 'POST',
    events: input.events,
    description: input.description ?? null,
    active: input.active ?? true,
    sealedSecret: input.secret ? sealSecret(ctx.secrets, webhookId, input.secret) : null,
    sealedSigningSecret: sealSigningSecret(ctx.secrets, webhookId, signingSecret),
  });
  await audit(ctx, {
    action: 'webhook.created',
    targetKind: 'webhook',
    targetId: webhookId,
    details: { origin: originOf(input.endpoint), events: input.events },
  });
  return { ...presentWebhook(await requireWebhook(ctx, webhookId)), signingSecret };
}
