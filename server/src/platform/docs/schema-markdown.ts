import type { JsonSchema } from './openapi.types.ts';
import { nameOfReference } from './openapi-walk.ts';

/** The fields of an object as a nested list; named schemas are mentioned by name, they are listed once elsewhere. */
export function listFields(schema: JsonSchema, depth = 0): string[] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const presence = required.has(name) ? 'required' : 'optional';
    const text = [field.description, constraints(field)].filter(Boolean).join(' ');
    const line = `${'  '.repeat(depth)}- \`${name}\` (${typeText(field)}, ${presence})${text ? `: ${text}` : ''}`;
    return [line, ...nested(field).flatMap((inner) => listFields(inner, depth + 1))];
  });
}

/** The objects without a name that a field holds. */
function nested(schema: JsonSchema): JsonSchema[] {
  if (schema.$ref) return [];
  if (schema.properties) return [schema];
  const values = typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : [];
  return [...alternatives(schema), ...(schema.items ? [schema.items] : []), ...values].flatMap(nested);
}

/** `string or null`, `list of Account`, `map of integer`. */
export function typeText(schema: JsonSchema): string {
  const name = nameOfReference(schema);
  if (name) return name;
  if (schema.allOf)
    return schema.allOf
      .map(typeText)
      .filter((text) => text !== 'object')
      .join(' and ');
  const choices = alternatives(schema);
  if (choices.length > 0) return [...new Set(choices.map(typeText))].join(' or ');
  if (schema.items)
    return `list of ${typeText(schema.items)}${[schema.type].flat().includes('null') ? ' or null' : ''}`;
  if (typeof schema.additionalProperties === 'object') return `map of ${typeText(schema.additionalProperties)}`;
  const types = [schema.type ?? 'anything'].flat().join(' or ');
  return schema.format ? `${types}, ${schema.format}` : types;
}

const alternatives = (schema: JsonSchema) => [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];

function constraints(schema: JsonSchema): string {
  const parts: string[] = [];
  if (schema.const !== undefined && !schema.description) parts.push(`Always ${JSON.stringify(schema.const)}.`);
  if (schema.enum) parts.push(`One of ${schema.enum.map((value) => `\`${String(value)}\``).join(', ')}.`);
  if (schema.minimum !== undefined) parts.push(`At least ${schema.minimum}.`);
  if (schema.maximum !== undefined) parts.push(`At most ${schema.maximum}.`);
  if (schema.maxLength !== undefined) parts.push(`Up to ${schema.maxLength} characters.`);
  if (schema.maxItems !== undefined) parts.push(`Up to ${schema.maxItems} entries.`);
  return parts.join(' ');
}
