/** Steps by their places: JSON pointers such as `/steps/0/yes/1`, as the server names them. Nothing here changes what it is given. */
import type { Flow, Step } from './flow.types.ts';

export type BranchName =
  | { kind: 'when'; index: number }
  | { kind: 'otherwise' | 'yes' | 'no' | 'success' | 'failure' | 'unknown' }
  | { kind: 'error'; code: string };

export interface BranchPlace {
  name: BranchName;
  /** Of the list, from the flow. */
  pointer: string;
  steps: Step[];
}

const escape = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');
const unescape = (key: string) => key.replaceAll('~1', '/').replaceAll('~0', '~');

/** The lists that a step at `pointer` holds. */
export function branchesOf(step: Step, pointer: string): BranchPlace[] {
  const at = (name: BranchName, key: string, steps: Step[]) => ({ name, pointer: `${pointer}${key}`, steps });
  switch (step.kind) {
    case 'condition':
      return [
        ...step.branches.map(({ steps }, index) => at({ kind: 'when', index }, `/branches/${index}/steps`, steps)),
        at({ kind: 'otherwise' }, '/otherwise', step.otherwise),
      ];
    case 'collect':
      return step.failure ? [at({ kind: 'failure' }, '/failure', step.failure)] : [];
    case 'confirm':
      return [at({ kind: 'yes' }, '/yes', step.yes), at({ kind: 'no' }, '/no', step.no)];
    case 'tool':
      return [
        at({ kind: 'success' }, '/success', step.success),
        ...Object.entries(step.errors ?? {}).map(([code, steps]) =>
          at({ kind: 'error', code }, `/errors/${escape(code)}`, steps),
        ),
        at({ kind: 'failure' }, '/failure', step.failure),
        ...(step.unknown ? [at({ kind: 'unknown' }, '/unknown', step.unknown)] : []),
      ];
    default:
      return [];
  }
}

export interface PlacedStep {
  step: Step;
  pointer: string;
  depth: number;
}

/** Every step, in the order in which the picture shows them. */
export const walk = (steps: readonly Step[], list = '/steps', depth = 0): PlacedStep[] =>
  steps.flatMap((step, index) => {
    const pointer = `${list}/${index}`;
    return [
      { step, pointer, depth },
      ...branchesOf(step, pointer).flatMap((branch) => walk(branch.steps, branch.pointer, depth + 1)),
    ];
  });

const keysOf = (pointer: string) => pointer.split('/').slice(1).map(unescape);

export function getAt(root: unknown, pointer: string): unknown {
  let at = root;
  for (const key of keysOf(pointer)) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

/** The same with `value` at the place, everything beside it shared. */
export function setAt<T>(root: T, pointer: string, value: unknown): T {
  return put(root, keysOf(pointer), value) as T;
}

function put(at: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value;
  const copy = Array.isArray(at) ? [...(at as unknown[])] : { ...(at as Record<string, unknown>) };
  const fields = copy as Record<string, unknown>;
  fields[key] = put(fields[key], rest, value);
  return copy;
}

/** `/steps/0/yes/1` → the list `/steps/0/yes` and the index 1. */
export function splitPlace(pointer: string): { list: string; index: number } {
  const cut = pointer.lastIndexOf('/');
  return { list: pointer.slice(0, cut), index: Number(pointer.slice(cut + 1)) };
}

const listAt = (flow: Flow, list: string) => (getAt(flow, list) as Step[] | undefined) ?? [];

export const insertStep = (flow: Flow, list: string, index: number, step: Step): Flow =>
  setAt(flow, list, listAt(flow, list).toSpliced(index, 0, step));

export function removeStep(flow: Flow, pointer: string): Flow {
  const { list, index } = splitPlace(pointer);
  return setAt(flow, list, listAt(flow, list).toSpliced(index, 1));
}

interface Slot {
  list: string;
  index: number;
}

/** Every place where a step could stand, from the top of the picture to its end. */
function slotsOf(steps: readonly Step[], list = '/steps'): Slot[] {
  const inside = steps.flatMap((step, index) => [
    { list, index },
    ...branchesOf(step, `${list}/${index}`).flatMap((branch) => slotsOf(branch.steps, branch.pointer)),
  ]);
  return [...inside, { list, index: steps.length }];
}

/** One place up or down in the picture, into branches and out of them; null at its ends. */
export function nudgeStep(flow: Flow, pointer: string, by: 1 | -1): { flow: Flow; pointer: string } | null {
  const step = getAt(flow, pointer) as Step;
  const without = removeStep(flow, pointer);
  const from = splitPlace(pointer);
  const slots = slotsOf(without.steps);
  const slot = slots[slots.findIndex(({ list, index }) => list === from.list && index === from.index) + by];
  if (!slot) return null;
  return { flow: insertStep(without, slot.list, slot.index, step), pointer: `${slot.list}/${slot.index}` };
}

/** To another place, both as the picture is before; null when that is inside the step itself, or where it stands. */
export function moveStep(flow: Flow, pointer: string, to: Slot): { flow: Flow; pointer: string } | null {
  if (`${to.list}/`.startsWith(`${pointer}/`)) return null;
  const from = splitPlace(pointer);
  if (to.list === from.list && (to.index === from.index || to.index === from.index + 1)) return null;
  const step = getAt(flow, pointer) as Step;
  const list = shifted(to.list, from);
  const index = to.list === from.list && to.index > from.index ? to.index - 1 : to.index;
  return { flow: insertStep(removeStep(flow, pointer), list, index, step), pointer: `${list}/${index}` };
}

/** Where a list is after the step at `from` has been taken out before it. */
function shifted(list: string, from: Slot): string {
  const before = `${from.list}/`;
  if (!list.startsWith(before)) return list;
  const [first = '', ...rest] = list.slice(before.length).split('/');
  const position = Number(first);
  return [`${from.list}/${position > from.index ? position - 1 : position}`, ...rest].join('/');
}

/** What is wrong with the step itself, and not with one that it holds. */
export function problemsAt<P extends { path: string }>(problems: readonly P[], step: Step, pointer: string): P[] {
  const own = `/flowConfig${pointer}`;
  const inside = branchesOf(step, pointer).map((branch) => `/flowConfig${branch.pointer}/`);
  return problems.filter(
    ({ path }) => (path === own || path.startsWith(`${own}/`)) && !inside.some((branch) => path.startsWith(branch)),
  );
}
