import { audit } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { drawSigningSecret } from './deliver/sign.ts';
import { requireWebhookForChange } from './require-webhook.ts';
import { sealSigningSecret } from './webhook-secrets.ts';
import { rotateSigningSecret } from './webhooks.queries.ts';

/** How long both secrets sign. */
const OVERLAP_MS = 24 * 3_600_000;

/** The new secret is in this answer and never again. */
export async function rotateSecret(ctx: Context, webhookId: string) {
  const webhook = await requireWebhookForChange(ctx, webhookId);
  const signingSecret = drawSigningSecret();
  const previousUntil = new Date(ctx.now().getTime() + OVERLAP_MS);
  const sealed = sealSigningSecret(ctx.secrets, webhook.webhookId, signingSecret);
  await rotateSigningSecret(ctx.session, webhook.webhookId, sealed, previousUntil);
  await audit(ctx, { action: 'webhook.secret_rotated', targetKind: 'webhook', targetId: webhook.webhookId });
  return { signingSecret, previousValidUntil: previousUntil.toISOString() };
}
