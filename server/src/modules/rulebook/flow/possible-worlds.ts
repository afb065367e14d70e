import type { CheckedFlow } from './checked-flow.ts';
import { type Facts, parseReference } from './facts.ts';
import type { Condition, InputDefinition, Literal } from './flow.types.ts';

/** Comparisons in all worlds of one step: what takes more is not looked into. */
const MOST_WORK = 5_000;

/** The conditions that one is made of, each with its place below it. */
export function partsOf(condition: Condition): { pointer: string; part: Condition }[] {
  if (!('of' in condition)) return [];
  if (condition.op === 'not') return [{ pointer: '/of', part: condition.of }];
  return condition.of.map((part, index) => ({ pointer: `/of/${index}`, part }));
}

/**
 * Everything that can be known, as far as these conditions can tell it apart: per reference nothing at all, each value it is
 * compared with, and one between and beyond each of them, within the limits of its input. Null: too many to try.
 */
export function worldsOf(conditions: readonly Condition[], checked: CheckedFlow): Facts[] | null {
  const leaves = conditions.flatMap(leavesOf);
  const literals = leaves.flatMap(literalsOf);
  const references = [...new Set(leaves.flatMap(referencesOf))];
  const tags = [...new Set(leaves.flatMap((leaf) => (leaf.op === 'tagged' ? [leaf.tag] : [])))];
  const axes = [
    ...references.map((reference) => valuesOf(reference, literals, checked).map((value) => ({ reference, value }))),
    ...tags.map((tag) => [{ tag }, null]),
  ];
  const count = axes.reduce((product, axis) => product * axis.length, 1);
  if (count * leaves.length > MOST_WORK) return null;
  let worlds: Known[][] = [[]];
  for (const axis of axes) worlds = worlds.flatMap((world) => axis.map((known) => (known ? [...world, known] : world)));
  return worlds.map(toFacts);
}

type Known = { reference: string; value: Literal } | { tag: string };
type Leaf = Exclude<Condition, { of: unknown }>;

const leavesOf = (condition: Condition): Leaf[] =>
  'of' in condition ? partsOf(condition).flatMap(({ part }) => leavesOf(part)) : [condition];

function referencesOf(leaf: Leaf): string[] {
  if (leaf.op === 'tagged') return [];
  const other = 'value' in leaf && typeof leaf.value === 'object' && leaf.value !== null ? [leaf.value.ref] : [];
  return [leaf.ref, ...other];
}

function literalsOf(leaf: Leaf): Exclude<Literal, null>[] {
  const values = 'values' in leaf ? leaf.values : 'value' in leaf ? [leaf.value] : [];
  return values.filter((value) => typeof value !== 'object');
}

function valuesOf(reference: string, literals: readonly Literal[], checked: CheckedFlow): Literal[] {
  const parsed = parseReference(reference);
  const definition = parsed?.root === 'inputs' ? checked.inputSchema[parsed.name] : undefined;
  if (definition?.choices) return [null, ...definition.choices.map(({ value }) => value)];
  const found = checked.typeOf(reference);
  if ('type' in found && found.type === 'boolean') return [null, true, false];
  if ('type' in found && found.type === 'number') {
    return [null, ...numbersAround(literals.filter((value) => typeof value === 'number')).filter(within(definition))];
  }
  const texts = [...new Set(literals.filter((value) => typeof value === 'string'))];
  // The next text behind each one, one that has all of them in it, and one that has none.
  return [null, '', ...texts, ...texts.map((text) => `${text}\u0000`), texts.join('\u0000'), '\uFFFF'];
}

function numbersAround(numbers: readonly number[]): number[] {
  const sorted = [...new Set(numbers.length > 0 ? numbers : [0])].sort((a, b) => a - b);
  const between = sorted.slice(1).map((number, index) => (number + (sorted[index] ?? number)) / 2);
  return [(sorted[0] ?? 0) - 1, ...sorted, ...between, (sorted.at(-1) ?? 0) + 1];
}

const within =
  ({ minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY }: Partial<InputDefinition> = {}) =>
  (number: number) =>
    number >= minimum && number <= maximum;

function toFacts(world: readonly Known[]): Facts {
  const facts = { attributes: {}, inputs: {}, outputs: {}, tags: new Set<string>() } as {
    -readonly [Part in 'attributes' | 'inputs']: Record<string, Literal>;
  } & { outputs: Record<string, Record<string, Literal>>; tags: Set<string> };
  for (const known of world) {
    if ('tag' in known) facts.tags.add(known.tag);
    else {
      const parsed = parseReference(known.reference);
      if (parsed?.root === 'outputs') (facts.outputs[parsed.step] ??= {})[parsed.name] = known.value;
      else if (parsed) facts[parsed.root][parsed.name] = known.value;
    }
  }
  return facts;
}
