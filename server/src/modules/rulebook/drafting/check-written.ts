import { type Static, Type } from 'typebox';
import { AppError } from '#platform/http/errors.ts';
import { createValidator } from '#platform/http/validation.ts';
import { cutText, findTextProblem } from '#platform/storable-text.ts';
import type { Catalogue } from '../flow/catalogue.ts';
import { RuleInputs } from '../flow/flow.schemas.ts';
import { readFlow } from '../flow/read-flow.ts';
import { validateFlow } from '../flow/validate-flow.ts';
import { walkSteps } from '../flow/walk-steps.ts';
import type { DraftedRule } from './build-flow.ts';

/** What a model has written, once it holds. */
export interface WrittenRule extends DraftedRule {
  name: string;
  description: string;
  examples: string[];
}

/** What an author has said, and what there was. */
export interface Assignment {
  words: string;
  catalogue: Catalogue;
  before: DraftedRule | null;
}

const Answer = Type.Object({
  name: Type.String({ minLength: 1 }),
  description: Type.String({ minLength: 1 }),
  examples: Type.Array(Type.String(), { maxItems: 50 }),
  inputs: RuleInputs,
  steps: Type.Array(Type.Unknown(), { minItems: 1, maxItems: 100 }),
});
const answerShape = createValidator(Answer);

/**
 * The rule in a model's answer, or every mistake in words for the model. It is held to what any rule is held to, and to the
 * author: whatever they quoted or named is in it, and no number, address or waived confirmation that they did not say. Pure.
 */
export function checkWritten(answer: string, assignment: Assignment): { rule: WrittenRule } | { mistakes: string[] } {
  const json = readJson(answer);
  if (json === undefined) return { mistakes: ['The answer is no JSON object.'] };
  const errors = answerShape.errors(json);
  if (errors.length > 0) return { mistakes: errors.map(({ path, message }) => `${path} ${message}`) };
  const { name, description, examples, inputs: inputSchema, steps: sent } = json as Static<typeof Answer>;
  try {
    const { steps } = readFlow({ steps: sent });
    const rule: WrittenRule = {
      name: cutText(name.trim(), 200),
      description: cutText(description.trim(), 5_000),
      examples: examples.filter((example) => example.trim() !== '').map((example) => cutText(example.trim(), 2_000)),
      inputSchema,
      steps,
    };
    if (stringsIn(rule).some(findTextProblem))
      return { mistakes: ['The answer has characters that can not be stored.'] };
    const mistakes = [
      ...validateFlow({ flow: { steps }, inputSchema }, assignment.catalogue).map(
        ({ path, message }) => `${path} ${message}`,
      ),
      ...unfaithful(rule, assignment),
    ];
    return mistakes.length > 0 ? { mistakes } : { rule };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { mistakes: [error.message] };
  }
}

function readJson(answer: string): unknown {
  try {
    return JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
  } catch {
    return undefined;
  }
}

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : Object.entries(value ?? {}).flatMap(([name, inner]) => [name, ...stringsIn(inner)]);

const QUOTES = /["“„»]([^"“”„«»]+)["”“«]/g;
const NEEDS_NO_YES =
  /without (?:asking|a? ?confirm|further)|no confirmation|ohne (?:rückfrage|bestätigung|nachfrage|zu fragen)|keine bestätigung/i;
/** Digits with what joins them, and addresses: what nobody may make up. */
const FIGURES = /https?:\/\/[^\s"<>]+|[\w.+-]+@[\w-]+\.[\w.]+|\d+(?:[.,:/-]\d+)*/g;

/** Where the rule departs from what the author said. */
function unfaithful(rule: WrittenRule, { words, catalogue, before }: Assignment): string[] {
  const places = walkSteps(rule.steps);
  const said = `${words} ${before ? JSON.stringify(before) : ''}`;
  const written = textsOf(rule);
  const left = [...words.matchAll(QUOTES)].map(([, quote = '']) => quote.trim());
  const called = new Set(places.flatMap(({ step }) => (step.kind === 'tool' ? [step.action] : [])));
  const figures = written.flatMap((text) => text.replaceAll(/\{\{[^}]*\}\}/g, ' ').match(FIGURES) ?? []);
  const waived = new Set(
    walkSteps(before?.steps ?? []).flatMap(({ step }) =>
      step.kind === 'tool' && step.withoutConfirmation ? [step.action] : [],
    ),
  );
  return [
    ...left
      .filter((quote) => !JSON.stringify(rule).includes(JSON.stringify(quote).slice(1, -1)))
      .map((quote) => `What the author quotes is missing: ${JSON.stringify(quote)}.`),
    ...Object.keys(catalogue.actions)
      .filter((action) => words.includes(action) && !called.has(action))
      .map((action) => `The author names the action ${action}, and no step calls it.`),
    ...[...new Set(figures)]
      .filter((figure) => !said.includes(figure))
      .map((figure) => `Nobody has said ${JSON.stringify(figure)}.`),
    ...places.flatMap(({ step }) =>
      step.kind === 'tool' && step.withoutConfirmation && !waived.has(step.action) && !NEEDS_NO_YES.test(words)
        ? [`${step.action} is called without a confirmation, which the author has not waived.`]
        : [],
    ),
  ];
}

/** Everything that a customer may read. */
function textsOf(rule: WrittenRule): string[] {
  return walkSteps(rule.steps).flatMap(({ step }) => {
    const text = step.kind === 'collect' ? step.question : 'text' in step ? step.text : undefined;
    return text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text);
  });
}
