import type { ConfirmStep, RuleStep } from './flow.types.ts';
import { branchesOf, type PlacedStep } from './walk-steps.ts';

/** The step whose yes lets this one run: the innermost that holds it under its `yes`. */
export function confirmOf({
  step,
  holders,
}: {
  step: RuleStep;
  holders: readonly RuleStep[];
}): ConfirmStep | undefined {
  const inside = (index: number) => holders[index + 1] ?? step;
  return holders.findLast(
    (holder, index): holder is ConfirmStep => holder.kind === 'confirm' && holder.yes.includes(inside(index)),
  );
}

/** The steps that can come next, in this turn or after what is waited for. */
export function stepsAfter(place: PlacedStep): string[] {
  const { step, next } = place;
  const branches = branchesOf(step).flatMap(({ steps }) => steps[0]?.id ?? next ?? []);
  switch (step.kind) {
    case 'goto':
      return [step.step];
    case 'escalate':
      return [];
    case 'tool': {
      // One that is jumped to asks for its yes first.
      const confirm = confirmOf(place);
      return confirm ? [...branches, confirm.id] : branches;
    }
    case 'condition':
    case 'confirm':
      return branches;
    default:
      // A question that gets its answer goes on; only its failure is a branch.
      return [...branches, ...(next === null ? [] : [next])];
  }
}

/**
 * The steps that can come next without anybody being asked, from a step that has been passed before. A question whose answer is
 * known is passed over, unless a jump asks it anew; an action that needs no yes waits for nobody but a system.
 */
export function stepsAfterUnasked(place: PlacedStep, placeOf: (id: string) => PlacedStep | undefined): string[] {
  const { step, next } = place;
  if (step.kind === 'goto' && placeOf(step.step)?.step.kind === 'collect') return [];
  if (step.kind === 'confirm') return [];
  if (step.kind === 'tool' && confirmOf(place)) return [];
  if (step.kind === 'collect') return next === null ? [] : [next];
  return stepsAfter(place);
}

/** The ids of all steps that can be reached from the first one. */
export function reachable(places: readonly PlacedStep[]): ReadonlySet<string> {
  const byId = new Map(places.map((place) => [place.step.id, place]));
  const found = new Set<string>();
  const open = places.slice(0, 1).map(({ step }) => step.id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const place = byId.get(id);
    if (!place || found.has(id)) continue;
    found.add(id);
    open.push(...stepsAfter(place));
  }
  return found;
}
