import { everydayPurchases, RANGE } from './german-everyday.ts';
import type { LabelledHistory } from './history.types.ts';
import { buildHistory } from './history-builder.ts';

/** A family of four: salary, child benefit, flat and parking from one landlord, insurers, streaming through PayPal. */
export function germanFamily(): LabelledHistory {
  const history = buildHistory({ ...RANGE, name: 'German family', seed: 11 });
  history.account('giro', { balanceMinor: 312_455 });
  everydayPurchases(history);
  const employer = { name: 'Maschinenbau Nord GmbH', iban: 'DE12200400600000000001' };
  history.stream({
    name: 'salary',
    frequency: 'MONTHLY',
    anchors: [31],
    roll: 'backward',
    category: 'salary',
    payee: employer,
    purpose: (day) => `LOHN / GEHALT ${day} PERS.NR. 4711`,
    bookingText: 'LOHN GEHALT',
    amount: (i, r) => (i < 14 ? 2875.33 : 2991.07) + (i % 5 === 0 ? r.normal(60) : 0),
  });
  history.pay('2024-11-28', 1437.5, {
    category: 'bonus_pay',
    payee: employer,
    purpose: 'WEIHNACHTSGELD 2024',
    tags: ['bonus'],
  });
  history.pay('2025-11-27', 1437.5, {
    category: 'bonus_pay',
    payee: employer,
    purpose: 'WEIHNACHTSGELD 2025',
    tags: ['bonus'],
  });
  history.pay('2025-03-11', 84.2, { category: 'expense_reimbursement', payee: employer, purpose: 'Reisekosten Maerz' });
  history.stream({
    name: 'child benefit',
    frequency: 'MONTHLY',
    anchors: [9],
    category: 'child_benefit',
    payee: { name: 'Bundesagentur für Arbeit - Familienkasse', iban: 'DE49750000000075001007' },
    purpose: 'KG115FK123456 0124 115KG',
    amount: (_, _r, day) => (day < 20089 ? 500 : 510),
  });
  const landlord = { name: 'Wohnbau Musterstadt eG', iban: 'DE55500400000000000777' };
  history.stream({
    name: 'rent',
    frequency: 'MONTHLY',
    anchors: [1],
    category: 'rent',
    payee: landlord,
    purpose: 'Miete Wohnung 12 Musterweg 3',
    bookingText: 'DAUERAUFTRAG',
    amount: (i) => (i < 10 ? -980 : -1015),
  });
  history.stream({
    name: 'parking',
    frequency: 'MONTHLY',
    anchors: [1],
    category: 'rent',
    payee: landlord,
    purpose: 'Stellplatz 7 Musterweg',
    bookingText: 'DAUERAUFTRAG',
    amount: -55,
  });
  history.stream({
    name: 'electricity',
    frequency: 'MONTHLY',
    anchors: [3],
    delay: 2,
    category: 'electricity_gas',
    payee: { name: 'Stadtwerke Musterstadt', creditorId: 'DE44ZZZ00000004444' },
    mandateId: 'SWM-1',
    purpose: (d) => `Abschlag Strom Vertrag 881 ${d}`,
    amount: (i) => (i < 12 ? -92 : -104),
  });
  history.stream({
    name: 'mobile',
    frequency: 'MONTHLY',
    anchors: [17],
    delay: 3,
    category: 'telephone',
    merchant: 'Telekom',
    payee: { name: 'Telekom Deutschland GmbH', creditorId: 'DE93ZZZ00000078611' },
    mandateId: 'TK-A',
    purpose: (d) => `Mobilfunk Kundenkonto 22 RG ${d}`,
    amount: (_, r) => -(39.95 + (r.next() < 0.25 ? r.integer(1, 900) / 100 : 0)),
  });
  history.stream({
    name: 'internet',
    frequency: 'MONTHLY',
    anchors: [3],
    delay: 2,
    category: 'internet_cable',
    merchant: 'Telekom',
    payee: { name: 'Telekom Deutschland GmbH', creditorId: 'DE93ZZZ00000078611' },
    mandateId: 'TK-B',
    purpose: (d) => `Festnetz Kundenkonto 23 RG ${d}`,
    amount: -44.95,
  });
  history.stream({
    name: 'car insurance',
    frequency: 'QUARTERLY',
    anchors: [2],
    start: '2024-01',
    category: 'car_insurance',
    payee: { name: 'HUK-COBURG', creditorId: 'DE11ZZZ00000011111' },
    mandateId: 'HUK-1',
    purpose: 'KFZ-VERS. MS-AB 123',
    amount: (i) => (i < 4 ? -141.2 : -158.9),
  });
  history.stream({
    name: 'liability',
    frequency: 'YEARLY',
    anchors: [1],
    start: '2024-02',
    category: 'property_insurance',
    payee: { name: 'HUK-COBURG', creditorId: 'DE11ZZZ00000011111' },
    mandateId: 'HUK-2',
    purpose: 'PRIVATHAFTPFLICHT',
    amount: (i) => -69 - i * 2.4,
  });
  history.stream({
    name: 'broadcasting fee',
    frequency: 'QUARTERLY',
    anchors: [15],
    start: '2024-02',
    category: 'broadcasting_fee',
    payee: { name: 'Rundfunk ARD, ZDF, DRadio', creditorId: 'DE57ZZZ00000009556' },
    purpose: 'Rundfunkbeitrag 02-04.2024 Beitragsnr. 123 456 789',
    amount: -55.08,
  });
  const paypal = {
    name: 'PayPal Europe S.a.r.l. et Cie S.C.A',
    iban: 'LU89751000135104200E',
    creditorId: 'LU96ZZZ0000000000000000058',
  };
  const viaPaypal = (shop: string) => (_: number, r: { integer: (a: number, b: number) => number }) =>
    `10${r.integer(10000000, 99999999)}/PP.${r.integer(1000, 9999)}.PP/. ${shop}, Ihr Einkauf bei ${shop}`;
  history.stream({
    name: 'spotify',
    frequency: 'MONTHLY',
    anchors: [22],
    delay: 3,
    category: 'music_audio',
    merchant: 'Spotify',
    payee: paypal,
    mandateId: 'PP-M',
    purpose: viaPaypal('Spotify AB'),
    amount: (i) => (i < 9 ? -10.99 : -12.99),
  });
  history.stream({
    name: 'netflix',
    frequency: 'MONTHLY',
    anchors: [8],
    delay: 3,
    category: 'tv_film',
    merchant: 'Netflix',
    payee: paypal,
    mandateId: 'PP-M',
    purpose: viaPaypal('Netflix International BV'),
    amount: (i) => (i < 16 ? -13.99 : -14.99),
    missed: [7],
  });
  history.purchases({
    category: 'other_shopping',
    payee: paypal,
    mandateId: 'PP-M',
    purpose: viaPaypal('Lampenwelt GmbH'),
    perMonth: 0.4,
    low: 20,
    high: 120,
  });
  history.purchases({
    category: 'online_marketplace',
    merchant: 'eBay',
    payee: paypal,
    mandateId: 'PP-M',
    purpose: viaPaypal('eBay S.a.r.l.'),
    perMonth: 1.2,
    low: 4,
    high: 60,
  });
  history.stream({
    name: 'amazon prime',
    frequency: 'MONTHLY',
    anchors: [12],
    roll: 'forward',
    category: 'membership',
    merchant: 'Amazon',
    payee: { name: 'AMAZON PAYMENTS EUROPE S.C.A.', creditorId: 'DE24ZZZ00000561652', iban: 'DE87300308801908262006' },
    mandateId: 'AMZ-77',
    purpose: (_, r) => `D01-${r.integer(1000000, 9999999)} Amazon Prime`,
    bookingText: 'FOLGELASTSCHRIFT',
    amount: -8.99,
  });
  history.stream({
    name: 'daycare',
    frequency: 'MONTHLY',
    anchors: [15],
    start: '2024-08',
    category: 'childcare',
    payee: { name: 'Stadt Musterstadt Kasse', iban: 'DE66500500000000001234' },
    purpose: 'KITA-BEITRAG KZ 55.123',
    amount: -187,
    doubled: [4],
  });
  history.stream({
    name: 'car tax',
    frequency: 'YEARLY',
    anchors: [14],
    start: '2024-05',
    category: 'vehicle_tax',
    payee: { name: 'Bundeskasse Halle', creditorId: 'DE09ZZZ00000000001' },
    purpose: 'KFZ-STEUER MS AB 123',
    amount: -142,
  });
  return history.build();
}
