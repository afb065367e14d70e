import { describe, expect, test } from 'vitest';
import { faultOf, readText } from '../files.testing.ts';

const qif = (...records: string[][]) => ['!Type:Bank', ...records.flatMap((fields) => [...fields, '^'])].join('\n');

describe('QIF', () => {
  test('accounts, splits, lists that are left out', async () => {
    const text = `!Option:AutoSwitch
!Account
NHousehold
TBank
^
!Type:Bank
D1/13'25
T-1,234.50
PLandlord
MRent
SHousing
$-1,000.00
SUtilities
$-234.50
^
!Type:Cat
NHousing
D1/2/25
^
!Account
NVisa
TCCard
^
!Type:CCard
D1/ 5'2025
T-4.50
PCafe
^
`;
    const { accounts, transactions, rejected } = await readText(text);
    expect(rejected).toEqual([]);
    expect(accounts.map(({ name, type }) => [name, type])).toEqual([
      ['Household', 'GIRO'],
      ['Visa', 'KREDIT_KARTE'],
    ]);
    expect(transactions.map((t) => [t.bookingDate, t.amountMinor, t.paymentPartner?.name, t.purpose])).toEqual([
      ['2025-01-13', -123450, 'Landlord', 'Rent'],
      ['2025-01-05', -450, 'Cafe', null],
    ]);
  });

  test('the whole file decides which way round dates are, not each row', async () => {
    const { transactions } = await readText(qif(['D03/04/2025', 'T1.00'], ['D25/04/2025', 'T2.00']));
    expect(transactions.map((t) => t.bookingDate)).toEqual(['2025-04-03', '2025-04-25']);
    expect((await faultOf(readText(qif(['D03/04/2025', 'T1.00'])))).reason).toContain('mapping.dateOrder');
  });

  test('the opening balance is none of the bookings', async () => {
    const { transactions, balances } = await readText(
      qif(['D25/04/2025', 'T100.00', 'POpening Balance', 'L[Giro]'], ['D26/04/2025', 'T-1.00']),
    );
    expect(transactions).toHaveLength(1);
    expect(balances).toEqual([{ kind: 'opening', amountMinor: 10000, currency: 'EUR', date: '2025-04-25' }]);
  });

  test("Targobank's payee is taken apart", async () => {
    const { transactions } = await readText(
      qif(
        ['D03.11.25', 'T-5.00', 'PEchtzeitüberweisung ; Max Muster ; DE02120300000000202051 ; BYLADEM1001 ; Geschenk'],
        ['D04.11.25', 'T-9.00', 'PKartenzahlung ; KINO ; BERLIN 1234'],
      ),
    );
    expect(transactions).toMatchObject([
      {
        bookingText: 'Echtzeitüberweisung',
        purpose: 'Geschenk',
        paymentPartner: { name: 'Max Muster', iban: 'DE02120300000000202051', bic: 'BYLADEM1001' },
      },
      { bookingText: 'Kartenzahlung', purpose: 'BERLIN 1234', paymentPartner: { name: 'KINO', iban: null } },
    ]);
  });

  test.each([
    [['D25/04/2025', 'PX'], 5, 'the record has no amount (T)'],
    [['T5.00', 'PX'], 5, 'the record has no date (D)'],
    [['D25/14/2025', 'T5.00'], 5, 'D: "25/14/2025" is no date'],
    [['D25/04/2025', 'T5.0x'], 6, 'T: "5.0x" is no amount'],
  ])('a record %j is left out with its line', async (fields, line, reason) => {
    const { transactions, rejected } = await readText(qif(['D24/04/2025', 'T1.00'], fields, ['D26/04/2025', 'T2.00']));
    expect(transactions).toHaveLength(2);
    expect(rejected).toEqual([{ file: 'file.txt', line, reason }]);
  });

  test('cut off within a record, it is refused', async () => {
    expect(await faultOf(readText('!Type:Bank\nD25/04/2025\nT1.00\n^\nD26/04/2025\nT2'))).toEqual({
      file: 'file.txt',
      line: 6,
      reason: 'the file is cut off: its last record does not end with "^"',
    });
  });
});
