import { everydayPurchases, RANGE } from './german-everyday.ts';
import type { LabelledHistory } from './history.types.ts';
import { buildHistory } from './history-builder.ts';

/** Income of the rarer kinds: rent, dividends, parental allowance, maintenance, a loan paid out, a freelance job. */
export function germanLandlady(): LabelledHistory {
  const history = buildHistory({ ...RANGE, name: 'German landlady', seed: 97 });
  history.account('giro', { balanceMinor: 512_040 });
  everydayPurchases(history);
  for (const [tenant, amount] of [
    ['Jana Winter', 640],
    ['Paul Sommer', 585],
  ] as const) {
    history.stream({
      name: `rent of ${tenant}`,
      frequency: 'MONTHLY',
      anchors: [2],
      category: 'rental_income',
      payee: { name: tenant, iban: `DE4410050000000000${amount}0` },
      purpose: `Miete Wohnung ${amount} Lindenstr. 9`,
      bookingText: 'DAUERAUFTRAG GUTSCHRIFT',
      amount,
    });
  }
  history.stream({
    name: 'parental allowance',
    frequency: 'MONTHLY',
    anchors: [12],
    start: '2024-02',
    end: '2025-01-31',
    category: 'parental_allowance',
    payee: { name: 'Landeshauptkasse', iban: 'DE86200000000020001500' },
    purpose: 'ELTERNGELD AZ 55-1188',
    bookingText: 'GUTSCHRIFT',
    amount: 1_240.5,
  });
  history.stream({
    name: 'maintenance',
    frequency: 'MONTHLY',
    anchors: [4],
    category: 'child_support_received',
    payee: { name: 'Ralf Beispiel', iban: 'DE66500500000000000321' },
    purpose: 'Kindesunterhalt Mia',
    bookingText: 'DAUERAUFTRAG GUTSCHRIFT',
    amount: 437,
  });
  history.stream({
    name: 'property loan',
    frequency: 'MONTHLY',
    anchors: [30],
    category: 'mortgage_payment',
    payee: { name: 'ING-DiBa AG' },
    purpose: 'Baufinanzierung Darlehen 5511 Tilgung und Zins',
    bookingText: 'LASTSCHRIFT',
    amount: -902.11,
  });
  for (const [date, amount] of [
    ['2024-05-16', 84.2],
    ['2024-08-15', 31.77],
    ['2025-05-15', 96.02],
    ['2025-09-18', 12.4],
  ] as const) {
    history.pay(date, amount, {
      category: 'dividends',
      payee: { name: 'Comdirect' },
      purpose: 'ERTRAGSGUTSCHRIFT DIVIDENDE ISIN DE0008404005',
      bookingText: 'WERTPAPIERE',
    });
  }
  history.pay('2024-10-02', 8_000, {
    category: 'loan_payout',
    payee: { name: 'Santander Consumer Bank AG' },
    purpose: 'AUSZAHLUNG DARLEHEN 90811',
    bookingText: 'GUTSCHRIFT',
  });
  return history.build();
}
