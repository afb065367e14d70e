import { CONTRACT_FIELDS, type EndpointProposal, type Input, NAME, type Proposals } from './proposal.ts';

/** Its message says what is wrong with the document. */
export class OpenApiError extends Error {
  override name = 'OpenApiError';
}

const METHODS = { get: 'GET', post: 'POST', put: 'PUT', delete: 'DELETE' } as const;
const MAX_ENDPOINTS = 200;

type Loose = Record<string, unknown>;

/**
 * The endpoints that an OpenAPI document describes: JSON or YAML of versions 2, 3.0 and 3.1. References within the document
 * are followed, others are not: nothing is fetched. Throws an `OpenApiError`.
 */
export async function proposeFromOpenApi(text: string): Promise<Proposals> {
  const document = await readDocument(text);
  const notes: string[] = [];
  const endpoints: EndpointProposal[] = [];
  for (const [path, item] of Object.entries(asObject(document.paths))) {
    for (const [verb, method] of Object.entries(METHODS)) {
      const operation = asObject(asObject(item)[verb]);
      if (Object.keys(operation).length === 0) continue;
      if (endpoints.length === MAX_ENDPOINTS)
        throw new OpenApiError(`describes more than ${MAX_ENDPOINTS} operations; cut it down`);
      const parameters = [...asList(asObject(item).parameters), ...asList(operation.parameters)].map(asObject);
      endpoints.push(proposeOperation({ path, method, operation, parameters, notes }));
    }
    if ('patch' in asObject(item)) notes.push(`PATCH ${path} was left out: writes are POST, PUT or DELETE.`);
  }
  if (endpoints.length === 0) throw new OpenApiError('describes no operation');
  const [server] = asList(document.servers).map(asObject);
  const url = typeof server?.url === 'string' && URL.canParse(server.url) ? server.url.replace(/\/+$/, '') : null;
  return { baseUrl: url, endpoints, notes };
}

/** Loaded when it is needed: hardly any process ever reads such a document. */
async function readDocument(text: string): Promise<Loose> {
  const { dereference, normalize, upgrade } = await import('@scalar/openapi-parser');
  try {
    const parsed = asObject(normalize(text));
    if (!('openapi' in parsed) && !('swagger' in parsed)) throw new Error('it has neither "openapi" nor "swagger"');
    const { specification } = upgrade(parsed) as { specification: never };
    const { schema } = dereference(specification);
    return asObject(schema);
  } catch (error) {
    const [line = ''] = (error as Error).message.split('\n');
    throw new OpenApiError(`is no OpenAPI document: ${line.slice(0, 200)}`, { cause: error });
  }
}

interface Operation {
  path: string;
  method: EndpointProposal['method'];
  operation: Loose;
  parameters: Loose[];
  notes: string[];
}

function proposeOperation({ path, method, operation, parameters, notes }: Operation): EndpointProposal {
  const place = `${method} ${path}`;
  const note = (text: string) => notes.push(`${place}: ${text}`);
  const kind = method === 'GET' ? 'read' : 'write';
  const inputs: Input[] = [];
  const query: Record<string, string> = {};
  for (const { name, in: where, required, schema, description } of parameters) {
    if (typeof name !== 'string' || (where !== 'path' && where !== 'query')) continue;
    if (!NAME.test(name)) note(`the parameter ${name} was left out: its name is no word.`);
    else {
      inputs.push({
        name,
        type: typeOf(schema) ?? 'string',
        required: where === 'path' || required === true,
        ...described(description),
      });
      if (where === 'query') query[name] = `{${name}}`;
    }
  }
  const body = kind === 'write' ? proposeBody(operation, inputs, note) : null;
  const answer = answerOf(operation);
  return {
    name:
      (typeof operation.operationId === 'string' ? operation.operationId : place).slice(0, 100) || place.slice(0, 100),
    description:
      [operation.summary, operation.description, ''].find((text) => typeof text === 'string')?.slice(0, 2_000) ?? '',
    kind,
    method,
    path,
    query,
    body,
    inputs,
    outputs: proposeOutputs(asObject(answer.schema), kind, note),
    sample: sampleOf(answer),
  };
}

function proposeBody(operation: Loose, inputs: Input[], note: (text: string) => void): Record<string, string> | null {
  const content = asObject(asObject(operation.requestBody).content);
  if (Object.keys(content).length === 0) return null;
  const schema = asObject(asObject(content['application/json']).schema);
  const required = new Set(asList(schema.required));
  const body: Record<string, string> = {};
  for (const [name, property] of Object.entries(asObject(schema.properties))) {
    const type = typeOf(property);
    if (!type || !NAME.test(name))
      note(`the field ${name} of the body was left out: it is not flat, or its name is no word.`);
    else if (inputs.some((input) => input.name === name)) body[name] = `{${name}}`;
    else {
      inputs.push({ name, type, required: required.has(name), ...described(asObject(property).description) });
      body[name] = `{${name}}`;
    }
  }
  return body;
}

/** The JSON of the first success. */
function answerOf(operation: Loose): Loose {
  const responses = asObject(operation.responses);
  const status = Object.keys(responses).find((code) => code.startsWith('2')) ?? '';
  return asObject(asObject(asObject(responses[status]).content)['application/json']);
}

function proposeOutputs(schema: Loose, kind: string, note: (text: string) => void): EndpointProposal['outputs'] {
  const outputs: EndpointProposal['outputs'] = [];
  for (const [name, property] of Object.entries(asObject(schema.properties))) {
    if (kind === 'write' && CONTRACT_FIELDS.has(name)) continue;
    const type = typeOf(property);
    if (type && NAME.test(name)) outputs.push({ name, type, ...described(asObject(property).description) });
    else note(`the field ${name} of the answer was left out: it is not flat, or its name is no word.`);
  }
  return outputs;
}

function sampleOf({ example, examples, schema }: Loose): Record<string, unknown> | null {
  const [first] = Object.values(asObject(examples)).map(asObject);
  const [listed] = asList(asObject(schema).examples);
  const sample = example ?? first?.value ?? asObject(schema).example ?? listed;
  const object = asObject(sample);
  return Object.keys(object).length > 0 && JSON.stringify(object).length < 20_000 ? object : null;
}

const described = (text: unknown) =>
  typeof text === 'string' && text !== '' ? { description: text.slice(0, 1_000) } : {};

function typeOf(schema: unknown): Input['type'] | null {
  const { type } = asObject(schema);
  const named = asList(type).length > 0 ? asList(type).filter((one) => one !== 'null') : [type];
  if (named.length !== 1) return null;
  if (named[0] === 'integer') return 'number';
  return named[0] === 'string' || named[0] === 'number' || named[0] === 'boolean' ? named[0] : null;
}

const asObject = (value: unknown): Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
