import type { CallableEndpoint, CallResult, Values } from '../integrations.types.ts';
import { fillTemplate, TemplateError } from './fill-template.ts';
import { pick } from './read-answer.ts';
import { headersOf } from './send-request.ts';

export interface PlannedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
}

/** The request as it goes out, but for the key. */
export function planRequest(
  { definition, environment }: CallableEndpoint,
  values: Values,
  idempotencyKey: string | null,
): PlannedRequest | null {
  try {
    const { method, url, body } = fillTemplate(definition, environment.baseUrl, values);
    const headers = headersOf({ key: '(not shown)', body, idempotencyKey });
    return { method, url, headers, body };
  } catch (error) {
    if (error instanceof TemplateError) return null;
    throw error;
  }
}

/** An answer as the endpoint's sample shows it. */
export function sampleAnswer({ definition }: CallableEndpoint): CallResult {
  const sample = definition.sample ?? {};
  const { message } = sample;
  return {
    outcome: 'ok',
    failure: null,
    status: null,
    values: pick(definition.outputs, sample),
    message: typeof message === 'string' ? message : null,
    errorCode: null,
    durationMs: 0,
    attempts: 0,
  };
}
