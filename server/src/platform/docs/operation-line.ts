import type { JsonSchema, MediaType, OpenApiDocument, Operation, Parameter, Response } from './openapi.types.ts';
import { nameOfReference, resolve } from './openapi-walk.ts';

/** Writes operations one after the other; an object with a name that was written before is only named. */
export interface LineWriter {
  /**
   * One operation in one line, for texts that must be short:
   * `POST /api/users createUser (users): Create a user. Body {type*: person|company, expiresIn}. 201 User {userId, …}`.
   */
  write(listed: { method: string; path: string; operation: Operation }): string;
}

export function createLineWriter(document: OpenApiDocument): LineWriter {
  const named = new Set<string>();
  return {
    write({ method, path, operation }) {
      const scope = operation['x-scope'].length > 0 ? ` (${scopeNames(operation['x-scope'])})` : '';
      const parts = [
        `${operation.summary}${/[?!]$/.test(operation.summary) ? '' : '.'}`,
        writeQuery(document, operation),
        writeBody(document, operation),
        writeAnswer(document, operation, named),
      ];
      return `- ${method} ${path} ${operation.operationId}${scope}: ${parts.filter(Boolean).join(' ')}`;
    },
  };
}

/** `person-income-salary|…-pension`. */
function scopeNames(scopes: readonly string[]): string {
  const [first = '', ...others] = scopes;
  const stem = first.slice(0, first.lastIndexOf('-'));
  const isAlike = others.length > 0 && stem !== '' && others.every((scope) => scope.startsWith(`${stem}-`));
  return isAlike ? [first, ...others.map((scope) => scope.slice(stem.length))].join('|') : scopes.join('|');
}

function writeQuery(document: OpenApiDocument, operation: Operation): string {
  const names = (operation.parameters ?? [])
    .map((parameter) => resolve<Parameter>(document, parameter))
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, required, schema }) => `${name}${required ? '*' : ''}${choices(document, schema)}`);
  return names.length > 0 ? `Query ${names.join(', ')}.` : '';
}

function writeBody(document: OpenApiDocument, { requestBody }: Operation): string {
  if (!requestBody) return '';
  const [mediaType = '', { schema } = {} as MediaType] = Object.entries(requestBody.content)[0] ?? [];
  const kind = mediaType === 'application/json' ? 'Body' : `Body ${mediaType}`;
  return `${kind} ${shape(document, schema ?? {}, 3)}.`;
}

/** The first success. */
function writeAnswer(document: OpenApiDocument, { responses }: Operation, named: Set<string>): string {
  const [status, response] = Object.entries(responses).find(([code]) => Number(code) < 400) ?? [];
  if (!status || !response) return '';
  const [mediaType = '', { schema } = {} as MediaType] =
    Object.entries(resolve<Response>(document, response).content ?? {})[0] ?? [];
  if (!mediaType || !schema) return status;
  if (mediaType !== 'application/json') return `${status} ${mediaType}`;
  const name = nameOfReference(schema);
  if (!name) return `${status} ${shape(document, schema, 2, false)}`;
  if (named.has(name)) return `${status} ${name}`;
  named.add(name);
  return `${status} ${name} ${shape(document, schema, 2, false)}`;
}

/** `{a*: text|html, b: [{c}]}`. `depth`: how many objects within each other are shown; deeper ones are `{…}`. */
function shape(document: OpenApiDocument, given: JsonSchema, depth: number, isInput = true): string {
  const schema = resolve<JsonSchema>(document, given);
  if (schema.items) return `[${shape(document, schema.items, depth, isInput)}]`;
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) {
    const objects = alternatives.filter((one) => resolve<JsonSchema>(document, one).type !== 'null');
    return [...new Set(objects.map((one) => shape(document, one, depth, isInput)))].join(' or ');
  }
  const fields = Object.assign(
    {},
    ...(schema.allOf ?? []).map((one) => resolve<JsonSchema>(document, one).properties),
    schema.properties,
  );
  if (Object.keys(fields).length === 0)
    return [schema.type ?? 'any']
      .flat()
      .filter((type) => type !== 'null')
      .join('|');
  if (depth === 0) return '{…}';
  const required = new Set(schema.required);
  const written = Object.entries(fields as Record<string, JsonSchema>).map(([name, field]) => ({
    name: `${name}${isInput && required.has(name) ? '*' : ''}`,
    what: inner(document, field, depth - 1, isInput),
  }));
  return `{${joinAlike(written)}}`;
}

/** Neighbours that hold the same are named together: `salary/pension: {available, …}`. */
function joinAlike(fields: readonly { name: string; what: string }[]): string {
  const groups: { names: string[]; what: string }[] = [];
  for (const { name, what } of fields) {
    const last = groups.at(-1);
    if (last && what.startsWith(': {') && last.what === what) last.names.push(name);
    else groups.push({ names: [name], what });
  }
  return groups.map(({ names, what }) => names.join('/') + what).join(', ');
}

/** What is said of a field: its choices, or what is in it; nothing for plain ones. */
function inner(document: OpenApiDocument, field: JsonSchema, depth: number, isInput: boolean): string {
  const text = shape(document, field, depth, isInput);
  if (/[[{]/.test(text)) return depth === 0 ? (text.startsWith('[') ? '[]' : '{}') : `: ${text}`;
  return isInput ? choices(document, field) : '';
}

/** `: active|suspended`, where there are few. */
function choices(document: OpenApiDocument, given: JsonSchema): string {
  const schema = resolve<JsonSchema>(document, given);
  const values = schema.enum ?? schema.items?.enum ?? [];
  return values.length > 0 && values.length <= 8 ? `: ${values.join('|')}` : '';
}
