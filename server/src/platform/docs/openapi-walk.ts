import type { JsonSchema, OpenApiDocument, Operation } from './openapi.types.ts';

/** Every operation of a document, in its order. */
export function listOperations(document: OpenApiDocument): { method: string; path: string; operation: Operation }[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

/** What a `$ref` into this document stands for; anything else is returned as it is. */
export function resolve<T extends object>(document: OpenApiDocument, value: T | { $ref: string }): T {
  if (!('$ref' in value) || typeof value.$ref !== 'string') return value as T;
  let found: unknown = document;
  for (const part of value.$ref.split('/').slice(1)) found = (found as Record<string, unknown>)[part];
  if (!found) throw new Error(`The document has no ${value.$ref}.`);
  return found as T;
}

export const nameOfReference = (schema: JsonSchema): string | undefined => schema.$ref?.split('/').at(-1);
