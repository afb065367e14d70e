import { type Neighbours, similarities } from './neighbours.ts';
import type { IndexedExample } from './retrieval.types.ts';

/** With so many articles every question is trained against all of them. */
const ALL_ARTICLES = 300;
const RIVALS = 24;

/**
 * For each example the articles that it could be mistaken for, its own first; undefined when there are few enough
 * articles to train against all.
 */
export function rivalsOf(
  examples: readonly IndexedExample[],
  neighbours: Neighbours,
  articles: number,
): Int32Array[] | undefined {
  if (articles <= ALL_ARTICLES) return undefined;
  return examples.map(({ vector, article }) => {
    const best = new Float32Array(articles);
    similarities(neighbours, vector).forEach((similarity, example) => {
      const other = (examples[example] as IndexedExample).article;
      if (similarity > (best[other] as number)) best[other] = similarity;
    });
    best[article] = 0;
    return Int32Array.from([article, ...highest(best, RIVALS)]);
  });
}

/** Positions of the highest positive values, best first; equal ones in their order. */
export function highest(values: Float32Array, count: number): number[] {
  const top: number[] = [];
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (value <= 0) continue;
    if (top.length === count && value <= (values[top[count - 1] as number] as number)) continue;
    let place = top.length;
    while (place > 0 && (values[top[place - 1] as number] as number) < value) place -= 1;
    top.splice(place, 0, at);
    if (top.length > count) top.pop();
  }
  return top;
}
