import type { FlowValue, Literal, Reference } from './flow.types.ts';

/** What a run knows. */
export interface Facts {
  /** Fresh for every message; only fields that rules may use. */
  attributes: Readonly<Record<string, Literal>>;
  /** What was collected. */
  inputs: Readonly<Record<string, Literal>>;
  /** Step → what its action answered. */
  outputs: Readonly<Record<string, Readonly<Record<string, Literal>>>>;
  /** Names of the tags of the exchange. */
  tags: ReadonlySet<string>;
}

export type ParsedReference =
  | { root: 'attributes'; name: string }
  | { root: 'inputs'; name: string }
  | { root: 'outputs'; step: string; name: string };

/** null when it is not a reference. */
export function parseReference(reference: Reference): ParsedReference | null {
  const [root, first, second, ...rest] = reference.split('.');
  if (!first || rest.length > 0) return null;
  if ((root === 'attributes' || root === 'inputs') && second === undefined) return { root, name: first };
  return root === 'outputs' && second ? { root, step: first, name: second } : null;
}

/** null when nothing is known: a field that is missing and one that is null are the same. */
export function lookUp(facts: Facts, reference: Reference): Literal {
  const parsed = parseReference(reference);
  if (!parsed) return null;
  const fields = parsed.root === 'outputs' ? own(facts.outputs, parsed.step) : facts[parsed.root];
  return (fields && own(fields, parsed.name)) ?? null;
}

/** Names come from people: `constructor` is nobody's field. */
const own = <T>(fields: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

export const valueOf = (facts: Facts, value: FlowValue): Literal =>
  typeof value === 'object' && value !== null ? lookUp(facts, value.ref) : value;
