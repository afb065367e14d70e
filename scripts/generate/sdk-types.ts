import {
  comments,
  type Document,
  describeSchemas,
  type Operation,
  type Parameter,
  type Schema,
  type Typing,
  typeOf,
} from './schema-types.ts';

const HEAD = `// Made by \`npm run generate\` from openapi.json: every operation that a program calls, and what it takes and answers.
`;

/** Pages and sessions for people in browsers; programs have no use for them. */
export const FOR_PEOPLE = /^\/(console|cockpit|connect)\//;

/** What the table of operations says of the answer's media type. */
const READERS: Readonly<Record<string, string>> = {
  'text/csv': 'text',
  'text/plain': 'text',
  'application/pdf': 'bytes',
  'application/x-ndjson': 'lines',
};
const RESULTS: Readonly<Record<string, string>> = {
  text: 'string',
  bytes: 'Uint8Array',
  lines: 'AsyncGenerator<Record<string, unknown>>',
};

/**
 * The SDK's types and its table of operations: `createUser: 'POST /api/users key'`. After method and path come: `key`, the
 * operation takes an idempotency key; `form`, its body is form-encoded; `text`, `bytes` or `lines`, how its answer is read
 * when it is not JSON; `list=users`, where a page has its items, or `list` when the answer is the list.
 */
export function generateSdk(openApi: string): string {
  const document = JSON.parse(openApi) as Document;
  const typing: Typing = { used: new Set(), detailed: true };
  const types: string[] = [];
  const table: string[] = [];
  for (const [path, methods] of Object.entries(document.paths)) {
    if (FOR_PEOPLE.test(path)) continue;
    for (const [method, operation] of Object.entries(methods)) {
      const list = findList(document, operation);
      types.push(describe(operation, list, typing));
      const words = [method.toUpperCase(), path.replaceAll(/\{[^}]+\}/g, camelCase), ...flags(operation, list)];
      table.push(`  ${operation.operationId}: '${words.join(' ')}',`);
    }
  }
  const events = Object.values(document.webhooks).map(({ post }) => typeOf(jsonBody(post) ?? {}, typing));
  return [
    HEAD,
    `export interface Operations {\n${types.join('\n')}\n}\n`,
    `/** What webhooks tell. */\nexport type WebhookEvent = ${events.join(' | ')};\n`,
    `export const OPERATIONS: Readonly<Record<keyof Operations, string>> = {\n${table.join('\n')}\n};\n`,
    ...describeSchemas(document, typing),
    '',
  ].join('\n');
}

interface List {
  /** The field of a page that has the items; null: the answer is the list. */
  field: string | null;
  items: Schema;
}

/** Where the answer of an operation with a cursor has its items. Throws for a page that has not exactly one list. */
function findList(document: Document, operation: Operation): List | null {
  if (!operation.parameters?.some(({ name }) => name === 'cursor')) return null;
  const answer = jsonAnswers(operation)[0] ?? {};
  const schema = document.components.schemas[answer.$ref?.split('/').at(-1) ?? ''] ?? answer;
  if (schema.items) return { field: null, items: schema.items };
  const lists = Object.entries(schema.properties ?? {}).filter(([, { items }]) => items);
  const [field, list] = lists[0] ?? [];
  if (lists.length !== 1 || !field || !list?.items) {
    throw new Error(`${operation.operationId} takes a cursor, but its answer has ${lists.length} lists, not one.`);
  }
  return { field, items: list.items };
}

function flags(operation: Operation, list: List | null): string[] {
  const taken = Object.keys(operation.requestBody?.content ?? {})[0];
  return [
    operation.parameters?.some(({ $ref }) => $ref?.endsWith('/IdempotencyKey')) && 'key',
    taken === 'application/x-www-form-urlencoded' && 'form',
    reader(operation),
    list && (list.field ? `list=${list.field}` : 'list'),
  ].filter((flag): flag is string => typeof flag === 'string');
}

/** How an answer is read that is never JSON. */
function reader(operation: Operation): string | null {
  const types = successes(operation).flatMap(({ content }) => Object.keys(content ?? {}));
  return types.includes('application/json') ? null : (READERS[types[0]?.split(';')[0] ?? ''] ?? null);
}

const successes = ({ responses }: Operation) =>
  Object.entries(responses).flatMap(([status, response]) => (status.startsWith('2') ? [response] : []));
const jsonAnswers = (operation: Operation): Schema[] =>
  successes(operation).flatMap(({ content }) => content?.['application/json']?.schema ?? []);
const jsonBody = ({ requestBody }: Operation) => requestBody?.content['application/json']?.schema;

function describe(operation: Operation, list: List | null, typing: Typing): string {
  const parts = [parameters(operation, typing), query(operation, typing), body(operation, typing)];
  const how = reader(operation);
  const answers = jsonAnswers(operation).map((schema) => typeOf(schema, typing));
  parts.push(`result: ${(how ? RESULTS[how] : answers.join(' | ')) || 'undefined'};`);
  if (list) parts.push(`item: ${typeOf(list.items, typing)};`);
  const text = `${operation.summary.replace(/(?<![?.!])$/, '.')} ${operation.description}`;
  return `${comments(text)}${operation.operationId}: {\n${parts.filter(Boolean).join('\n')}\n};`;
}

/** `{user-id}` → `userId`, which callers pass beside `query` and `body`. */
const camelCase = (name: string) => `{${identifier(name.slice(1, -1))}}`;
const identifier = (name: string) => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function parameters(operation: Operation, typing: Typing): string | null {
  const names = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
  if (names.length === 0) return null;
  return `params: {\n${names.map((one) => field({ ...one, name: identifier(one.name) }, typing)).join('\n')}\n};`;
}

function query(operation: Operation, typing: Typing): string | null {
  // Whoever wants a stream instead of JSON asks for it by a function of its own.
  const isStream = ({ name }: Parameter) => name === 'stream' && jsonAnswers(operation).length > 0;
  const names = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query' && !isStream(parameter));
  if (names.length === 0) return null;
  const isNeeded = names.some(({ required }) => required);
  return `query${isNeeded ? '' : '?'}: {\n${names.map((one) => field(one, typing)).join('\n')}\n};`;
}

const field = ({ name, required, schema, description }: Parameter, typing: Typing) =>
  `${comments(description)}${name}${required ? '' : '?'}: ${typeOf(schema, typing)};`;

function body({ requestBody }: Operation, typing: Typing): string | null {
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (!type || !content) return null;
  return `body: ${type === 'multipart/form-data' ? 'FormData' : typeOf(content.schema, typing)};`;
}
