import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Document, describeSchemas, type Operation, type Typing, typeOf } from './schema-types.ts';

const HEAD = `// Made by \`npm run generate\` from openapi.json: the operations that the console calls, and what they take and answer.
`;

/**
 * Types of the operations whose names (\`'GET /v2/reviews'\`) stand in the console's sources, and of the schemas that they
 * speak of. Throws for a name that the reference does not have.
 */
export function generateConsoleTypes(openApi: string, sourceFolder: string): string {
  const document = JSON.parse(openApi) as Document;
  const typing: Typing = { used: new Set(), detailed: false };
  const operations = calledOperations(sourceFolder).map((name) => {
    const [method = '', route = ''] = name.split(' ');
    const operation = document.paths[route]?.[method.toLowerCase()];
    if (!operation) throw new Error(`The console calls ${name}, which the reference does not have.`);
    return `  '${name}': ${describe(operation, typing)};`;
  });
  return [
    HEAD,
    `export interface Operations {\n${operations.join('\n')}\n}\n`,
    ...describeSchemas(document, typing),
    '',
  ].join('\n');
}

/** Every \`'METHOD /path'\` in the sources, sorted. */
function calledOperations(folder: string): string[] {
  const names = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || entry.name.endsWith('.gen.ts')) continue;
    const text = readFileSync(path.join(entry.parentPath, entry.name), 'utf8');
    for (const [, name = ''] of text.matchAll(/['"]((?:GET|POST|PUT|PATCH|DELETE) \/[^'"]*)['"]/g)) names.add(name);
  }
  return [...names].toSorted();
}

function describe({ parameters = [], requestBody, responses }: Operation, typing: Typing): string {
  const fields = (place: string) =>
    parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, required, schema }) => `'${name}'${required ? '' : '?'}: ${typeOf(schema, typing)}`)
      .join('; ');
  const parts = [];
  if (fields('path')) parts.push(`params: { ${fields('path')} }`);
  if (fields('query')) parts.push(`query?: { ${fields('query')} }`);
  const body = requestBody?.content['application/json'];
  if (body) parts.push(`body: ${typeOf(body.schema, typing)}`);
  const answers = Object.entries(responses).flatMap(([status, { content }]) =>
    status.startsWith('2') && content?.['application/json'] ? [content['application/json'].schema] : [],
  );
  const result = answers.map((schema) => typeOf(schema, typing)).join(' | ');
  return `{ ${[...parts, `result: ${result || 'null'}`].join('; ')} }`;
}
