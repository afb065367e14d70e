import { type Lexical, scoreLexical, termsOf } from './lexical.ts';
import type { Article } from './retrieval.types.ts';

/** With more articles a question is not trained, nor scored by the classifiers, against all of them. */
export const MANY_ARTICLES = 300;
const RIVALS = 12;
/** Of a much-asked article, so many questions tell which others are like it. */
const SAMPLE = 3;

/**
 * For any position of an article the articles that its questions are trained against, itself among them: all of
 * `positions` when they are few, those nearest by words otherwise.
 */
export function rivalsAmong(
  articles: readonly Article[],
  positions: readonly number[],
  lexical: Lexical,
): (position: number) => Int32Array {
  const everyone = Int32Array.from(positions);
  if (positions.length <= MANY_ARTICLES) return () => everyone;
  const known = new Map<number, Int32Array>();
  return (position) => {
    const before = known.get(position);
    if (before) return before;
    const { title = '', questions = [] } = articles[position] ?? {};
    const { scores } = scoreLexical(lexical, termsOf([title, ...questions.slice(0, SAMPLE)].join('\n')));
    scores[position] = 0;
    const rivals = Int32Array.from([position, ...highest(scores, RIVALS)]);
    known.set(position, rivals);
    return rivals;
  };
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
