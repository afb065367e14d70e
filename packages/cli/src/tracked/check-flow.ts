import { suggest } from '../suggest.ts';

interface Problem {
  path: string;
  message: string;
}

interface Step {
  pointer: string;
  fields: Readonly<Record<string, unknown>>;
}

const STEP_KINDS = ['condition', 'collect', 'confirm', 'tool', 'reply', 'article', 'tag', 'escalate', 'goto'];

/**
 * What is wrong with the steps of a rule, as far as that shows without a server: kinds, ids, where `goto` leads, and actions
 * when the folder has any. What is missing there the server says: docs/rules.md.
 */
export function checkFlow(flow: unknown, actions: readonly string[]): Problem[] {
  if (flow === null) return [];
  const root = (flow as { steps?: unknown }).steps;
  if (!Array.isArray(root)) return [{ path: '/flowConfig/steps', message: 'is not a list of steps' }];
  const steps = walk(root, '/flowConfig/steps');
  const ids = steps.flatMap(({ fields }) => (typeof fields.id === 'string' ? [fields.id] : []));
  return steps.flatMap(({ pointer, fields }) => [
    ...checkId(fields.id, ids, pointer),
    ...checkName(fields.kind, STEP_KINDS, `${pointer}/kind`, 'kind of step'),
    ...(fields.kind === 'goto' ? checkName(fields.step, ids, `${pointer}/step`, 'step of this rule') : []),
    ...(fields.kind === 'tool' && actions.length > 0
      ? checkName(fields.action, actions, `${pointer}/action`, 'action in this folder')
      : []),
  ]);
}

function checkId(id: unknown, ids: readonly string[], pointer: string): Problem[] {
  if (typeof id !== 'string' || id === '') return [{ path: pointer, message: 'has no id' }];
  const isTwice = ids.indexOf(id) !== ids.lastIndexOf(id);
  return isTwice ? [{ path: `${pointer}/id`, message: `${id} is the id of another step too` }] : [];
}

function checkName(value: unknown, known: readonly string[], path: string, what: string): Problem[] {
  if (typeof value === 'string' && known.includes(value)) return [];
  const near = suggest(String(value), known);
  return [{ path, message: `${JSON.stringify(value)} is no ${what}${near ? `: is ${near} meant?` : ''}` }];
}

/** Every step, in lists of whatever field: `yes`, `branches/0/steps`, `errors/card_blocked`. */
function walk(list: readonly unknown[], pointer: string): Step[] {
  return list.flatMap((item, at) => {
    const own = `${pointer}/${at}`;
    if (typeof item !== 'object' || item === null) return [{ pointer: own, fields: {} }];
    const fields = item as Readonly<Record<string, unknown>>;
    const inner = Object.entries(fields).flatMap(([name, value]) => walkField(name, value, `${own}/${name}`));
    return [{ pointer: own, fields }, ...inner];
  });
}

const LISTS = ['yes', 'no', 'otherwise', 'success', 'failure', 'unknown', 'steps'];

function walkField(name: string, value: unknown, pointer: string): Step[] {
  if (LISTS.includes(name) && Array.isArray(value)) return walk(value, pointer);
  if (name === 'branches' && Array.isArray(value)) {
    return value.flatMap((branch: { steps?: unknown } | null, at) =>
      Array.isArray(branch?.steps) ? walk(branch.steps, `${pointer}/${at}/steps`) : [],
    );
  }
  if (name !== 'errors' || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([code, steps]) =>
    Array.isArray(steps) ? walk(steps, `${pointer}/${code}`) : [],
  );
}
