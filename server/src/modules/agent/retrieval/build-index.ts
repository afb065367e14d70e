import { analyze } from '#platform/text/analyze.ts';
import { featuresOf } from '#platform/text/features.ts';
import { languageOf } from '#platform/text/language.ts';
import { addToSpace, emptySpace, type FeatureSpace, lengthOf, vectorOf } from './feature-space.ts';
import { type ArticleTerms, articleTerms, indexLexical } from './lexical.ts';
import { createModel, type Example, type Loss, train } from './linear-model.ts';
import { indexNeighbours } from './neighbours.ts';
import type { Article, IndexedArticle, IndexedExample, RetrievalIndex } from './retrieval.types.ts';
import { MANY_ARTICLES, rivalsAmong } from './rivals.ts';

/** With so many example questions the sentences of the text have nothing to add. */
const ENOUGH_QUESTIONS = 5;
const MAX_SENTENCES = 8;
const SHORTEST_SENTENCE = 12;
const SENTENCE_END = /(?<=[.!?:;])\s+|\n+/;
/** Of a text, this much is read to tell its language. */
const LANGUAGE_SAMPLE = 1_000;

/** The wordings that lead to an article: title, keywords, its questions and, where these are few, its sentences. */
function wordingsOf({ title, keywords, questions, text }: Article, isMany: boolean): string[] {
  const sentences = questions.length < ENOUGH_QUESTIONS && !isMany ? text.split(SENTENCE_END) : [];
  const long = sentences.filter((sentence) => sentence.length > SHORTEST_SENTENCE).slice(0, MAX_SENTENCES);
  return [title, keywords.join(' '), ...questions, ...long].filter((wording) => wording.trim() !== '');
}

/** The examples of articles at the given positions. Their features are counted in `space`. */
export function examplesOf(
  articles: readonly Article[],
  positions: readonly number[],
  space: FeatureSpace,
): IndexedExample[] {
  const isMany = articles.length > MANY_ARTICLES;
  const wordings = positions.flatMap((position) =>
    wordingsOf(articles[position] as Article, isMany).map((text) => ({
      position,
      features: featuresOf(analyze(text)),
    })),
  );
  for (const { features } of wordings) addToSpace(space, features);
  return wordings.map(({ position, features }) => {
    const vector = vectorOf(space, features);
    return { article: position, vector, length: lengthOf(vector) };
  });
}

/** Reads the words of an article for BM25F. */
export function readTerms({ title, keywords, questions, text }: Article): ArticleTerms {
  return articleTerms({ title, keywords: keywords.join('\n'), questions: questions.join('\n'), text });
}

/** An article as the index keeps it, its language found out where it is not said. */
export function toIndexed(article: Article): IndexedArticle {
  const { title, questions, text } = article;
  const sample = `${title} ${questions[0] ?? ''} ${text.slice(0, LANGUAGE_SAMPLE)}`;
  return { ...article, language: article.language ?? languageOf(sample), live: true };
}

export function averageQuestions(articles: readonly IndexedArticle[]): number {
  const live = articles.filter((article) => article.live);
  return live.reduce((sum, { questions }) => sum + questions.length, 0) / Math.max(1, live.length);
}

/** Builds the index of all articles from nothing. The same articles in the same order give the same index. */
export function buildIndex(articles: readonly Article[]): RetrievalIndex {
  const space = emptySpace();
  const everyone = articles.map((_, position) => position);
  const examples = examplesOf(articles, everyone, space);
  const rows = space.documentFrequency.length;
  const terms = articles.map(readTerms);
  const lexical = indexLexical(terms);
  const rivalsOf = rivalsAmong(articles, everyone, lexical);
  const training = examples.map(({ vector, article }): Example => {
    return { vector, label: article, rivals: rivalsOf(article) };
  });
  const learn = (loss: Loss) => {
    const model = createModel(rows, articles.length);
    train(model, training, loss);
    return model;
  };
  const indexed = articles.map(toIndexed);
  return {
    articles: indexed,
    questionsPerArticle: averageQuestions(indexed),
    space,
    examples,
    neighbours: indexNeighbours(examples, rows),
    terms,
    lexical,
    softmax: learn('softmax'),
    hinge: learn('hinge'),
  };
}
