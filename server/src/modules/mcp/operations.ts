/** The operations behind the tools: every route that a key or a client may call, with its schemas as plain JSON. */
import type { JsonSchema, OpenApiDocument, Operation, Parameter } from '#platform/docs/openapi.types.ts';
import { type Effect, effectOf, type Route } from '#platform/http/route.ts';
import { paramName } from '#platform/http/route-handler.ts';
import { isCredentialField } from './credentials.ts';

export interface McpOperation {
  id: string;
  route: Route;
  effect: Effect;
  /** Parameters of the path and the query by the names of the tool's arguments. */
  params: string[];
  query: string[];
  /** Of the arguments: parameters beside each other, and `body`. */
  input: JsonSchema;
  /** Of what it answers. */
  output: JsonSchema;
}

export interface OperationSources {
  routes: readonly Route[];
  document: OpenApiDocument;
  /** What no model is to call, with the reason. */
  notOffered: Readonly<Record<string, string>>;
  /** Scopes that only people hold. */
  isForPeople(scope: string): boolean;
}

/** By operation id, in the order of the routes. */
export function describeOperations(sources: OperationSources): Map<string, McpOperation> {
  const described = new Map(
    Object.values(sources.document.paths)
      .flatMap((methods) => Object.values(methods))
      .map((operation) => [operation.operationId, operation]),
  );
  const operations = sources.routes
    .filter((route) => isOffered(route, sources))
    .flatMap((route) => {
      const operation = described.get(route.operationId);
      return operation ? [describe(route, operation, sources.document)] : [];
    });
  return new Map(operations.map((operation) => [operation.id, operation]));
}

/** Whether a key or a client may call it at all, and a model should. */
export function isOffered(route: Route, { notOffered, isForPeople }: Omit<OperationSources, 'routes' | 'document'>) {
  if (route.scope === null || route.operationId in notOffered) return false;
  return [route.scope].flat().some((scope) => !isForPeople(scope));
}

function describe(route: Route, operation: Operation, document: OpenApiDocument): McpOperation {
  const parameters = (operation.parameters ?? []).filter(
    (each): each is Parameter => 'in' in each && each.in !== 'header' && !isHidden(route, each.name),
  );
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const { name, in: place, required: isRequired, description, schema } of parameters) {
    const argument = place === 'path' ? paramName(name) : name;
    properties[argument] = { ...schema, description };
    if (isRequired) required.push(argument);
  }
  const body = bodySchema(route, operation, document);
  if (body) properties.body = body;
  if (body && operation.requestBody?.required) required.push('body');
  const input = { type: 'object', properties, required, additionalProperties: false };
  return {
    id: route.operationId,
    route,
    effect: effectOf(route),
    params: parameters.filter((each) => each.in === 'path').map(({ name }) => paramName(name)),
    query: parameters.filter((each) => each.in === 'query').map(({ name }) => name),
    input: selfContained(input, document),
    output: selfContained(answerSchema(operation), document),
  };
}

/** Answers piece by piece are for programs: a tool's result comes at once. */
const isHidden = (route: Route, name: string) =>
  name === 'stream' && route.outputs[200]?.mediaType === 'text/event-stream';

function bodySchema(route: Route, operation: Operation, document: OpenApiDocument): JsonSchema | undefined {
  const [content] = Object.entries(operation.requestBody?.content ?? {});
  const schema = content?.[1].schema;
  if (!schema || !content) return undefined;
  const resolved = resolve(schema, document);
  if (content[0].startsWith('multipart/')) return formSchema(resolved);
  const names = Object.keys(resolved.properties ?? {});
  if (!route.body || !names.some(isCredentialField)) return schema;
  const kept = Object.entries(resolved.properties ?? {}).filter(([name]) => !isCredentialField(name));
  return { ...resolved, properties: Object.fromEntries(kept) };
}

/** A form's files come as text, or as Base64 where they are none. */
function formSchema(form: JsonSchema): JsonSchema {
  const file = {
    type: 'object',
    properties: {
      name: { type: 'string', description: 'File name with its ending: `statement.csv`.' },
      text: { type: 'string', description: 'What is in it, if that is text.' },
      base64: { type: 'string', description: 'What is in it as Base64, if it is no text.' },
    },
    required: ['name'],
    additionalProperties: false,
    description: 'A file.',
  };
  const files = {
    type: 'array',
    items: file,
    minItems: 1,
    description: 'The files. Long ones are better sent by REST or the command line.',
  };
  const others = Object.entries(form.properties ?? {}).filter(([name]) => name !== 'file');
  return {
    type: 'object',
    properties: { files, ...Object.fromEntries(others) },
    required: ['files', ...(form.required ?? []).filter((name) => name !== 'file')],
    additionalProperties: false,
  };
}

function answerSchema(operation: Operation): JsonSchema {
  const schemas = Object.entries(operation.responses).flatMap(([status, response]) => {
    if (!status.startsWith('2') || !('content' in response)) return [];
    return Object.entries(response.content ?? {}).flatMap(([type, { schema }]) => {
      if (type === 'text/event-stream') return [];
      return type === 'application/json' && schema ? [schema] : [{ type: 'string' }];
    });
  });
  const [only] = schemas;
  if (!only) return { description: 'Nothing.' };
  return schemas.length === 1 ? only : { anyOf: schemas };
}

const POINTER = '#/components/schemas/';

function resolve(schema: JsonSchema, document: OpenApiDocument): JsonSchema {
  const name = schema.$ref?.slice(POINTER.length);
  return name ? (document.components.schemas[name] ?? {}) : schema;
}

/** With everything that it refers to under `$defs`, so that it stands for itself. */
export function selfContained(schema: JsonSchema, document: OpenApiDocument): JsonSchema {
  const definitions: Record<string, unknown> = {};
  const rewrite = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(rewrite);
    if (typeof node !== 'object' || node === null) return node;
    const { $ref } = node as JsonSchema;
    if (typeof $ref === 'string' && $ref.startsWith(POINTER)) {
      const name = $ref.slice(POINTER.length);
      if (!(name in definitions)) {
        definitions[name] = {};
        definitions[name] = rewrite(document.components.schemas[name] ?? {});
      }
      return { ...node, $ref: `#/$defs/${name}` };
    }
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, rewrite(value)]));
  };
  const root = rewrite(schema) as JsonSchema;
  return Object.keys(definitions).length > 0 ? { ...root, $defs: definitions } : root;
}
