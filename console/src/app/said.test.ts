import { expect, test } from 'vitest';
import { GERMAN } from './said/german.ts';
import { said, speak, translate, twinsOf } from './said.ts';

const twins = twinsOf(GERMAN);

test.each([
  ['a sentence', 'This key has expired.', 'Dieser Schlüssel ist abgelaufen.'],
  [
    'what was put in stays as it is',
    'There is no rule "the server answered 5." in this workspace.',
    'In diesem Arbeitsbereich gibt es keine Regel „the server answered 5.“.',
  ],
  [
    'what was put in by the server itself does not',
    'Behind PayPal: The name is that of Spotify; money coming in is a refund',
    'Hinter PayPal: Der Name ist der von Spotify; eingehendes Geld ist eine Erstattung',
  ],
  [
    'of two readings the one that leaves less as it came',
    '/endpoint: can not be called: http://10.0.0.1 is not a public address and not on the allow-list',
    '/endpoint: lässt sich nicht aufrufen: http://10.0.0.1 ist keine öffentliche Adresse und steht nicht auf der Erlaubnisliste',
  ],
  ['a cell of a table', 'column "Betrag": "31.02.2026" is no date', 'Spalte „Betrag“: „31.02.2026“ ist kein Datum'],
  ['a field', '/name: is required (and 2 more, see errors)', '/name: ist erforderlich (und 2 weitere, siehe errors)'],
  [
    'a place in a rule',
    '/flowConfig/steps/0 is no tag of this workspace: vip, and 3 more.',
    '/flowConfig/steps/0 ist kein Tag dieses Arbeitsbereichs: vip und 3 weitere',
  ],
  [
    'several sentences, with a title that has some',
    'The article "Fees. What is it?" says the same (98 % alike). It fits into the folder "A" best.',
    'Der Artikel „Fees. What is it?“ sagt dasselbe (zu 98 % gleich). Am besten passt es in den Ordner „A“.',
  ],
  [
    'a hole at the end of the first of several',
    'The article "A" answers the same and says otherwise in 2 places. No folder fits: move it into one, so that a bot answers from it.',
    'Der Artikel „A“ beantwortet dasselbe und sagt es an 2 Stellen anders. Kein Ordner passt: Verschieben Sie den Entwurf in einen, damit ein Bot daraus antwortet.',
  ],
  [
    'sentences within a sentence',
    '12 pages were found. 3 addresses could not or must not be read.',
    '12 Seiten wurden gefunden. 3 Adressen konnten oder durften nicht gelesen werden.',
  ],
  ['what others say', 'Your card is blocked: call us.', 'Your card is blocked: call us.'],
  ['nothing', '', ''],
])('%s', (_, english, german) => {
  expect(translate(twins, english)).toBe(german);
});

test('each German twin puts in what its English one has, and all of it where two languages can', () => {
  const wrong = Object.entries(GERMAN).filter(([english, german]) => {
    const holes = english.split('{}').length - 1;
    const used = [...german.matchAll(/\{(\d)\+?\}/g)].map(([, number]) => Number(number));
    return used.some((number) => number < 1 || number > holes) || new Set(used).size !== holes;
  });
  expect(wrong).toEqual([]);
});

test('the reader decides', async () => {
  await speak('de');
  expect(said('This key has expired.')).toBe('Dieser Schlüssel ist abgelaufen.');
  await speak('en');
  expect(said('This key has expired.')).toBe('This key has expired.');
});
