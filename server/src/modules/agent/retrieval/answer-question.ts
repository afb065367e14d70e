import { type Language, languageOf } from '#platform/text/language.ts';
import { type Courtesy, courtesyOf, wantsPerson } from './courtesies.ts';
import { type Caution, type Decision, decide } from './decide.ts';
import { mayFollowUp, partsOf } from './needs.ts';
import { choosePassage } from './passages.ts';
import { type Ranking, rank } from './rank.ts';
import type { RetrievalIndex } from './retrieval.types.ts';

/** A customer's message, with what the conversation says about it. */
export interface Asked {
  message: string;
  /** The customer's question before this one, when it was answered or asked back. */
  previousQuestion?: string;
  /** The conversation's language so far, for messages that do not tell. */
  language?: Language;
  caution?: Caution;
}

/** An article that answers, with the part of it that does. */
export interface AnswerPart {
  articleId: string;
  title: string;
  /** Markdown: the article's text, or the right part of a long one. */
  text: string;
  confidence: number;
}

/** An article offered in a clarifying question. */
export interface Offer {
  articleId: string;
  title: string;
}

export type Reply = { language: Language; trace: readonly Need[] } & (
  | { kind: 'answer'; parts: AnswerPart[] }
  | { kind: 'clarify'; offers: Offer[] }
  | { kind: 'abstain' }
  | { kind: 'person' }
  | { kind: 'courtesy'; courtesy: Courtesy }
);

/** One thing that was looked for: the words, the candidates with their scores, and what was decided. */
export interface Need {
  question: string;
  ranking: Ranking;
  decision: Decision;
}

/** Parts of a message that could be answered as a whole are answered apart only when each is this sure. */
const SURE_OF_PART = 0.6;
const MAX_ANSWERS = 3;

/**
 * Decides what to say to a customer, from the articles of the index only. Pure: the same index and message give the same
 * reply. A wish for a person goes first, then politeness, then needs; a follow-up is read together with the question
 * before it when that is surer.
 */
export function answerQuestion(index: RetrievalIndex, asked: Asked): Reply {
  const language = languageOf(asked.message, asked.language);
  if (wantsPerson(asked.message)) return { kind: 'person', language, trace: [] };
  const courtesy = courtesyOf(asked.message);
  if (courtesy) return { kind: 'courtesy', courtesy, language, trace: [] };
  const needs = needsOf(index, asked);
  const answered = needs.flatMap(({ question, decision }) =>
    decision.kind === 'answer' ? [toPart(index, question, decision.article, decision.confidence)] : [],
  );
  if (answered.length > 0) return { kind: 'answer', parts: answered, language, trace: needs };
  const offered = needs[0]?.decision.kind === 'clarify' ? needs[0].decision.articles : [];
  if (offered.length === 0) return { kind: 'abstain', language, trace: needs };
  return { kind: 'clarify', offers: offered.map((article) => toOffer(index, article)), language, trace: needs };
}

function needsOf(index: RetrievalIndex, { message, previousQuestion, caution }: Asked): Need[] {
  const lookFor = (question: string): Need => {
    const ranking = rank(index, question);
    return { question, ranking, decision: decide(index, ranking, caution) };
  };
  const whole = lookFor(message);
  if (previousQuestion && mayFollowUp(message)) {
    // Twice, so that what is new weighs more than what was said before.
    const together = lookFor(`${previousQuestion} ${message} ${message}`);
    if (together.decision.confidence > whole.decision.confidence) return [together];
  }
  const atLeast = whole.decision.kind === 'answer' ? SURE_OF_PART : 0;
  const sure = distinct(
    partsOf(message)
      .map(lookFor)
      .filter(({ decision }) => decision.confidence >= atLeast),
  );
  return sure.length >= 2 ? sure.slice(0, MAX_ANSWERS) : [whole];
}

/** The needs that are answered by different articles, each by the part of the message that is surest of it. */
function distinct(needs: readonly Need[]): Need[] {
  const best = new Map<number, Need>();
  for (const need of needs) {
    if (need.decision.kind !== 'answer') continue;
    const other = best.get(need.decision.article);
    if (!other || other.decision.confidence < need.decision.confidence) best.set(need.decision.article, need);
  }
  return [...best.values()];
}

function toOffer(index: RetrievalIndex, article: number): Offer {
  const found = index.articles[article];
  return { articleId: found?.id ?? '', title: found?.title ?? '' };
}

/** An article as the answer to a question. */
export function toPart(index: RetrievalIndex, question: string, article: number, confidence: number): AnswerPart {
  const text = choosePassage(index.articles[article]?.text ?? '', question);
  return { ...toOffer(index, article), text, confidence };
}
