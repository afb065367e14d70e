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

  test('to a letter answers what it asks, past its greeting, its story and its name', () => {
    const letter = [
      'Hi team,\n\nhope you are well. I have been trying to log in to the app since this morning but it keeps saying my',
      'password is wrong. I already restarted the phone twice.\n\nCould you please help me?\n\nBest regards,\nAnna',
    ];
    expect(answeredBy(letter.join(' '))).toEqual(['login-help']);
  });

  test('leaves alone what is no need of its own', () => {
    expect(answeredBy('Meine Oma ist gestorben und sie hatte ein Konto bei euch')).toEqual(['nachlass']);
  });

  test('to a follow-up reads it with the question before', () => {
    const asked = { message: 'Und für Geschäftskonten?', said: ['Was kostet das Girokonto im Monat?'] };
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

describe('a mistyped question', () => {
  test.each([
    ['karte gestolen was tun', 'karte-sperren'],
    ['wie kan ich meine adresse endern', 'adresse-aendern'],
    ['how do i chnage my adress', 'change-details'],
    ['überweißung an falsche person zurük', 'ueberweisung-zurueck'],
    ['i forgto my pasword', 'login-help'],
  ])('is answered: %s', (message, article) => {
    expect(answeredBy(message)).toEqual([article]);
  });

  test('is not answered as another one: what can not be told gets a question back', () => {
    expect(say('wo ist meine kontokarte gespert')).toMatchObject({
      kind: 'clarify',
      trace: [{ question: expect.stringContaining('gesperrt') }],
    });
  });

  test('has its words put right only where an article knows them, and none that is another word', () => {
    const read = (question: string) => rank(index, question).question;
    expect(read('Meine Katre ist gespert')).toBe('meine karte ist gesperrt');
    for (const question of ['Wie wird das Wetter morgen?', 'How do I improve my credit score?', 'IBAN DE12 3456', ''])
      expect(read(question)).toBe(question);
    for (const { questions } of helpCentre) for (const question of questions) expect(read(question)).toBe(question);
  });
});

describe('no answer', () => {
  test.each(['Bieten Sie Baufinanzierungen an?', 'Do you offer mortgages?', 'Who is the president of France?'])(
    'to a question that has no article: %s',
    (message) => expect(answeredBy(message)).toEqual([]),
  );

  test.each(['', '😡😡', '\u202e\u200b', 'asdf qwer', 'x '.repeat(10_000)])('to what says nothing: %j', (message) => {
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
  ['Hallo, ich habe eine Frage', { kind: 'courtesy', courtesy: 'greeting' }],
  ['Can you help me please?', { kind: 'courtesy', courtesy: 'greeting' }],
  ['thanks a lot', { kind: 'courtesy', courtesy: 'thanks', language: 'en' }],
  ['Super, vielen Dank, das hat geholfen!', { kind: 'courtesy', courtesy: 'thanks' }],
  ['Tschüss', { kind: 'courtesy', courtesy: 'goodbye' }],
  ['ok', { kind: 'courtesy', courtesy: 'closing' }],
  ['Nein danke', { kind: 'courtesy', courtesy: 'closing' }],
  ['👍🏽', { kind: 'courtesy', courtesy: 'closing' }],
  ['Das wars, danke', { kind: 'courtesy', courtesy: 'closing' }],
  ['Bist du ein Mensch?', { kind: 'courtesy', courtesy: 'nature' }],
  ['Am I talking to a real person?', { kind: 'courtesy', courtesy: 'nature' }],
  ['Ich möchte mit einem Mitarbeiter sprechen', { kind: 'person' }],
  ['can I talk to a real person please', { kind: 'person' }],
  ['Mitarbeiter', { kind: 'person', isUnhelped: false }],
  ['human please', { kind: 'person', isUnhelped: false }],
])('%s is no question', (message, expected) => {
  expect(say(message)).toMatchObject(expected);
});

test.each([
  ['OK, und wie sperre ich meine Karte?', ['karte-sperren']],
  ['Hello, can you help me close my account?', ['close-account']],
  ['Got my card, how do I activate it?', ['karte-aktivieren']],
])('%s is one all the same', (message, articles) => {
  expect(answeredBy(message)).toEqual(articles);
});

describe('in a conversation', () => {
  const said = ['Wie sperre ich meine Karte?'];

  test.each(['ok', 'Nein danke', '👍', 'alles klar'])(
    '%s is not answered with the same article once more',
    (message) => {
      expect(say({ message, said, language: 'de' })).toMatchObject({
        kind: 'courtesy',
        courtesy: 'closing',
        language: 'de',
      });
    },
  );

  test.each(['Das hat mir leider nicht geholfen', 'verstehe ich nicht', "that didn't help", 'keins davon'])(
    '%s gets a person, not the same once more',
    (message) => expect(say({ message, said })).toMatchObject({ kind: 'person', isUnhelped: true }),
  );

  test('yes and no answer whether there is anything else, and nothing besides', () => {
    expect(say({ message: 'nein', said: [...said, 'danke'] })).toMatchObject({ courtesy: 'closing' });
    expect(say({ message: 'ja bitte', said: [...said, 'danke'] })).toMatchObject({ courtesy: 'greeting' });
    expect(say({ message: 'nein', said })).toMatchObject({ kind: 'person', isUnhelped: true });
    expect(say('nein')).toMatchObject({ kind: 'abstain' });
  });

  test('a follow-up goes on from the last question, past thanks and other follow-ups', () => {
    const before = ['Was kostet eine Überweisung ins Ausland?', 'und in die USA?', 'danke'];
    expect(answeredBy({ message: 'und wie lange dauert das?', said: before })).toEqual(['auslandsueberweisung']);
  });

  test('one of what was offered is chosen by its place, or all', () => {
    const first = say('How much is an account?');
    if (first.kind !== 'clarify') throw new Error(`expected a question back, got ${first.kind}`);
    const offered = first.offers.map(({ title }) => title);
    const ids = first.offers.map(({ articleId }) => articleId);
    const choose = (message: string) => answeredBy({ message, offered, said: ['How much is an account?'] });
    for (const message of ['the first one', '1', 'Option 1 please', 'das erste'])
      expect(choose(message)).toEqual([ids[0]]);
    for (const message of ['2.', 'die zweite', 'number two']) expect(choose(message)).toEqual([ids[1]]);
    expect(choose('the last one')).toEqual([ids.at(-1)]);
    expect(choose('both')).toEqual(ids);
    expect(answeredBy('2.')).toEqual([]);
  });

  test('another language can be wanted: the question before is answered in it, where an article has it', () => {
    const asked = { message: 'Auf Englisch bitte', said: ['Ich habe meine PIN vergessen'] };
    expect(say(asked)).toMatchObject({ kind: 'answer', language: 'en', parts: [{ articleId: 'card-pin' }] });
    const offered = say({ message: 'Auf Deutsch bitte', said: ['How do I close my account?'] });
    expect(offered).toMatchObject({ kind: 'clarify', language: 'de', offers: [{ articleId: 'konto-kuendigen' }, {}] });
    expect(say('English please')).toMatchObject({ kind: 'courtesy', language: 'en' });
  });

  test('an umlaut of two characters is one', () => {
    expect(say('Adresse a\u0308ndern')).toMatchObject({ language: 'de', parts: [{ articleId: 'adresse-aendern' }] });
  });
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
