import type { FieldError } from '#platform/http/errors.ts';
import type { CheckedFlow } from './checked-flow.ts';
import { holds } from './conditions.ts';
import type { Facts } from './facts.ts';
import type { Condition, ConditionStep } from './flow.types.ts';
import { partsOf, worldsOf } from './possible-worlds.ts';

/**
 * What of a condition step decides nothing, with its place below the step: a condition that is never or always true, given the types
 * and limits of what it asks about, a branch behind one that always holds, an `otherwise` behind branches that leave nothing.
 * Tried in every world that its comparisons can tell apart, by the function that plays it; steps with too many of them are left alone.
 */
export function findDeadBranches({ branches, otherwise }: ConditionStep, checked: CheckedFlow): FieldError[] {
  const conditions = branches.map(({ when }) => when);
  const constant = conditions.flatMap((when, index) =>
    constants(when, checked).map(({ path, message }) => ({ path: `/branches/${index}/when${path}`, message })),
  );
  if (constant.length > 0) return constant;
  const worlds = worldsOf(conditions, checked);
  if (!worlds) return [];
  // The branches' own positions; -1 is `otherwise`.
  const taken = new Set(worlds.map((world) => conditions.findIndex((when) => holds(when, world))));
  const dead = branches.flatMap((_, index) =>
    taken.has(index)
      ? []
      : [{ path: `/branches/${index}`, message: 'is never reached: whenever it holds, a branch before it does' }],
  );
  if (otherwise.length === 0 || taken.has(-1)) return dead;
  return [...dead, { path: '/otherwise', message: 'is never reached: one of the branches always holds' }];
}

/** The outermost parts that are the same in every world. */
function constants(condition: Condition, checked: CheckedFlow): FieldError[] {
  const found = truthOf(worldsOf([condition], checked), condition);
  if (found !== null) return [{ path: '', message: `is ${found ? 'always' : 'never'} true, whatever is known` }];
  return partsOf(condition).flatMap(({ pointer, part }) =>
    constants(part, checked).map(({ path, message }) => ({ path: `${pointer}${path}`, message })),
  );
}

/** null when it depends, or is not found out. */
function truthOf(worlds: readonly Facts[] | null, condition: Condition): boolean | null {
  if (!worlds) return null;
  const truths = new Set(worlds.map((world) => holds(condition, world)));
  const [only] = truths;
  return truths.size === 1 && only !== undefined ? only : null;
}
