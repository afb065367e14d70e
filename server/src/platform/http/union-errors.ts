import type { SchemaError } from './validation.ts';

/** An alternative of a union, at the place of the value that it was tried on. */
interface Alternative {
  /** Schema path of the union: `#/properties/steps/items/anyOf`. */
  union: string;
  /** Schema path of the alternative. */
  schema: string;
  /** JSON pointer of the value. */
  value: string;
}

/**
 * Leaves out what nobody meant. A value that fits no alternative of a union is told every mistake of each; but where the value
 * itself says which one it is (by its type, or by a field with a fixed value, such as `kind`), only that one's count.
 */
export function withoutOtherAlternatives(errors: readonly SchemaError[]): SchemaError[] {
  const rejected = errors.flatMap((error) => {
    const alternative = rejectedBy(error);
    return alternative ? [{ ...alternative, error }] : [];
  });
  const unions = [...Map.groupBy(rejected, ({ union, value }) => `${union} ${value}`).values()];
  let kept = [...errors];
  for (const alternatives of unions) {
    const schemas = new Set(alternatives.map(({ schema }) => schema));
    const { union, value } = alternatives[0] as Alternative;
    const isInside = (error: SchemaError) =>
      error.schemaPath.startsWith(`${union}/`) &&
      (error.instancePath === value || error.instancePath.startsWith(`${value}/`));
    const isOther = (error: SchemaError) => isInside(error) && schemas.has(alternativeOf(error.schemaPath, union));
    const told = kept.some((error) => isInside(error) && !isOther(error));
    const merged = told ? [] : mergeRejections(alternatives.map(({ error }) => error));
    kept = [...kept.filter((error) => !isOther(error)), ...merged];
  }
  // That nothing fits adds nothing to what exactly does not.
  const precise = kept.filter(({ keyword }) => keyword !== 'anyOf');
  return precise.length > 0 ? precise : kept;
}

function rejectedBy({ keyword, schemaPath, instancePath }: SchemaError): Alternative | null {
  if (keyword === 'type') {
    const [, schema, union] = /^((.*\/anyOf)\/\d+)$/.exec(schemaPath) ?? [];
    return schema && union ? { union, schema, value: instancePath } : null;
  }
  if (keyword !== 'const' && keyword !== 'enum') return null;
  const [, schema, union, field] = /^((.*\/anyOf)\/\d+)\/properties\/([^/]+)$/.exec(schemaPath) ?? [];
  const isOwn = instancePath.endsWith(`/${field}`);
  return schema && union && isOwn ? { union, schema, value: instancePath.slice(0, -1 - String(field).length) } : null;
}

const alternativeOf = (schemaPath: string, union: string) =>
  `${union}/${schemaPath.slice(union.length + 1).split('/', 1)[0]}`;

/** One error for what all alternatives said of one place: every type, or every value, that would do. */
function mergeRejections(errors: readonly SchemaError[]): SchemaError[] {
  return [...Map.groupBy(errors, ({ instancePath }) => instancePath).values()].map((same) => {
    const [first] = same as [SchemaError];
    const values = same.flatMap(({ params }) => {
      const { allowedValue, allowedValues } = params as { allowedValue?: unknown; allowedValues?: unknown[] };
      return allowedValues ?? (allowedValue === undefined ? [] : [allowedValue]);
    });
    if (values.length > 0) return { ...first, keyword: 'enum', params: { allowedValues: [...new Set(values)] } };
    const types = same.flatMap(({ params }) => (params as { type?: string | string[] }).type ?? []);
    return { ...first, params: { type: [...new Set(types)] } };
  });
}
