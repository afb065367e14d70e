import { createHash } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { readUpload } from './read-upload.ts';
import { inChunks, read, rowsOf, transaction, withTransaction } from './upload-bodies.fixture.ts';

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

describe('the stream', () => {
  test('a body above the limit is refused at once; behind that as much again is taken from the sender', async () => {
    let sent = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        sent += 1000;
        yield Buffer.alloc(1000, ' ');
      }
    }
    const outcome = readUpload(endless(), { shape: 'accounts', maxBytes: 10_000 });
    await expect(outcome).rejects.toMatchObject({ code: 'body_too_large', errors: [{ path: '/' }] });
    expect(sent).toBeLessThan(21_000);
    await vi.waitFor(() => expect(sent).toBe(22_000));
  });

  test('of a body that comes byte by byte few chunks wait, however fast they come', async () => {
    const body = Buffer.from(JSON.stringify({ accounts: [], filler: 'x'.repeat(20_000) }));
    const sent: Uint8Array[] = [];
    let mostWaiting = 0;
    async function* byteByByte(): AsyncGenerator<Uint8Array> {
      for (const byte of body) {
        const chunk = Uint8Array.of(byte);
        sent.push(chunk);
        mostWaiting = Math.max(
          mostWaiting,
          sent.length % 500 === 0 ? sent.filter(({ length }) => length > 0).length : 0,
        );
        yield chunk;
      }
    }
    expect((await readUpload(byteByByte(), { shape: 'accounts' })).accounts).toEqual([]);
    expect(mostWaiting).toBeGreaterThan(1_000);
    expect(mostWaiting).toBeLessThan(5_000);
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
