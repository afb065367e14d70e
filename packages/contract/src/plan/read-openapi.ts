import { parse } from 'yaml';
import { isObject, type JsonObject } from '../judge/select.ts';
import type { EndpointInput } from './complete-endpoint.ts';
import { PlanError } from './plan-error.ts';

const METHODS = ['get', 'post', 'put', 'delete'] as const;

/**
 * The operations of an OpenAPI 3 document (JSON or YAML) that are called with `x-api-key`, with the examples that it
 * gives. Only references inside the document are followed. Throws `PlanError` when there is nothing to check.
 */
export function readOpenApi(text: string, baseUrl: string | null): EndpointInput[] {
  const document = parse(text) as unknown;
  if (!isObject(document) || !isObject(document.paths))
    throw new PlanError('This is no OpenAPI document: it has no paths.');
  const [server] = listOf(document.servers);
  const base = baseUrl ?? (isObject(server) ? String(server.url) : null);
  if (base === null || !/^https?:/.test(base)) {
    throw new PlanError('The document names no server with a full address: say --base-url https://….');
  }
  const inputs = Object.entries(document.paths).flatMap(([path, item]) => {
    if (!isObject(item)) return [];
    const present = METHODS.filter((method) => isObject(item[method]) && isOurs(document, item[method]));
    return present.map((method) => readOperation(document, { base, path, method, item }));
  });
  if (inputs.length === 0) throw new PlanError('No operation of the document is called with the header x-api-key.');
  return inputs;
}

interface Place {
  base: string;
  path: string;
  method: (typeof METHODS)[number];
  item: JsonObject;
}

/** Secured by the header `x-api-key`; where a document knows no such scheme, what is secured by nothing that it tells. */
function isOurs(document: JsonObject, operation: JsonObject): boolean {
  const schemes = find(document, ['components', 'securitySchemes']);
  const ours = Object.entries(isObject(schemes) ? schemes : {}).flatMap(([name, given]) => {
    const scheme = resolve(document, given);
    const isKey = isObject(scheme) && scheme.in === 'header' && textOf(scheme.name).toLowerCase() === 'x-api-key';
    return isKey ? [name] : [];
  });
  const required = listOf(operation.security ?? document.security)
    .filter(isObject)
    .flatMap(Object.keys);
  return ours.length === 0 ? required.length === 0 : required.some((name) => ours.includes(name));
}

function readOperation(document: JsonObject, { base, path, method, item }: Place): EndpointInput {
  const operation = item[method] as JsonObject;
  const parameters = [...listOf(item.parameters), ...listOf(operation.parameters)].map((each) =>
    resolve(document, each),
  );
  const url = new URL(base.replace(/\/$/, '') + path);
  for (const parameter of parameters.filter(isObject)) {
    const value = exampleOf(document, parameter);
    if (parameter.in === 'query' && (parameter.required === true || value !== undefined)) {
      url.searchParams.set(String(parameter.name), textOf(value));
    }
  }
  const inPath = parameters.find((each) => isObject(each) && each.in === 'path');
  const customer = isObject(inPath) ? exampleOf(document, inPath) : undefined;
  const body = mediaExample(document, resolve(document, operation.requestBody));
  const sample = mediaExample(
    document,
    resolve(document, isObject(operation.responses) ? operation.responses['200'] : null),
  );
  return {
    url: url.href,
    method: method.toUpperCase(),
    description: textOf(operation.summary ?? operation.description),
    customers: customer === undefined ? {} : { known: [textOf(customer)] },
    body: isObject(body) ? body : null,
    sample: isObject(sample) ? sample : null,
  };
}

/** The JSON example of a request body or an answer, written out or made of its properties' examples. */
function mediaExample(document: JsonObject, holder: unknown): unknown {
  const content = isObject(holder) && isObject(holder.content) ? holder.content : {};
  const media = Object.entries(content).find(([type]) => type.startsWith('application/json'))?.[1];
  return isObject(media) ? exampleOf(document, media) : undefined;
}

/** `example`, the first of `examples`, or what the schema gives; undefined when there is none. */
function exampleOf(document: JsonObject, holder: JsonObject): unknown {
  if (holder.example !== undefined) return holder.example;
  const [first] = isObject(holder.examples) ? Object.values(holder.examples) : [];
  const named = resolve(document, first);
  if (isObject(named) && named.value !== undefined) return named.value;
  return schemaExample(document, resolve(document, holder.schema), 0);
}

const DEEPEST = 5;

function schemaExample(document: JsonObject, schema: unknown, depth: number): unknown {
  if (!isObject(schema) || depth > DEEPEST) return undefined;
  const [listed] = [...listOf(schema.examples), ...listOf(schema.enum)];
  const given = schema.example ?? schema.default ?? schema.const ?? listed;
  if (given !== undefined || !isObject(schema.properties)) return given;
  const fields = Object.entries(schema.properties).map(([name, inner]) => {
    return [name, schemaExample(document, resolve(document, inner), depth + 1) ?? null] as const;
  });
  return Object.fromEntries(fields);
}

/** Follows `#/components/…`; anything else is as it stands. */
function resolve(document: JsonObject, value: unknown): unknown {
  if (!isObject(value) || typeof value.$ref !== 'string') return value;
  if (!value.$ref.startsWith('#/')) return null;
  const path = value.$ref.slice(2).split('/');
  return find(
    document,
    path.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')),
  );
}

function find(document: JsonObject, path: string[]): unknown {
  return path.reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), document);
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Scalars as they are written; nothing for all others. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
