import { analyze } from '#platform/text/analyze.ts';
import { featuresOf } from '#platform/text/features.ts';
import { languageOf } from '#platform/text/language.ts';
import { compactModel } from './compact-model.ts';
import { addToSpace, emptySpace, type FeatureSpace, vectorOf } from './feature-space.ts';
import { ENOUGH_QUESTIONS, lendQuestions } from './lend-questions.ts';
import { type ArticleTerms, articleTerms, indexLexical, packTerms } from './lexical.ts';
import { createModel, type Example, type Loss, train } from './linear-model.ts';
import type { Article, IndexedArticle, RetrievalIndex } from './retrieval.types.ts';
import { MANY_ARTICLES, rivalsAmong } from './rivals.ts';
import { vocabularyOf } from './spelling.ts';
import { indexWordings, type Wording } from './wordings.ts';

const MAX_SENTENCES = 8;
const SHORTEST_SENTENCE = 12;
const SENTENCE_END = /(?<=[.!?:;])\s+|\n+/;
/** Of a text, this much is read to tell its language. */
const LANGUAGE_SAMPLE = 1_000;

/** The wordings that lead to an article: title, keywords, its questions and, where these are few, lent ones and its sentences. */
function wordingsOf({ title, keywords, questions, lent, text }: IndexedArticle, isMany: boolean): string[] {
  const sentences = questions.length < ENOUGH_QUESTIONS && !isMany ? text.split(SENTENCE_END) : [];
  const long = sentences.filter((sentence) => sentence.length > SHORTEST_SENTENCE).slice(0, MAX_SENTENCES);
  return [title, keywords.join(' '), ...questions, ...lent, ...long].filter((wording) => wording.trim() !== '');
}

/** The wordings of articles at the given positions. Their features are counted in `space`. */
export function readArticles(
  articles: readonly IndexedArticle[],
  positions: readonly number[],
  space: FeatureSpace,
): Wording[] {
  const isMany = articles.length > MANY_ARTICLES;
  const eachWording = (visit: (text: string, position: number) => void) => {
    for (const position of positions)
      for (const text of wordingsOf(articles[position] as IndexedArticle, isMany)) visit(text, position);
  };
  // Read twice rather than kept: the features of ten thousand articles are hundreds of megabytes.
  eachWording((text) => addToSpace(space, featuresOf(analyze(text))));
  const wordings: Wording[] = [];
  eachWording((text, article) => wordings.push({ article, vector: vectorOf(space, featuresOf(analyze(text))) }));
  return wordings;
}

/** Reads the words of an article for BM25F. */
export function readTerms({ title, keywords, questions, lent, text }: IndexedArticle): ArticleTerms {
  return articleTerms({ title, keywords: keywords.join('\n'), questions: [...questions, ...lent].join('\n'), text });
}

/** Articles as the index keeps them: their language found out where it is not said, lent questions where they have few. */
export function toIndexed(articles: readonly Article[]): IndexedArticle[] {
  const told = articles.map((article) => {
    const { title, questions, text } = article;
    const sample = `${title} ${questions[0] ?? ''} ${text.slice(0, LANGUAGE_SAMPLE)}`;
    return { ...article, language: article.language ?? languageOf(sample) };
  });
  const lent = lendQuestions(told);
  return told.map((article, at) => ({ ...article, lent: lent[at] ?? [], live: true }));
}

/** Example questions per article, own and lent. */
export function averageQuestions(articles: readonly IndexedArticle[]): number {
  const live = articles.filter((article) => article.live);
  const taught = live.filter(({ isRule }) => !isRule);
  const counted = taught.length > 0 ? taught : live;
  return (
    counted.reduce((sum, { questions, lent }) => sum + questions.length + lent.length, 0) / Math.max(1, counted.length)
  );
}

/** Builds the index of all articles from nothing. The same articles in the same order give the same index. */
export function buildIndex(articles: readonly Article[]): RetrievalIndex {
  const indexed = toIndexed(articles);
  const space = emptySpace();
  const everyone = articles.map((_, position) => position);
  const wordings = readArticles(indexed, everyone, space);
  const rows = space.rowOf.size;
  const terms = indexed.map(readTerms);
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
  return {
    articles: indexed,
    questionsPerArticle: averageQuestions(indexed),
    space,
    wordings: indexWordings(wordings, rows),
    terms: packTerms(terms),
    lexical,
    vocabulary: vocabularyOf(indexed),
    softmax: learn('softmax'),
    hinge: learn('hinge'),
  };
}
