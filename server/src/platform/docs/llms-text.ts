import type { Guide } from './guides.ts';
import type { OpenApiDocument } from './openapi.types.ts';
import { listOperations } from './openapi-walk.ts';
import { writeNotification, writeOperation } from './operation-markdown.ts';
import { listFields } from './schema-markdown.ts';

/** `/llms-full.txt`: every guide and every operation as Markdown, from the same sources as the reference. */
export function writeLlmsText(document: OpenApiDocument, guides: readonly Guide[]): string {
  const operations = listOperations(document);
  const chapters = document.tags.map(({ name, description }) =>
    [
      `## ${name}`,
      description,
      ...operations
        .filter(({ operation }) => operation.tags.includes(name))
        .map((operation) => writeOperation(document, operation)),
    ].join('\n\n'),
  );
  const notifications = Object.entries(document.webhooks).flatMap(([type, methods]) =>
    Object.values(methods).map((notification) => writeNotification(type, notification)),
  );
  const shapes = Object.entries(document.components.schemas).map(([name, schema]) =>
    [`### ${name}`, ...(schema.description ? [schema.description] : []), listFields(schema).join('\n')].join('\n\n'),
  );
  return `${[
    ...guides.map(({ markdown }) => markdown),
    `# Reference of the API, version ${document.info.version}`,
    `Base address: ${document.servers[0]?.url}`,
    document.info.description,
    ...chapters,
    ...(notifications.length > 0 ? ['## Events that webhooks are told of', ...notifications] : []),
    '## Shapes',
    'Objects that stand in several places, by name.',
    ...shapes,
  ].join('\n\n')}\n`;
}
