import { describe, expect, test } from 'vitest';
import { faultOf, readFiles, readText, textFile } from '../files.testing.ts';

const statement = (...lines: string[]) =>
  [
    ':20:STARTUMS',
    ':25:37040044/0532013000EUR',
    ':28C:1/1',
    ':60F:C250102EUR1000,00',
    ...lines,
    ':62F:C250103EUR900,00',
    '-',
    '',
  ].join('\r\n');

describe('MT940', () => {
  test('the German form: subfields, tags cut anywhere, everything in its place', async () => {
    const { accounts, balances, transactions } = await readText(
      statement(
        ':61:2501030102DR89,50NDDTNONREF//B-77',
        '/OCMT/EUR89,50/',
        ':86:105?00Basislastschrift?10931?20EREF+E-1?21MREF+M-1?22CRED+DE98ZZZ09999999999?23S',
        'VWZ+Abschlag Januar fuer di?24e Wohnung?30BYLADEM1001?31DE02120300000000202051?32Stadtwerke',
        ' Musters?33tadt?34997?60 im Erdgeschoss',
      ),
    );
    expect(accounts).toMatchObject([{ iban: null, accountNumber: '532013000', bankCode: '37040044', currency: 'EUR' }]);
    expect(balances).toEqual([
      { kind: 'opening', amountMinor: 100000, currency: 'EUR', date: '2025-01-02' },
      { kind: 'closing', amountMinor: 90000, currency: 'EUR', date: '2025-01-03' },
    ]);
    expect(transactions).toMatchObject([
      {
        bankIds: ['ref:B-77'],
        amountMinor: -8950,
        bookingDate: '2025-01-02',
        valueDate: '2025-01-03',
        bookingText: 'Basislastschrift',
        purpose: 'Abschlag Januar fuer die Wohnung im Erdgeschoss',
        paymentPartner: {
          name: 'Stadtwerke Musterstadt',
          iban: 'DE02120300000000202051',
          bic: 'BYLADEM1001',
          creditorId: 'DE98ZZZ09999999999',
        },
        endToEndId: 'E-1',
        mandateId: 'M-1',
        bankTransactionCode: '105',
      },
    ]);
  });

  test.each([
    ['2501030103C1,NMSCNONREF', 100, '2025-01-03'],
    ['250103D1,5NMSCNONREF', -150, '2025-01-03'],
    ['2501030103CR1,00NMSCNONREF', 100, '2025-01-03'],
    ['2501030103RC1,00NMSCNONREF', -100, '2025-01-03'],
    ['2501030103RDR1,00NMSCNONREF', 100, '2025-01-03'],
    ['2501021231D1,00NMSCNONREF', -100, '2024-12-31'],
    ['2412310102D1,00NMSCNONREF', -100, '2025-01-02'],
    ['2502300228D1,00NMSCNONREF', -100, '2025-02-28'],
  ])(':61:%s', async (line, amountMinor, bookingDate) => {
    const { transactions } = await readText(statement(`:61:${line}`));
    expect(transactions).toMatchObject([{ amountMinor, bookingDate }]);
  });

  test.each([
    ['Miete Januar SVWZ+Wohnung 3 IBAN: DE1', { purpose: 'Miete Januar Wohnung 3 IBAN: DE1' }],
    [
      '/TRTP/SEPA OVERBOEKING/IBAN/NL02ABNA0123456789/BIC/ABNANL2A/NAME/J Jansen/REMI/Huur/EREF/NOTPROVIDED',
      { purpose: 'Huur', endToEndId: null, paymentPartner: { name: 'J Jansen', iban: 'NL02ABNA0123456789' } },
    ],
    [
      '020?00UEBERWEISUNG?20Rechnung 7?21vom Dezember?32Max Muster',
      { purpose: 'Rechnung 7 vom Dezember', paymentPartner: { name: 'Max Muster' } },
    ],
    ['177~00UEBERWEISUNG~20Was?Ja~32Max', { purpose: 'Was?Ja', paymentPartner: { name: 'Max' } }],
    ['PAYMENT FROM CUSTOMER', { purpose: 'PAYMENT FROM CUSTOMER', paymentPartner: null }],
  ])(':86:%s', async (text, expected) => {
    const { transactions } = await readText(statement(':61:250103D1,00NMSCNONREF', `:86:${text}`));
    expect(transactions).toMatchObject([expected]);
  });

  test('pages, several accounts, SWIFT blocks, an IBAN in :25:', async () => {
    const text = [
      '{1:F01COBADEFFXXXX0000000000}{2:I940}{4:',
      ':20:A',
      ':25:DE89370400440532013000',
      ':28C:1/1',
      ':60F:C250102EUR10,00',
      ':61:250102C1,00NMSC',
      ':62M:C250102EUR11,00',
      '-}',
      ':20:A',
      ':25:DE89370400440532013000',
      ':28C:1/2',
      ':60M:C250102EUR11,00',
      ':61:250102C2,00NMSC',
      ':62F:C250102EUR13,00',
      '-}',
      ':20:B',
      ':25:COBADEFF/4711',
      ':28C:1/1',
      ':60F:D250102USD10,00',
      ':61:250102C3,00NMSC',
      ':62F:D250102USD7,00',
      '-',
    ].join('\n');
    const { accounts, transactions, balances } = await readText(text);
    expect(accounts.map(({ iban, accountNumber, bic, currency }) => [iban ?? accountNumber, bic, currency])).toEqual([
      ['DE89370400440532013000', null, 'EUR'],
      ['4711', 'COBADEFF', 'USD'],
    ]);
    expect(transactions.map((t) => t.amountMinor)).toEqual([100, 200, 300]);
    expect(balances.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
      ['opening', 1000],
      ['closing', 1300],
      ['opening', -1000],
      ['closing', -700],
    ]);
  });

  test.each(['utf8', 'windows-1252'] as const)('umlauts in %s', async (encoding) => {
    const text = statement(':61:250103D1,00NMSC', ':86:020?00ÜBERWEISUNG?20Straße?32Jürgen Schäfer');
    const { transactions } = await readFiles([textFile(text, 'a.sta', encoding)]);
    expect(transactions).toMatchObject([
      { bookingText: 'ÜBERWEISUNG', purpose: 'Straße', paymentPartner: { name: 'Jürgen Schäfer' } },
    ]);
  });

  test('umlauts in CP850', async () => {
    const text = statement(':61:250103D1,00NMSC', ':86:020?20Stra\xe1e?32J\x81rgen Sch\x84fer');
    const { transactions } = await readFiles([textFile(text, 'a.sta', 'latin1')]);
    expect(transactions).toMatchObject([{ purpose: 'Straße', paymentPartner: { name: 'Jürgen Schäfer' } }]);
  });

  test.each([
    ['2501320103D1,00NMSC', 'field :61:, value date: "250132" is no date'],
    ['2501031399D1,00NMSC', 'field :61:, entry date: "1399" is no date'],
    ['250103D1,005NMSC', 'field :61:, amount: 1.005 has 3 decimals, EUR has 2'],
    ['250103X1,00NMSC', 'field :61: is malformed: date, mark, amount and type of the booking were expected'],
  ])('a booking that can not be read is left out with its line: %s', async (line, reason) => {
    const { transactions, rejected } = await readText(
      statement(':61:250103D1,00NMSC', `:61:${line}`, ':86:lost', ':61:250103D2,00NMSC'),
    );
    expect(transactions.map((t) => t.amountMinor)).toEqual([-100, -200]);
    expect(rejected).toEqual([{ file: 'file.txt', line: 6, reason }]);
  });

  test('cut off, it is refused', async () => {
    const text = statement(':61:250103D1,00NMSC', ':86:Miete');
    expect(await faultOf(readText(text.slice(0, text.indexOf(':62F:') + 2)))).toEqual({
      file: 'file.txt',
      line: 7,
      reason: 'the file is cut off: the statement that began in line 2 has no closing balance (:62F:)',
    });
  });
});
