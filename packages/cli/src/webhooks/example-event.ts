import { randomUUID } from 'node:crypto';
import { CommandError, usageError } from '../exit.ts';
import { suggest } from '../suggest.ts';
import type { WebhookBody } from './forward.ts';

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  items?: Schema;
  minimum?: number;
}

interface Reference {
  webhooks: Record<string, { post: { requestBody: { content: { 'application/json': { schema: Schema } } } } }>;
  components: { schemas: Record<string, Schema> };
}

/** An event as the server's own reference describes it, with made-up values. */
export async function exampleEvent(url: string, type: string): Promise<WebhookBody> {
  const response = await fetch(`${url}/openapi.json`);
  if (!response.ok) throw new CommandError('failed', `${url}/openapi.json answered ${response.status}.`);
  const reference = (await response.json()) as Reference;
  const found = reference.webhooks[type];
  if (!found) {
    const types = Object.keys(reference.webhooks);
    const near = suggest(type, types);
    throw usageError(
      `There is no event “${type}”.`,
      near ? `Did you mean ${near}?` : `There are: ${types.join(', ')}.`,
    );
  }
  const schema = found.post.requestBody.content['application/json'].schema;
  const { secret: _, ...event } = example(schema, reference.components.schemas) as WebhookBody & { secret?: string };
  return event;
}

function example(schema: Schema, schemas: Record<string, Schema>): unknown {
  const { $ref, type, format, properties, items, minimum } = schema;
  if ($ref) return example(schemas[$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first) return example(first, schemas);
  if (properties) {
    return Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, example(field, schemas)]));
  }
  if (type === 'array') return items ? [example(items, schemas)] : [];
  if (type === 'object') return {};
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return minimum ?? 1;
  if (format === 'uuid') return randomUUID();
  if (format === 'date-time') return new Date().toISOString();
  if (format === 'date') return new Date().toISOString().slice(0, 10);
  return 'example';
}
