import { describe, expect, test } from 'vitest';
import { faultOf, readFiles, readText, textFile } from '../files.testing.ts';
import { BANK_EXAMPLES } from './banks.testing.ts';

const HEADINGS = '"Buchungstag";"Valuta";"Auftraggeber/Empfänger";"Verwendungszweck";"Betrag";"Währung"';
const row = (purpose: string, amount = '-1,00', day = '02.01.2025') =>
  `"${day}";"${day}";"Laden";"${purpose}";"${amount}";"EUR"`;
const csv = (...lines: string[]) => `${[HEADINGS, ...lines].join('\n')}\n`;

describe('a broken line is left out with its number, and only that line', () => {
  const name = 'column "';
  test.each<[string, string, string]>([
    ['too few columns', '"02.01.2025";"02.01.2025";"Laden"', 'has 3 columns, the headings have 6'],
    ['too many columns', `${row('x')};"y"`, 'has 7 columns, the headings have 6'],
    ['no amount', row('x', ''), `${name}Betrag": is empty`],
    ['letters in the amount', row('x', '-1,0O'), `${name}Betrag": "-1,0O" is no amount`],
    ['too many decimals', row('x', '1,234'), `${name}Betrag": 1.234 has 3 decimals, EUR has 2`],
    ['a day that is none', row('x', '1,00', '31.02.2025'), `${name}Valuta": "31.02.2025" is no date`],
    ['no date', row('x', '1,00', ''), `${name}Buchungstag": is empty`],
    ['an unknown currency', row('x').replace('EUR', 'EUX'), `${name}Währung": "EUX" is no currency of ISO 4217`],
    ['a quote that is not closed', '"02.01.2025";"02.01.2025";"Laden";"x', 'a quote is opened and not closed'],
    [
      'a quote that is opened too early',
      '"02.01.2025";"02.01.2025;"Laden";"x";"-1,00";"EUR"',
      'has 5 columns, the headings have 6',
    ],
    ['no row at all', 'kaputt', 'is no row of the table: date and amount are missing'],
  ])('%s', async (_, broken, reason) => {
    for (const after of [[row('b'), row('c')], []]) {
      const { transactions, rejected } = await readText(csv(row('a'), broken, ...after));
      expect(transactions.map((t) => t.purpose)).toEqual(after.length > 0 ? ['a', 'b', 'c'] : ['a']);
      expect(rejected).toEqual([{ file: 'file.txt', line: 3, reason }]);
    }
  });

  test('lines are counted as an editor does, also behind texts of several lines', async () => {
    const { transactions, rejected } = await readText(
      csv('', row('a\nb\n'), '', row('x', 'y'), row('c')).replaceAll('\n', '\r\n'),
    );
    expect(transactions.map((t) => t.purpose)).toEqual(['a b', 'c']);
    expect(rejected.map(({ line }) => line)).toEqual([7]);
  });

  test('a quote that lost its partner does not swallow the lines behind it', async () => {
    const { transactions, rejected } = await readText(csv(row('a'), '"02.01.2025";"x', row('b'), row('c')));
    expect(transactions.map((t) => t.purpose)).toEqual(['a', 'b', 'c']);
    expect(rejected.map(({ line }) => line)).toEqual([3]);
  });
});

describe('a broken line is never read as something else', () => {
  test('a quote that lost its partner does not take an amount out of the line of a balance', async () => {
    const text = `"Buchungstag";"Valuta";"Vorgang";"Buchungstext";"Betrag";\n"02.01.2025";"02.01.2025";"x";"a";"-1,00";
"03.01.2025";"03.01.2025";"x";"b\n"Alter Kontostand";"-1.000,00 EUR";\n`;
    const { transactions, rejected } = await readText(text);
    expect(transactions.map((t) => t.amountMinor)).toEqual([-100]);
    expect(rejected).toEqual([{ file: 'file.txt', line: 3, reason: 'a quote is opened and not closed' }]);
  });

  test('a pending row keeps no day that does not exist', async () => {
    const text =
      'Buchungstag;Status;Betrag\n31.02.2025;Vorgemerkt;-1,00\noffen;Vorgemerkt;-2,00\n03.01.2025;Gebucht;-3,00\n';
    const { transactions, rejected } = await readText(text);
    expect(transactions.map((t) => t.amountMinor)).toEqual([-200, -300]);
    expect(rejected).toMatchObject([{ line: 2, reason: 'column "Buchungstag": "31.02.2025" is no date' }]);
  });

  test('the last line of a file is no footnote because it has many words', async () => {
    const text = 'Konto;Zweck;Buchungstag;Betrag\nA;x;03.01.2025;-3,00\nA;"Miete für den Monat;04.01.2025;-5,00\n';
    expect((await readText(text)).rejected).toMatchObject([{ line: 3, reason: 'a quote is opened and not closed' }]);
  });

  test('UTF-16 ends its lines with two bytes', async () => {
    const text = `\ufeff${csv(row('a'), '"02.01.2025";"02.01.2025";"Laden"')}`;
    const { rejected } = await readFiles([textFile(text, 'a.csv', 'utf16le')]);
    expect(rejected).toMatchObject([{ line: 3, reason: 'has 3 columns, the headings have 6' }]);
  });
});

describe('quotes', () => {
  test('doubled, lonely and missing ones', async () => {
    const { transactions } = await readText(
      csv(row('He said ""no""'), row('5" disc'), '"02.01.2025";"02.01.2025";Laden";"x";"-1,00";"EUR"'),
    );
    expect(transactions.map((t) => [t.paymentPartner?.name, t.purpose])).toEqual([
      ['Laden', 'He said "no"'],
      ['Laden', '5" disc'],
      ['Laden', 'x'],
    ]);
  });
});

describe('what is found out from the whole file', () => {
  test('thousands and decimals', async () => {
    const read = async (...amounts: string[]) => {
      const { transactions, rejected } = await readText(csv(...amounts.map((amount) => row('x', amount))));
      return [...transactions.map((t) => t.amountMinor), rejected.length];
    };
    expect(await read('1.234', '5,50')).toEqual([123400, 550, 0]);
    expect(await read('1,234', '5.50')).toEqual([123400, 550, 0]);
    expect(await read('1,234', '5.50', '7.50', '6,50')).toEqual([123400, 550, 750, 1]);
    expect(await read('7')).toEqual([700, 0]);
  });

  test('dates that can be read both ways are refused, and a mapping says which', async () => {
    const text = 'Date,Description,Amount,Currency\n01/02/2025,x,1.00,EUR\n';
    expect(await faultOf(readText(text))).toMatchObject({
      line: 2,
      reason: expect.stringContaining('mapping.dateOrder'),
    });
    const columns = { bookingDate: 'Date', amount: 'Amount' };
    const { transactions } = await readText(text, { mapping: { columns, dateOrder: 'mdy' } });
    expect(transactions.map((t) => t.bookingDate)).toEqual(['2025-01-02']);
  });

  test.each(['utf8', 'utf16le', 'windows-1252'] as const)('the charset %s', async (encoding) => {
    const text = `${encoding === 'utf16le' ? '\ufeff' : ''}${csv(row('Grüße für 5 €'))}`;
    const { transactions } = await readFiles([textFile(text, 'a.csv', encoding)]);
    expect(transactions.map((t) => t.purpose)).toEqual(['Grüße für 5 €']);
  });
});

describe('accounts and balances', () => {
  const read = (name: string) => {
    const example = BANK_EXAMPLES.find((one) => one.name === name);
    if (!example) throw new Error(`There is no example ${name}`);
    return readFiles([textFile(example.text, 'export.csv', example.encoding)]);
  };

  test.each([
    ['ING', [{ iban: 'DE02500105170137075030', bankName: 'ING', owner: 'Erika Muster', type: 'GIRO' }]],
    ['Postbank (new)', [{ iban: 'DE02100100100006820101', bankName: 'Postbank' }]],
    ['Volksbank', [{ iban: 'DE02700100800030876808', bic: 'GENODEF1M01' }]],
    [
      'Volksbank (until 2021)',
      [{ iban: null, accountNumber: '30876808', bankCode: '70090100', owner: 'Erika Muster' }],
    ],
    ['DKB credit card (until 2023)', [{ accountNumber: '4748********1234', type: 'KREDIT_KARTE' }]],
    [
      'comdirect',
      [
        { bankName: 'comdirect', name: 'Umsätze Girokonto' },
        { bankName: 'comdirect', name: 'Umsätze Tagesgeld PLUS-Konto', type: 'TAGESGELD' },
      ],
    ],
    [
      'Revolut',
      [
        { name: 'Current', currency: 'EUR' },
        { name: 'Current', currency: 'USD' },
      ],
    ],
    [
      'PayPal (German)',
      [
        { type: 'PAYPAL', currency: 'EUR' },
        { type: 'PAYPAL', currency: 'USD' },
      ],
    ],
    ['Lloyds', [{ accountNumber: '12345678', bankCode: '30-00-00', currency: 'GBP' }]],
  ])('%s', async (name, accounts) => {
    expect((await read(name)).accounts).toMatchObject(accounts);
  });

  test('a column of balances tells the newest, whichever way the rows are sorted', async () => {
    expect((await read('Volksbank')).balances).toEqual([
      { kind: 'closing', date: '2025-01-03', amountMinor: 114466, currency: 'EUR' },
    ]);
    expect((await read('Bank of America')).balances).toContainEqual({
      kind: 'closing',
      date: '2025-01-03',
      amountMinor: 109550,
      currency: 'USD',
    });
  });

  test('balances above and below the rows count when they name their day', async () => {
    expect((await read('Volksbank (until 2021)')).balances).toEqual([
      { kind: 'opening', date: '2021-01-01', amountMinor: 10000, currency: 'EUR' },
      { kind: 'closing', date: '2021-01-04', amountMinor: 121050, currency: 'EUR' },
    ]);
    expect((await read('DKB (until 2023)')).balances).toEqual([
      { kind: 'closing', date: '2022-01-30', amountMinor: 123456, currency: 'EUR' },
    ]);
  });

  test("PayPal's rows add up to its balance", async () => {
    const { transactions, balances } = await read('PayPal (German)');
    const sums = new Map<string, number>();
    for (const { currency, amountMinor } of transactions) sums.set(currency, (sums.get(currency) ?? 0) + amountMinor);
    expect(balances.map(({ currency, amountMinor }) => [currency, amountMinor])).toEqual([...sums]);
  });
});
