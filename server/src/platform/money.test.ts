import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MINOR_UNIT_DECIMALS } from './currencies.ts';
import { AmountError, formatMinor, isCurrency, MAX_AMOUNT_MINOR, minorToDecimalString, parseAmount } from './money.ts';

const currency = fc.constantFrom(...MINOR_UNIT_DECIMALS.keys());
const minor = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.maxSafeInteger().filter((n) => Math.abs(n) <= MAX_AMOUNT_MINOR),
  fc.integer({ min: 0, max: 10_000 }).map((n) => MAX_AMOUNT_MINOR - n),
  fc.integer({ min: 0, max: 10_000 }).map((n) => n - MAX_AMOUNT_MINOR),
);

/** Digit by digit on BigInt, from the decimal notation: slow, and obviously right. */
function referenceParse(text: string, decimals: number): bigint | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text);
  if (!match) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const shift = decimals - fraction.length + Number(exponent);
  let value = BigInt(whole + fraction);
  for (let i = 0; i < shift; i++) value *= 10n;
  for (let i = 0; i > shift; i--) {
    if (value % 10n !== 0n) return null;
    value /= 10n;
  }
  return value > BigInt(MAX_AMOUNT_MINOR) ? null : sign ? -value : value;
}

function parseOrNull(value: unknown, code: string): number | null {
  try {
    return parseAmount(value, code);
  } catch (error) {
    expect(error).toBeInstanceOf(AmountError);
    return null;
  }
}

describe('parseAmount', () => {
  test.each([
    [12.34, 'EUR', 1234],
    [-0.01, 'EUR', -1],
    [1.005, 'KWD', 1005],
    [19.99, 'USD', 1999],
    [4.35, 'EUR', 435],
    [500, 'JPY', 500],
    [0.0001, 'CLF', 1],
    ['12.34', 'EUR', 1234],
    ['-0.5', 'EUR', -50],
    ['12.340', 'EUR', 1234],
    ['7.00', 'JPY', 7],
    ['9999999999999.99', 'EUR', MAX_AMOUNT_MINOR],
    [9999999999999.99, 'EUR', MAX_AMOUNT_MINOR],
    [-999999999999999, 'JPY', -MAX_AMOUNT_MINOR],
  ])('%j %s is %i minor units', (value, code, expected) => {
    expect(parseAmount(value, code)).toBe(expected);
  });

  test.each([
    [12.345, 'EUR', '12.345 has 3 decimals, EUR has 2'],
    ['12.345', 'EUR', '12.345 has 3 decimals, EUR has 2'],
    [0.5, 'JPY', '0.5 has 1 decimal, JPY has 0'],
    [0.1 + 0.2, 'EUR', '0.30000000000000004 has 17 decimals, EUR has 2'],
    [1.5e-7, 'EUR', '1.5e-7 has 8 decimals, EUR has 2'],
    ['0.30000000000000001', 'EUR', '0.30000000000000001 has 17 decimals, EUR has 2'],
    [1e21, 'EUR', '1e+21 is out of range: at most 9999999999999.99 EUR'],
    [10000000000000, 'EUR', '10000000000000 is out of range: at most 9999999999999.99 EUR'],
    ['1000000000000000', 'JPY', '1000000000000000 is out of range: at most 999999999999999 JPY'],
    [Number.NaN, 'EUR', 'must be a finite number'],
    [Number.POSITIVE_INFINITY, 'EUR', 'must be a finite number'],
    [Number.MAX_VALUE, 'KWD', '1.7976931348623157e+308 is out of range: at most 999999999999.999 KWD'],
    [null, 'EUR', 'must be a number (12.34) or a decimal string ("12.34")'],
    [true, 'EUR', 'must be a number (12.34) or a decimal string ("12.34")'],
    [12, 'XXX', '"XXX" is no currency of ISO 4217'],
    [12, 'eur', '"eur" is no currency of ISO 4217'],
    [12, '__proto__', '"__proto__" is no currency of ISO 4217'],
  ])('refuses %j %s and says why', (value, code, message) => {
    expect(() => parseAmount(value, code)).toThrow(new AmountError(message));
  });

  test.each(['', ' 1', '1 ', '+1', '.5', '5.', '1,000.00', '1e3', '0x10', '00.5', '01', '--1', '-', 'NaN', '١', '1\n'])(
    'refuses the string %j',
    (text) => expect(() => parseAmount(text, 'EUR')).toThrow('is no plain decimal number'),
  );

  test('shows only the beginning of a long value', () => {
    expect(() => parseAmount('Max Mustermann, Hauptstraße 1, 10115 Berlin', 'EUR')).toThrow(
      '"Max Mustermann, Hauptstr…" is no plain',
    );
    expect(() => parseAmount('1'.repeat(1_000_000), 'EUR')).toThrow(AmountError);
  });

  test('minus zero is zero', () => {
    for (const zero of [-0, '-0', '-0.00']) expect(Object.is(parseAmount(zero, 'EUR'), 0)).toBe(true);
    expect(Object.is(formatMinor(-0, 'EUR'), 0)).toBe(true);
  });
});

describe('properties', () => {
  test('minor units survive the way through a JSON number and through a string', () => {
    fc.assert(
      fc.property(minor, currency, (amount, code) => {
        const onTheWire: unknown = JSON.parse(JSON.stringify({ amount: formatMinor(amount, code) })).amount;
        expect(parseAmount(onTheWire, code)).toBe(amount + 0);
        expect(parseAmount(minorToDecimalString(amount, code), code)).toBe(amount + 0);
        expect(Number(minorToDecimalString(amount, code))).toBe(formatMinor(amount, code));
      }),
      { numRuns: 20_000 },
    );
  });

  test('any double gives what its decimal notation gives, exactly or not at all', () => {
    const nearCents = fc
      .tuple(minor, fc.integer({ min: -2, max: 2 }))
      .map(([amount, ulps]) => amount / 100 + ulps * Math.abs(amount / 100) * Number.EPSILON);
    const doubles = fc.oneof(fc.double(), nearCents, fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(doubles, currency, (value, code) => {
        const expected = referenceParse(String(value), MINOR_UNIT_DECIMALS.get(code) as number);
        expect(parseOrNull(value, code)).toBe(expected === null ? null : Number(expected));
      }),
      { numRuns: 20_000 },
    );
  });

  test('any decimal string gives what exact arithmetic gives, and agrees with its number', () => {
    const decimal = fc
      .tuple(fc.constantFrom('', '-'), fc.bigInt({ min: 0n, max: 10n ** 17n }), fc.stringMatching(/^(\.\d{1,6})?$/))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(decimal, currency, (text, code) => {
        const expected = referenceParse(text, MINOR_UNIT_DECIMALS.get(code) as number);
        const parsed = parseOrNull(text, code);
        expect(parsed).toBe(expected === null ? null : Number(expected));
        if (parsed !== null) expect(parseAmount(Number(text), code)).toBe(parsed);
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('currencies', () => {
  test('the list has the codes of ISO 4217 and their decimals', () => {
    for (const [code, decimals] of MINOR_UNIT_DECIMALS) {
      expect(code).toMatch(/^[A-Z]{3}$/);
      expect([0, 2, 3, 4]).toContain(decimals);
    }
    expect(MINOR_UNIT_DECIMALS.size).toBe(171);
    expect(isCurrency('EUR')).toBe(true);
    expect(isCurrency('XAU')).toBe(false);
  });

  test('every tender of the runtime that has no minor unit there has none here, but for those CLDR rounds to cash', () => {
    const cashRounded = new Set(
      'AFN ALL IQD IRR KPW LAK LBP MGA MMK PKR RSD SLL SOS SYP UYI YER ZWL STN COP IDR HUF TWD'.split(' '),
    );
    for (const [code, decimals] of MINOR_UNIT_DECIMALS) {
      if (cashRounded.has(code)) continue;
      const cldr = new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions();
      expect([code, decimals]).toEqual([code, cldr.maximumFractionDigits]);
    }
  });

  test('formatting refuses what is no integer of minor units', () => {
    expect(() => formatMinor(1.5, 'EUR')).toThrow(RangeError);
    expect(() => minorToDecimalString(Number.NaN, 'EUR')).toThrow(RangeError);
    expect(minorToDecimalString(-5, 'EUR')).toBe('-0.05');
    expect(minorToDecimalString(1234, 'JPY')).toBe('1234');
    expect(minorToDecimalString(1234, 'KWD')).toBe('1.234');
  });
});
