import { describe, expect, test } from 'vitest';
import { createPseudonyms, namesInEmail, replaceNames } from './index.ts';

const hidden = (text: string, known: string[] = []) => replaceNames(text, () => '[name]', known);

describe('a name that shows as one is replaced', () => {
  test.each([
    [
      'Hallo, mein Name ist Anna Schmidt und ich habe eine Frage.',
      'Hallo, mein Name ist [name] und ich habe eine Frage.',
    ],
    ['mein name ist anna, wo ist meine karte', 'mein name ist [name], wo ist meine karte'],
    ['Ich heiße Karl-Heinz von der Ley. Danke', 'Ich heiße [name]. Danke'],
    ["Hi, my name's John O'Neil, I lost my card", "Hi, my name's [name], I lost my card"],
    ['My name is Ana Maria de la Cruz', 'My name is [name]'],
    ['Bitte grüßen Sie Frau Dr. Weber', 'Bitte grüßen Sie Frau Dr. [name]'],
    ['I spoke to Mr. Smith yesterday', 'I spoke to Mr. [name] yesterday'],
    ['Name: Jürgen Öztürk\nIBAN: x', 'Name: [name]\nIBAN: x'],
    [
      'Wo ist mein Geld?\n\nMit freundlichen Grüßen\nErika Mustermann',
      'Wo ist mein Geld?\n\nMit freundlichen Grüßen\n[name]',
    ],
    ['Kind regards,\nTom', 'Kind regards,\n[name]'],
  ])('%s', (text, expected) => {
    expect(hidden(text)).toBe(expected);
  });
});

describe('what is no name stays', () => {
  test.each([
    'My name is spelled wrong on the card',
    'Mein Name ist falsch geschrieben',
    'Mein Name ist seit der Hochzeit anders',
    'Konto für Frau und Kind',
    'Meine Frau hat kein Konto',
    'Ich habe meine Karte verloren. Anna weiß Bescheid.',
    'Thanks, that helped',
    'Viele Grüße aus Berlin',
    'Call me back, please',
  ])('%s', (text) => {
    expect(hidden(text)).toBe(text);
  });
});

test('what the customer is called is replaced wherever it stands, as whole words', () => {
  expect(hidden('anna hier, ANNA SCHMIDT! Annahme verweigert', ['Anna Schmidt', 'Anna', 'Schmidt'])).toBe(
    '[name] hier, [name]! Annahme verweigert',
  );
  expect(hidden('Jo.* is no pattern', ['Jo.*'])).toBe('[name] is no pattern');
  expect(namesInEmail('anna.schmidt82@example.com')).toEqual(['anna', 'schmidt']);
  expect(namesInEmail('info@example.com')).toEqual([]);
});

test('names come back as they were written, and only those of this table', () => {
  const pseudonyms = createPseudonyms(['Schmidt']);
  const text = 'My name is Anna. schmidt is my surname; write to anna@example.com.';
  const sent = pseudonyms.hide(text);
  expect(sent).toBe('My name is [name-1]. [name-2] is my surname; write to [email-1].');
  expect(pseudonyms.restore(sent)).toBe(text);
  expect(createPseudonyms().restore('[name-1]')).toBe('[name-1]');
});

test.each(['my name is ', 'Herr A', 'Name: Aa ', 'Grüße\n', 'Aa von '])(
  'a hostile text of "%s" takes no time',
  (piece) => {
    const startedMs = performance.now();
    hidden(piece.repeat(100_000 / piece.length), ['Aa', 'name']);
    expect(performance.now() - startedMs).toBeLessThan(1_000);
  },
);
