import type { OutputField } from '../integrations.types.ts';

/** How an answer differs from what its endpoint has declared. */
export interface Drift {
  field: string;
  kind: 'vanished' | 'renamed' | 'type_changed';
  expected: string;
  /** The type that came, or the name that took its place; null: nothing did. */
  found: string | null;
}

/**
 * Compares the fields of an answer with the declared ones. Null fits every type, an absent field none: the contract has
 * companies send null rather than leave a field out. A field counts as renamed when one has come up that nobody declared
 * and that is written alike (`phone_number`, `phoneNumber`).
 */
export function compareShape(outputs: readonly OutputField[], object: Record<string, unknown>): Drift[] {
  const declared = new Set(outputs.map(({ name }) => name));
  const undeclared = Object.keys(object).filter((name) => !declared.has(name));
  return outputs.flatMap(({ name, type }): Drift[] => {
    if (!Object.hasOwn(object, name)) {
      const twin = undeclared.find((other) => spelling(other) === spelling(name)) ?? null;
      return [{ field: name, kind: twin ? 'renamed' : 'vanished', expected: type, found: twin?.slice(0, 100) ?? null }];
    }
    const found = typeOf(object[name]);
    return found === 'null' || found === type ? [] : [{ field: name, kind: 'type_changed', expected: type, found }];
  });
}

const spelling = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}
