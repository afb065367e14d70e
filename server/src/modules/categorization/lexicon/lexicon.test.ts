import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMerchants, conflictsByCountry } from '../../../../../scripts/build-lexicon.ts';
import { fold, foldInto } from '../text/symbols.ts';
import { createTokenBuffer, readTokens } from '../text/tokens.ts';
import { createPatternAutomaton, createPatternMatches } from './pattern-automaton.ts';
import { createSequenceIndex } from './sequence-index.ts';

const found = (patterns: string[], text: string): string[] => {
  const symbols = new Uint8Array(text.length * 2 + 8);
  const matches = createPatternMatches();
  const automaton = createPatternAutomaton(patterns);
  automaton.scan(symbols, foldInto(text, symbols, 0), matches);
  return Array.from(matches.pattern.slice(0, matches.count), (pattern) => patterns[pattern] as string);
};

describe('pattern automaton', () => {
  it('matches whole words unless a star lets them go on', () => {
    expect(found(['miete'], 'Mieter Miete')).toEqual(['miete']);
    expect(found(['miete*'], 'Mieterverein')).toEqual(['miete*']);
    expect(found(['*apotheke'], 'Löwenapotheke am Markt')).toEqual(['*apotheke']);
  });

  it('matches umlauts, their transcriptions and the bare vowel', () => {
    for (const spelling of ['Bäckerei', 'BAECKEREI', 'BACKEREI'])
      expect(found(['bäckerei'], spelling)).toEqual(['bäckerei']);
  });

  it('drops what lies inside a longer match', () => {
    expect(found(['check', 'check card'], 'CHECK CARD PURCHASE')).toEqual(['check card']);
    expect(found(['check', 'check card'], 'CHECK 1123')).toEqual(['check']);
  });

  it('finds what a plain search finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 12 }), (pattern, words) => {
        expect(found([pattern], words.join(' '))).toHaveLength(
          words.filter((candidate) => candidate === pattern).length,
        );
      }),
    );
  });
});

describe('pattern automaton of many patterns', () => {
  it('finds each of them, wherever their beginnings and endings overlap', () => {
    // One of two letters with stars at both ends: most are part of others, so that every kind of node comes up.
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 6 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 40 });
    fc.assert(
      fc.property(fc.uniqueArray(pattern, { minLength: 1, maxLength: 14 }), text, (parts, words) => {
        const symbols = new Uint8Array(200);
        const matches = createPatternMatches();
        const automaton = createPatternAutomaton(parts.map((part) => `*${part}*`));
        const length = foldInto(words, symbols, 0);
        automaton.scan(symbols, length, matches);
        const folded = fold(words);
        const occurrences = parts.flatMap((part, number) =>
          Array.from({ length: folded.length }, (_, at) => ({ number, at, end: at + part.length })).filter(({ at }) =>
            folded.startsWith(part, at),
          ),
        );
        const outermost = occurrences.filter(
          ({ at, end }) =>
            !occurrences.some((other) => other.at <= at && other.end >= end && other.end - other.at > end - at),
        );
        const answered = Array.from(
          { length: matches.count },
          (_, n) => `${matches.pattern[n]}@${(matches.start[n] ?? 0) - 1}`,
        );
        expect(answered.sort()).toEqual(outermost.map(({ number, at }) => `${number}@${at}`).sort());
      }),
    );
  });
});

describe('sequence index', () => {
  it('answers the longest name that starts at a word', () => {
    const index = createSequenceIndex(4);
    index.add('uber', 1);
    index.add('uber eats', 2);
    index.add('uber eats market hall', 3);
    const buffer = createTokenBuffer();
    readTokens(buffer, 'UBER EATS MARKET');
    expect(index.find(buffer, 0)).toBe(2);
    expect(index.matchedTokens).toBe(2);
    expect(index.find(buffer, 1)).toBe(-1);
  });

  it('finds every name it was given, however many', () => {
    const index = createSequenceIndex(4);
    const names = Array.from({ length: 5000 }, (_, number) => `shop ${number} of`);
    for (const [number, name] of names.entries()) index.add(name, number);
    const buffer = createTokenBuffer();
    for (const [number, name] of names.entries()) {
      readTokens(buffer, name);
      expect(index.find(buffer, 0)).toBe(number);
    }
  });
});

describe('compiled merchants', () => {
  it('are what the lists and the brand index compile to', () => {
    const stored = readFileSync(new URL('./merchants.gen.txt', import.meta.url), 'utf8');
    expect(stored === buildMerchants(), 'run node scripts/build-lexicon.ts').toBe(true);
    expect(fold(stored.split('\n')[1]?.split('\t')[2] ?? '')).toBe('netflix');
  });

  it('mean the same in each country, but for so few that the country is not asked for at run time', () => {
    const { spellings, conflicts } = conflictsByCountry();
    expect(spellings).toBeGreaterThan(10_000);
    expect(conflicts).toContain('pace');
    expect(conflicts.length / spellings).toBeLessThan(0.002);
  });
});
