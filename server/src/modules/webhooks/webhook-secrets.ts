import type { SecretBox } from '#platform/crypto/secret-box.ts';
import type { WebhookRow } from './webhooks.types.ts';

/** The customer's own secret, which goes along in the body. */
export const sealSecret = (box: SecretBox, webhookId: string, secret: string) => box.seal(secret, bodyPlace(webhookId));

/** Kontor's secret, which signs. */
export const sealSigningSecret = (box: SecretBox, webhookId: string, secret: string) =>
  box.seal(secret, signingPlace(webhookId));

export interface OpenSecrets {
  /** Goes into the body; null: none. */
  secret: string | null;
  /** Each signs; the newest first. */
  signing: string[];
}

/** Opens what a webhook sends with at a moment: while a rotation overlaps, two secrets sign. */
export function openSecrets(box: SecretBox, webhook: WebhookRow, now: Date): OpenSecrets {
  const { webhookId, sealedPreviousSigningSecret: previous, previousSigningSecretUntil: until } = webhook;
  const sealed = [webhook.sealedSigningSecret, ...(previous && until && until > now ? [previous] : [])];
  return {
    secret: webhook.sealedSecret === null ? null : box.open(webhook.sealedSecret, bodyPlace(webhookId)),
    signing: sealed.map((text) => box.open(text, signingPlace(webhookId))),
  };
}

const bodyPlace = (webhookId: string) => `webhooks.secret:${webhookId}`;
const signingPlace = (webhookId: string) => `webhooks.signing_secret:${webhookId}`;
