import { askModel, type ModelAnswer, ModelFailure } from '#modules/language-model/index.ts';
import type { DetachedContext } from '#platform/context.ts';
import { createDraftCheck, type DraftProblem } from './phrasing/check-draft.ts';
import { type Plan, parsePlan, parseTags } from './phrasing/parse-draft.ts';
import { writeInstructions, writeMessages } from './phrasing/write-prompt.ts';
import type { Phrasing } from './prepare-phrasing.ts';

/** What came of asking the model. */
export type Outcome =
  | { kind: 'used'; plan: Plan; tagNames: string[]; text: string; answer: ModelAnswer }
  /** It answered, but not so that it could be sent. */
  | { kind: 'rejected'; problem: DraftProblem | 'no_plan' | 'empty'; answer: ModelAnswer }
  | { kind: 'failed'; problem: ModelFailure['code'] };

/**
 * Asks the model for a plan and a draft, and checks the draft. `onText` hears whole sentences of it, each checked before
 * it is heard; what was heard may still turn out to be part of a draft that is refused. Holds no connection.
 */
export async function phraseReply(
  ctx: DetachedContext,
  { model, prompt, names }: Phrasing,
  onText?: (text: string) => void,
): Promise<Outcome> {
  const instructions = writeInstructions(prompt);
  const checkFor = (plan: Plan) =>
    createDraftCheck({
      sources: shownBy(plan).map((number) => textOf(prompt.articles[number - 1])),
      facts: [...prompt.facts, prompt.botName],
      instructions,
      language: prompt.language,
    });
  const listen = onText && listenTo(prompt.articles.length, checkFor, onText);
  try {
    const messages = writeMessages(prompt);
    const answer = await askModel(ctx, model, { instructions, messages, names, ...(listen && { onText: listen }) });
    const { line, rest } = split(answer.text);
    const plan = parsePlan(line, prompt.articles.length);
    if (!plan) return { kind: 'rejected', problem: 'no_plan', answer };
    const text = rest.trim();
    const tagNames = parseTags(line, prompt.tags.length).map((number) => prompt.tags[number - 1]?.name ?? '');
    if (plan.action !== 'answer') return { kind: 'used', plan, tagNames, text: '', answer };
    if (text === '') return { kind: 'rejected', problem: 'empty', answer };
    const problem = checkFor(plan)(text);
    return problem ? { kind: 'rejected', problem, answer } : { kind: 'used', plan, tagNames, text, answer };
  } catch (error) {
    if (error instanceof ModelFailure) return { kind: 'failed', problem: error.code };
    throw error;
  }
}

const shownBy = (plan: Plan) => (plan.action === 'escalate' ? [] : plan.articles);
const textOf = (article?: { title: string; text: string }) => (article ? `${article.title}.\n${article.text}` : '');

function split(text: string): { line: string; rest: string } {
  const begun = text.trimStart();
  const end = begun.indexOf('\n');
  return end === -1 ? { line: begun, rest: '' } : { line: begun.slice(0, end), rest: begun.slice(end + 1) };
}

/** Passes on sentences as they become whole, until one is refused. */
function listenTo(shown: number, checkFor: (plan: Plan) => (draft: string) => unknown, onText: (text: string) => void) {
  let held = '';
  let check: ((draft: string) => unknown) | undefined;
  let isSilent = false;
  let hasSpoken = false;
  return (piece: string) => {
    if (isSilent) return;
    held += piece;
    if (!check) {
      const begun = held.trimStart();
      if (!begun.includes('\n')) return;
      const { line, rest } = split(begun);
      const plan = parsePlan(line, shown);
      isSilent = plan?.action !== 'answer';
      if (!plan || isSilent) return;
      check = checkFor(plan);
      held = rest;
    }
    const end = wholeSentences(held);
    if (end === 0) return;
    const sentences = hasSpoken ? held.slice(0, end) : held.slice(0, end).trimStart();
    held = held.slice(end);
    if (sentences.trim() !== '' && check(sentences)) isSilent = true;
    else if (sentences !== '') {
      hasSpoken = true;
      onText(sentences);
    }
  };
}

/** Where the last whole sentence or line ends, with the blanks after it. */
function wholeSentences(text: string): number {
  let end = 0;
  for (const found of text.matchAll(/[.!?…](?<!\d\.)["”“)*]*\s+|\n+/gu)) end = found.index + found[0].length;
  return end;
}
