import { expect, test } from 'vitest';
import { readHelpCentre } from '../../demo/help-centre.ts';
import { lendQuestions } from './lend-questions.ts';

type Titled = Parameters<typeof lendQuestions>[0][number];

const untaught = readHelpCentre().map(({ key, ...article }): Titled => ({ id: key, ...article, questions: [] }));
const lentTo = (articles: readonly Titled[], id: string): string[] =>
  lendQuestions(articles)[articles.findIndex((article) => article.id === id)] ?? [];

test('an article borrows what is asked about its matter, in its language', () => {
  expect(lentTo(untaught, 'karte-sperren')).toContain('Karte geklaut');
  expect(lentTo(untaught, 'karte-sperren')).not.toContain('I lost my card');
  expect(lentTo(untaught, 'lost-card')).toContain('I lost my card');
});

test('what is asked in the other language goes to the only article there is', () => {
  expect(lentTo(untaught, 'gemeinschaftskonto')).toContain('open a joint account');
});

test('one article may be about two matters, and is not lent a third that it only sounds like', () => {
  expect(lentTo(untaught, 'direct-debits')).toEqual(
    expect.arrayContaining(['set up a standing order', 'return a direct debit']),
  );
  expect(lentTo(untaught, 'personal-loan')).not.toContain('mortgage');
});

test('who has questions of their own borrows none', () => {
  const taught = untaught.map((article) => ({ ...article, questions: ['a', 'b', 'c', 'd', 'e'] }));
  expect(lendQuestions(taught).flat()).toEqual([]);
});

test('nothing is lent in a help centre about something else, where the few who borrow would drown the rest', () => {
  const others = Array.from({ length: 9 }, (_, at): Titled => {
    return { id: String(at), title: `Gartenpflege ${at}`, questions: [], keywords: [], text: '', language: 'de' };
  });
  const card = untaught.filter(({ id }) => id === 'karte-sperren');
  expect(lendQuestions([...card, ...others]).flat()).toEqual([]);
  expect(lendQuestions(card).flat()).not.toEqual([]);
});

test('the order of the articles does not matter', () => {
  const there = lendQuestions(untaught);
  const back = lendQuestions(untaught.toReversed()).toReversed();
  expect(back).toEqual(there);
});
