import { germanLead, type Language, languageOf } from '#platform/text/language.ts';
import { chosenOf } from './choices.ts';
import { type Courtesy, courtesyOf, wantsPerson, wasNotHelped } from './courtesies.ts';
import { type Caution, type Decision, decide } from './decide.ts';
import { goesOn, isLetter, mayFollowUp, partsOf } from './needs.ts';
import { choosePassage } from './passages.ts';
import { type Ranking, rank } from './rank.ts';
import type { RetrievalIndex } from './retrieval.types.ts';
import { setPhraseOf } from './set-phrases.ts';

/** A customer's message, with what the conversation says about it. */
export interface Asked {
  message: string;
  /** What the customer said before, oldest first. */
  said?: readonly string[];
  /** What the customer is being led through, in a few words: short questions go on from it. */
  about?: string;
  /** Titles of which the reply before asked to choose. */
  offered?: readonly string[];
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

/** `isRepeated`: to a question asked before, which begins nothing a second time. */
export type Reply = { language: Language; trace: readonly Need[]; isRepeated?: true } & (
  | { kind: 'answer'; parts: AnswerPart[] }
  | { kind: 'clarify'; offers: Offer[] }
  | { kind: 'abstain' }
  /** `isUnhelped`: the customer asked for nobody, but the answer before was of no use. */
  | { kind: 'person'; isUnhelped: boolean }
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
/** The share of a question that an article in another language must cover to be offered. */
const NEAR_ABROAD = 0.25;
/** Messages of a conversation that a follow-up may go on from. */
const MOST_REMEMBERED = 10;

/**
 * Decides what to say to a customer, from the articles of the index only. Pure: the same index and message give the same
 * reply. A wish for a person goes first, then politeness, then needs; a follow-up is read together with the question
 * before it when that is surer.
 */
export function answerQuestion(index: RetrievalIndex, asked: Asked): Reply {
  const { message, said = [], offered = [] } = asked;
  const language = languageOf(message, asked.language);
  const phrase = setPhraseOf(message);
  if (phrase !== 'nature' && wantsPerson(message)) return { kind: 'person', isUnhelped: false, language, trace: [] };
  if (said.length > 0 && wasNotHelped(message, said.at(-1))) {
    return { kind: 'person', isUnhelped: true, language, trace: [] };
  }
  if (phrase === 'de' || phrase === 'en') return answerIn(phrase, index, asked);
  // A yes does not say which of those offered.
  const courtesy = courtesyOf(message, offered.length > 0 ? undefined : said.at(-1));
  if (courtesy) return { kind: 'courtesy', courtesy, language, trace: [] };
  const needs = needsOf(index, asked);
  const tells = asked.language !== undefined || germanLead(message) !== 0;
  return replyTo(needs, index, tells ? language : (languageOfNearest(index, needs) ?? language));
}

/** “Kosten” alone tells no language; the article that has the word in it does. Rules are in all. */
function languageOfNearest(index: RetrievalIndex, needs: readonly Need[]): Language | undefined {
  const candidates = needs[0]?.ranking.candidates ?? [];
  const nearest = candidates.find(({ article, coverage }) => coverage > 0 && !index.articles[article]?.isRule);
  return nearest && index.articles[nearest.article]?.language;
}

function replyTo(needs: Need[], index: RetrievalIndex, language: Language): Reply {
  const answered = needs.flatMap(({ question, decision }) =>
    decision.kind === 'answer' ? [toPart(index, question, decision.article, decision.confidence)] : [],
  );
  if (answered.length > 0) return { kind: 'answer', parts: answered, language, trace: needs };
  const offered = needs[0]?.decision.kind === 'clarify' ? needs[0].decision.articles : [];
  if (offered.length === 0) return { kind: 'abstain', language, trace: needs };
  return { kind: 'clarify', offers: offered.map((article) => toOffer(index, article)), language, trace: needs };
}

/**
 * The question before once more, from the articles in another language only. What they are in another language than the question
 * makes no decision sure, so that the nearest are offered where none is.
 */
function answerIn(language: Language, index: RetrievalIndex, { said = [], caution }: Asked): Reply {
  const question = questionBefore(said);
  if (question === null) return { kind: 'courtesy', courtesy: 'greeting', language, trace: [] };
  const articles = index.articles.map((article) => ({
    ...article,
    live: article.live && !article.isRule && article.language === language,
  }));
  const need = lookFor({ ...index, articles }, question, caution);
  const near = need.ranking.candidates.filter(({ coverage }) => coverage >= NEAR_ABROAD).slice(0, 2);
  const { confidence } = need.decision;
  if (need.decision.kind === 'abstain' && near.length === 2) {
    need.decision = { kind: 'clarify', confidence, articles: near.map(({ article }) => article) };
  }
  return { ...replyTo([need], index, language), isRepeated: true };
}

function lookFor(index: RetrievalIndex, question: string, caution: Caution | undefined): Need {
  const ranking = rank(index, question);
  return { question: ranking.question, ranking, decision: decide(index, ranking, caution) };
}

/** What the customer asked last, with what it went on from; null when nothing was asked. */
function questionBefore(said: readonly string[]): string | null {
  const at = said.findLastIndex((one) => courtesyOf(one) === null && setPhraseOf(one) === null);
  const last = said[at];
  if (last === undefined || !goesOn(last)) return last ?? null;
  const before = questionBefore(said.slice(0, at));
  return before === null ? last : `${before} ${last}`;
}

function needsOf(index: RetrievalIndex, { message: written, said = [], about, offered = [], caution }: Asked): Need[] {
  const chosen = chosenOf(written, offered);
  const message = chosen ?? written;
  const find = (question: string) => lookFor(index, question, caution);
  const whole = find(message);
  const before =
    chosen === null && mayFollowUp(message) ? (about ?? questionBefore(said.slice(-MOST_REMEMBERED))) : null;
  if (before !== null) {
    // Twice, so that what is new weighs more than what was said before.
    const together = find(`${before} ${message} ${message}`);
    if (together.decision.confidence > whole.decision.confidence) return [together];
  }
  const atLeast = whole.decision.kind === 'answer' ? SURE_OF_PART : 0;
  const sure = distinct(
    partsOf(message)
      .map(find)
      .filter(({ decision }) => decision.confidence >= atLeast),
  );
  if (sure.length >= 2) return sure.slice(0, MAX_ANSWERS);
  const [only] = sure;
  const isDrowned = whole.decision.kind !== 'answer' && isLetter(message);
  return isDrowned && only && only.decision.confidence >= SURE_OF_PART ? [only] : [whole];
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
