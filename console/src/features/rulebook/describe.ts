/** Steps and conditions as sentences that somebody reads who writes no JSON. */
import type { InLanguage } from '../../app/language.ts';
import type { FLOW_TEXTS } from './editor-texts.ts';
import type { Condition, Flow, FlowText, FlowValue, Step } from './flow.types.ts';
import type { BranchName } from './tree.ts';
import { walk } from './tree.ts';

export type FlowTexts = InLanguage<typeof FLOW_TEXTS>;

/** What a description looks up. */
export interface Described {
  flow: Flow;
  texts: FlowTexts;
  language: 'en' | 'de';
  titleOf: (articleId: string) => string | undefined;
}

/** `refund_amount_cents` → `refund amount cents`. */
export const humanize = (name: string) => name.replaceAll('_', ' ');

export const wordingOf = (text: FlowText | undefined, language: 'en' | 'de'): string =>
  typeof text === 'string' ? text : (text?.[language] ?? text?.en ?? text?.de ?? '');

/** `attributes.is_vip` → `is vip`; `outputs.cancel.id` → `id of “Cancel”`. */
export function nameOf(reference: string, { flow, texts }: Described): string {
  const [root, first = '', second = ''] = reference.split('.');
  if (root === 'inputs') return flow.inputSchema[first]?.description || humanize(first);
  // “vip is yes” and not “is vip is yes”.
  if (root !== 'outputs') return humanize(first.replace(/^is_(?=.)/, ''));
  const tool = walk(flow.steps).find(({ step }) => step.id === first)?.step;
  const field =
    second === 'success'
      ? texts.success
      : second === 'message'
        ? texts.message
        : second === 'error_code'
          ? texts.errorCode
          : humanize(second);
  return texts.from(field, tool?.kind === 'tool' ? tool.action : first);
}

function valueText(value: FlowValue, described: Described): string {
  const { texts } = described;
  if (value === null) return texts.nothing;
  if (typeof value === 'object') return nameOf(value.ref, described);
  if (typeof value === 'boolean') return value ? texts.yesWord : texts.noWord;
  return typeof value === 'string' ? texts.says(value) : String(value);
}

export function describeCondition(condition: Condition, described: Described, isInner = false): string {
  const { texts } = described;
  switch (condition.op) {
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => describeCondition(part, described, condition.of.length > 1));
      const text = parts.join(` ${condition.op === 'all' ? texts.and : texts.or} `);
      return isInner && parts.length > 1 ? `(${text})` : text;
    }
    case 'not': {
      const { of } = condition;
      if (of.op === 'tagged') return texts.notTagged(of.tag);
      return 'ref' in of ? comparison(of, texts.notOps, described) : texts.not(describeCondition(of, described));
    }
    case 'tagged':
      return texts.tagged(condition.tag);
    default:
      return comparison(condition, texts.ops, described);
  }
}

type Comparison = Exclude<Condition, { op: 'all' | 'any' | 'not' | 'tagged' }>;

function comparison(condition: Comparison, ops: FlowTexts['ops'], described: Described): string {
  const left = nameOf(condition.ref, described) || '…';
  const op = ops[condition.op];
  if (condition.op === 'known') return `${left} ${op}`;
  if (condition.op === 'one_of') {
    return `${left} ${op} ${condition.values.map((value) => valueText(value, described)).join(', ')}`;
  }
  return `${left} ${op} ${valueText((condition as { value: FlowValue }).value, described)}`;
}

/** What the step does, in a line. */
export function describeStep(step: Step, described: Described): string {
  const { texts, flow, language, titleOf } = described;
  const said = (text: FlowText | undefined) => {
    const wording = wordingOf(text, language);
    return wording === '' ? texts.noText : texts.says(readable(wording, described));
  };
  switch (step.kind) {
    case 'reply':
    case 'confirm':
      return said(step.text);
    case 'collect':
      return wordingOf(step.question, language) === '' && step.input !== ''
        ? texts.asksFor(flow.inputSchema[step.input]?.description || humanize(step.input))
        : said(step.question);
    case 'condition':
      return texts.ifCases(step.branches.length);
    case 'tool':
      return step.action || texts.nothingChosen;
    case 'article': {
      const id = wordingOf(step.articleId, language);
      return titleOf(id) ?? (id || texts.nothingChosen);
    }
    case 'tag':
      return step.tag || texts.nothingChosen;
    case 'escalate':
      return step.text ? said(step.text) : (step.reason ?? texts.usualWords);
    default:
      return step.step ? texts.goesTo(step.step) : texts.nothingChosen;
  }
}

/** A template with the names of what is filled in: `Cancel [plan]?`. */
const readable = (wording: string, described: Described) =>
  wording.replace(/\{\{\s*([A-Za-z0-9_.-]+)[^}]*\}\}/g, (_, reference: string) => `[${nameOf(reference, described)}]`);

/** What stands above a list of steps. */
export function describeBranch(name: BranchName, step: Step, described: Described): string {
  const { branches } = described.texts;
  if (name.kind === 'error') return branches.error(name.code);
  if (name.kind === 'when') {
    const when = step.kind === 'condition' ? step.branches[name.index]?.when : undefined;
    const word = name.index === 0 ? branches.when : branches.elseWhen;
    return when ? `${word} ${describeCondition(when, described)}` : word;
  }
  if (name.kind === 'failure' && step.kind === 'collect') return branches.noAnswer;
  return branches[name.kind];
}

/** The whole rule as indented lines, to compare two of them. */
export function outlineOf(
  steps: readonly Step[],
  described: Described,
  branchesAt: BranchReader,
  indent = '',
): string[] {
  return steps.flatMap((step) => [
    `${indent}${described.texts.kinds[step.kind]}: ${describeStep(step, described)}`,
    ...detailsOf(step, described).map((line) => `${indent}   ${line}`),
    ...branchesAt(step).flatMap(({ name, steps: inside }) => [
      `${indent}  ${describeBranch(name, step, described)}:`,
      ...outlineOf(inside, described, branchesAt, `${indent}    `),
    ]),
  ]);
}

type BranchReader = (step: Step) => { name: BranchName; steps: Step[] }[];

const detailsOf = (step: Step, described: Described) =>
  step.kind === 'tool'
    ? Object.entries(step.inputs).map(([name, value]) => `${humanize(name)} = ${valueText(value, described)}`)
    : [];
