import { chapterSlug } from './llms-text.ts';
import type { JsonSchema, OpenApiDocument } from './openapi.types.ts';
import { listOperations } from './openapi-walk.ts';
import { writeNotification, writeOperation } from './operation-markdown.ts';
import { listFields } from './schema-markdown.ts';

/** Slug of a chapter → its Markdown: every operation with every field, and the shapes that it speaks of. */
export function writeReferenceChapters(document: OpenApiDocument): Map<string, string> {
  return new Map(document.tags.map(({ name }) => [chapterSlug(name), writeChapter(document, name)]));
}

/** `/docs/reference.md`: which chapters there are. */
export function writeReferenceIndex(document: OpenApiDocument): string {
  const operations = listOperations(document);
  const lines = document.tags.map(({ name, description }) => {
    const count = operations.filter(({ operation }) => operation.tags.includes(name)).length;
    return `- [${name}](reference/${chapterSlug(name)}.md): ${description} ${count} operations.`;
  });
  return `# Reference of the API, version ${document.info.version}\n\n${document.info.description}\n\n${lines.join('\n')}\n`;
}

function writeChapter(document: OpenApiDocument, tag: string): string {
  const { description = '' } = document.tags.find(({ name }) => name === tag) ?? {};
  const operations = listOperations(document).filter(({ operation }) => operation.tags.includes(tag));
  const notifications = tag === 'Webhooks' ? Object.entries(document.webhooks) : [];
  const written = [
    ...operations.map((operation) => writeOperation(document, operation)),
    ...(notifications.length > 0 ? ['## Events that webhooks are told of'] : []),
    ...notifications.flatMap(([type, methods]) => Object.values(methods).map((one) => writeNotification(type, one))),
  ];
  const names = namesIn([operations.map(({ operation }) => operation), notifications], document);
  const shapes = names.map((name) => writeShape(name, document.components.schemas[name] ?? {}));
  return `${[`# ${tag}`, description, ...written, ...(shapes.length > 0 ? ['## Shapes', ...shapes] : [])].join(
    '\n\n',
  )}\n`;
}

const writeShape = (name: string, schema: JsonSchema) =>
  [`### ${name}`, ...(schema.description ? [schema.description] : []), listFields(schema).join('\n')].join('\n\n');

/** Every named object that is spoken of, also by those that are spoken of, in the order of the alphabet. */
function namesIn(spoken: unknown, document: OpenApiDocument): string[] {
  const found = new Set<string>();
  const look = (value: unknown) => {
    for (const [, kind = '', name = ''] of JSON.stringify(value).matchAll(
      /"#\/components\/(schemas|responses)\/([^"]+)"/g,
    )) {
      if (kind !== 'schemas' || found.has(name)) continue;
      found.add(name);
      look(document.components.schemas[name]);
    }
  };
  look(spoken);
  return [...found].sort();
}
