import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { webhookInactive, webhookNotFound } from './webhooks.errors.ts';
import { lockWebhook, selectWebhook } from './webhooks.queries.ts';
import type { WebhookRow } from './webhooks.types.ts';

/** The webhook of a path; rejects with `webhook_not_found`. */
export async function requireWebhook(ctx: Context, webhookId: string): Promise<WebhookRow> {
  return found(await selectWebhook(ctx.session, { workspaceId: ctx.workspaceId, webhookId }));
}

/** The same for a change: nobody else changes it until the transaction ends. */
export async function requireWebhookForChange(ctx: Context, webhookId: string): Promise<WebhookRow> {
  return found(await lockWebhook(ctx.session, { workspaceId: ctx.workspaceId, webhookId }));
}

/** The same for sending to it; rejects with `webhook_inactive` when it is off. */
export async function requireActiveWebhook(ctx: Context, webhookId: string): Promise<WebhookRow> {
  const webhook = await requireWebhookForChange(ctx, webhookId);
  if (!webhook.active) throw new AppError(webhookInactive, 'The webhook is switched off; activate it first.');
  return webhook;
}

function found(webhook: WebhookRow | undefined): WebhookRow {
  if (!webhook) throw new AppError(webhookNotFound, 'There is no webhook with this id.');
  return webhook;
}
