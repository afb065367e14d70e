import { averageQuestions, buildIndex, examplesOf, readTerms, toIndexed } from './build-index.ts';
import type { FeatureSpace } from './feature-space.ts';
import { indexLexical, type Lexical } from './lexical.ts';
import { type Example, growModel, type LinearModel, type Loss, train } from './linear-model.ts';
import { indexNeighbours, type Neighbours, similarities } from './neighbours.ts';
import type { Article, IndexedArticle, IndexedExample, RetrievalIndex } from './retrieval.types.ts';
import { highest, rivalsAmong } from './rivals.ts';

/** When more than this share of the articles changed, the index is built anew. */
const MOST_CHANGES = 0.2;
/** Known wordings that are trained again beside each new one, so that learning it does not unlearn them. */
const REPEATED = 30;

/**
 * The index of these articles, made from an earlier one: only what changed is read and trained, together with the
 * wordings next to it. Built anew when too much changed. The old index stays as it is and can go on answering. The same
 * index and articles give the same result.
 */
export function updateIndex(index: RetrievalIndex, articles: readonly Article[]): RetrievalIndex {
  const plan = planChanges(index, articles);
  const changed = new Set(plan.changed);
  if (changed.size === 0 && plan.removed === 0) return index;
  if (changed.size + plan.removed > MOST_CHANGES * Math.max(1, articles.length)) return buildIndex(articles);
  const space = copySpace(index.space);
  const kept = index.examples.filter(({ article }) => plan.articles[article]?.live && !changed.has(article));
  const fresh = examplesOf(plan.articles, plan.changed, space);
  const examples = [...kept, ...fresh];
  const rows = space.documentFrequency.length;
  const neighbours = indexNeighbours(examples, rows);
  const terms = plan.articles.map((article, position) =>
    changed.has(position) || !article.live ? readTerms(article) : (index.terms[position] ?? readTerms(article)),
  );
  const lexical = indexLexical(terms);
  const training = lessons(plan.articles, examples, kept.length, neighbours, lexical);
  const softmax = trainFurther(index.softmax, rows, plan.articles.length, training, 'softmax');
  const hinge = trainFurther(index.hinge, rows, plan.articles.length, training, 'hinge');
  if (!softmax || !hinge) return buildIndex(articles);
  return {
    articles: plan.articles,
    questionsPerArticle: averageQuestions(plan.articles),
    space,
    examples,
    neighbours,
    terms,
    lexical,
    softmax,
    hinge,
  };
}

interface Plan {
  /** By position: those known keep theirs, new ones follow. */
  articles: IndexedArticle[];
  /** Positions of new and changed articles. */
  changed: number[];
  removed: number;
}

function planChanges(index: RetrievalIndex, articles: readonly Article[]): Plan {
  const wanted = new Map(articles.map((article) => [article.id, article]));
  const changed: number[] = [];
  let removed = 0;
  const known = index.articles.map((old, position): IndexedArticle => {
    const article = wanted.get(old.id);
    wanted.delete(old.id);
    if (!article) {
      removed += old.live ? 1 : 0;
      return { ...gone, id: old.id, language: old.language };
    }
    if (old.live && sameArticle(old, article)) return old;
    changed.push(position);
    return toIndexed(article);
  });
  for (const article of wanted.values()) {
    changed.push(known.length);
    known.push(toIndexed(article));
  }
  return { articles: known, changed, removed };
}

const gone = { title: '', questions: [], keywords: [], text: '', live: false };

function sameArticle(old: IndexedArticle, article: Article): boolean {
  const read = ({ title, questions, keywords, text }: Article): string =>
    JSON.stringify([title, questions, keywords, text]);
  return (article.language ?? old.language) === old.language && read(old) === read(article);
}

function copySpace({ rowOf, documentFrequency, documents }: FeatureSpace): FeatureSpace {
  return { rowOf: new Map(rowOf), documentFrequency: [...documentFrequency], documents };
}

/** The new examples (those from `from` on), and the known ones that are most like them. */
function lessons(
  articles: readonly IndexedArticle[],
  examples: readonly IndexedExample[],
  from: number,
  neighbours: Neighbours,
  lexical: Lexical,
): Example[] {
  const chosen = new Set<number>();
  for (let at = from; at < examples.length; at++) {
    chosen.add(at);
    const products = similarities(neighbours, (examples[at] as IndexedExample).vector);
    for (const near of highest(products, REPEATED)) chosen.add(near);
  }
  const taught = [...chosen].sort((a, b) => a - b).map((at) => examples[at] as IndexedExample);
  const positions = articles.flatMap(({ live }, position) => (live ? [position] : []));
  const rivalsOf = rivalsAmong(articles, positions, lexical);
  return taught.map(({ vector, article }) => ({ vector, label: article, rivals: rivalsOf(article) }));
}

function trainFurther(
  model: LinearModel,
  rows: number,
  classes: number,
  training: readonly Example[],
  loss: Loss,
): LinearModel | null {
  const grown = growModel(model, rows, classes);
  if (grown) train(grown, training, loss);
  return grown;
}
