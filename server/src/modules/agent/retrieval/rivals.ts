import { type Neighbours, similarities } from './neighbours.ts';
import type { IndexedExample } from './retrieval.types.ts';

/** With so many articles every question is trained against all of them. */
const ALL_ARTICLES = 300;
const RIVALS = 24;

/**
 * For each example the articles that it could be mistaken for, its own among them: all of `positions` when they are few,
 * the nearest ones otherwise.
 */
export function rivalsOf(
  examples: readonly IndexedExample[],
  neighbours: Neighbours,
  articles: number,
  positions: readonly number[],
): Int32Array[] {
  if (positions.length <= ALL_ARTICLES) {
    const everyone = Int32Array.from(positions);
    return examples.map(() => everyone);
  }
  const best = new Float32Array(articles);
  return examples.map(({ vector, article }) => {
    best.fill(0);
    const products = similarities(neighbours, vector);
    for (let example = 0; example < products.length; example++) {
      const other = (examples[example] as IndexedExample).article;
      const product = products[example] as number;
      if (product > (best[other] as number)) best[other] = product;
    }
    best[article] = 0;
    return Int32Array.from([article, ...highest(best, RIVALS)]);
  });
}

/** Positions of the highest positive values, best first; equal ones in their order. */
export function highest(values: Float32Array, count: number): number[] {
  const top: number[] = [];
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (value <= 0 || (top.length === count && value <= (values[top[count - 1] as number] as number))) continue;
    let place = top.length;
    while (place > 0 && (values[top[place - 1] as number] as number) < value) place -= 1;
    top.splice(place, 0, at);
    if (top.length > count) top.pop();
  }
  return top;
}
