import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Settings } from 'typebox/system';
import { Value } from 'typebox/value';
import type { FieldError } from './errors.ts';
import { withoutOtherAlternatives } from './union-errors.ts';

export interface Validator {
  /** An empty list says that the value is of the schema. */
  errors(value: unknown): FieldError[];
  check(value: unknown): boolean;
  /** A copy without the fields that the schema doesn't know. */
  clean(value: unknown): unknown;
}

/** Every alternative of a union has errors of its own, most of which are left out again: the library's eight hide the right ones. */
Settings.Set({ maxErrors: 500 });

/** At most this many errors are told at once; more help nobody. */
const MOST_ERRORS = 20;

/** Compiles a schema once, when it is first asked: a start has hundreds of them. `at` writes a JSON pointer the way the caller knows the place. */
export function createValidator(schema: TSchema, at: (pointer: string) => string = (pointer) => pointer): Validator {
  let made: ReturnType<typeof Compile> | undefined;
  const compiled = () => (made ??= Compile(schema));
  return {
    check: (value) => compiled().Check(value),
    clean: (value) => Value.Clean(schema, structuredClone(value)),
    errors(value) {
      if (compiled().Check(value)) return [];
      const found = new Map<string, string>();
      for (const error of withoutOtherAlternatives(withinBudget(compiled().Errors(value)))) {
        for (const { path, message } of describe(error)) {
          if (!found.has(path)) found.set(path, message);
        }
        if (found.size >= MOST_ERRORS) break;
      }
      return [...found].map(([pointer, message]) => ({ path: at(pointer), message }));
    },
  };
}

/** Characters of paths that are looked through: an honest body has a few ten thousand, one of huge keys had gigabytes. */
const MOST_PATH_CHARACTERS = 200_000;

function withinBudget(errors: readonly SchemaError[]): SchemaError[] {
  let left = MOST_PATH_CHARACTERS;
  return errors.filter(({ schemaPath, instancePath }, index) => {
    left -= schemaPath.length + instancePath.length;
    return left > 0 || index === 0;
  });
}

/** An error of the library; `schemaPath` leads from the whole schema to the part that was not met. */
export interface SchemaError {
  keyword: string;
  schemaPath: string;
  instancePath: string;
  message: string;
  params: object;
}

/** The library's error in the words of somebody who has to mend a request. */
function describe(error: SchemaError): FieldError[] {
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'required':
      return (params.requiredProperties as string[]).map((name) => ({
        path: `${error.instancePath}/${name}`,
        message: 'is required',
      }));
    case 'additionalProperties':
      return (params.additionalProperties as string[]).map((name) => ({
        path: `${error.instancePath}/${name}`,
        message: 'is not a field of this object',
      }));
    // The schema `false`, which "no further fields" is compiled to.
    case 'boolean':
      return [{ path: error.instancePath, message: 'is not a field of this object' }];
    case 'enum':
      return [
        { path: error.instancePath, message: `must be one of ${(params.allowedValues as unknown[]).join(', ')}` },
      ];
    case 'const':
      return [{ path: error.instancePath, message: `must be ${JSON.stringify(params.allowedValue)}` }];
    case 'type':
      return [{ path: error.instancePath, message: `must be of type ${[params.type].flat().join(' or ')}` }];
    default:
      return [{ path: error.instancePath, message: error.message }];
  }
}

/**
 * Query strings are text: numbers and booleans that the schema asks for are read from it, nothing else is bent.
 * Text that doesn't fit stays as it is, so that validation names it.
 */
export function coerceQuery(schema: { properties?: Record<string, unknown> }, query: Record<string, unknown>) {
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(query)) {
    const type = (schema.properties?.[name] as { type?: string } | undefined)?.type;
    if (typeof value !== 'string') out[name] = value;
    else if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(value)) out[name] = Number(value);
    else if (type === 'boolean' && (value === 'true' || value === 'false')) out[name] = value === 'true';
    else if (type === 'array') out[name] = [value];
    else out[name] = value;
  }
  return out;
}
