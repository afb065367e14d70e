import { defineError } from '#platform/http/errors.ts';

export const webhookNotFound = defineError('webhook_not_found', 404, 'There is no such webhook in this workspace.');
export const deliveryNotFound = defineError('delivery_not_found', 404, 'The webhook has no such delivery.');
export const tooManyWebhooks = defineError(
  'too_many_webhooks',
  409,
  'The workspace has as many webhooks as it may have.',
);
export const webhookInactive = defineError('webhook_inactive', 409, 'The webhook is switched off; activate it first.');
