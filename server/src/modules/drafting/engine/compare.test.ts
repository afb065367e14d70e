/** Comparison on a whole help centre: what is different stays apart, what was changed is found. */
import { expect, test } from 'vitest';
import { readHelpCentre } from '../../demo/help-centre.ts';
import { createLibrary, isSameMatter, saysAll } from './compare.ts';

const articles = readHelpCentre().map(({ key, title, questions, text }) => ({
  articleId: key,
  title,
  questions,
  text,
}));
const library = createLibrary(articles);

test('articles about different matters contradict each other nowhere, and are not taken for one', () => {
  expect(articles.length).toBeGreaterThan(60);
  for (const article of articles) {
    const others = library.relatedTo(article).filter((related) => related.article.articleId !== article.articleId);
    expect(others.flatMap(({ contradictions }) => contradictions)).toEqual([]);
    expect(others.filter(isSameMatter).map((related) => related.article.articleId)).toEqual([]);
  }
});

test('an article is found again, word for word and in other order', () => {
  for (const article of articles) {
    expect(library.relatedTo(article).find(saysAll)?.article.articleId).toBe(article.articleId);
    const text = article.text
      .split(/(?<=\.) /)
      .reverse()
      .join(' ');
    const again = library.relatedTo({ title: article.title, questions: [], text });
    expect(again[0]?.article.articleId).toBe(article.articleId);
  }
});

test('a changed number is found in nearly every article that has one', () => {
  const numbered = articles.filter(({ text }) => /\b[2-9]\d? (?:€|Tage|Werktage|days|%)/.test(text));
  expect(numbered.length).toBeGreaterThan(15);
  const found = numbered.filter(({ articleId, title, text }) => {
    const changed = text.replace(/\b([2-9]\d?)(?= (?:€|Tage|Werktage|days|%))/, (number) =>
      String(Number(number) + 40),
    );
    const related = library.relatedTo({ title, questions: [], text: changed });
    const same = related.find(({ article }) => article.articleId === articleId);
    return same?.contradictions.some(({ kind }) => kind === 'number');
  });
  expect(found.length / numbered.length).toBeGreaterThanOrEqual(0.95);
});

test('a negated sentence is found', () => {
  const live = {
    articleId: 'a',
    title: 'Joint account',
    questions: [],
    text: 'You can change the owner of a joint account in the app.',
  };
  const draft = {
    title: 'Joint account',
    questions: [],
    text: 'You can not change the owner of a joint account in the app.',
  };
  expect(
    createLibrary([live])
      .relatedTo(draft)[0]
      ?.contradictions.map(({ kind }) => kind),
  ).toEqual(['negation']);
});

test('two languages are two articles', () => {
  const live = {
    articleId: 'a',
    title: 'Karte sperren',
    questions: [],
    text: 'Sperren Sie Ihre Karte sofort in der App.',
  };
  const draft = { title: 'Block the card', questions: [], text: 'Block your card at once in the app.' };
  expect(createLibrary([live]).relatedTo(draft)).toEqual([]);
});
