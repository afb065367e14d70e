import type { TSchema } from 'typebox';
import type { JsonSchema } from './openapi.types.ts';

/** Where a schema stands: what a name can be made of when it has no title. */
export interface SchemaPlace {
  operationId: string;
  role: 'body' | 'answer' | 'parameter';
}

export interface SchemaNames {
  /** The schema as plain JSON, with `$ref` in place of everything that has a name. */
  refer: (schema: TSchema) => JsonSchema;
  components: Record<string, JsonSchema>;
}

/**
 * Finds the objects that deserve a name in `components/schemas`: those that a module gives one (`known`), those with a
 * `title`, and those that stand in more than one place, which are named after the first (`company` → `Company`,
 * `getUser` → `User`, the body of `createUser` → `CreateUserBody`). Schemas with the same content are one:
 * `Type.Optional` copies, so identity would tell them apart.
 */
export function nameSchemas(
  roots: readonly (SchemaPlace & { schema: TSchema })[],
  known: Readonly<Record<string, unknown>>,
  reserved: readonly string[],
): SchemaNames {
  const named = chooseNames(collect(roots, known), reserved);
  const nameByKey = new Map(named.map(({ key, name }) => [key, name]));
  const components = named.map(({ schema, name }) => {
    const titled = { ...schema };
    delete titled.title;
    return [name, replaceInside(titled, nameByKey)] as const;
  });
  return { refer: (schema) => replace(plain(schema), nameByKey), components: Object.fromEntries(components) };
}

interface Found {
  /** Its JSON: what tells it apart. */
  key: string;
  schema: JsonSchema;
  uses: number;
  /** Somebody chose its name. */
  isNamed: boolean;
  /** The names it may get, the best first. */
  names: string[];
}

function collect(
  roots: readonly (SchemaPlace & { schema: TSchema })[],
  known: Readonly<Record<string, unknown>>,
): Found[] {
  const nameByKey = new Map(
    Object.entries(known).flatMap(([name, value]) =>
      isObjectSchema(value) ? [[JSON.stringify(plain(value)), name]] : [],
    ),
  );
  const seen = new Map<string, Found>();
  for (const { schema: root, ...place } of roots) {
    const rootName = nameOfRoot(place);
    visit(plain(root), rootName, (schema, placeName) => {
      const key = JSON.stringify(schema);
      const found = seen.get(key);
      if (found) found.uses += 1;
      else {
        const given = nameByKey.get(key) ?? schema.title;
        const name = given ?? placeName;
        seen.set(key, { key, schema, uses: 1, isNamed: given !== undefined, names: [name, `${rootName}${name}`] });
      }
      return found === undefined;
    });
  }
  return [...seen.values()];
}

/** Chosen names come first, so that no derived one takes them. */
function chooseNames(found: readonly Found[], reserved: readonly string[]) {
  const taken = new Set(reserved);
  return found
    .filter(({ uses, isNamed }) => uses > 1 || isNamed)
    .sort((a, b) => Number(b.isNamed) - Number(a.isNamed))
    .map(({ key, schema, names }) => {
      let name = names.find((candidate) => !taken.has(candidate));
      for (let number = 2; !name || taken.has(name); number += 1) name = `${names.at(-1)}${number}`;
      taken.add(name);
      return { key, schema, name };
    });
}

const isObjectSchema = (value: unknown): value is TSchema =>
  typeof value === 'object' && value !== null && 'properties' in value;

/** TypeBox's marks are not enumerable, so JSON drops them; what other tools read differently is put as they expect it. */
function plain(schema: TSchema): JsonSchema {
  return normalize(JSON.parse(JSON.stringify(schema)) as JsonSchema);
}

function normalize(schema: JsonSchema): JsonSchema {
  const out = mapChildren(unrolled(schema), normalize);
  const patterns = Object.entries((out.patternProperties ?? {}) as Record<string, JsonSchema>);
  const [only] = patterns;
  // A record of any key: generators of clients know it by additionalProperties only.
  if (only && patterns.length === 1 && ['^.*$', '^(.*)$'].includes(only[0])) {
    delete out.patternProperties;
    out.additionalProperties = only[1];
  }
  if (out.enum && !out.type) {
    const types = [...new Set(out.enum.map((value) => (value === null ? 'null' : typeof value)))];
    out.type = types.length === 1 ? types[0] : types;
  }
  return out;
}

/** A schema that holds itself has its name in the definition and refers to it from inside: both become the component. */
function unrolled(schema: JsonSchema): JsonSchema {
  // The validator lets through what somebody else looks at; readers want to know what that is.
  if (typeof schema['x-schema'] === 'string') return { $ref: `#/components/schemas/${schema['x-schema']}` };
  if (!schema.$ref || schema.$ref.startsWith('#')) return schema;
  const definitions = schema.$defs as Record<string, JsonSchema> | undefined;
  const { $id: name, ...definition } = definitions?.[schema.$ref] ?? {};
  return name ? { ...definition, title: schema.$ref } : { $ref: `#/components/schemas/${schema.$ref}` };
}

const isNameable = (schema: JsonSchema) => schema.properties !== undefined || schema.title !== undefined;

/** `found` answers whether it saw the schema for the first time; what is inside a known one is known too. */
function visit(schema: JsonSchema, name: string, found: (schema: JsonSchema, name: string) => boolean) {
  if (isNameable(schema) && !found(schema, name)) return;
  for (const [key, child] of Object.entries(schema.properties ?? {})) visit(child, pascalCase(key), found);
  if (schema.items) visit(schema.items, singular(name), found);
  for (const child of branches(schema)) visit(child, name, found);
  if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, singular(name), found);
}

const branches = (schema: JsonSchema) => [...(schema.anyOf ?? []), ...(schema.allOf ?? []), ...(schema.oneOf ?? [])];

function replace(schema: JsonSchema, names: ReadonlyMap<string, string>): JsonSchema {
  const name = isNameable(schema) ? names.get(JSON.stringify(schema)) : undefined;
  return name ? { $ref: `#/components/schemas/${name}` } : replaceInside(schema, names);
}

const replaceInside = (schema: JsonSchema, names: ReadonlyMap<string, string>) =>
  mapChildren(schema, (child) => replace(child, names));

/** A copy whose direct subschemas went through `change`. */
function mapChildren(schema: JsonSchema, change: (child: JsonSchema) => JsonSchema): JsonSchema {
  const out: JsonSchema = { ...schema };
  for (const key of ['properties', 'patternProperties'] as const) {
    const children = out[key] as Record<string, JsonSchema> | undefined;
    if (children) out[key] = Object.fromEntries(Object.entries(children).map(([name, child]) => [name, change(child)]));
  }
  for (const key of ['anyOf', 'allOf', 'oneOf'] as const) {
    if (out[key]) out[key] = out[key].map(change);
  }
  if (out.items) out.items = change(out.items);
  if (typeof out.additionalProperties === 'object') out.additionalProperties = change(out.additionalProperties);
  return out;
}

/** `getUser` and `createUser` answer a `User`, `listUsers` a `UserList`; the body of `createUser` is a `CreateUserBody`. */
function nameOfRoot({ operationId, role }: SchemaPlace): string {
  if (role === 'body') return `${pascalCase(operationId)}Body`;
  const words = /^(get|create|update|list)([A-Z].*)$/.exec(operationId);
  if (!words) return `${pascalCase(operationId)}${role === 'answer' ? 'Answer' : ''}`;
  const [, verb, noun = ''] = words;
  return verb === 'list' ? `${singular(noun)}List` : noun;
}

function singular(name: string): string {
  if (name.endsWith('ies')) return `${name.slice(0, -3)}y`;
  return /[^s]s$/.test(name) ? name.slice(0, -1) : name;
}

/** `cash-transactions` and `cashTransactions` → `CashTransactions`. */
export function pascalCase(text: string): string {
  return text.replaceAll(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
