import { cutText, storableText } from '#platform/storable-text.ts';
import type {
  CallOutcome,
  EndpointDefinition,
  FailureKind,
  OutputField,
  Scalar,
  Values,
} from '../integrations.types.ts';

/** What came over the wire. */
export interface RawAnswer {
  status: number;
  contentType: string;
  text: string;
}

export interface ReadAnswer {
  outcome: CallOutcome;
  failure: FailureKind | null;
  values: Values;
  message: string | null;
  errorCode: string | null;
  /** The answer as an object, to compare its shape; null when it was none, or reports a failure. */
  object: Record<string, unknown> | null;
}

/** The contract's own fields of a write, beside those that are declared. */
const MAX_MESSAGE = 2_000;
const MAX_VALUE = 10_000;
const ERROR_CODE = /^[A-Za-z0-9_.-]{1,100}$/;
/** What a write is answered with when it was surely not done: the request was refused before it was worked on. */
const REFUSED_STATUS = (status: number) => status >= 400 && status < 500 && status !== 408;

/**
 * What an answer means by the endpoint contract. A write counts as done only when the answer says `success: true` in so
 * many words; whatever says neither yes nor no leaves it unknown. Nothing is converted: a value of another type than
 * declared is null. The text of an error is never handed on.
 */
export function readAnswer(endpoint: Pick<EndpointDefinition, 'kind' | 'outputs'>, answer: RawAnswer): ReadAnswer {
  const { status } = answer;
  if (status >= 200 && status < 300) return readSuccess(endpoint, answer);
  if (status === 404 && endpoint.kind === 'read') {
    return { ...none(endpoint.outputs), outcome: 'not_found', failure: 'not_found' };
  }
  const certain = endpoint.kind === 'read' || REFUSED_STATUS(status);
  return { ...none(endpoint.outputs), outcome: certain ? 'failed' : 'unknown', failure: failureOf(status) };
}

function readSuccess({ kind, outputs }: Pick<EndpointDefinition, 'kind' | 'outputs'>, answer: RawAnswer): ReadAnswer {
  const object = parseObject(answer);
  const unclear = kind === 'read' ? 'failed' : 'unknown';
  if (!object) return { ...none(outputs), outcome: unclear, failure: 'not_json' };
  const values = pick(outputs, object);
  const read = { ...none(outputs), values, object };
  if (kind === 'read') return { ...read, outcome: 'ok', failure: null };
  const { success } = object;
  if (typeof success !== 'boolean')
    return { ...none(outputs), object, outcome: 'unknown', failure: 'no_success_field' };
  const message = typeof object.message === 'string' ? cutText(storableText(object.message), MAX_MESSAGE) : null;
  if (success) return { ...read, message, outcome: 'ok', failure: null };
  const code = typeof object.error_code === 'string' && ERROR_CODE.test(object.error_code) ? object.error_code : null;
  return { ...read, message, errorCode: code, outcome: 'refused', failure: 'refused' };
}

const none = (outputs: readonly OutputField[]): Omit<ReadAnswer, 'outcome' | 'failure'> => ({
  values: pick(outputs, {}),
  message: null,
  errorCode: null,
  object: null,
});

function failureOf(status: number): FailureKind {
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 429) return 'rate_limited';
  if (status >= 500) return 'server_error';
  return status >= 300 && status < 400 ? 'redirected' : 'rejected';
}

function parseObject({ contentType, text }: RawAnswer): Record<string, unknown> | null {
  if (!/^application\/json\s*(;|$)/i.test(contentType)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** The declared fields, each with its type or null. */
export function pick(outputs: readonly OutputField[], object: Record<string, unknown>): Values {
  const values: Values = Object.create(null);
  for (const { name, type } of outputs) {
    const value = Object.hasOwn(object, name) ? object[name] : null;
    const fits = typeof value === type && (typeof value !== 'string' || value.length <= MAX_VALUE);
    values[name] = fits ? storable(value as Scalar) : null;
  }
  return values;
}

/** PostgreSQL takes neither NUL nor half a character, and what was done must not fail to be written down for one. */
const storable = (value: Scalar): Scalar => (typeof value === 'string' ? storableText(value) : value);
