import type { TSchema } from 'typebox';
import { MOST_VALUES } from '#platform/http/count-values.ts';
import { surfaceOf } from '#platform/http/error-envelopes.ts';
import type { Output, Route } from '#platform/http/route.ts';
import { paramName } from '#platform/http/route-handler.ts';
import type {
  Header,
  JsonSchema,
  MediaType,
  Operation,
  Parameter,
  Reference,
  RequestBody,
  Response,
} from './openapi.types.ts';
import { headerReferences, isRateLimited } from './openapi-errors.ts';

const sizeOf = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KiB` : `${Math.round(bytes / 1024 / 1024)} MiB`;

type Refer = (schema: TSchema) => JsonSchema;

export const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'A value of your own, new for each write. The same key with the same request does nothing twice and answers as the first time, for 24 hours.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

export const scopesOf = (route: Route): string[] => (route.scope === null ? [] : [route.scope].flat());

/** Scopes that only people in the console hold begin so; what needs no other can not be called with a key. */
const isConsoleScope = (scope: string): boolean => scope.startsWith('console:');

const schemeOf = (route: Route, scope: string): string =>
  isConsoleScope(scope)
    ? 'operator'
    : { v2: 'key', api: 'token', contract: 'contractKey', mcp: 'token' }[surfaceOf(route.path)];

/** The operation without its errors, which several routes share. */
export function describeOperation(route: Route, refer: Refer): Operation {
  const scopes = scopesOf(route);
  const parameters = [...pathParameters(route, refer), ...queryParameters(route, refer), ...headerParameters(route)];
  const requestBody = describeBody(route, refer);
  return {
    operationId: route.operationId,
    summary: route.summary,
    description: `${route.description}\n\n${scopeLine(scopes)}`,
    tags: [route.tag],
    'x-scope': scopes,
    security: scopes.map((scope) => ({ [schemeOf(route, scope)]: [scope] })),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(requestBody ? { requestBody } : {}),
    responses: Object.fromEntries(
      Object.entries(route.outputs).map(([status, output]) => [status, describeOutput(route, output, refer)]),
    ),
  };
}

function scopeLine(scopes: string[]): string {
  if (scopes.length === 0) return 'Scope: none, this call needs no credential.';
  const list = scopes.map((scope) => `\`${scope}\``).join(', ');
  return scopes.length === 1 ? `Scope: ${list}.` : `Scope: any one of ${list}.`;
}

function pathParameters(route: Route, refer: Refer): Parameter[] {
  return [...route.path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => {
    const key = paramName(name);
    const schema = route.params?.properties[key];
    if (!schema) throw new Error(`${route.operationId}: ${route.path} has {${name}}, but params has no "${key}".`);
    return parameter({ name, in: 'path', required: true, example: route.example?.params?.[key] }, refer(schema));
  });
}

function queryParameters(route: Route, refer: Refer): Parameter[] {
  return Object.entries(route.query?.properties ?? {}).map(([name, schema]) => {
    const required = route.query?.required?.includes(name) ?? false;
    return parameter({ name, in: 'query', required, example: route.example?.query?.[name] }, refer(schema));
  });
}

/** The description of the schema is that of the parameter; it stands there once. */
function parameter(head: Omit<Parameter, 'description' | 'schema'>, schema: JsonSchema): Parameter {
  const { description = '', ...rest } = schema;
  const { example, ...names } = head;
  return { ...names, description, schema: rest, ...(example === undefined ? {} : { example }) };
}

function headerParameters(route: Route): Reference[] {
  return route.idempotent ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : [];
}

function describeBody(route: Route, refer: Refer): RequestBody | undefined {
  const schema = route.rawBody?.schema ?? route.body;
  if (!schema) return undefined;
  const { description: own, ...rest } = refer(schema);
  const media: MediaType = { schema: rest };
  if (route.example?.body !== undefined) media.example = route.example.body;
  const { description = own ?? 'The body.', required } = schema as JsonSchema;
  const limitBytes = route.rawBody?.limitBytes ?? route.bodyLimitBytes;
  const values = route.rawBody || route.bodyMediaType ? '' : ` with ${MOST_VALUES.toLocaleString('en')} values`;
  const limit = limitBytes ? ` At most ${sizeOf(limitBytes)}${values}.` : '';
  return {
    // A missing body counts as an empty object.
    required: route.rawBody !== undefined || (required ?? []).length > 0,
    description: description + limit,
    content: { [route.rawBody?.mediaType ?? route.bodyMediaType ?? 'application/json']: media },
  };
}

function describeOutput(route: Route, output: Output, refer: Refer): Response {
  const own = Object.entries(output.headers ?? {}).map(([name, description]): [string, Header] => [
    name,
    { description, schema: { type: 'string' } },
  ]);
  const names = ['X-Request-Id'];
  if (isRateLimited(route)) names.push('RateLimit', 'RateLimit-Policy');
  if (route.idempotent) names.push('Idempotency-Replayed');
  return {
    description: output.description,
    headers: {
      ...Object.fromEntries(own),
      ...headerReferences(names.filter((name) => !(name in (output.headers ?? {})))),
    },
    ...describeContent(output, refer),
  };
}

function describeContent(output: Output, refer: Refer): Pick<Response, 'content'> {
  const { mediaType, schema, example } = output;
  if (!schema && !mediaType) return {};
  const media: MediaType = { schema: schema ? refer(schema) : schemaOfMediaType(mediaType ?? '') };
  if (example !== undefined) media.example = example;
  return { content: { [mediaType ?? 'application/json']: media } };
}

function schemaOfMediaType(mediaType: string): JsonSchema {
  if (/\bjson$/.test(mediaType)) return { type: 'object' };
  return mediaType.startsWith('text/') ? { type: 'string' } : { type: 'string', format: 'binary' };
}
