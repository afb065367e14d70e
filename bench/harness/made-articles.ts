import type { Article } from '../../server/src/modules/agent/retrieval/retrieval.types.ts';
import { seededRandom } from '../../server/src/modules/agent/retrieval/seeded-random.ts';
import { readHelpCentre } from '../../server/src/modules/demo/help-centre.ts';

const SYLLABLES = ['ra', 'lo', 'mi', 'ten', 'ka', 'sur', 'bel', 'dor', 'na', 'vi'];

export interface ArticleMaker {
  /** The article of a position, with so many questions. */
  make(position: number, questions: number): Article;
  pick<T>(values: readonly T[]): T;
}

/** Makes up articles that share their words as real ones do; the same ones every time. */
export function createArticleMaker(): ArticleMaker {
  const random = seededRandom(1);
  const helpCentre = readHelpCentre();
  const words = [...new Set(helpCentre.flatMap(({ text }) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []))];
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random.next() * values.length)] as T;
  const names = Array.from({ length: 4_000 }, () => [pick(SYLLABLES), pick(SYLLABLES), pick(SYLLABLES)].join(''));
  const vary = (text: string, share: number): string =>
    text.replace(/\p{L}{4,}/gu, (word) => (random.next() < share ? pick(words) : word));
  /** Like one of the help centre's, about a product of its own, with some words exchanged. */
  const make = (position: number, questions: number): Article => {
    const model = helpCentre[position % helpCentre.length] as (typeof helpCentre)[number];
    const name = `${pick(names)} ${pick(names)}`;
    return {
      id: `article-${position}`,
      title: `${vary(model.title, 0.3)} ${name}`,
      questions: Array.from(
        { length: questions },
        () => `${vary(pick(model.questions), 0.35)} ${random.next() < 0.5 ? name : ''}`,
      ),
      keywords: model.keywords,
      text: `${name}: ${vary(model.text, 0.3)}`,
      language: model.language,
    };
  };
  return { make, pick };
}
