import type { FieldError } from '#platform/http/errors.ts';
import type { CheckedFlow } from './checked-flow.ts';
import { sameText } from './conditions.ts';
import { parseReference } from './facts.ts';
import type { Condition, FlowValue, Literal, ValueType } from './flow.types.ts';

const ISO_DATE = /^\d{4}-\d{2}(-\d{2})?/;

/** Mistakes of a condition with their places below it: unknown references, comparisons that can never be true. */
export function validateCondition(condition: Condition, checked: CheckedFlow): FieldError[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part, index) => below(`/of/${index}`, validateCondition(part, checked)));
    case 'not':
      return below('/of', validateCondition(condition.of, checked));
    case 'tagged':
      return checked.catalogue.tags.has(condition.tag)
        ? []
        : [{ path: '/tag', message: `is no tag of this workspace: ${condition.tag}` }];
    default:
      return validateComparison(condition, checked);
  }
}

const below = (pointer: string, errors: FieldError[]) =>
  errors.map(({ path, message }) => ({ path: `${pointer}${path}`, message }));

type Comparison = Exclude<Condition, { op: 'all' | 'any' | 'not' | 'tagged' }>;

function validateComparison(condition: Comparison, checked: CheckedFlow): FieldError[] {
  const { typeOf } = checked;
  const left = typeOf(condition.ref);
  if ('mistake' in left) return [{ path: '/ref', message: left.mistake }];
  if (condition.op === 'known') return [];
  if (condition.op === 'one_of') {
    return condition.values.flatMap((value, index) => [
      ...mismatch(left.type, typeOfLiteral(value), `/values/${index}`),
      ...outsideChoices(condition.ref, value, checked, `/values/${index}`),
    ]);
  }
  const { op, value } = condition;
  if (op === 'contains' && left.type !== 'string')
    return [{ path: '/op', message: `needs a text; ${condition.ref} is a ${left.type}` }];
  if (op !== 'equals' && op !== 'contains' && left.type === 'boolean') {
    return [{ path: '/op', message: `compares sizes; ${condition.ref} is true or false` }];
  }
  const right = typeof value === 'object' && value !== null ? typeOf(value.ref) : { type: typeOfLiteral(value) };
  if ('mistake' in right) return [{ path: '/value/ref', message: right.mistake }];
  if (value === null && op !== 'equals')
    return [{ path: '/value', message: 'nothing is more or less than null; use `known`' }];
  // What a system answers as a text may be a date, so a text has a size beside a date.
  if (op !== 'equals' && op !== 'contains' && left.type === 'string' && right.type === 'string')
    return [{ path: '/op', message: `compares sizes; ${condition.ref} is a text` }];
  const mismatches = mismatch(left.type, right.type, '/value');
  return op === 'equals' ? [...mismatches, ...outsideChoices(condition.ref, value, checked, '/value')] : mismatches;
}

/** A choice is never anything but one of its values. */
function outsideChoices(ref: string, value: FlowValue, { inputSchema }: CheckedFlow, path: string): FieldError[] {
  const parsed = parseReference(ref);
  const choices = parsed?.root === 'inputs' ? inputSchema[parsed.name]?.choices : undefined;
  if (!choices || typeof value !== 'string' || choices.some((choice) => sameText(choice.value, value))) return [];
  return [{ path, message: `is none of the choices of ${ref}: ${choices.map((choice) => choice.value).join(', ')}` }];
}

/** null fits everything. Dates are texts on the wire. */
export function typeOfLiteral(value: Literal): ValueType | null {
  if (value === null) return null;
  if (typeof value === 'string') return ISO_DATE.test(value) ? 'date' : 'string';
  return typeof value === 'number' ? 'number' : 'boolean';
}

/** Whether a value of the one type can be taken where the other is expected: a date is a text, a text is no date. */
export const fits = (expected: ValueType, actual: ValueType | null) =>
  actual === null || expected === actual || (expected === 'string' && actual === 'date');

const mismatch = (expected: ValueType, actual: ValueType | null, path: string): FieldError[] =>
  fits(expected, actual)
    ? []
    : [{ path, message: `is a ${actual}; a ${expected} is compared with it, which is never equal` }];
