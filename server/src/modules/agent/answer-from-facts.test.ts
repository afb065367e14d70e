import { expect, test } from 'vitest';
import { answerFromFacts } from './answer-from-facts.ts';

const FACTS = {
  salary_next_date: '2026-07-28',
  salary_median: 2_950,
  total_balance: 2_500.5,
  currency: 'EUR',
  next_payment_name: 'Stadtwerke',
  next_payment_date: '2026-07-15',
  next_payment_amount: 80,
};
const ask = (message: string, language: 'en' | 'de', facts: object = FACTS) =>
  answerFromFacts(
    message,
    { language, locale: language === 'de' ? 'de-DE' : 'en-GB', today: '2026-07-10' },
    facts as typeof FACTS,
  );

test.each([
  ['When does my salary usually arrive?', 'en', 'Your next salary (usually €2,950.00) is expected on 28 July 2026.'],
  ['Wann kommt mein Gehalt?', 'de', 'Ihr nächstes Gehalt (üblich sind 2.950,00 €) wird am 28. Juli 2026 erwartet.'],
  ['Wie hoch ist mein Kontostand?', 'de', 'Auf Ihren Konten sind zusammen 2.500,50 €.'],
  ['How much money do I have?', 'en', 'Your accounts together hold €2,500.50.'],
  [
    'What is my next direct debit?',
    'en',
    'Your next regular payment is due on 15 July 2026: Stadtwerke, €80.00 the last time.',
  ],
] as const)('%s', (message, language, expected) => {
  expect(ask(message, language)?.message.replaceAll('\u00a0', ' ')).toBe(expected);
});

test.each([
  'When do you pay salaries to your staff?',
  'I want to change the account for my salary, when can I?',
  'Wann kann ich mein Gehalt auf ein anderes Konto ändern?',
  'My salary is missing, when does it arrive?',
  'What is a balance?',
])('%s is not meant', (message) => {
  expect(ask(message, 'en')).toBeNull();
});

test('nothing is said of what is not known, or should have come already', () => {
  const question = 'When does my salary arrive?';
  expect(ask(question, 'en', { ...FACTS, salary_next_date: null })).toBeNull();
  expect(ask(question, 'en', { ...FACTS, salary_next_date: '2026-07-09' })).toBeNull();
  expect(ask(question, 'en', {})).toBeNull();
});
