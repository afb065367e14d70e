/** New steps, their names, and everything that refers to them by name. */
import type { Flow, Kind, Step } from './flow.types.ts';
import { walk } from './tree.ts';

const NAMES: Record<Kind, string> = {
  reply: 'reply',
  collect: 'ask',
  condition: 'check',
  confirm: 'confirm',
  tool: 'call',
  article: 'article',
  tag: 'tag',
  escalate: 'hand-over',
  goto: 'go-to',
};

/** `ask`, or `ask-2` where there is one already. */
export function freeName(flow: Flow, wanted: string): string {
  const taken = new Set(walk(flow.steps).map(({ step }) => step.id));
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? wanted : `${wanted}-${n}`;
    if (!taken.has(name)) return name;
  }
}

/** A step with nothing filled in yet. */
export function newStep(flow: Flow, kind: Kind): Step {
  const id = freeName(flow, NAMES[kind]);
  switch (kind) {
    case 'condition':
      return { id, kind, branches: [{ when: { op: 'known', ref: 'attributes.' }, steps: [] }], otherwise: [] };
    case 'collect':
      return { id, kind, input: '', question: { en: '', de: '' } };
    case 'confirm':
      return { id, kind, text: { en: '', de: '' }, yes: [], no: [] };
    case 'tool':
      return { id, kind, action: '', inputs: {}, success: [], failure: [] };
    case 'reply':
      return { id, kind, text: { en: '', de: '' } };
    case 'article':
      return { id, kind, articleId: '' };
    case 'tag':
      return { id, kind, tag: '' };
    case 'escalate':
      return { id, kind };
    default:
      return { id, kind, step: '' };
  }
}

/** The step and all it holds, with names of their own. */
export function copyOf(flow: Flow, step: Step): Step {
  let grown = flow;
  let copy = step;
  for (const { step: inner } of walk([step])) {
    const name = freeName(grown, inner.id.replace(/-\d+$/, ''));
    copy = renameIn([copy], inner.id, name)[0] as Step;
    grown = { ...grown, steps: [...grown.steps, { id: name, kind: 'goto', step: '' }] };
  }
  return copy;
}

/** The steps with one of them called otherwise, wherever it is spoken of: jumps, conditions, values, texts. */
export function renameIn(steps: Step[], before: string, after: string): Step[] {
  const mention = new RegExp(`\\boutputs\\.${before}\\.`, 'g');
  const mentioned = JSON.parse(JSON.stringify(steps), (_, value: unknown) =>
    typeof value === 'string' ? value.replace(mention, `outputs.${after}.`) : value,
  ) as Step[];
  for (const { step } of walk(mentioned)) {
    if (step.id === before) step.id = after;
    if (step.kind === 'goto' && step.step === before) step.step = after;
  }
  return mentioned;
}

const LISTS: Record<Kind, string[]> = {
  reply: [],
  collect: [],
  condition: ['otherwise'],
  confirm: ['yes', 'no'],
  tool: ['success', 'failure'],
  article: [],
  tag: [],
  escalate: [],
  goto: [],
};

/** Why JSON that somebody typed can not be drawn as steps: its place and what is missing; null when it can. */
export function whyNotDrawable(steps: unknown, pointer = '/steps'): string | null {
  if (!Array.isArray(steps)) return `${pointer}: [ … ]`;
  for (const [index, step] of (steps as Record<string, unknown>[]).entries()) {
    const at = `${pointer}/${index}`;
    if (typeof step !== 'object' || step === null) return `${at}: { … }`;
    if (typeof step.id !== 'string') return `${at}/id: "…"`;
    const lists = LISTS[step.kind as Kind] as string[] | undefined;
    if (!lists) return `${at}/kind: ${Object.keys(LISTS).join(', ')}`;
    const wrong = whyNotBranches(step, at) ?? firstOf(lists, (key) => whyNotDrawable(step[key], `${at}/${key}`));
    if (wrong !== null) return wrong;
  }
  return null;
}

function whyNotBranches(step: Record<string, unknown>, at: string): string | null {
  if (step.kind === 'condition') {
    const { branches } = step;
    if (!Array.isArray(branches)) return `${at}/branches: [ … ]`;
    return firstOf(branches as Record<string, unknown>[], (branch, index) => {
      if (typeof branch !== 'object' || branch === null) return `${at}/branches/${index}: { … }`;
      if (!isCondition(branch.when)) return `${at}/branches/${index}/when: { "op": … }`;
      return whyNotDrawable(branch.steps, `${at}/branches/${index}/steps`);
    });
  }
  if (step.kind === 'tool') {
    if (!isTable(step.inputs)) return `${at}/inputs: { … }`;
    if (step.errors !== undefined && !isTable(step.errors)) return `${at}/errors: { … }`;
    const routes = Object.entries((step.errors ?? {}) as Record<string, unknown>);
    const wrong = firstOf(routes, ([code, list]) => whyNotDrawable(list, `${at}/errors/${code}`));
    if (wrong !== null) return wrong;
  }
  const optional = step.kind === 'tool' ? 'unknown' : step.kind === 'collect' ? 'failure' : null;
  if (optional && step[optional] !== undefined) return whyNotDrawable(step[optional], `${at}/${optional}`);
  return whyNotText(step, at);
}

const TEXT_OF: Partial<Record<Kind, string>> = {
  reply: 'text',
  confirm: 'text',
  collect: 'question',
  article: 'articleId',
};

function whyNotText(step: Record<string, unknown>, at: string): string | null {
  const field = TEXT_OF[step.kind as Kind];
  if (field === undefined) return null;
  return typeof step[field] === 'string' || isTable(step[field]) ? null : `${at}/${field}: "…"`;
}

const isTable = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

function isCondition(when: unknown): boolean {
  if (!isTable(when)) return false;
  const { op, of } = when as Record<string, unknown>;
  if (op === 'all' || op === 'any') return Array.isArray(of) && of.every(isCondition);
  return op === 'not' ? isCondition(of) : typeof op === 'string';
}

function firstOf<T>(entries: readonly T[], find: (entry: T, index: number) => string | null): string | null {
  for (const [index, entry] of entries.entries()) {
    const found = find(entry, index);
    if (found !== null) return found;
  }
  return null;
}
