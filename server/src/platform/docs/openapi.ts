import type { TSchema } from 'typebox';
import { surfaceOf } from '#platform/http/error-envelopes.ts';
import type { Route } from '#platform/http/route.ts';
import type { Components, JsonSchema, OpenApiDocument, Operation, Response } from './openapi.types.ts';
import { ERROR_SCHEMAS, errorResponses, HEADERS } from './openapi-errors.ts';
import { describeNotification, type EventDescription } from './openapi-notification.ts';
import { describeOperation, IDEMPOTENCY_KEY, scopesOf } from './openapi-operation.ts';
import { nameSchemas, type SchemaPlace } from './openapi-schemas.ts';

export interface OpenApiOptions {
  routes: readonly Route[];
  /** Where this installation answers, without a trailing slash. */
  publicUrl: string;
  /** Of Kontor. */
  version: string;
  /** Markdown: what every reader has to know before the first call. */
  introduction: string;
  /** In the order in which the reference shows them: tag → what its operations are about. */
  tags: Readonly<Record<string, string>>;
  /** Scope of the banking API → what it allows. */
  scopes: Readonly<Record<string, string>>;
  /**
   * What clients shall call the objects that operations take and answer: name → schema. Anything else in it (texts,
   * functions, schemas that no operation uses) is passed over, so that whole modules of schemas can be given.
   */
  schemas: Readonly<Record<string, unknown>>;
  /** What customers may subscribe to. */
  events?: readonly EventDescription[];
}

/** The chapter of the reference in which notifications stand. */
const NOTIFICATIONS_TAG = 'Webhooks';

/**
 * The OpenAPI 3.1 document of the routes. The same routes give the same text, key by key.
 *
 * @throws Error when two routes have one operationId, or a path has a parameter that the route does not describe.
 */
export function createOpenApiDocument(options: OpenApiOptions): OpenApiDocument {
  const { routes, publicUrl, version, events = [] } = options;
  refuseTwins(routes);
  const notified = events.map(({ type, body }) => ({
    operationId: `notify.${type}`,
    role: 'body' as const,
    schema: body,
  }));
  const places = [...routes.flatMap(schemasOf), ...notified];
  const names = nameSchemas(places, options.schemas, Object.keys(ERROR_SCHEMAS));
  const operations = routes.map((route) => ({ route, operation: describeOperation(route, names.refer) }));
  const responses = addErrors(operations, names.refer);
  const paths: OpenApiDocument['paths'] = {};
  for (const { route, operation } of operations) {
    const path = (paths[route.path] ??= {});
    path[route.method.toLowerCase()] = operation;
  }
  const used = new Set(routes.map(({ tag }) => tag));
  const listed = Object.keys(options.tags).filter((name) => used.has(name));
  const unlisted = [...used].filter((name) => !listed.includes(name));
  return {
    openapi: '3.1.1',
    info: {
      title: 'Kontor',
      summary: 'Bank data, understood, and a support agent that answers from what a company knows and approves.',
      description: options.introduction,
      version,
      license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl, description: 'This installation.' }],
    tags: [...listed, ...unlisted].map((name) => ({ name, description: options.tags[name] ?? '' })),
    paths,
    webhooks: Object.fromEntries(
      events.map((event) => [event.type, { post: describeNotification(event, NOTIFICATIONS_TAG, names.refer) }]),
    ),
    components: {
      schemas: sorted({ ...names.components, ...ERROR_SCHEMAS }),
      responses: sorted(responses),
      parameters: { IdempotencyKey: IDEMPOTENCY_KEY },
      headers: HEADERS,
      securitySchemes: securitySchemes(options),
    },
  };
}

function refuseTwins(routes: readonly Route[]) {
  const seen = new Set<string>();
  for (const { operationId, method, path } of routes) {
    for (const name of [operationId, `${method} ${path}`]) {
      if (seen.has(name)) throw new Error(`Two routes are called ${name}.`);
      seen.add(name);
    }
  }
}

function schemasOf(route: Route): (SchemaPlace & { schema: TSchema })[] {
  const { operationId } = route;
  const place = (role: SchemaPlace['role']) => (schema: TSchema | undefined) =>
    schema ? [{ operationId, role, schema }] : [];
  return [
    ...Object.values(route.params?.properties ?? {}).flatMap(place('parameter')),
    ...Object.values(route.query?.properties ?? {}).flatMap(place('parameter')),
    ...place('body')(route.rawBody?.schema ?? route.body),
    ...Object.values(route.outputs).flatMap(({ schema }) => place('answer')(schema)),
  ];
}

/** Puts the errors into the operations; what several of them have in common becomes a component. */
function addErrors(
  operations: { route: Route; operation: Operation }[],
  refer: (schema: TSchema) => JsonSchema,
): Components['responses'] {
  const all = operations.flatMap(({ route, operation }) =>
    errorResponses(route, refer).map((error) => ({
      ...error,
      operation,
      key: JSON.stringify([error.name, error.response]),
    })),
  );
  const components: Components['responses'] = {};
  for (const same of Map.groupBy(all, ({ key }) => key).values()) {
    const isComponent = same.length > 1 && same.every(({ name }) => !(name in components));
    for (const { status, name, response, operation } of same) {
      if (isComponent) components[name] = response;
      const answer = operation.responses[status];
      const reference = isComponent ? { $ref: `#/components/responses/${name}` } : response;
      operation.responses[status] = answer && !('$ref' in answer) ? either(answer, response) : reference;
    }
  }
  return components;
}

/** A status that is an answer of its own in some cases and an error in others. */
function either(answer: Response, error: Response): Response {
  const [own, other] = [answer, error].map(({ content }) => content?.['application/json']?.schema);
  const schema = own && other ? { anyOf: [own, other] } : (own ?? other);
  return {
    description: `${answer.description}\n\n${error.description}`,
    headers: { ...answer.headers, ...error.headers },
    content: { 'application/json': { schema } },
  };
}

function securitySchemes({ routes, publicUrl, scopes }: OpenApiOptions) {
  const asked = routes.filter(({ path }) => surfaceOf(path) === 'api').flatMap(scopesOf);
  const known = { ...Object.fromEntries(asked.map((scope) => [scope, scope])), ...scopes };
  return {
    token: {
      type: 'oauth2',
      description: 'An access token of the banking API, sent as `Authorization: Bearer …`. It lives five minutes.',
      flows: { clientCredentials: { tokenUrl: `${publicUrl}/api/auth`, scopes: sorted(known) } },
    },
    key: {
      type: 'http',
      scheme: 'bearer',
      description: 'A key of the workspace for the agent API, sent as `Authorization: Bearer …`.',
    },
    operator: {
      type: 'http',
      scheme: 'bearer',
      description:
        'The access token of somebody who is signed in to the console, sent as `Authorization: Bearer …`. It lives five minutes and opens `/api` and `/v2` as far as their role goes.',
    },
    contractKey: {
      type: 'apiKey',
      in: 'header',
      name: 'x-api-key',
      description: 'A key of the workspace with the scope `contract`.',
    },
  };
}

const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
