import type { DetachedContext } from '#platform/context.ts';
import { OutboundError } from '#platform/outbound/index.ts';
import { openKey } from '../environment-keys.ts';
import type { CallableEndpoint, FailureKind } from '../integrations.types.ts';
import type { FilledRequest } from './fill-template.ts';
import { type ReadAnswer, readAnswer } from './read-answer.ts';

/** One try of a call. */
export interface Attempt extends ReadAnswer {
  status: number | null;
  retryAfterSeconds: number | null;
}

export interface Transport {
  allowList: readonly string[];
  timeoutMs: number;
  /** Writes only. */
  idempotencyKey: string | null;
}

const MAX_ANSWER_BYTES = 262_144;
const REPLACED_KEY = '[key]';

/** Sends a request once. Whatever goes wrong is the result; neither it nor anything else holds the key. */
export async function sendRequest(
  ctx: Pick<DetachedContext, 'outbound' | 'secrets'>,
  { endpointId, integrationId, definition, environment }: CallableEndpoint,
  { method, url, body }: FilledRequest,
  { allowList, timeoutMs, idempotencyKey }: Transport,
): Promise<Attempt> {
  const key = openKey(ctx.secrets, integrationId, environment.environment, environment.sealedKey);
  try {
    const answer = await ctx.outbound.request({
      method,
      url,
      headers: headersOf({ key, body, idempotencyKey }),
      ...(body !== null && { body }),
      timeoutMs,
      maxBytes: MAX_ANSWER_BYTES,
      lane: endpointId,
      allowList,
      tls: environment.caCertificate === null ? {} : { ca: environment.caCertificate },
    });
    const raw = {
      status: answer.status,
      contentType: answer.headers['content-type'] ?? '',
      // A system that echoes the key would else make a fact about the customer of it.
      text: withoutKey(answer.body.toString('utf8'), key),
    };
    const retryAfter = Number(answer.headers['retry-after']);
    return {
      ...readAnswer(definition, raw),
      status: answer.status,
      retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : null,
    };
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return failedAttempt(definition.kind, error);
  }
}

/** What goes out with every call. */
export function headersOf(call: { key: string; body: unknown; idempotencyKey: string | null }): Record<string, string> {
  return {
    accept: 'application/json',
    'x-api-key': call.key,
    ...(call.body !== null && { 'content-type': 'application/json' }),
    ...(call.idempotencyKey !== null && { 'idempotency-key': call.idempotencyKey }),
  };
}

/** Also where JSON writes it otherwise, such as `\\/` for a slash. */
function withoutKey(text: string, key: string): string {
  const replaced = (part: string) => part.replaceAll(key, REPLACED_KEY);
  try {
    const clean = (_: string, value: unknown) => (typeof value === 'string' ? replaced(value) : value);
    return JSON.stringify(JSON.parse(replaced(text), clean));
  } catch {
    return replaced(text);
  }
}

function failedAttempt(kind: 'read' | 'write', error: OutboundError): Attempt {
  const isCertain = kind === 'read' || error.isUnsent;
  return {
    outcome: isCertain ? 'failed' : 'unknown',
    failure: FAILURES[error.code],
    values: Object.create(null),
    message: null,
    errorCode: null,
    object: null,
    status: null,
    retryAfterSeconds: null,
  };
}

const FAILURES: Record<OutboundError['code'], FailureKind> = {
  invalid_url: 'blocked',
  invalid_request: 'blocked',
  blocked_scheme: 'blocked',
  blocked_address: 'blocked',
  dns_failed: 'unreachable',
  connect_failed: 'unreachable',
  tls_failed: 'tls',
  timeout: 'timeout',
  too_large: 'too_large',
  aborted: 'broken_answer',
  protocol_error: 'broken_answer',
};
