import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
}

interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: Schema }> }>;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const HEAD = `// Made by \`npm run generate\` from openapi.json: the operations that the console calls, and what they take and answer.
`;

/**
 * Types of the operations whose names (\`'GET /v2/reviews'\`) stand in the console's sources, and of the schemas that they
 * speak of. Throws for a name that the reference does not have.
 */
export function generateConsoleTypes(openApi: string, sourceFolder: string): string {
  const document = JSON.parse(openApi) as Document;
  const used = new Set<string>();
  const operations = calledOperations(sourceFolder).map((name) => {
    const [method = '', route = ''] = name.split(' ');
    const operation = document.paths[route]?.[method.toLowerCase()];
    if (!operation) throw new Error(`The console calls ${name}, which the reference does not have.`);
    return `  '${name}': ${describe(operation, used)};`;
  });
  const schemas: string[] = [];
  const written = new Set<string>();
  for (let open = [...used]; open.length > 0; open = [...used].filter((name) => !written.has(name))) {
    for (const name of open) {
      written.add(name);
      schemas.push(`export type ${name} = ${typeOf(document.components.schemas[name] ?? {}, used)};`);
    }
  }
  return [HEAD, `export interface Operations {\n${operations.join('\n')}\n}\n`, ...schemas.toSorted(), ''].join('\n');
}

/** Every \`'METHOD /path'\` in the sources, sorted. */
function calledOperations(folder: string): string[] {
  const names = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || entry.name.endsWith('.gen.ts')) continue;
    const text = readFileSync(path.join(entry.parentPath, entry.name), 'utf8');
    for (const [, name = ''] of text.matchAll(/'((?:GET|POST|PUT|PATCH|DELETE) \/[^']*)'/g)) names.add(name);
  }
  return [...names].toSorted();
}

function describe({ parameters = [], requestBody, responses }: Operation, used: Set<string>): string {
  const fields = (place: string) =>
    parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, required, schema }) => `'${name}'${required ? '' : '?'}: ${typeOf(schema, used)}`)
      .join('; ');
  const parts = [];
  if (fields('path')) parts.push(`params: { ${fields('path')} }`);
  if (fields('query')) parts.push(`query?: { ${fields('query')} }`);
  const body = requestBody?.content['application/json'];
  if (body) parts.push(`body: ${typeOf(body.schema, used)}`);
  const answers = Object.entries(responses).flatMap(([status, { content }]) =>
    status.startsWith('2') && content?.['application/json'] ? [content['application/json'].schema] : [],
  );
  const result = answers.map((schema) => typeOf(schema, used)).join(' | ');
  return `{ ${[...parts, `result: ${result || 'null'}`].join('; ')} }`;
}

function typeOf(schema: Schema, used: Set<string>): string {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    used.add(name);
    return name;
  }
  const inner = (each: Schema) => typeOf(each, used);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return either.map(inner).join(' | ');
  if (schema.allOf) return schema.allOf.map((each) => `(${inner(each)})`).join(' & ');
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  return [schema.type ?? 'unknown']
    .flat()
    .map((type) => plainType(type, schema, used))
    .join(' | ');
}

function plainType(type: string, schema: Schema, used: Set<string>): string {
  if (type === 'integer') return 'number';
  if (type === 'array') return `(${typeOf(schema.items ?? {}, used)})[]`;
  if (type !== 'object') return type;
  if (!schema.properties) return 'Record<string, unknown>';
  const fields = Object.entries(schema.properties).map(([name, field]) => {
    const mark = schema.required?.includes(name) ? '' : '?';
    return `${/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`}${mark}: ${typeOf(field, used)}`;
  });
  return `{ ${fields.join('; ')} }`;
}
