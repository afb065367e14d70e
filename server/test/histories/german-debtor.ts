import { everydayPurchases, RANGE } from './german-everyday.ts';
import type { LabelledHistory } from './history.types.ts';
import { buildHistory } from './history-builder.ts';

/** Somebody in debt: returned debits with their fees, a garnishment, collectors, betting, an overdraft. */
export function germanDebtor(): LabelledHistory {
  const history = buildHistory({ ...RANGE, name: 'German debtor', seed: 83 });
  history.account('giro', { balanceMinor: -41_233, overdraftLimitMinor: 100_000 });
  everydayPurchases(history);
  history.stream({
    name: 'salary',
    frequency: 'MONTHLY',
    anchors: [15],
    roll: 'backward',
    category: 'salary',
    payee: { name: 'Logistik West GmbH', iban: 'DE12300400600000000009' },
    purpose: 'LOHN/GEHALT PERSNR 8812',
    bookingText: 'LOHN GEHALT',
    amount: (_, r) => 2104.5 + r.normal(30),
  });
  history.stream({
    name: 'rent',
    frequency: 'MONTHLY',
    anchors: [3],
    category: 'rent',
    payee: { name: 'Hausverwaltung Krause', iban: 'DE55500400000000000888' },
    purpose: 'Miete Whg 4 OG',
    bookingText: 'DAUERAUFTRAG',
    amount: -712,
  });
  history.stream({
    name: 'loan',
    frequency: 'MONTHLY',
    anchors: [1],
    category: 'loan_instalment',
    payee: { name: 'TARGOBANK AG', creditorId: 'DE08ZZZ00000008800' },
    mandateId: 'TB-77',
    purpose: 'RATENKREDIT 77123 RATE',
    bookingText: 'FOLGELASTSCHRIFT',
    amount: -219.4,
  });
  const telecom = { name: 'Vodafone GmbH', creditorId: 'DE74ZZZ00000074000', iban: 'DE11300700100000111111' };
  history.stream({
    name: 'mobile',
    frequency: 'MONTHLY',
    anchors: [20],
    category: 'telephone',
    merchant: 'Vodafone',
    payee: telecom,
    mandateId: 'VF-9',
    purpose: 'Vodafone Mobilfunk Kundennr 9911',
    bookingText: 'FOLGELASTSCHRIFT',
    amount: -44.99,
  });
  for (const month of ['2024-04', '2024-09', '2025-03', '2025-07']) {
    history.pay(`${month}-24`, 44.99, {
      category: 'back_debit_in',
      payee: telecom,
      mandateId: 'VF-9',
      purpose: 'RUECKLASTSCHRIFT mangels Deckung Vodafone Mobilfunk',
      bookingText: 'RETOURE',
    });
    history.pay(`${month}-24`, -3.5, {
      category: 'back_debit_fee',
      purpose: 'ENTGELT FUER RUECKLASTSCHRIFT',
      bookingText: 'ENTGELT',
    });
  }
  for (const month of ['2024-05', '2024-06', '2024-11', '2025-08']) {
    history.pay(`${month}-11`, -85, {
      category: 'debt_collection',
      payee: { name: 'EOS Deutscher Inkasso-Dienst GmbH' },
      purpose: 'AZ 2291/24 RATE FORDERUNG',
      bookingText: 'UEBERWEISUNG',
    });
  }
  for (const [date, amount] of [
    ['2024-08-12', -310.22],
    ['2025-02-17', -122.4],
    ['2025-05-06', -587.13],
  ] as const) {
    history.pay(date, amount, {
      category: 'garnishment',
      payee: { name: 'Obergerichtsvollzieher Lang' },
      purpose: 'PFAENDUNG DR II 331/24',
      bookingText: 'PFAENDUNG',
    });
  }
  history.purchases({
    category: 'gambling',
    merchant: 'Tipico',
    payee: { name: 'Tipico Co. Ltd.' },
    purpose: (_, r) => `TIPICO WETTEN ${r.integer(10000, 99999)}`,
    perMonth: 2,
    low: 10,
    high: 80,
    prices: [10, 20, 25, 50],
  });
  return history.build();
}
