import { describe, expect, test } from 'vitest';
import { readHelpCentre } from '../../demo/help-centre.ts';
import { type Asked, answerQuestion } from './answer-question.ts';
import { buildIndex } from './build-index.ts';
import { decide } from './decide.ts';
import { choosePassage } from './passages.ts';
import { rank } from './rank.ts';
import type { Article, RetrievalIndex } from './retrieval.types.ts';
import { decodeIndex, encodeIndex } from './store-index.ts';
import { updateIndex } from './update-index.ts';

const helpCentre = readHelpCentre().map(({ key, ...article }): Article => ({ id: key, ...article }));
const index = buildIndex(helpCentre);

const gold: Article = {
  id: 'gold',
  title: 'Goldmünzen kaufen',
  questions: ['Verkauft ihr Goldmünzen?'],
  keywords: ['Gold', 'Krügerrand'],
  text: 'Goldmünzen gibt es ab 100 €.',
};

function say(asked: Asked | string, of: RetrievalIndex = index) {
  return answerQuestion(of, typeof asked === 'string' ? { message: asked } : asked);
}

function answeredBy(asked: Asked | string, of: RetrievalIndex = index): string[] {
  const reply = say(asked, of);
  return reply.kind === 'answer' ? reply.parts.map(({ articleId }) => articleId) : [];
}

describe('an answer', () => {
  test('comes from the right article, in the language of the customer', () => {
    expect(answeredBy('Guten Tag, ich habe meine Karte verloren')).toEqual(['karte-sperren']);
    expect(answeredBy('I have lost my card')).toEqual(['lost-card']);
    expect(say('Ich habe meine Karte verloren')).toMatchObject({ language: 'de' });
  });

  test('to two needs has two parts', () => {
    const message = 'Was kostet das Girokonto im Monat? Und wie erhöhe ich mein Kartenlimit?';
    expect(answeredBy(message)).toEqual(['kontomodelle', 'kartenlimit']);
  });

  test('to a follow-up reads it with the question before', () => {
    const asked = { message: 'Und für Geschäftskonten?', previousQuestion: 'Was kostet das Girokonto im Monat?' };
    expect(answeredBy(asked)).toEqual(['geschaeftskonto']);
  });

  test('is the right part of a long article', () => {
    const filling = 'Lorem ipsum dolor sit amet. '.repeat(20);
    const text = `# Loans\n${filling}\n\n# Repaying early\nRepaying a loan early costs 1 %.\n\n# Insurance\n${filling}`;
    expect(choosePassage(text, 'What does early repayment cost?')).toBe(
      '# Repaying early\nRepaying a loan early costs 1 %.',
    );
    expect(choosePassage(' short ', 'anything')).toBe('short');
  });
});

describe('no answer', () => {
  test.each(['Bieten Sie Baufinanzierungen an?', 'Do you offer mortgages?', 'Who is the president of France?'])(
    'to a question that has no article: %s',
    (message) => expect(answeredBy(message)).toEqual([]),
  );

  test.each(['', '😀😀', '\u202e\u200b', 'asdf qwer', 'x '.repeat(10_000)])('to what says nothing: %j', (message) => {
    expect(say(message)).toMatchObject({ kind: 'abstain' });
  });

  test('from an index without articles', () => {
    expect(say('I have lost my card', buildIndex([]))).toMatchObject({ kind: 'abstain' });
  });

  test('but the nearest articles when it is half sure', () => {
    const halfSure = helpCentre.flatMap(({ title }) => {
      const decision = decide(index, rank(index, title.split(' ')[0] ?? ''));
      return decision.kind === 'clarify' ? [decision.articles] : [];
    });
    expect(halfSure.length).toBeGreaterThan(0);
    for (const offered of halfSure) expect([2, 3]).toContain(new Set(offered).size);
  });
});

test.each([
  ['Hallo!', { kind: 'courtesy', courtesy: 'greeting', language: 'de' }],
  ['thanks a lot', { kind: 'courtesy', courtesy: 'thanks', language: 'en' }],
  ['Tschüss', { kind: 'courtesy', courtesy: 'goodbye' }],
  ['Ich möchte mit einem Mitarbeiter sprechen', { kind: 'person' }],
  ['can I talk to a real person please', { kind: 'person' }],
])('%s is no question', (message, expected) => {
  expect(say(message)).toMatchObject(expected);
});

describe('an index', () => {
  test('answers the same when built again, and when stored and read', () => {
    const stored = decodeIndex(encodeIndex(index));
    for (const other of [buildIndex(helpCentre), stored]) {
      expect(other).not.toBeNull();
      for (const { title } of helpCentre) {
        expect(rank(other as RetrievalIndex, title)).toEqual(rank(index, title));
      }
    }
  });

  test('learns a new article, forgets a removed one, and leaves the old index as it was', () => {
    const before = JSON.stringify(rank(index, 'Wo kann ich Goldmünzen kaufen?'));
    const without = helpCentre.filter(({ id }) => id !== 'tagesgeld');
    const updated = updateIndex(index, [...without, gold]);
    expect(answeredBy('Wo kann ich Goldmünzen kaufen?', updated)).toEqual(['gold']);
    expect(rank(updated, 'Tagesgeld').candidates.map(({ article }) => updated.articles[article]?.id)).not.toContain(
      'tagesgeld',
    );
    expect(answeredBy('I have lost my card', updated)).toEqual(['lost-card']);
    expect(JSON.stringify(rank(index, 'Wo kann ich Goldmünzen kaufen?'))).toBe(before);
  });

  test('counts the examples of a rule for the rule alone, so that it makes no article surer', () => {
    const questions = Array.from({ length: 40 }, (_, at) => `Ich möchte Goldmünze Nummer ${at} bestellen`);
    const rule = { ...gold, questions, isRule: true };
    expect(buildIndex([...helpCentre, rule]).questionsPerArticle).toBe(index.questionsPerArticle);
    expect(updateIndex(index, [...helpCentre, rule]).questionsPerArticle).toBe(index.questionsPerArticle);
    expect(buildIndex([rule]).questionsPerArticle).toBe(40);
  });

  test('takes over a changed text without other answers changing', () => {
    const changed = helpCentre.map((article) =>
      article.id === 'kartenlimit' ? { ...article, text: 'Das Limit beträgt jetzt 9.000 €.' } : article,
    );
    const reply = say('Wie erhöhe ich mein Kartenlimit?', updateIndex(index, changed));
    expect(reply).toMatchObject({ kind: 'answer', parts: [{ text: 'Das Limit beträgt jetzt 9.000 €.' }] });
  });
});
