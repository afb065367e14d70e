import { analyze } from '#platform/text/analyze.ts';
import { featuresOf } from '#platform/text/features.ts';
import { languageOf } from '#platform/text/language.ts';
import { compactModel } from './compact-model.ts';
import { addToSpace, emptySpace, type FeatureSpace, vectorOf } from './feature-space.ts';
import { type ArticleTerms, articleTerms, indexLexical, packTerms } from './lexical.ts';
import { createModel, type Example, type Loss, train } from './linear-model.ts';
import type { Article, IndexedArticle, RetrievalIndex } from './retrieval.types.ts';
import { MANY_ARTICLES, rivalsAmong } from './rivals.ts';
import { indexWordings, type Wording } from './wordings.ts';

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

/** The wordings of articles at the given positions. Their features are counted in `space`. */
export function readArticles(
  articles: readonly Article[],
  positions: readonly number[],
  space: FeatureSpace,
): Wording[] {
  const isMany = articles.length > MANY_ARTICLES;
  const eachWording = (visit: (text: string, position: number) => void) => {
    for (const position of positions)
      for (const text of wordingsOf(articles[position] as Article, isMany)) visit(text, position);
  };
  // Read twice rather than kept: the features of ten thousand articles are hundreds of megabytes.
  eachWording((text) => addToSpace(space, featuresOf(analyze(text))));
  const wordings: Wording[] = [];
  eachWording((text, article) => wordings.push({ article, vector: vectorOf(space, featuresOf(analyze(text))) }));
  return wordings;
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
  const wordings = readArticles(articles, everyone, space);
  const rows = space.rowOf.size;
  const terms = articles.map(readTerms);
  const lexical = indexLexical(terms);
  const rivalsOf = rivalsAmong(articles, everyone, lexical);
  const training = wordings.map(({ vector, article }): Example => {
    return { vector, label: article, rivals: rivalsOf(article) };
  });
  const learn = (loss: Loss) => {
    const model = createModel(rows, articles.length);
    train(model, training, loss);
    return compactModel(model);
  };
  const indexed = articles.map(toIndexed);
  return {
    articles: indexed,
    questionsPerArticle: averageQuestions(indexed),
    space,
    wordings: indexWordings(wordings, rows),
    terms: packTerms(terms),
    lexical,
    softmax: learn('softmax'),
    hinge: learn('hinge'),
  };
}
