import { normalize, wordsOf } from '#platform/text/normalize.ts';
import type { ActionSignature, Catalogue } from '../flow/catalogue.ts';
import type { FlowValue, InputSchema, InputType, RuleStep, ToolStep } from '../flow/flow.types.ts';
import { walkSteps } from '../flow/walk-steps.ts';
import type { Consequence, Outline } from './outline.ts';

export interface DraftedRule {
  inputSchema: InputSchema;
  steps: RuleStep[];
}

type Known = Pick<Catalogue, 'actions' | 'attributes'>;

const TYPE_WORDS: [RegExp, InputType][] = [
  [/\biban\b|bankverbindung|bank account/, 'iban'],
  [/e ?mail/, 'email'],
  [/\bphone|\bmobile|telefon|handy|rufnummer/, 'phone'],
  [/\border\b|bestell|auftrag|invoice|rechnungsnummer|reference|nummer\b|\bnumber\b/, 'order_number'],
  [/\bdate\b|\bday\b|datum|\btag\b|zeitpunkt/, 'date'],
  [/amount|betrag|summe|\bsum\b|\bprice\b|preis/, 'amount'],
];
const typeOf = (words: string): InputType =>
  TYPE_WORDS.find(([pattern]) => pattern.test(normalize(words)))?.[1] ?? 'text';

/** `their card number` → `card_number`. */
const nameOf = (words: string) =>
  wordsOf(words)
    .join('_')
    .replace(/^[^a-z]+/, '')
    .slice(0, 60) || 'input';

/**
 * The outline as steps: conditions, questions, a yes before everything that may change something, the call with a way out where
 * nothing was said about failing. Actions and attributes that are not known stay as they were named: checking the rule tells.
 */
export function buildFlow(outline: Outline, known: Known): DraftedRule {
  const rule: DraftedRule = { inputSchema: {}, steps: [] };
  refineFlow(rule, outline, known);
  return rule;
}

/** The same on top of a rule that is there: what is asked, decided and said comes in addition, another action in the place of the first. */
export function refineFlow(rule: DraftedRule, outline: Outline, known: Known) {
  const newId = idsFor(rule.steps);
  const steps = (consequences: readonly Consequence[]) => consequences.map((consequence) => stepOf(consequence, newId));
  const conditions = outline.conditions.map(
    ({ name, value, consequences }): RuleStep => ({
      id: newId('if'),
      kind: 'condition',
      branches: [{ when: { op: 'equals', ref: `attributes.${name}`, value }, steps: steps(consequences) }],
      otherwise: [],
    }),
  );
  const asks = outline.asks.map((words) => collect(words, rule.inputSchema, newId));
  const behind = rule.steps.findLastIndex(({ kind }) => kind === 'collect') + 1;
  rule.steps.splice(behind, 0, ...asks);
  rule.steps.unshift(...conditions);
  const tool = walkSteps(rule.steps).find(({ step }) => step.kind === 'tool')?.step as ToolStep | undefined;
  if (tool) {
    if (outline.action) tool.action = outline.action;
    tool.success.push(...steps(outline.success));
    tool.failure.unshift(...steps(outline.failure));
  } else if (outline.action) {
    const success = steps(outline.success);
    const failure =
      outline.failure.length > 0 ? steps(outline.failure) : [{ id: newId('hand-over'), kind: 'escalate' } as const];
    const call: ToolStep = { id: newId('call'), kind: 'tool', action: outline.action, inputs: {}, success, failure };
    rule.steps.push({ id: newId('confirm'), kind: 'confirm', text: '', yes: [call], no: [] });
  } else {
    rule.steps.push(...steps([...outline.success, ...outline.failure]));
  }
  rule.steps.push(...steps(outline.always));
  for (const { step } of walkSteps(rule.steps)) {
    if (step.kind === 'tool')
      step.inputs = { ...inputsFor(known.actions[step.action], rule.inputSchema, known), ...step.inputs };
  }
  for (const { step } of walkSteps(rule.steps)) {
    if (step.kind === 'confirm' && step.text === '') step.text = confirmation(outline.intent, rule.inputSchema);
  }
}

function idsFor(steps: readonly RuleStep[]): (kind: string) => string {
  const taken = new Set(walkSteps(steps).map(({ step }) => step.id));
  return (kind) => {
    let number = 1;
    while (taken.has(`${kind}-${number}`)) number += 1;
    taken.add(`${kind}-${number}`);
    return `${kind}-${number}`;
  };
}

function stepOf(consequence: Consequence, newId: (kind: string) => string): RuleStep {
  switch (consequence.kind) {
    case 'reply':
      return { id: newId('reply'), kind: 'reply', text: consequence.text };
    case 'tag':
      return { id: newId('tag'), kind: 'tag', tag: consequence.tag };
    default:
      return { id: newId('hand-over'), kind: 'escalate' };
  }
}

function collect(words: string, inputSchema: InputSchema, newId: (kind: string) => string): RuleStep {
  const input = nameOf(words);
  inputSchema[input] ??= { type: typeOf(words), description: words };
  return {
    id: newId('ask'),
    kind: 'collect',
    input,
    question: { en: `Please tell me: ${words}.`, de: `Bitte sagen Sie mir: ${words}.` },
  };
}

/** Inputs of an action by the same name: what was collected first, then what is known of the customer. */
function inputsFor(
  action: ActionSignature | undefined,
  inputSchema: InputSchema,
  known: Known,
): Record<string, FlowValue> {
  const names = action ? Object.keys(action.inputs) : Object.keys(inputSchema);
  return Object.fromEntries(
    names.flatMap((name): [string, FlowValue][] => {
      if (Object.hasOwn(inputSchema, name)) return [[name, { ref: `inputs.${name}` }]];
      return Object.hasOwn(known.attributes, name) ? [[name, { ref: `attributes.${name}` }]] : [];
    }),
  );
}

function confirmation(intent: string | null, inputSchema: InputSchema) {
  const lines = Object.entries(inputSchema).map(([name, { description }]) => `- ${description}: {{inputs.${name}}}`);
  const list = lines.length > 0 ? `\n\n${lines.join('\n')}` : '';
  return {
    en: `Shall I go ahead${intent ? ` (${intent})` : ''}?${list}`,
    de: `Soll ich das so ausführen${intent ? ` (${intent})` : ''}?${list}`,
  };
}
