import { addToSpace, emptySpace, type FeatureSpace, lengthOf, type Vector, vectorOf } from './feature-space.ts';
import { featuresOf } from './features.ts';
import { articleTerms, indexLexical } from './lexical.ts';
import { createModel, type Example, train } from './linear-model.ts';
import { indexNeighbours } from './neighbours.ts';
import type { Article, IndexedExample, RetrievalIndex } from './retrieval.types.ts';
import { rivalsOf } from './rivals.ts';
import { analyze } from './text/analyze.ts';
import { languageOf } from './text/language.ts';

/** With so many example questions the sentences of the text have nothing to add. */
const ENOUGH_QUESTIONS = 5;
const MAX_SENTENCES = 8;

/** The wordings that lead to an article: its questions, its title and keywords, and, while there are few, its sentences. */
function wordingsOf({ title, keywords, questions, text }: Article): string[] {
  const sentences = questions.length < ENOUGH_QUESTIONS ? sentencesOf(text).slice(0, MAX_SENTENCES) : [];
  return [title, keywords.join(' '), ...questions, ...sentences].filter((wording) => wording.trim() !== '');
}

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?:;])\s+|\n+/).filter((part) => part.length > 12);

const WELL_TAUGHT = 10;

function taughtBy(articles: readonly Article[]): number {
  const questions = articles.reduce((sum, article) => sum + article.questions.length, 0);
  return Math.min(1, questions / Math.max(1, articles.length) / WELL_TAUGHT);
}

/** Builds the index of all articles from nothing. The same articles in the same order give the same index. */
export function buildIndex(articles: readonly Article[]): RetrievalIndex {
  const wordings = articles.flatMap((article, position) =>
    wordingsOf(article).map((text) => ({ article: position, features: featuresOf(analyze(text)) })),
  );
  const space: FeatureSpace = emptySpace();
  for (const { features } of wordings) addToSpace(space, features);
  const examples: IndexedExample[] = wordings.map(({ article, features }) => {
    const vector = vectorOf(space, features);
    return { article, vector, length: lengthOf(vector) };
  });
  const vectors = examples.map(({ vector }): Vector => vector);
  const rows = space.documentFrequency.length;
  const neighbours = indexNeighbours(vectors, rows);
  const rivals = rivalsOf(examples, neighbours, articles.length);
  const training: Example[] = examples.map(({ vector, article }, at) => ({
    vector,
    label: article,
    rivals: rivals?.[at],
  }));
  const softmax = createModel(rows, articles.length);
  const hinge = createModel(rows, articles.length);
  train(softmax, training, articles.length, 'softmax');
  train(hinge, training, articles.length, 'hinge');
  return {
    articles: articles.map((article) => ({
      ...article,
      language:
        article.language ??
        languageOf(`${article.title} ${article.questions[0] ?? ''} ${article.text.slice(0, 1_000)}`),
    })),
    taught: taughtBy(articles),
    space,
    examples,
    neighbours,
    lexical: indexLexical(
      articles.map(({ title, keywords, questions, text }) =>
        articleTerms({ title, keywords: keywords.join(' '), questions: questions.join('\n'), text }),
      ),
    ),
    softmax,
    hinge,
  };
}
