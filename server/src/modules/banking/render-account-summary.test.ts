import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { expect, test } from 'vitest';
import type { Account, Transaction } from './banking.types.ts';
import { type AccountSummaryInput, renderAccountSummary } from './render-account-summary.ts';

const account: Account = {
  accountId: 'giro',
  accountNumber: '532013000',
  iban: 'DE89370400440532013000',
  bic: 'COBADEFFXXX',
  bankCode: '37040044',
  bankName: 'Commerzbank Köln',
  name: 'Girokonto',
  owner: 'Jürgen Groß & Ελένη Żółć',
  type: 'GIRO',
  currency: 'EUR',
  balanceMinor: -1_234_56,
  overdraftLimitMinor: 2_000_00,
};

function transaction(index: number, more: Partial<Transaction> = {}): Transaction {
  const day = new Date(Date.UTC(2026, 2, 14) - index * 86_400_000).toISOString().slice(0, 10);
  return {
    transactionId: `t${index}`,
    accountId: 'giro',
    amountMinor: -12_34,
    currency: 'EUR',
    bookingDate: day,
    valueDate: day,
    bookingText: 'FOLGELASTSCHRIFT',
    purpose: `Abschlag ${index}`,
    merchantCategoryCode: null,
    paymentPartner: {
      name: 'Stadtwerke Köln GmbH',
      iban: null,
      bic: null,
      accountNumber: null,
      bankCode: null,
      creditorId: null,
    },
    endToEndId: null,
    mandateId: null,
    purposeCode: null,
    bankTransactionCode: null,
    status: 'booked',
    ...more,
  };
}

const input: AccountSummaryInput = {
  account,
  transactions: [transaction(0), transaction(1, { amountMinor: 3_100_00, purpose: 'Gehalt' }), transaction(40)],
  locale: 'de',
  generatedAt: new Date('2026-03-15T09:00:00Z'),
};

async function read(pdf: Buffer) {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: true });
  return { text: text.replace(/\s+/g, ' '), pages: document.numPages, meta: await getMeta(document), document };
}

test('says in German who, where, how much and since when', async () => {
  const { text, pages, meta, document } = await read(await renderAccountSummary(input));
  for (const part of [
    'Kontoübersicht',
    'Jürgen Groß & Ελένη Żółć',
    'Commerzbank Köln',
    'DE89 3704 0044 0532 0130 00',
    'COBADEFFXXX',
    'Girokonto',
    '−1.234,56 EUR',
    'Stand 14.03.2026',
    '02.02.2026 – 14.03.2026',
    'März 2026 (laufend) 3.100,00 −12,34 3.087,66 −1.234,56',
    'Februar 2026 0,00 −12,34 −12,34 −4.322,22',
    'Summe über 2 Monate 3.100,00 −24,68 3.075,32',
    '14.03.2026 Stadtwerke Köln GmbH FOLGELASTSCHRIFT · Abschlag 0 −12,34',
    'Erstellt am 15.03.2026',
    'Seite 1 von 1',
  ]) {
    expect(text).toContain(part);
  }
  expect(pages).toBe(1);
  expect(meta.info).toMatchObject({
    Title: 'Kontoübersicht DE89 3704 0044 0532 0130 00',
    Author: 'Kontor',
    Language: 'de',
  });
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
});

test('speaks English with English numbers and dates', async () => {
  const { text } = await read(await renderAccountSummary({ ...input, locale: 'en' }));
  expect(text).toContain('Account summary');
  expect(text).toContain('−1,234.56 EUR');
  expect(text).toContain('as of 14 March 2026');
  expect(text).toContain('3,100.00 −12.34 3,087.66');
});

test('prints every currency in its own minor unit', async () => {
  const yen = { ...account, currency: 'JPY', balanceMinor: 1_234_567, overdraftLimitMinor: null };
  const { text } = await read(
    await renderAccountSummary({ ...input, account: yen, transactions: [transaction(0, { currency: 'JPY' })] }),
  );
  expect(text).toContain('1.234.567 JPY');
  expect(text).toContain('−1.234');
});

test('is bounded: 20,000 transactions make the same few pages', async () => {
  const many = Array.from({ length: 20_000 }, (_, index) =>
    transaction(index % 3_000, { transactionId: `m${index}`, purpose: 'wort '.repeat(2_000) }),
  );
  const { text, pages } = await read(await renderAccountSummary({ ...input, transactions: many }));
  expect(pages).toBeLessThanOrEqual(5);
  expect(text).toContain('Gezeigt: die letzten 30 von 20.000 Umsätzen.');
  expect(text).toContain('Nicht gezeigte frühere Monate');
  expect(text.match(/Stadtwerke Köln GmbH/g)).toHaveLength(30);
});

test('prints what the font has and marks what it lacks', async () => {
  const odd = transaction(0, {
    purpose: 'Ａb\u0000c\u202Ed 漢 \u{1F469}\u200D\u{1F467} ſtraße Ђ',
    paymentPartner: null,
  });
  const { text } = await read(await renderAccountSummary({ ...input, transactions: [odd] }));
  expect(text).toContain('Abcd \uFFFD \uFFFD\uFFFD ſtraße Ђ');
  expect(text).toContain('erscheinen als \uFFFD');
});

test('cuts a word that is wider than its column with an ellipsis', async () => {
  const wide = transaction(0, { purpose: 'W'.repeat(5_000), paymentPartner: null, bookingText: null });
  const { text, pages } = await read(await renderAccountSummary({ ...input, transactions: [wide] }));
  expect(pages).toBe(1);
  expect(text).toMatch(/W{20,}…/);
});

test('marks pending and foreign-currency bookings and keeps them out of the sums', async () => {
  const { text } = await read(
    await renderAccountSummary({
      ...input,
      transactions: [
        transaction(0, { status: 'pending' }),
        transaction(1, { currency: 'USD', amountMinor: 5_00 }),
        transaction(2),
      ],
    }),
  );
  expect(text).toContain('14.03.2026 vorgemerkt');
  expect(text).toContain('5,00 USD');
  expect(text).toContain('Buchungen in anderen Währungen, in keiner Summe enthalten: 1.');
  expect(text).toContain('Stand 12.03.2026');
});

test('an account of which nothing is known still has a summary', async () => {
  const bare: Account = {
    ...account,
    accountNumber: null,
    iban: null,
    bic: null,
    bankCode: null,
    bankName: null,
    name: null,
    owner: null,
    balanceMinor: null,
    overdraftLimitMinor: null,
  };
  const { text } = await read(await renderAccountSummary({ ...input, account: bare, transactions: [] }));
  expect(text).toContain('Zu diesem Konto sind keine Umsätze gespeichert.');
  expect(text).toContain('Aktueller Kontostand keine Angabe');
});

test('takes sums that a query already made, without loading every transaction', async () => {
  const month = { month: '2026-03', inflowMinor: 7_00, outflowMinor: 2_00, netMinor: 5_00, endBalanceMinor: 9_00 };
  const history = {
    months: [month],
    timespan: { from: '2019-01-01', to: '2026-03-14' },
    transactionCount: 123_456,
    otherCurrencyCount: 0,
  };
  const { text } = await read(await renderAccountSummary({ ...input, history }));
  expect(text).toContain('7,00 −2,00 5,00 9,00');
  expect(text).toContain('01.01.2019 – 14.03.2026');
  expect(text).toContain('die letzten 3 von 123.456 Umsätzen');
});

test('the same input gives the same bytes', async () => {
  const first = await renderAccountSummary(input);
  expect(
    (await renderAccountSummary({ ...input, transactions: [...input.transactions].reverse() })).equals(first),
  ).toBe(true);
});
