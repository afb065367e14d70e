import type { Language } from '#platform/text/language.ts';
import { type Fingerprint, fingerprintOf, similarityOf } from '#platform/text/similarity.ts';
import type { Article } from './retrieval.types.ts';
import { MANY_ARTICLES } from './rivals.ts';
import { USUAL_QUESTIONS } from './usual-questions.ts';

/** An article with so many example questions of its own is lent none. */
export const ENOUGH_QUESTIONS = 5;

/** How alike a matter's name and an article's title or keyword must be. This and what follows was tuned on questions. */
const SAME_MATTER = 0.65;
/** A matter is left alone by articles that are much more about another one: `Loans` by home loans. */
const OWN_MATTER = 0.75;
/** Articles that fit nearly as well as the best get the same wordings, so that their own words tell them apart. */
const NEARLY_BEST = 0.85;
const KEYWORD_SHARE = 0.8;
const BOTH_SHARE = 0.2;
/**
 * Articles with many wordings drown those with none. So nothing is lent where only so small a share of the articles has
 * questions in the end, all of it from the larger share on, and some quarters of it between.
 */
const FEW_SERVED = 0.35;
const MOST_SERVED = 0.85;
const STEPS = 4;

interface Matter {
  names: Record<Language, Fingerprint[]>;
  questions: Record<Language, string[]>;
}
const LANGUAGES = ['de', 'en'] as const;

let matters: readonly Matter[] | null = null;

function readMatters(): readonly Matter[] {
  const split = (line = '', separator = ' | '): string[] => line.split(separator).map((part) => part.trim());
  return USUAL_QUESTIONS.trim()
    .slice(2)
    .split('\n# ')
    .map((matter) => {
      const [head, german = '', english = ''] = matter.split('\n');
      const [de, en] = split(head).map((names) => split(names, ',').map(fingerprintOf));
      return {
        names: { de: de ?? [], en: en ?? [] },
        questions: { de: split(german.slice('de: '.length)), en: split(english.slice('en: '.length)) },
      };
    });
}

type Titled = Article & { language: Language };

/**
 * For each article the usual questions of the matters that it is about, found by its title and keywords; none for those
 * that have enough of their own. What customers ask in the other language goes to the articles of theirs where there is
 * one. Pure, and the same whatever the order of the articles.
 */
export function lendQuestions(articles: readonly Titled[]): string[][] {
  const lent: string[][] = articles.map(() => []);
  const open = articles.flatMap(({ questions }, at) => (questions.length < ENOUGH_QUESTIONS ? [at] : []));
  if (open.length === 0 || articles.length > MANY_ARTICLES) return lent;
  matters ??= readMatters();
  const fits = fitsOf(articles, open, matters);
  const best = open.map((_, column) => fits.reduce((most, row) => Math.max(most, row[column] as number), 0));
  matters.forEach(({ questions }, row) => {
    const takers = Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        takersOf(fits[row] as number[], best, (at) => articles[open[at] as number]?.language === language),
      ]),
    ) as Record<Language, number[]>;
    for (const language of LANGUAGES) {
      const abroad = takers[language === 'de' ? 'en' : 'de'];
      const columns = takers[language].length > 0 ? takers[language] : abroad;
      for (const column of columns) lent[open[column] as number]?.push(...questions[language]);
    }
  });
  const served = articles.filter(
    ({ questions }, at) => questions.length >= ENOUGH_QUESTIONS || lent[at]?.length,
  ).length;
  const ramp = (served / articles.length - FEW_SERVED) / (MOST_SERVED - FEW_SERVED);
  const share = Math.round(STEPS * Math.min(1, Math.max(0, ramp))) / STEPS;
  return lent.map((questions) => questions.filter((_, at) => Math.floor((at + 1) * share) > Math.floor(at * share)));
}

/** Matter → open article → how well they fit, by the names of the matter in the article's language. */
function fitsOf(articles: readonly Titled[], open: readonly number[], all: readonly Matter[]): number[][] {
  const read = open.map((at) => {
    const { title, keywords, language } = articles[at] as Titled;
    return { title: fingerprintOf(title), keywords: keywords.map(fingerprintOf), language };
  });
  return all.map(({ names }) =>
    read.map(({ title, keywords, language }) => {
      const nearest = (text: Fingerprint): number =>
        names[language].reduce((most, name) => Math.max(most, similarityOf(name, text)), 0);
      const byTitle = nearest(title);
      const byKeyword = keywords.reduce((most, keyword) => Math.max(most, nearest(keyword)), 0);
      return Math.max(byTitle, KEYWORD_SHARE * byKeyword) + BOTH_SHARE * Math.min(byTitle, byKeyword);
    }),
  );
}

function takersOf(
  fits: readonly number[],
  best: readonly number[],
  isOfLanguage: (column: number) => boolean,
): number[] {
  const able = fits.flatMap((fit, column) =>
    isOfLanguage(column) && fit >= SAME_MATTER && fit >= OWN_MATTER * (best[column] as number) ? [column] : [],
  );
  const highest = able.reduce((most, column) => Math.max(most, fits[column] as number), 0);
  return able.filter((column) => (fits[column] as number) >= NEARLY_BEST * highest);
}
