import { describe, expect, test } from 'vitest';
import { readUpload } from './read-upload.ts';
import { inChunks, problems, refusal, transaction, withTransaction } from './upload-bodies.fixture.ts';

const AT = '/accounts/0/transactions/0';

describe('wrong content', () => {
  test.each([
    [{ amount: 12.345 }, 'amount', '12.345 has 3 decimals, EUR has 2'],
    [{ amount: '12,34' }, 'amount', '"12,34" is no plain decimal number such as "12.34" or "-0.5"'],
    [{ amount: '1e2' }, 'amount', '"1e2" is no plain decimal number such as "12.34" or "-0.5"'],
    [{ amount: 0.5, currency: 'JPY' }, 'amount', '0.5 has 1 decimal, JPY has 0'],
    [{ amount: null }, 'amount', 'must be either number or string'],
    [{ amount: 1e300 }, 'amount', '1e+300 is out of range: at most 9999999999999.99 EUR'],
    [{ bookingDate: '2026-02-29' }, 'bookingDate', 'is no day of the calendar'],
    [{ bookingDate: '2026-13-01' }, 'bookingDate', 'is no day of the calendar'],
    [{ bookingDate: '2026-04-31' }, 'bookingDate', 'is no day of the calendar'],
    [{ bookingDate: '1900-02-29' }, 'bookingDate', 'is no day of the calendar'],
    [{ bookingDate: '9999-12-31' }, 'bookingDate', 'must lie in the years 1900 to 2199'],
    [{ bookingDate: '01.02.2026' }, 'bookingDate', 'must be a date of the form YYYY-MM-DD'],
    [{ bookingDate: '2026-01-01T00:00:00Z' }, 'bookingDate', 'must be a date of the form YYYY-MM-DD'],
    [{ bookingDate: undefined }, 'bookingDate', 'is required'],
    [{ valueDate: '2026-00-10' }, 'valueDate', 'is no day of the calendar'],
    [{ transactionId: '' }, 'transactionId', 'must not have fewer than 1 characters'],
    [{ transactionId: 'x'.repeat(256) }, 'transactionId', 'must not have more than 255 characters'],
    [{ transactionId: 5 }, 'transactionId', 'must be string'],
    [{ purpose: 'x'.repeat(4001) }, 'purpose', 'must not have more than 4000 characters'],
    [{ purpose: 'a\0b' }, 'purpose', 'must not contain the NUL character (\\u0000)'],
    [{ purpose: '\ud83d' }, 'purpose', 'must not contain half of a surrogate pair (\\ud800 to \\udfff alone)'],
    [
      { paymentPartner: { name: '\udc00' } },
      'paymentPartner/name',
      'must not contain half of a surrogate pair (\\ud800 to \\udfff alone)',
    ],
    [{ paymentPartner: { name: 5 } }, 'paymentPartner/name', 'must be either string or null'],
    [{ paymentPartner: { iban: 'D'.repeat(35) } }, 'paymentPartner/iban', 'must not have more than 34 characters'],
    [{ paymentPartner: [] }, 'paymentPartner', 'must be one of object, string, null'],
    [{ status: 'done' }, 'status', 'must be one of booked, pending'],
    [{ merchantCategoryCode: '54' }, 'merchantCategoryCode', 'must be four digits'],
    [{ merchantCategoryCode: 54111 }, 'merchantCategoryCode', 'must be <= 9999'],
    [{ currency: 'eur' }, 'currency', 'must be an ISO 4217 code in capital letters, such as EUR'],
    [{ currency: 'ZZZ' }, 'currency', '"ZZZ" is no currency of ISO 4217'],
  ])('of a transaction: %j', async (fields, field, message) => {
    expect(await problems(withTransaction(fields))).toEqual([{ path: `${AT}/${field}`, message }]);
    const single = { transactions: [transaction(fields)] };
    expect(await problems(single, { shape: 'transactions' })).toEqual([{ path: `/transactions/0/${field}`, message }]);
  });

  test.each([
    [{ accountId: undefined }, 'accountId', 'is required'],
    [{ currency: 'ABC' }, 'currency', '"ABC" is no currency of ISO 4217'],
    [{ type: 'giro' }, 'type', /^must be one of GIRO, KREDIT_KARTE/],
    [{ balance: 0.001 }, 'balance', '0.001 has 3 decimals, EUR has 2'],
    [{ overdraftLimit: -1 }, 'overdraftLimit', /must not be negative/],
    [{ owner: 'a\0' }, 'owner', 'must not contain the NUL character (\\u0000)'],
    [{ iban: 'D'.repeat(35) }, 'iban', 'must not have more than 34 characters'],
    [{ securities: {} }, 'securities', 'must be either array or null'],
    [{ securities: [{ 'a/b': ['\0'] }] }, 'securities/0/a~1b/0', 'must not contain the NUL character (\\u0000)'],
    [{ standingOrders: [{ '\ud800': 1 }] }, 'standingOrders/0', /^property 1: its name must not contain half/],
    [{ transactions: 'none' }, 'transactions', 'must be array'],
  ])('of an account: %j', async (fields, field, message) => {
    const found = await problems({ accounts: [{ accountId: 'a', ...fields }] });
    expect(found).toEqual([
      { path: `/accounts/0/${field}`, message: typeof message === 'string' ? message : expect.stringMatching(message) },
    ]);
  });

  test('a number that no double holds is refused in an opaque list', async () => {
    expect(await problems('{"accounts":[{"accountId":"a","securities":[1e999]}]}')).toEqual([
      { path: '/accounts/0/securities/0', message: 'must be a number that a double can hold' },
    ]);
  });

  test('inexact in the currency of the account that stands behind', async () => {
    const transactions = [transaction({ amount: 12 }), transaction({ amount: 12.5 }), transaction({ amount: '1-2' })];
    expect(await problems({ accounts: [{ transactions, accountId: 'a', currency: 'JPY' }] })).toEqual([
      { path: '/accounts/0/transactions/1/amount', message: '12.50 has 1 decimal, JPY has 0' },
      {
        path: '/accounts/0/transactions/2/amount',
        message: '"1-2" is no plain decimal number such as "12.34" or "-0.5"',
      },
    ]);
  });

  test('duplicates name both places', async () => {
    const body = {
      accounts: [
        { accountId: 'a', transactions: [transaction(), transaction({ transactionId: 'same' })] },
        { accountId: 'b' },
        { accountId: 'a', transactions: [transaction(), transaction(), transaction({ transactionId: 'same' })] },
      ],
    };
    expect(await problems(body)).toEqual([
      {
        path: '/accounts/2/transactions/2/transactionId',
        message: '"same" already stands at /accounts/0/transactions/1',
      },
      { path: '/accounts/2/accountId', message: '"a" already stands at /accounts/0' },
    ]);
    const single = { transactions: [transaction({ transactionId: 'x' }), transaction({ transactionId: 'x' })] };
    expect(await problems(single, { shape: 'transactions' })).toEqual([
      { path: '/transactions/1/transactionId', message: '"x" already stands at /transactions/0' },
    ]);
  });

  test('stops after twenty problems', async () => {
    const body = { accounts: [{ accountId: 'a', transactions: Array.from({ length: 5000 }, () => ({})) }] };
    expect(await problems(body)).toHaveLength(20);
  });

  test('never shows a whole value', async () => {
    const secret = 'Erika Beispiel, Heidestraße 17, 51147 Köln';
    const wrong = {
      amount: secret,
      bookingDate: secret,
      status: secret,
      currency: secret,
      merchantCategoryCode: secret,
    };
    for (const [name, value] of Object.entries(wrong)) {
      const [problem] = await problems(withTransaction({ [name]: value }));
      expect(problem?.message).not.toContain('Heidestraße 17');
    }
    const [duplicate] = await problems({ accounts: [{ accountId: 'x'.repeat(200) }, { accountId: 'x'.repeat(200) }] });
    expect(duplicate?.message.length).toBeLessThan(80);
  });

  test.each([
    ['[]', '/', 'must be an object with the property "accounts"'],
    ['null', '/', 'must be an object with the property "accounts"'],
    ['"accounts"', '/', 'must be an object with the property "accounts"'],
    ['{}', '/accounts', 'is required'],
    ['{"__proto__":{"accounts":[]}}', '/accounts', 'is required'],
    ['{"accounts":{}}', '/accounts', 'must be array'],
    ['{"accounts":[[]]}', '/accounts/0', 'must be object'],
    ['{"accounts":[{"accountId":"a","transactions":[[]]}]}', AT, 'must be object'],
    ['{"accounts":[],"accounts":[]}', '/accounts', 'stands twice'],
    [
      '{"accounts":[{"accountId":"a","transactions":[],"transactions":[]}]}',
      '/accounts/0/transactions',
      'stands twice',
    ],
    [
      '{"accounts":[{"accountId":"a","transactions":[],"transactions":null}]}',
      '/accounts/0/transactions',
      'stands twice',
    ],
    ['{"accounts":[],"accounts":null}', '/accounts', 'must be array'],
    [`{"x":${'['.repeat(64)}`, '/', 'nests deeper than 64 levels'],
    [
      `{"accounts":[{"transactions":[{},{"x":${'['.repeat(64)}`,
      '/accounts/0/transactions/1',
      'nests deeper than 64 levels',
    ],
  ])('%s', async (body, path, message) => {
    expect((await problems(body)).at(-1)).toEqual({ path, message });
  });

  test.each([
    ['/', `{"x":"${'x'.repeat(2 ** 21)}"}`],
    ['/accounts/1', `{"accounts":[{"accountId":"a"},{"x":"${'x'.repeat(2 ** 21)}"}]}`],
    [`/accounts/0/transactions/0`, `{"accounts":[{"transactions":[{"x":"${'x'.repeat(2 ** 18)}"}]}]}`],
  ])('an element without end is refused at %s', async (path, body) => {
    const outcome = readUpload(inChunks(body, 60_000), { shape: 'accounts' });
    await expect(outcome).rejects.toMatchObject({ code: 'validation_failed', errors: [{ path, message: /too long/ }] });
  });
});

describe('a body that is no JSON', () => {
  test.each([
    ['', 0, 'the body ends where it needs a value'],
    [']', 0, 'expected a value'],
    ['{"accounts":[', 13, 'the body ends where it needs a value or "]"'],
    ['{"accounts":[{"accountId":"a","transactions":[{"amount":1', 57, 'the body ends where it needs "," or "}"'],
    [
      '{"accounts":[{"accountId":"a","transactions":[{"purpose":"abc',
      61,
      'the body ends where it needs the closing quote of a string',
    ],
    ['{"accounts":[{"accountId":"a","transactions":[1,]}]}', 48, 'expected a value'],
    ['{"accounts":[{"accountId":"a","transactions":[,1]}]}', 46, 'expected a value or "]"'],
    ['{"accounts":[{"accountId":"a","transactions":[}]}', 46, 'expected a value or "]"'],
    ['{"accounts":[{"accountId":"a","transactions":[] "x":1}]}', 48, 'expected "," or "}"'],
    ['{"accounts":[{"accountId" "a","transactions":[{"amount":}]}]}', 26, 'expected ":"'],
    ['{"accounts":[{"accountId":"a"},]}', 31, 'expected a value'],
    ['{"accounts":[{"accountId":"a"} {"accountId":"b"}]}', 31, 'expected "," or "]"'],
    ['{"accounts":[]}}', 15, 'expected the end of the body'],
    ['{"accounts":[]} trailing', 16, 'expected the end of the body'],
    ['\ufeff{"accounts":[}', 16, 'expected a value or "]"'],
    ['{"accounts":[]\ufeff}', 14, 'expected "," or "}"'],
    ["{'accounts':[]}", 1, 'expected a property name in double quotes or "}"'],
    ['{"accounts":[{"accountId":"a","x":NaN}]}', 34, 'expected a value'],
  ])('%s', async (body, byte, reason) => {
    const error = await refusal(body);
    expect(error.code).toBe('invalid_json');
    expect(error.errors).toEqual([{ path: '/', message: `Invalid JSON at byte ${byte}: ${reason}` }]);
  });

  test('bytes that are no UTF-8', async () => {
    const body = Buffer.from('{"accounts":[{"accountId":"M\xfcller"}]}', 'latin1');
    expect((await refusal(body)).errors).toEqual([
      { path: '/', message: 'Invalid JSON at byte 28: expected valid UTF-8' },
    ]);
  });

  test('the position is right far inside a large body', async () => {
    const head = JSON.stringify({
      accounts: [{ accountId: 'a', transactions: Array.from({ length: 2000 }, () => transaction()) }],
    });
    const body = `${head.slice(0, -4)},{"transactionId":"ä" "amount":1}]}]}`;
    const byte = Buffer.byteLength(body.slice(0, body.indexOf(' "amount":1') + 1));
    expect((await refusal(body)).errors[0]?.message).toBe(`Invalid JSON at byte ${byte}: expected "," or "}"`);
  });
});
