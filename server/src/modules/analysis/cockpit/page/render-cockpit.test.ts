import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml } from '#platform/html/html.ts';
import type { CockpitData } from '../cockpit.types.ts';
import { companyData, personData } from './cockpit-data.fixture.ts';
import { renderCockpit } from './render-cockpit.ts';
import { renderMissing } from './render-missing.ts';
import { STYLE_HASH } from './styles.ts';

const pages = [
  ['person', personData],
  ['company', companyData],
] as const;

/** Its tags with the names of their attributes: what a browser makes of a page, without what stands in it. */
const skeleton = (page: string) => page.replace(/"[^"]*"/g, '""').match(/<[^>]*>/g);

const hostile = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='x",
    '&lt;b&gt;',
    '</style>',
  ),
  fc.string({
    unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '=', '`', ' ', 'a', '$', '\u202e'),
    minLength: 1,
    maxLength: 40,
  }),
);

describe.each(pages)('the page of a %s', (_, dataOf) => {
  test.each(['en', 'de'] as const)('has the same elements in %s whatever names are in the data', (language) => {
    const expected = skeleton(renderCockpit(dataOf('Name'), language));
    expect(expected?.length).toBeGreaterThan(200);
    fc.assert(
      fc.property(hostile, (name) => {
        const page = renderCockpit(dataOf(name), language);
        expect(skeleton(page)).toEqual(expected);
        expect(page).toContain(`<bdi>${escapeHtml(name)}</bdi>`);
      }),
      { numRuns: 60 },
    );
  });

  test('asks nobody for anything and runs nothing', () => {
    const page = renderCockpit(dataOf('Name'), 'en');
    expect(page).not.toMatch(
      /<(script|img|link|iframe|object|embed|form|a)\b|\b(src|href|style|on\w+)=|url\(|@import/i,
    );
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    expect(`sha256-${createHash('sha256').update(style).digest('base64')}`).toBe(STYLE_HASH);
  });

  test('leaves nothing undefined, unnumbered or in the wrong language', () => {
    const [en, de] = [renderCockpit(dataOf('Name'), 'en'), renderCockpit(dataOf('Name'), 'de')];
    expect(en + de).not.toMatch(/undefined|NaN|null|\[object|Infinity|Invalid Date/);
    const textsOf = (page: string) =>
      new Set([...page.matchAll(/<(?:h\d|dt|th|p|caption)\b[^>]*>([^<]{8,})</g)].map(([, text]) => text));
    expect([...textsOf(en)].filter((text) => textsOf(de).has(text))).toEqual([]);
    expect(en).toContain('<html lang="en">');
    expect(de).toContain('<html lang="de">');
  });
});

const without = (data: CockpitData, part: object): CockpitData => ({
  ...data,
  accounts: undefined,
  contracts: undefined,
  results: { ...data.results, ...part },
});

const headings = (page: string) => [...page.matchAll(/<h2[^>]*>([^<]*)</g)].map(([, title]) => title);

describe('what the data lacks', () => {
  test('is left out', () => {
    expect(headings(renderCockpit(personData('Name'), 'en'))).toEqual([
      'Household budget',
      'Income sources',
      'Spending by kind',
      'Risk signs',
      'Living situation',
      'Contracts and recurring payments',
      'Accounts',
    ]);
    const onlyIncome = {
      spending: {},
      risk: {},
      householdBudget: undefined,
      adultCheck: undefined,
      livingSituation: undefined,
    };
    const page = renderCockpit(without(personData('Name'), onlyIncome), 'en');
    expect(headings(page)).toEqual(['Income sources']);
    expect(page).toContain('<strong>€1,201</strong>');
    expect(page).not.toContain('DE89');
  });

  test('is said in words when it is empty', () => {
    const nothing = {
      income: {},
      spending: {},
      risk: {},
      householdBudget: undefined,
      adultCheck: undefined,
      livingSituation: undefined,
    };
    const bare = without(personData('Name'), nothing);
    expect(renderCockpit(bare, 'en')).toContain('may not read any results');
    expect(renderCockpit({ ...bare, analyzedAt: null }, 'de')).toContain('noch keine Auswertung abgeschlossen');
    const page = renderCockpit({ ...bare, accounts: [], contracts: [] }, 'en');
    expect(page).toContain('No recurring payments were found.');
    expect(page).toContain('No accounts are stored.');
  });
});

test('amounts, dates and signs are written as the language does', () => {
  const [en, de] = [renderCockpit(personData('Name'), 'en'), renderCockpit(personData('Name'), 'de')];
  expect(en).toContain('€1,200.50');
  expect(en).toContain('\u2212€123.45');
  expect(en).toContain('27 Feb 2026');
  expect(de).toContain('1.200,50\u00a0€');
  expect(de).toContain('\u2212123,45\u00a0€');
  expect(de).toContain('27.02.2026');
});

test('a month that goes on is called so, and is no complete one', () => {
  const page = renderCockpit(personData('Name'), 'en');
  expect(page).toContain('March 2026 is not over in the data yet.');
  expect(page).toContain('in 2 of 2 months more went out than came in');
});

test('an IBAN is shortened', () => {
  const page = renderCockpit(companyData('Name'), 'en');
  expect(page).toContain('DE89 … 3000');
  expect(page).not.toContain('DE89370400440532013000');
});

test('the page of a dead link says so in both languages', () => {
  expect(renderMissing()).toContain('This link is not valid any more');
  expect(renderMissing()).toContain('Dieser Link ist nicht mehr gültig');
});
