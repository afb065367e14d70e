import { averageQuestions, buildIndex, readArticles, readTerms, toIndexed } from './build-index.ts';
import { type CompactModel, compactModel, expandModel } from './compact-model.ts';
import type { FeatureSpace } from './feature-space.ts';
import { copyIntMap } from './int-map.ts';
import { indexLexical, type Lexical, packTerms, unpackTerms } from './lexical.ts';
import { type Example, type Loss, train } from './linear-model.ts';
import type { Article, IndexedArticle, RetrievalIndex } from './retrieval.types.ts';
import { highest, rivalsAmong } from './rivals.ts';
import { vocabularyOf } from './spelling.ts';
import { indexWordings, readWordings, similarities, type Wording, type Wordings } from './wordings.ts';

/** When more than this share of the articles changed, the index is built anew. */
const MOST_CHANGES = 0.2;
/** Known wordings that are trained again beside each new one, so that learning it does not unlearn them. */
const REPEATED = 30;
/** With more features than this times those in use, what is gone is forgotten by building anew. */
const MOST_DEAD_ROWS = 1.5;

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
  const all = readWordings(index.wordings);
  const kept = all.filter(({ article }) => plan.articles[article]?.live && !changed.has(article));
  const space = spaceOf(index.space, kept);
  const wordings = [...kept, ...readArticles(plan.articles, plan.changed, space)];
  const rows = space.rowOf.size;
  if (rows > MOST_DEAD_ROWS * countUsed(space)) return buildIndex(articles);
  const indexed = indexWordings(wordings, rows);
  const terms = plan.articles.map((article, position) =>
    changed.has(position) || !article.live ? readTerms(article) : unpackTerms(index.terms, position),
  );
  const lexical = indexLexical(terms);
  const training = lessons(plan.articles, wordings, kept.length, indexed, lexical);
  const softmax = trainFurther(index.softmax, rows, plan.articles.length, training, 'softmax');
  const hinge = softmax && trainFurther(index.hinge, rows, plan.articles.length, training, 'hinge');
  if (!hinge) return buildIndex(articles);
  return {
    articles: plan.articles,
    questionsPerArticle: averageQuestions(plan.articles),
    space,
    wordings: indexed,
    terms: packTerms(terms),
    lexical,
    vocabulary: vocabularyOf(plan.articles),
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
  const wanted = new Map(toIndexed(articles).map((article) => [article.id, article]));
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
    return article;
  });
  for (const article of wanted.values()) {
    changed.push(known.length);
    known.push(article);
  }
  return { articles: known, changed, removed };
}

const gone = { title: '', questions: [], lent: [], keywords: [], text: '', live: false };

function sameArticle(old: IndexedArticle, article: IndexedArticle): boolean {
  const read = ({ title, questions, lent, keywords, text, language }: IndexedArticle): string =>
    JSON.stringify([title, questions, lent, keywords, text, language]);
  return read(old) === read(article);
}

/** The features of before, counted in the wordings that stay. */
function spaceOf({ rowOf, documentFrequency }: FeatureSpace, kept: readonly Wording[]): FeatureSpace {
  const counted = new Int32Array(documentFrequency.length);
  for (const { vector } of kept) for (const row of vector.rows) counted[row] = (counted[row] as number) + 1;
  return { rowOf: copyIntMap(rowOf), documentFrequency: counted, documents: kept.length };
}

const countUsed = ({ documentFrequency }: FeatureSpace): number =>
  documentFrequency.filter((count) => count > 0).length;

/** The new wordings (those from `from` on), and the known ones that are most like them. */
function lessons(
  articles: readonly IndexedArticle[],
  wordings: readonly Wording[],
  from: number,
  indexed: Wordings,
  lexical: Lexical,
): Example[] {
  const chosen = new Set<number>();
  for (let at = from; at < wordings.length; at++) {
    chosen.add(at);
    const products = similarities(indexed, (wordings[at] as Wording).vector);
    for (const near of highest(products, REPEATED)) chosen.add(near);
  }
  const taught = [...chosen].sort((a, b) => a - b).map((at) => wordings[at] as Wording);
  const positions = articles.flatMap(({ live }, position) => (live ? [position] : []));
  const rivalsOf = rivalsAmong(articles, positions, lexical);
  return taught.map(({ vector, article }) => ({ vector, label: article, rivals: rivalsOf(article) }));
}

function trainFurther(
  model: CompactModel,
  rows: number,
  classes: number,
  training: readonly Example[],
  loss: Loss,
): CompactModel | null {
  const grown = expandModel(model, rows, classes);
  if (!grown) return null;
  train(grown, training, loss);
  return compactModel(grown);
}
