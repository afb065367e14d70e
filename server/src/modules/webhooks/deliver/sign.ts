import { createHmac, randomBytes } from 'node:crypto';

const SECRET_PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** A new secret as Standard Webhooks writes them: `whsec_` and the key in base64. */
export const drawSigningSecret = () => `${SECRET_PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;

/**
 * The `webhook-signature` of a message: one HMAC-SHA256 of `id.timestamp.body` for each secret, separated by blanks, so that
 * a receiver that knows any of them can verify it. https://github.com/standard-webhooks/standard-webhooks, version 1.0
 *
 * @param secrets `whsec_…`
 */
export function sign(id: string, timestampSeconds: number, body: string, secrets: readonly string[]): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
      return `v1,${createHmac('sha256', key).update(`${id}.${timestampSeconds}.${body}`).digest('base64')}`;
    })
    .join(' ');
}
