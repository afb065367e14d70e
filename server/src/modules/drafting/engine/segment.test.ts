import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segment } from './segment.ts';

const brief = (title: string | null, paragraphs: string[]) =>
  segment(title, paragraphs).map((section) => [
    section.title,
    section.questions,
    section.paragraphs.map(({ index }) => index),
  ]);

describe('a document is divided', () => {
  test('by its headings, which say what the parts are about', () => {
    const paragraphs = [
      '# Cards',
      'We offer debit cards.',
      '## Lost card',
      'Block it in the app.',
      '## PIN',
      'Show it in the app at any time.',
    ];
    expect(brief('Cards', paragraphs)).toEqual([
      ['Cards', [], [1]],
      ['Lost card', [], [3]],
      ['PIN', [], [5]],
    ]);
    expect(segment('Help', paragraphs)[1]?.context).toEqual(['Help', 'Cards']);
  });

  test('by questions in headings, alone, in bold and marked with Q', () => {
    expect(
      brief(null, [
        '## How do I pay?',
        'With your card.',
        '**What does it cost?**',
        'Nothing at all.',
        'Q: Is it safe?\nA: Yes.\nQ: Really?\nA: Really.',
      ]),
    ).toEqual([
      ['How do I pay?', ['How do I pay?'], [1]],
      ['What does it cost?', ['What does it cost?'], [3]],
      ['Is it safe?', ['Is it safe?'], [4]],
      ['Really?', ['Really?'], [4]],
    ]);
  });

  test('questions in a row share the answer', () => {
    expect(brief(null, ['## Where is my card?', '## When does my card arrive?', 'After five days.'])).toEqual([
      ['When does my card arrive?', ['Where is my card?', 'When does my card arrive?'], [2]],
    ]);
    expect(brief('FAQ', ['Where is my card?', 'When does it arrive?', 'After five days.'])).toEqual([
      ['Where is my card?', ['Where is my card?', 'When does it arrive?'], [2]],
    ]);
  });

  test('small subheadings stay with their heading, headings that say nothing take the one above', () => {
    expect(
      brief(null, ['## Transfer', 'Inside Europe.', '### By app', 'Tap transfer.', '### By phone', 'Call us first.']),
    ).toEqual([['Transfer', [], [1, 2, 3, 4, 5]]]);
    expect(
      brief(null, ['## Loans', '### Overview', `A loan is money. ${'More about loans. '.repeat(100)}`])[0]?.[0],
    ).toBe('Loans: Overview');
  });

  test('not at all when nothing divides it, and what says nothing is left out', () => {
    expect(brief('Terms', ['You may use the app at any time.', 'We may close it.'])).toEqual([['Terms', [], [0, 1]]]);
    expect(brief('Terms', ['12 | 14', '## Home', 'Back'])).toEqual([]);
    expect(segment(null, [])).toEqual([]);
  });

  test('long parts between paragraphs', () => {
    const paragraphs = Array.from({ length: 6 }, (_, n) => `${n} ${'Many words about loans. '.repeat(100)}`);
    expect(brief('Loans', paragraphs)).toEqual([
      ['Loans', [], [0, 1]],
      ['Loans (2)', [], [2, 3]],
      ['Loans (3)', [], [4, 5]],
    ]);
  });
});

test('whatever is sent, each paragraph stands in at most one section and nothing telling is lost', () => {
  const block = fc.oneof(
    fc.constantFrom('# A', '## B', '### C', '#### D', 'How so?', '**Why?**', 'Q: What?\nA: This thing here.', ''),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.lorem({ maxCount: 30 }),
  );
  fc.assert(
    fc.property(fc.array(block, { maxLength: 30 }), (paragraphs) => {
      const sections = segment('Title', paragraphs);
      const places = sections.map(({ paragraphs: own }) => own.map(({ index }) => index));
      for (const [n, own] of places.entries()) {
        expect(own.length).toBeGreaterThan(0);
        const others = places.slice(n + 1).flat();
        // Only a block of several questions and answers is divided itself.
        expect(own.filter((index) => others.includes(index) && !paragraphs[index]?.includes('\n'))).toEqual([]);
      }
      const kept = new Set(places.flat());
      paragraphs.forEach((text, index) => {
        if (text.split(' ').length >= 8 && !/[?#]/.test(text)) expect(kept).toContain(index);
      });
    }),
  );
});
