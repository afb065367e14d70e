import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readUpload, type Upload, type UploadOptions } from './read-upload.ts';
import { TRANSACTION_COLUMNS } from './transaction-row.ts';
import { UploadError, type UploadProblem } from './upload-error.ts';

async function* inChunks(body: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(body as string);
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

function read(body: unknown, options: Partial<UploadOptions> = {}): Promise<Upload> {
  const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  return readUpload(inChunks(text), { shape: 'accounts', ...options });
}

async function refusal(body: unknown, options: Partial<UploadOptions> = {}): Promise<UploadError> {
  const outcome = await read(body, options).catch((error: unknown) => error);
  if (!(outcome instanceof UploadError)) expect.fail(`not refused as expected: ${String(outcome)}`);
  return outcome;
}

async function problems(body: unknown, options: Partial<UploadOptions> = {}): Promise<UploadProblem[]> {
  const error = await refusal(body, options);
  expect(error.code).toBe('validation_failed');
  return error.errors;
}

function rowsOf(upload: Upload): Record<string, string>[] {
  const lines = Buffer.concat(upload.copyData).toString('utf8').split('\n').slice(0, -1);
  return lines.map((line) => {
    const columns = line.split('\t');
    expect(columns).toHaveLength(TRANSACTION_COLUMNS.length);
    return Object.fromEntries(TRANSACTION_COLUMNS.map((name, n) => [name, columns[n] as string]));
  });
}

let lastId = 0;
const transaction = (fields: object = {}) => ({
  transactionId: `t${++lastId}`,
  amount: -12.34,
  bookingDate: '2026-03-01',
  ...fields,
});
const withTransaction = (fields: object, account: object = {}) => ({
  accounts: [{ accountId: 'a', ...account, transactions: [transaction(fields)] }],
});
const AT = '/accounts/0/transactions/0';

describe('a right body', () => {
  test('gives the account, the row and the hash of the bytes', async () => {
    const body = JSON.stringify({
      accounts: [
        {
          accountId: 'giro',
          accountNumber: '532013000',
          balance: '1000.50',
          overdraftLimit: 500,
          iban: 'de89 3704 0044 0532 0130 00',
          type: 'GIRO',
          owner: 'Erika Beispiel',
          name: '',
          securities: [{ isin: 'DE0005140008' }],
          transactions: [
            {
              transactionId: 'tx-1',
              amount: -49.99,
              bookingDate: '2024-02-29',
              valueDate: '2024-03-01',
              bookingText: 'Kartenzahlung',
              purpose: 'Zeile 1\nZeile 2\tC:\\ 🙂',
              merchantCategoryCode: 742,
              paymentPartner: { name: 'Tierarzt', iban: 'fr76 3000', creditorId: 'DE98ZZZ09999999999' },
              endToEndId: 'E2E',
              mandateId: 'M',
              purposeCode: 'SALA',
              bankTransactionCode: 'PMNT',
              status: 'pending',
              unknown: { transactions: [1] },
            },
          ],
        },
      ],
      meta: { accounts: [] },
    });
    const upload = await read(body);
    expect(upload.sha256).toBe(createHash('sha256').update(body).digest('hex'));
    expect(upload.transactionCount).toBe(1);
    expect(upload.accounts).toEqual([
      {
        accountId: 'giro',
        accountNumber: '532013000',
        iban: 'DE89370400440532013000',
        bic: null,
        bankCode: null,
        bankName: null,
        name: null,
        owner: 'Erika Beispiel',
        type: 'GIRO',
        currency: 'EUR',
        balanceMinor: 100050,
        overdraftLimitMinor: 50000,
        icon: null,
        securitiesJson: '[{"isin":"DE0005140008"}]',
        standingOrdersJson: '[]',
        supportedPaymentsJson: '[]',
        transactionCount: 1,
        hasTransactions: true,
      },
    ]);
    expect(rowsOf(upload)).toEqual([
      {
        account_ordinal: '0',
        transaction_ordinal: '0',
        transaction_id: 'tx-1',
        amount_minor: '-4999',
        currency: 'EUR',
        booking_date: '2024-02-29',
        value_date: '2024-03-01',
        booking_text: 'Kartenzahlung',
        purpose: 'Zeile 1\\nZeile 2\\tC:\\\\ 🙂',
        merchant_category_code: '0742',
        partner_name: 'Tierarzt',
        partner_iban: 'FR763000',
        partner_bic: '\\N',
        partner_account_number: '\\N',
        partner_bank_code: '\\N',
        partner_creditor_id: 'DE98ZZZ09999999999',
        end_to_end_id: 'E2E',
        mandate_id: 'M',
        purpose_code: 'SALA',
        bank_transaction_code: 'PMNT',
        status: 'pending',
      },
    ]);
  });

  test('absent, null and empty fields are null columns', async () => {
    const upload = await read(
      withTransaction({ purpose: '', valueDate: '', merchantCategoryCode: '', paymentPartner: null, status: null }),
    );
    const [row] = rowsOf(upload);
    expect(Object.values(row as object).filter((column) => column === '\\N')).toHaveLength(14);
    expect(row).toMatchObject({ status: 'booked', currency: 'EUR', value_date: '\\N', merchant_category_code: '\\N' });
  });

  test('a text that looks like a null column stays a text', async () => {
    const [row] = rowsOf(await read(withTransaction({ purpose: '\\N', bookingText: '\\.' })));
    expect(row).toMatchObject({ purpose: '\\\\N', booking_text: '\\\\.' });
  });

  test('a plain string is the name of the partner', async () => {
    const [row] = rowsOf(await read(withTransaction({ paymentPartner: 'Müller' })));
    expect(row).toMatchObject({ partner_name: 'Müller', partner_iban: '\\N' });
  });

  test('tells an empty list of transactions from none', async () => {
    const { accounts } = await read({
      accounts: [{ accountId: 'a', transactions: [] }, { accountId: 'b' }, { accountId: 'c', transactions: null }],
    });
    expect(accounts.map((account) => account.hasTransactions)).toEqual([true, false, false]);
  });

  test("what stands in unknown fields is nobody's business", async () => {
    const partner = { name: 'A\n', extra: '\ud800' };
    const body = withTransaction({ extra: '\0', paymentPartner: partner }, { extra: ['\0', { '\ud800': 1 }] });
    expect((await read(body)).transactionCount).toBe(1);
  });

  test('the currency of the account counts, even when it stands behind the transactions', async () => {
    const transactions = [
      transaction({ amount: 1.234 }),
      transaction({ amount: '5' }),
      transaction({ amount: 500, currency: 'JPY' }),
      transaction({ amount: 7.5, currency: null }),
    ];
    const expected = ['0/1234/KWD', '1/5000/KWD', '2/500/JPY', '3/7500/KWD'];
    for (const account of [
      { currency: 'KWD', accountId: 'a', transactions },
      { transactions, accountId: 'a', currency: 'KWD' },
    ]) {
      const rows = rowsOf(await read({ accounts: [account] }));
      expect(rows.map((row) => `${row.transaction_ordinal}/${row.amount_minor}/${row.currency}`).sort()).toEqual(
        expected,
      );
    }
  });

  test('amounts beyond the range of EUR are fine in a currency with fewer decimals', async () => {
    const upload = await read(withTransaction({ amount: 999_999_999_999_999 }, { currency: 'JPY' }));
    expect(rowsOf(upload)[0]).toMatchObject({ amount_minor: '999999999999999', currency: 'JPY' });
  });

  test('transactions of one known account take its currency', async () => {
    const body = { transactions: [transaction({ amount: 12 }), transaction({ amount: 12.5, currency: 'EUR' })] };
    const upload = await read(body, { shape: 'transactions', currency: 'JPY' });
    expect(upload.accounts).toEqual([]);
    expect(rowsOf(upload).map((row) => [row.transaction_ordinal, row.amount_minor, row.currency])).toEqual([
      ['0', '12', 'JPY'],
      ['1', '1250', 'EUR'],
    ]);
  });

  test.each([
    ['no accounts', { accounts: [] }, 0],
    ['an account without transactions', { accounts: [{ accountId: 'a' }] }, 0],
    ['null for transactions', { accounts: [{ accountId: 'a', transactions: null }] }, 0],
    ['an empty list', { accounts: [{ transactions: [], accountId: 'a' }] }, 0],
    [
      'a byte order mark',
      `\ufeff${JSON.stringify({ accounts: [{ accountId: 'a', transactions: [transaction()] }] })}`,
      1,
    ],
    ['keys written with escapes', `{"\\u0061ccounts": [{"accountId":"a","tr\\u0061nsactions":[]}]}`, 0],
    ['whitespace everywhere', '\n { "accounts"\t:\r\n[ { "accountId" : "a" , "transactions" : [ ] } ] } \n', 0],
  ])('%s', async (_name, body, count) => {
    expect((await read(body)).transactionCount).toBe(count);
  });

  test('transactions before their account, over many parts, give the same as in one part', async () => {
    const accounts = [0, 1, 2].map((n) => ({
      transactions: Array.from({ length: 700 }, () => transaction({ purpose: 'x'.repeat(n * 50) })),
      accountId: `a${n}`,
    }));
    const body = JSON.stringify({ accounts });
    const whole = await readUpload(inChunks(body, body.length), { shape: 'accounts' });
    const parts = await readUpload(inChunks(body, 1000), { shape: 'accounts' });
    expect(Buffer.concat(parts.copyData).equals(Buffer.concat(whole.copyData))).toBe(true);
    expect(whole.accounts.map((account) => account.transactionCount)).toEqual([700, 700, 700]);
    const places = rowsOf(whole).map((row) => `${row.account_ordinal}/${row.transaction_ordinal}`);
    expect(new Set(places).size).toBe(2100);
  });
});

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

describe('the stream', () => {
  test('a body above the limit is refused before it is read to its end', async () => {
    let sent = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        sent += 1000;
        yield Buffer.alloc(1000, ' ');
      }
    }
    const outcome = readUpload(endless(), { shape: 'accounts', maxBytes: 10_000 });
    await expect(outcome).rejects.toMatchObject({ code: 'body_too_large', errors: [{ path: '/' }] });
    expect(sent).toBe(11_000);
  });

  test('after a fault the rest is taken from the sender, and the stream is not closed early', async () => {
    let taken = 0;
    let closedEarly = true;
    async function* body(): AsyncGenerator<Uint8Array> {
      try {
        for (const part of ['{"accounts":[}', 'x', 'y', 'z']) {
          taken++;
          yield Buffer.from(part);
        }
        closedEarly = false;
      } finally {
        expect(closedEarly).toBe(false);
      }
    }
    await expect(readUpload(body(), { shape: 'accounts' })).rejects.toMatchObject({ code: 'invalid_json' });
    expect(taken).toBe(4);
    expect(closedEarly).toBe(false);
  });

  test('an error of the stream passes through', async () => {
    async function* aborted(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"accounts":');
      throw new Error('aborted');
    }
    await expect(readUpload(aborted(), { shape: 'accounts' })).rejects.toThrow('aborted');
  });

  test('others get their turn while a large body is read, though it is there in one piece', async () => {
    const body = JSON.stringify({
      accounts: [{ accountId: 'a', transactions: Array.from({ length: 10_000 }, () => transaction()) }],
    });
    let turns = 0;
    let reading = true;
    const count = (): void => {
      turns++;
      if (reading) setImmediate(count);
    };
    setImmediate(count);
    await readUpload(inChunks(body, body.length), { shape: 'accounts' });
    reading = false;
    expect(turns).toBeGreaterThanOrEqual(Math.floor(body.length / 65_536));
  });
});
