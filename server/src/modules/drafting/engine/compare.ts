import { germanLead } from '#platform/text/language.ts';
import {
  type Fingerprint,
  fingerprintOf,
  NEAR_DUPLICATE,
  SAME_SUBJECT,
  similarityOf,
} from '#platform/text/similarity.ts';
import {
  type Contradiction,
  findContradictions,
  type ReadSentence,
  readSentences,
  shareFoundIn,
} from './contradictions.ts';
import type { KnownArticle } from './drafting.types.ts';
import { createShortlist } from './shortlist.ts';

/** Something that was written or is about to be: a section of a source, a draft. */
export interface Candidate {
  title: string;
  questions: readonly string[];
  text: string;
}

/** A known article about the same matter as a candidate. */
export interface Related {
  article: KnownArticle;
  /** Of the whole texts, 0 to 1. */
  similarity: number;
  /** Of the two closest questions or titles, 0 to 1. */
  questionSimilarity: number;
  /** How much of the candidate the article says too, 0 to 1. */
  shareKnown: number;
  contradictions: Contradiction[];
}

export interface Library {
  /** Articles about the matter of the candidate, closest first. */
  relatedTo(candidate: Candidate): Related[];
}

/** Questions this alike ask for the same. */
export const SAME_QUESTION = 0.75;
/** Texts this alike are about the same matter though they are asked for in other words. */
const SAME_MATTER = 0.6;
/** Articles that are looked at closely; tuned so that among 10,000 the right one is in. */
const LOOKED_AT = 12;
const MOST_QUESTIONS = 40;

interface ReadArticle {
  /** Above 0 German, below 0 English, 0 when nothing tells. */
  germanLead: number;
  whole: Fingerprint;
  questions: Fingerprint[];
  sentences: ReadSentence[];
}

/** Makes articles ready to be compared with many candidates. What is read of an article is kept while the library is. */
export function createLibrary(articles: readonly KnownArticle[]): Library {
  const shortlist = createShortlist(articles.map(wholeText));
  const kept = new Map<number, ReadArticle>();
  const read = (position: number): ReadArticle => {
    const known = kept.get(position) ?? readArticle(articles[position] as KnownArticle);
    kept.set(position, known);
    return known;
  };
  return {
    relatedTo(candidate) {
      const own = readArticle(candidate);
      return (
        shortlist
          .nearest(wholeText(candidate), LOOKED_AT)
          // The same matter in two languages is two articles.
          .filter((position) => own.germanLead * read(position).germanLead >= 0)
          .map((position) => relate(own, articles[position] as KnownArticle, read(position)))
          .filter(isRelated)
          .sort((a, b) => closeness(b) - closeness(a) || a.article.articleId.localeCompare(b.article.articleId))
      );
    },
  };
}

const wholeText = ({ title, questions, text }: Candidate) =>
  `${title}\n${questions.slice(0, MOST_QUESTIONS).join('\n')}\n${text}`;

function readArticle({ title, questions, text }: Candidate): ReadArticle {
  const asked = [...new Set([title, ...questions])].slice(0, MOST_QUESTIONS);
  return {
    germanLead: germanLead(`${title}\n${text}`),
    whole: fingerprintOf(`${title}\n${text}`),
    questions: asked.map(fingerprintOf),
    sentences: readSentences(text),
  };
}

function relate(own: ReadArticle, article: KnownArticle, other: ReadArticle): Related {
  const similarity = similarityOf(own.whole, other.whole);
  const questionSimilarity = Math.max(
    0,
    ...own.questions.flatMap((question) => other.questions.map((known) => similarityOf(question, known))),
  );
  return {
    article,
    similarity,
    questionSimilarity,
    shareKnown: shareFoundIn(own.sentences, other.sentences),
    contradictions:
      similarity >= SAME_SUBJECT || questionSimilarity >= SAME_QUESTION
        ? findContradictions(own.sentences, other.sentences, questionSimilarity >= SAME_QUESTION)
        : [],
  };
}

const isRelated = ({ similarity, questionSimilarity, shareKnown, contradictions }: Related) =>
  similarity >= SAME_SUBJECT || questionSimilarity >= SAME_QUESTION || shareKnown >= 0.5 || contradictions.length > 0;

/** Orders related articles: what says the same most. */
const closeness = ({ similarity, questionSimilarity, shareKnown }: Related) =>
  Math.max(similarity, shareKnown) + 0.5 * questionSimilarity;

/** Whether an article says nearly all that the candidate says. */
export const saysAll = ({ similarity, shareKnown, contradictions }: Related) =>
  contradictions.length === 0 && (shareKnown === 1 || (similarity >= NEAR_DUPLICATE && shareKnown >= 0.8));

/** Whether an article is the one that the candidate belongs into. */
export const isSameMatter = ({ similarity, questionSimilarity, shareKnown }: Related) =>
  questionSimilarity >= SAME_QUESTION ||
  similarity >= NEAR_DUPLICATE ||
  shareKnown >= 0.5 ||
  (similarity >= SAME_MATTER && questionSimilarity >= SAME_SUBJECT);
