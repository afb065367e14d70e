/** TypeScript types of the schemas of openapi.json, for those who call the API. */

export interface Schema {
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
  additionalProperties?: boolean | Schema;
  description?: string;
}

export interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: Schema;
}

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: Schema }> }>;
}

export interface Document {
  paths: Record<string, Record<string, Operation>>;
  webhooks: Record<string, { post: Operation }>;
  components: { schemas: Record<string, Schema> };
}

/** How types are written, and which schemas they have spoken of so far. */
export interface Typing {
  used: Set<string>;
  /** Whether fields carry their descriptions, and records the type of their values. */
  detailed: boolean;
}

/** `export type …` for each schema spoken of, and for those that these speak of, sorted. */
export function describeSchemas(document: Document, typing: Typing): string[] {
  const schemas: string[] = [];
  const written = new Set<string>();
  for (let open = [...typing.used]; open.length > 0; open = [...typing.used].filter((name) => !written.has(name))) {
    for (const name of open) {
      written.add(name);
      schemas.push(`export type ${name} = ${typeOf(document.components.schemas[name] ?? {}, typing)};`);
    }
  }
  return schemas.toSorted();
}

/** The type of a schema; what it refers to joins `typing.used`. */
export function typeOf(schema: Schema, typing: Typing): string {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    typing.used.add(name);
    return name;
  }
  const inner = (each: Schema) => typeOf(each, typing);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return either.map(inner).join(' | ');
  if (schema.allOf) return schema.allOf.map((each) => `(${inner(each)})`).join(' & ');
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  return [schema.type ?? 'unknown']
    .flat()
    .map((type) => plainType(type, schema, typing))
    .join(' | ');
}

function plainType(type: string, schema: Schema, typing: Typing): string {
  if (type === 'integer') return 'number';
  if (type === 'array') return `(${typeOf(schema.items ?? {}, typing)})[]`;
  if (type !== 'object') return type;
  if (!schema.properties) return recordType(schema, typing);
  const fields = Object.entries(schema.properties).map(([name, field]) => {
    const mark = schema.required?.includes(name) ? '' : '?';
    const comment = typing.detailed ? comments(field.description) : '';
    return `${comment}${/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`}${mark}: ${typeOf(field, typing)}`;
  });
  return typing.detailed && fields.length > 0 ? `{\n${fields.join(';\n')};\n}` : `{ ${fields.join('; ')} }`;
}

function recordType({ additionalProperties }: Schema, typing: Typing): string {
  const values =
    typing.detailed && typeof additionalProperties === 'object' ? typeOf(additionalProperties, typing) : 'unknown';
  return `Record<string, ${values}>`;
}

/** A doc comment and the end of its line, or nothing. */
export function comments(text: string | undefined): string {
  return text ? `/** ${text.replaceAll('*/', '*\\/').replaceAll(/\s*\n\s*/g, ' ')} */\n` : '';
}
