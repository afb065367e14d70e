import { createHmac, randomBytes } from 'node:crypto';
import { readProfiles, writeProfiles } from '../access/profiles.ts';
import { resolveAccess } from '../access/resolve-access.ts';
import type { Call } from '../command.types.ts';
import { usageError } from '../exit.ts';

/** What a webhook carries. */
export interface WebhookBody {
  id: string;
  type: string;
  timestamp: string;
  data: unknown;
}

export interface Forwarded {
  /** The HTTP status; null when nobody answered. */
  status: number | null;
  error: string | null;
  durationMs: number;
}

/** As long as Kontor waits for an endpoint. */
const TIMEOUT_MS = 15_000;

/** `3000`, `3000/hooks`, `localhost:3000`, or a whole address. */
export function readTarget(given: string): string {
  const full = /^https?:\/\//.test(given) ? given : `http://${/^\d+(\/|$)/.test(given) ? 'localhost:' : ''}${given}`;
  if (!URL.canParse(full))
    throw usageError(`--forward-to “${given}” is no address.`, 'For example --forward-to 3000/hooks/kontor');
  return full;
}

/** The secret that signs what is forwarded: of KONTOR_WEBHOOK_SECRET, or one of this machine that stays the same. */
export async function forwardingSecret(call: Call): Promise<string> {
  const { world } = call;
  const given = world.env.KONTOR_WEBHOOK_SECRET;
  if (given) {
    if (!/^whsec_[\w+/]+=*$/.test(given))
      throw usageError('KONTOR_WEBHOOK_SECRET does not look like whsec_… in base64.');
    return given;
  }
  const { profileName, url } = await resolveAccess(call);
  const all = await readProfiles(world);
  const profile = all.profiles[profileName] ?? { url };
  if (profile.forwardingSecret) return profile.forwardingSecret;
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const profiles = { ...all.profiles, [profileName]: { ...profile, forwardingSecret: secret } };
  await writeProfiles(world, { ...all, profiles });
  return secret;
}

/** Sends it once, signed as docs/webhooks.md says. */
export async function forward(
  url: string,
  event: WebhookBody,
  secret: string,
  signal: AbortSignal,
): Promise<Forwarded> {
  const body = JSON.stringify(event);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${event.id}.${timestamp}.${body}`).digest('base64');
  const headers = {
    'content-type': 'application/json',
    'webhook-id': event.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
  const startMs = performance.now();
  const since = () => Math.round(performance.now() - startMs);
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: limit });
    await response.body?.cancel();
    return { status: response.status, error: null, durationMs: since() };
  } catch (error) {
    signal.throwIfAborted();
    const { message, cause, name } = error as Error & { cause?: { code?: string } };
    const reason = name === 'TimeoutError' ? `no answer within ${TIMEOUT_MS / 1000} s` : (cause?.code ?? message);
    return { status: null, error: reason, durationMs: since() };
  }
}

export const isAcknowledged = ({ status }: Forwarded): boolean => status !== null && status >= 200 && status < 300;

/** `→ 204 (12 ms)`. */
export const describeForwarded = ({ status, error, durationMs }: Forwarded): string =>
  `→ ${status ?? error} (${durationMs} ms)`;
