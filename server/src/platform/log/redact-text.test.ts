import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { luhnSum } from '../personal-data/card-pattern.ts';
import { IBAN_SHAPES, mod97 } from '../personal-data/iban-pattern.ts';
import { isGermanTaxId } from '../personal-data/tax-id-pattern.ts';
import { redactText } from './redact-text.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const charactersOf = { n: '0123456789', a: LETTERS, c: LETTERS + '0123456789' };

const anyIban = fc.constantFrom(...IBAN_SHAPES).chain(([country, shape]) => {
  const classes = shape.slice(2).split('') as (keyof typeof charactersOf)[];
  return fc.tuple(...classes.map((kind) => fc.constantFrom(...charactersOf[kind]))).map((bban) => {
    const check = 98 - mod97(`${bban.join('')}${country}00`);
    return `${country}${String(check).padStart(2, '0')}${bban.join('')}`;
  });
});
const writtenIban = fc
  .tuple(anyIban, fc.constantFrom('', ' ', '\u00a0', '-', '\n', '+', '%20'), fc.boolean())
  .map(([iban, separator, isLower]) => {
    const grouped = iban.match(/.{1,4}/g)!.join(separator);
    return isLower ? grouped.toLowerCase() : grouped;
  });

/** Issuer ranges with the lengths their cards have. */
const cardKinds = `
  4 16, 51 16, 55 16, 2221 16, 2720 16, 2200 16, 6011 16, 65 16, 3528 16, 62 16,
  34 15, 37 15, 36 14, 4 13, 4 19, 62 18, 6759 17
`
  .split(',')
  .map((kind) => kind.trim().split(' '))
  .map(([prefix = '', length]) => ({ prefix, length: Number(length) }));
const anyCard = fc.constantFrom(...cardKinds).chain(({ prefix, length }) =>
  fc.stringMatching(new RegExp(`^[0-9]{${length - prefix.length - 1}}$`)).map((middle) => {
    const check = (10 - (luhnSum(`${prefix}${middle}0`) % 10)) % 10;
    return `${prefix}${middle}${check}`;
  }),
);
const writtenCard = fc.tuple(anyCard, fc.constantFrom('', ' ', '-', '\u00a0')).map(([card, separator]) => {
  const isSixes = /^3[0678]/.test(card) || /^3[47]/.test(card);
  return isSixes
    ? [card.slice(0, 4), card.slice(4, 10), card.slice(10)].join(separator)
    : card.match(/.{1,4}/g)!.join(separator);
});

const base64url = (min: number, max: number) => fc.stringMatching(new RegExp(`^[A-Za-z0-9_-]{${min},${max}}$`));
const anyText = fc.string({ unit: 'grapheme', maxLength: 30 });
/** Text that neither ends nor starts with a digit or a decimal point, so that it leaves a number beside it a number of its own. */
const noNumber = anyText.map((text) => text.replaceAll(/[\p{N}.]/gu, 'x'));

/** Each four digits or more of a number, so that a half of it left standing is found too. */
const survives = (redacted: string, secret: string) =>
  redacted
    .replace(/[\s\u00a0+-]|%20/g, '')
    .toLowerCase()
    .includes(
      secret
        .replace(/[\s\u00a0+-]|%20/g, '')
        .toLowerCase()
        .slice(4, 14),
    );

describe('no secret survives, in any position', () => {
  test('IBANs of every country, grouped or not, in either case, with anything beside them', () => {
    fc.assert(
      fc.property(noNumber, writtenIban, anyText, (before, iban, after) => {
        fc.pre(!survives(before + after, iban));
        expect(survives(redactText(before + iban + after), iban)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('IBANs glued to words and numbers, as in statement lines', () => {
    const iban = 'DE89370400440532013000';
    for (const text of [`IBAN${iban}BICCOBADEFF`, `?31${iban}?32ANNA`, `1${iban}2`, `${iban}${iban}`, `x=${iban}&y`]) {
      expect(redactText(text)).not.toContain('370400440532013000');
    }
    expect(redactText(`an ${iban}, von AT61 1904 3002 3457 3201!`)).toBe('an [iban], von [iban]!');
  });

  test('payment card numbers, grouped or not', () => {
    fc.assert(
      fc.property(noNumber, writtenCard, noNumber, (before, card, after) => {
        expect(survives(redactText(before + card + after), card)).toBe(false);
      }),
      { numRuns: 2000 },
    );
    for (const text of [
      '4111 1111 1111 1111 12/27',
      '4111-1111-1111-1111 123',
      '5,4111111111111111,7',
      'x4111111111111111y',
    ]) {
      expect(redactText(text)).toContain('[card]');
    }
  });

  test('tokens and API keys', () => {
    const jwt = fc.tuple(base64url(5, 60), base64url(5, 80), base64url(20, 60)).map((parts) => `eyJ${parts.join('.')}`);
    const apiKey = fc
      .tuple(fc.constantFrom('fini_', 'kontor_', 'fini_live_', 'kontor_test_'), base64url(20, 60))
      .filter(([, key]) => /[A-Z0-9-]/.test(key))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(anyText, fc.oneof(jwt, apiKey), anyText, (before, token, after) => {
        const redacted = redactText(`${before} ${token} ${after}`);
        expect(redacted).not.toContain(token);
        expect(redacted).not.toContain(token.slice(-20));
      }),
      { numRuns: 1000 },
    );
  });

  test('e-mail addresses', () => {
    fc.assert(
      fc.property(noNumber, fc.emailAddress(), noNumber, (before, email, after) => {
        const domain = email.slice(email.indexOf('@'));
        expect(redactText(`${before} ${email} ${after}`)).not.toContain(domain);
      }),
    );
    expect(redactText('Jörg <jörg.müller@bücher.example>, a%40b.de')).toBe('Jörg <[email]>, [email]');
  });

  test.each([
    ['postgres://kontor:s3cret@db:5432/kontor', 'postgres://kontor:[secret]@db:5432/kontor'],
    ['postgresql://u:p@ss/w:rd@db/x failed', 'postgresql://u:[secret]@db/x failed'],
    ['Authorization: Bearer abc.DEF-123456', 'Authorization: Bearer [secret]'],
    ['basic dXNlcjpwYXNzd29yZA==', 'basic [secret]'],
    ['Cookie: a=b; c=d\nHost: x', 'Cookie: [secret]\nHost: x'],
    ['grant_type=x&client_secret=abc&scope=y', 'grant_type=x&client_secret=[secret]&scope=y'],
    ['{"password":"a b","user":1}', '{"password":[secret],"user":1}'],
    [String.raw`{\"accessToken\": \"abc\"}`, String.raw`{\"accessToken\": [secret]}`],
    ['pin=12345&tan=999999', 'pin=[secret]&tan=[secret]'],
    ['-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\nend', '[secret]\nend'],
  ])('%s', (text, expected) => {
    expect(redactText(text)).toBe(expected);
  });
});

describe('what is no secret stays', () => {
  test('amounts, dates, times, UUIDs, digests and counted ids', () => {
    const amount = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map(String);
    const cents = fc.integer({ min: -1e11, max: 1e11 }).map((minor) => (minor / 100).toFixed(2));
    const germanAmount = cents.map((text) => text.replace('.', ',').replace(/\B(?=(\d{3})+,)/g, '.'));
    const time = fc.date({ min: new Date(0), max: new Date('2199-12-31'), noInvalidDate: true });
    const hash = fc.string().map((text) => createHash('sha256').update(text).digest('hex'));
    const ordinary = fc.oneof(
      amount,
      cents,
      germanAmount,
      fc.uuid(),
      hash,
      fc.integer().map(String),
      time.map((date) => date.toISOString()),
      // By chance an epoch time of eleven digits has the check digit of a German tax id; then nobody can tell them apart.
      time.map((date) => String(date.getTime() % 2e12)).filter((digits) => !isGermanTaxId(digits)),
      time.map((date) => date.toISOString().slice(0, 10)),
      time.map((date) => date.toISOString().replace(/\D/g, '')),
    );
    fc.assert(
      fc.property(
        fc.array(ordinary, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(' ', ', ', '/', ' EUR '),
        (parts, joint) => {
          const text = parts.join(joint);
          expect(redactText(text)).toBe(text);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test.each([
    '2021 2022 2023 2024 2025',
    'kontor_http_request_duration_seconds',
    'Basic authentication failed',
    'Unexpected token }',
    'DE89370400440532013001',
    '4111111111111112',
    'invalid password: too short',
    'node_modules/@fastify/x@1.2.3/index.js:12:5',
    'https://bank.example:8443/path?state=abc',
    '0.4111111111111111',
    'desktop=12345',
    'GET /api/users/17/banking/accounts 200',
  ])('%s', (text) => {
    expect(redactText(text)).toBe(text);
  });

  test('censoring twice is censoring once', () => {
    fc.assert(
      fc.property(anyText, fc.oneof(writtenIban, writtenCard, fc.emailAddress()), anyText, (before, secret, after) => {
        const once = redactText(before + secret + after);
        expect(redactText(once)).toBe(once);
      }),
    );
  });
});

test.each([
  'a',
  'a.',
  'a@',
  'DE12 ',
  '1',
  '4111 ',
  'eyJ',
  'http://',
  '%40',
  'password=',
  'token"',
  '"',
  'bearer ',
  'ab  ',
  'cookie:',
  '4111111111111111 deadbeef',
  'kontor_',
  '-----BEGIN PRIVATE KEY-----',
  'token\\\\',
  'é.',
])('hostile text takes linear time: %s', (piece) => {
  const text = piece.repeat(200_000 / piece.length);
  const startMs = performance.now();
  redactText(`${text}@x`);
  redactText(`${piece}${' '.repeat(200_000)}1`);
  expect(performance.now() - startMs).toBeLessThan(1500);
});
