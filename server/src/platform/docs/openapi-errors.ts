import type { TSchema } from 'typebox';
import { errorBody, OAUTH_INVALID_REQUESTS, surfaceOf } from '#platform/http/error-envelopes.ts';
import {
  AppError,
  bodyTooLarge,
  databaseUnavailable,
  type ErrorDefinition,
  forbidden,
  idempotencyInProgress,
  idempotencyKeyReused,
  internalError,
  invalidJson,
  rateLimited,
  unauthorized,
  unsupportedMediaType,
  validationFailed,
} from '#platform/http/errors.ts';
import { isCountedWithoutCredential, type Route } from '#platform/http/route.ts';
import type { Header, JsonSchema, Reference, Response } from './openapi.types.ts';
import { pascalCase } from './openapi-schemas.ts';

type Refer = (schema: TSchema) => JsonSchema;

/** How an error looks: the halves of the API and the contract differ, and the token endpoint speaks OAuth. */
type Envelope = 'ApiError' | 'V2Error' | 'ContractError' | 'OAuthError';

const errorFields: JsonSchema = {
  type: 'array',
  description: 'Each field that was wrong.',
  items: {
    type: 'object',
    required: ['path', 'message'],
    properties: {
      path: {
        type: 'string',
        description: 'Where: a JSON pointer into the body, `?name` in the query, `:name` in the path, `header name`.',
      },
      message: { type: 'string', description: 'What was wrong there.' },
    },
  },
};
const message: JsonSchema = { type: 'string', description: 'What was wrong and what to do, for people.' };
const requestId: JsonSchema = { type: 'string', description: 'Finds the request in the log of the server.' };
const code: JsonSchema = {
  type: 'string',
  description: 'The kind of failure, stable: branch on it, not on the message.',
};

export const ERROR_SCHEMAS: Record<Envelope, JsonSchema> = {
  ApiError: {
    type: 'object',
    description: 'An error of the banking API.',
    required: ['type', 'message', 'requestId'],
    properties: { type: code, message, errors: errorFields, requestId },
  },
  OAuthError: {
    type: 'object',
    description: 'An error of the token endpoint (RFC 6749 §5.2).',
    required: ['error', 'error_description'],
    properties: { error: code, error_description: message },
  },
  ContractError: {
    type: 'object',
    description: 'An error of an endpoint of the contract.',
    required: ['error', 'message'],
    properties: { error: code, message },
  },
  V2Error: {
    type: 'object',
    description: 'An error of the agent API.',
    required: ['statusCode', 'message', 'error', 'code', 'requestId'],
    properties: {
      statusCode: { type: 'integer', description: 'The HTTP status.' },
      message,
      error: { type: 'string', description: 'The name of the HTTP status.' },
      code,
      errors: errorFields,
      requestId,
    },
  },
};

/** Whether requests of the route are counted against a limit. */
export const isRateLimited = (route: Route) => route.scope !== null || isCountedWithoutCredential(route.path);

/** What the route declares, and those of the common errors that it can run into. */
function errorsOf(route: Route): ErrorDefinition[] {
  const credential = route.scope !== null;
  const body = route.body ?? route.rawBody;
  const json = /json/.test(route.rawBody?.mediaType ?? route.bodyMediaType ?? 'application/json');
  const when = (condition: unknown, ...errors: ErrorDefinition[]) => (condition ? errors : []);
  const errors = [
    ...when(body || route.params || route.query || route.idempotent, validationFailed),
    ...when(body && json, invalidJson),
    ...when(credential, unauthorized, forbidden),
    ...(route.errors ?? []),
    ...when(body, bodyTooLarge, unsupportedMediaType),
    ...when(route.idempotent, idempotencyInProgress, idempotencyKeyReused),
    ...when(isRateLimited(route), rateLimited),
    internalError,
    ...when(credential, databaseUnavailable),
  ];
  const hidden = envelopeOf(route) === 'OAuthError' ? OAUTH_INVALID_REQUESTS : [];
  return [...new Set(errors)].filter((error) => !hidden.includes(error));
}

/** One answer for each status that the route can fail with, and the name under which several routes have the same. */
export function errorResponses(route: Route, refer: Refer): { status: number; name: string; response: Response }[] {
  const envelope = envelopeOf(route);
  const byStatus = Map.groupBy(errorsOf(route), ({ status }) => status);
  return [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, errors]) => {
      const codes = errors.map((error) => pascalCase(error.code)).sort();
      return {
        status,
        name: `${envelope.replace('Error', '')}${status}${codes.join('Or')}`,
        response: {
          description: errors.map((error) => `\`${error.code}\`: ${error.description}`).join('\n\n'),
          headers: errorHeaders(route, status, errors),
          content: {
            'application/json': { schema: narrowed(envelope, errors, refer), examples: examples(envelope, errors) },
          },
        },
      };
    });
}

function envelopeOf({ path }: Route): Envelope {
  if (path === '/api/auth') return 'OAuthError';
  return ({ v2: 'V2Error', api: 'ApiError', contract: 'ContractError', mcp: 'ApiError' } as const)[surfaceOf(path)];
}

/** The envelope with the codes that can stand in it here, each with its meaning. */
function narrowed(envelope: Envelope, errors: ErrorDefinition[], refer: Refer): JsonSchema {
  const field = { ApiError: 'type', V2Error: 'code', ContractError: 'error', OAuthError: 'error' }[envelope];
  const description = errors.map((error) => `- \`${error.code}\`: ${error.description}`).join('\n');
  const properties: Record<string, JsonSchema> = {
    [field]: { type: 'string', enum: errors.map((error) => error.code), description },
  };
  for (const error of errors) {
    for (const [name, schema] of Object.entries(error.fields ?? {})) {
      const fieldSchema = refer(schema);
      properties[name] = { ...fieldSchema, description: `With \`${error.code}\`: ${fieldSchema.description}` };
    }
  }
  return {
    allOf: [{ $ref: `#/components/schemas/${envelope}` }, { type: 'object', required: [field], properties }],
  };
}

function examples(envelope: Envelope, errors: ErrorDefinition[]) {
  return Object.fromEntries(
    errors.map((definition) => {
      const fields = definition === validationFailed ? [{ path: '/field', message: 'is required' }] : undefined;
      const error = new AppError(definition, definition.description, { errors: fields });
      const value =
        envelope === 'OAuthError'
          ? { error: definition.code, error_description: definition.description }
          : errorBody(error, envelope === 'V2Error' ? 'v2' : 'api', '5f0c6a52-7d3b-4a3e-9a64-0f6f6f2c1d11');
      return [definition.code, { value }];
    }),
  );
}

function errorHeaders(route: Route, status: number, errors: ErrorDefinition[]): Record<string, Header | Reference> {
  const names = ['X-Request-Id'];
  // A caller is counted once it is known, so a refused credential carries no figures.
  if (isRateLimited(route) && status !== 401) names.push('RateLimit', 'RateLimit-Policy');
  if (status === 429 || status === 503 || errors.includes(idempotencyInProgress)) names.push('Retry-After');
  if (status === 401 && route.scope !== null) names.push('WWW-Authenticate');
  const own = errors.flatMap((error) =>
    Object.entries(error.headers ?? {}).map(
      ([name, text]) => [name, { description: `With \`${error.code}\`: ${text}`, schema: headerSchema(name) }] as const,
    ),
  );
  return { ...headerReferences(names), ...Object.fromEntries(own.filter(([name]) => !names.includes(name))) };
}

const headerSchema = (name: string): JsonSchema => HEADERS[name]?.schema ?? { type: 'string' };

export const headerReferences = (names: string[]): Record<string, Reference> =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

export const HEADERS: Record<string, Header> = {
  'Idempotency-Replayed': {
    description: '`true` when this is the stored answer to the first request with the same Idempotency-Key.',
    schema: { type: 'string', enum: ['true'] },
  },
  RateLimit: {
    description:
      'How many requests are left and in how many seconds the window ends (draft-ietf-httpapi-ratelimit-headers-10).',
    schema: { type: 'string', examples: ['"default";r=99;t=60'] },
  },
  'RateLimit-Policy': {
    description: 'How many requests a window of how many seconds allows.',
    schema: { type: 'string', examples: ['"default";q=100;w=60'] },
  },
  'Retry-After': { description: 'After how many seconds to try again.', schema: { type: 'integer', minimum: 1 } },
  'WWW-Authenticate': {
    description: 'The kind of credential that is needed (RFC 6750).',
    schema: { type: 'string', examples: ['Bearer error="invalid_token"'] },
  },
  'X-Request-Id': {
    description: 'Names the request in the log. Yours, when you sent one of 8 to 64 letters, digits, `.`, `_` or `-`.',
    schema: { type: 'string' },
  },
};
