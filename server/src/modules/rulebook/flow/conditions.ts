import { type Facts, lookUp, valueOf } from './facts.ts';
import type { Condition, Literal } from './flow.types.ts';

/**
 * Whether the condition holds. A comparison with something that is not known is false, whichever way it points; `not` turns
 * it round like everything else, so ask `known` first where that matters.
 */
export function holds(condition: Condition, facts: Facts): boolean {
  switch (condition.op) {
    case 'all':
      return condition.of.every((part) => holds(part, facts));
    case 'any':
      return condition.of.some((part) => holds(part, facts));
    case 'not':
      return !holds(condition.of, facts);
    case 'known':
      return lookUp(facts, condition.ref) !== null;
    case 'tagged':
      return facts.tags.has(condition.tag);
    case 'one_of': {
      const actual = lookUp(facts, condition.ref);
      return actual !== null && condition.values.some((value) => same(actual, value));
    }
    default:
      return compares(condition.op, lookUp(facts, condition.ref), valueOf(facts, condition.value));
  }
}

type Comparison = 'equals' | 'less' | 'at_most' | 'more' | 'at_least' | 'contains';

function compares(op: Comparison, actual: Literal, value: Literal): boolean {
  // `equals null` asks whether something is missing; nothing else can be said of what is not known.
  if (actual === null || value === null) return op === 'equals' && actual === value;
  if (op === 'equals') return same(actual, value);
  if (op === 'contains') return fold(String(actual)).includes(fold(String(value)));
  // Numbers by size; ISO 8601 dates are in the order of their characters. A number and a text have none.
  if (typeof actual !== typeof value || typeof actual === 'boolean') return false;
  if (op === 'less') return actual < value;
  if (op === 'at_most') return actual <= value;
  return op === 'more' ? actual > value : actual >= value;
}

const same = (a: Literal, b: Literal) => (typeof a === 'string' && typeof b === 'string' ? sameText(a, b) : a === b);

export const sameText = (a: string, b: string): boolean => fold(a) === fold(b);

/** `Pro` and `pro` are one plan. */
const fold = (text: string) => text.normalize('NFKC').toLowerCase();
