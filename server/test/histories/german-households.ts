import { buildHistory, type HistoryBuilder } from './history-builder.ts';
import type { LabelledHistory } from './history.types.ts';

const RANGE = { from: '2024-01-01', to: '2025-12-31', country: 'DE' as const, userType: 'person' as const };

/** What nearly every German account shows between the contracts. */
function everydayPurchases(history: HistoryBuilder): void {
  const card = { bookingText: 'KARTENZAHLUNG' };
  const at = (name: string) => (_: number, random: { integer: (a: number, b: number) => number }) =>
    `${name}//Musterstadt/DE ${random.integer(2024, 2025)}-0${random.integer(1, 9)}-1${random.integer(0, 9)}T${random.integer(10, 19)}:${random.integer(10, 59)} Debitk.0`;
  history.purchases({
    ...card,
    category: 'groceries',
    merchant: 'REWE',
    payee: { name: 'REWE Markt GmbH' },
    purpose: at('REWE SAGT DANKE 4411'),
    perMonth: 9,
    low: 6,
    high: 110,
  });
  history.purchases({
    ...card,
    category: 'groceries',
    merchant: 'Lidl',
    payee: { name: 'LIDL DIENSTLEISTUNG' },
    purpose: at('LIDL SAGT DANKE'),
    perMonth: 5,
    low: 5,
    high: 80,
  });
  history.purchases({
    ...card,
    category: 'fuel',
    merchant: 'Aral',
    payee: { name: 'ARAL AG' },
    purpose: at('ARAL STATION 221'),
    perMonth: 2.5,
    low: 35,
    high: 85,
  });
  history.purchases({
    ...card,
    category: 'bakery_food',
    payee: { name: 'Baeckerei Krume' },
    purpose: at('BAECKEREI KRUME'),
    perMonth: 7,
    low: 2,
    high: 9,
    prices: [2.4, 3.1, 4.2, 5.6, 6.9],
  });
  history.purchases({
    ...card,
    category: 'restaurants',
    payee: { name: 'Trattoria Da Nino' },
    purpose: at('TRATTORIA DA NINO'),
    perMonth: 1.5,
    low: 18,
    high: 70,
  });
  history.purchases({
    category: 'online_marketplace',
    merchant: 'Amazon',
    payee: { name: 'AMAZON PAYMENTS EUROPE S.C.A.', creditorId: 'DE24ZZZ00000561652', iban: 'DE87300308801908262006' },
    purpose: (_, r) => `30${r.integer(1, 9)}-${r.integer(1000000, 9999999)} AMZN Mktp DE ${r.integer(10000, 99999)}`,
    mandateId: 'AMZ-77',
    bookingText: 'FOLGELASTSCHRIFT',
    perMonth: 3,
    low: 6,
    high: 90,
  });
  history.purchases({
    category: 'cash_withdrawal',
    tags: ['cash_withdrawal'],
    purpose: 'GA NR00000123 BLZ50050201',
    bookingText: 'BARGELDAUSZAHLUNG',
    perMonth: 2,
    low: 50,
    high: 200,
    prices: [50, 100, 150],
  });
}

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

/** A student: aid, a part-time job, money from home, a shared flat, a gym that was cancelled. */
export function germanStudent(): LabelledHistory {
  const history = buildHistory({ ...RANGE, from: '2024-10-01', name: 'German student', seed: 23 });
  history.account('giro', { balanceMinor: 18_302 });
  everydayPurchases(history);
  history.stream({
    name: 'student aid',
    frequency: 'MONTHLY',
    anchors: [31],
    roll: 'backward',
    category: 'student_aid',
    payee: { name: 'Landeskasse BAfoeG' },
    purpose: (d) => `BAFOEG ${d} FOERDERNR 9987`,
    amount: 633,
  });
  history.stream({
    name: 'job',
    frequency: 'MONTHLY',
    anchors: [15],
    delay: 4,
    category: 'salary',
    payee: { name: 'Cafe Ecke UG' },
    purpose: 'Lohn Aushilfe',
    amount: (_, r) => 300 + r.integer(0, 238),
  });
  history.stream({
    name: 'from home',
    frequency: 'MONTHLY',
    anchors: [2],
    category: 'pocket_money',
    payee: { name: 'Petra Beispiel', iban: 'DE77500100000000000042' },
    purpose: 'Unterhalt Kim',
    bookingText: 'DAUERAUFTRAG',
    amount: 250,
  });
  history.stream({
    name: 'room',
    frequency: 'MONTHLY',
    anchors: [1],
    category: 'rent',
    payee: { name: 'Lena Vogt', iban: 'DE88500100000000000043' },
    purpose: 'Miete WG Zimmer',
    bookingText: 'DAUERAUFTRAG',
    amount: -385,
  });
  history.stream({
    name: 'gym',
    frequency: 'MONTHLY',
    anchors: [1],
    end: '2025-05-31',
    category: 'fitness',
    merchant: 'McFIT',
    payee: { name: 'RSG Group GmbH', creditorId: 'DE30ZZZ00000030000' },
    mandateId: 'F-1',
    purpose: 'MITGLIEDSBEITRAG 1234',
    amount: -24.9,
  });
  history.stream({
    name: 'transit pass',
    frequency: 'MONTHLY',
    anchors: [1],
    start: '2025-01',
    category: 'public_transit',
    payee: { name: 'Verkehrsverbund AG', creditorId: 'DE31ZZZ00000031000' },
    mandateId: 'VV-1',
    purpose: (d) => `Deutschlandticket Abo ${d}`,
    amount: -58,
  });
  history.stream({
    name: 'semester fee',
    frequency: 'HALF_YEARLY',
    anchors: [20],
    delay: 6,
    start: '2025-01',
    category: 'education',
    payee: { name: 'Universitaetskasse' },
    purpose: 'Semesterbeitrag Matr 778899',
    amount: (i) => (i === 0 ? -312.4 : -328.1),
  });
  history.pay('2025-06-12', 50, {
    category: 'private_transfer_in',
    payee: { name: 'Oma Inge' },
    purpose: 'Zum Geburtstag',
  });
  history.purchases({
    category: 'private_transfer_out',
    payee: { name: 'Jonas Weber', iban: 'DE99500100000000000044' },
    purpose: 'danke',
    perMonth: 1.5,
    low: 5,
    high: 45,
  });
  return history.build();
}

/** A retired couple: two pensions, health insurance, a savings plan to the own savings account, overdraft-free. */
export function germanPensioners(): LabelledHistory {
  const history = buildHistory({ ...RANGE, name: 'German pensioners', seed: 31 });
  history.account('giro', { balanceMinor: 540_010 });
  history.account('tagesgeld', { type: 'TAGESGELD', balanceMinor: 2_400_000 });
  everydayPurchases(history);
  const pension = { name: 'Renten Service', iban: 'DE70100100100000000555' };
  history.stream({
    name: 'pension his',
    frequency: 'MONTHLY',
    anchors: [31],
    roll: 'backward',
    category: 'state_pension',
    payee: pension,
    purpose: 'RENTE DRV 12 150155 M 001',
    amount: (_, _r, day) => (day < 19905 ? 1412.6 : day < 20270 ? 1477.15 : 1532.4),
  });
  history.stream({
    name: 'pension hers',
    frequency: 'MONTHLY',
    anchors: [31],
    roll: 'backward',
    category: 'state_pension',
    payee: pension,
    purpose: 'RENTE DRV 12 230158 B 502',
    amount: (_, _r, day) => (day < 19905 ? 804.1 : day < 20270 ? 840.85 : 872.3),
  });
  history.stream({
    name: 'company pension',
    frequency: 'MONTHLY',
    anchors: [1],
    roll: 'forward',
    category: 'private_pension',
    payee: { name: 'Pensionskasse Chemie VVaG' },
    purpose: 'Betriebsrente',
    amount: 288.4,
  });
  history.stream({
    name: 'service charges',
    frequency: 'MONTHLY',
    anchors: [5],
    category: 'service_charges',
    payee: { name: 'WEG Am Anger', iban: 'DE11100500000000000321' },
    purpose: 'Hausgeld Whg 4',
    bookingText: 'DAUERAUFTRAG',
    amount: -265,
  });
  history.stream({
    name: 'gas',
    frequency: 'MONTHLY',
    anchors: [28],
    delay: 3,
    category: 'electricity_gas',
    payee: { name: 'Gasversorgung Sued GmbH', creditorId: 'DE51ZZZ00000051000' },
    mandateId: 'G-1',
    purpose: (d) => `Abschlag ${d}`,
    amount: (i, r) => -(120 + (i % 12 < 4 ? 45 : 0) + r.normal(8)),
  });
  history.stream({
    name: 'property tax',
    frequency: 'QUARTERLY',
    anchors: [15],
    start: '2024-02',
    category: 'property_tax',
    payee: { name: 'Gemeinde Anger' },
    purpose: 'GRUNDSTEUER B FAD 0815',
    amount: -86.25,
  });
  history.stream({
    name: 'savings',
    frequency: 'MONTHLY',
    anchors: [3],
    category: 'internal_transfer_out',
    internal: true,
    payee: { name: 'Kim Beispiel', iban: 'DE02500105170000000001' },
    purpose: 'Sparen',
    bookingText: 'DAUERAUFTRAG',
    amount: -200,
  });
  for (let month = 0; month < 24; month++) {
    const date = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-04`;
    history.pay(date, 200, {
      account: 'tagesgeld',
      category: 'internal_transfer_in',
      internal: true,
      payee: { name: 'Kim Beispiel', iban: 'DE02500105170000000000' },
      purpose: 'Sparen',
    });
  }
  history.stream({
    name: 'donation',
    frequency: 'YEARLY',
    anchors: [10],
    start: '2024-12',
    delay: 4,
    category: 'donation',
    payee: { name: 'Aktion Hilfe e.V.', iban: 'DE12100500000000007777' },
    purpose: 'Spende',
    amount: -100,
  });
  history.stream({
    name: 'newspaper',
    frequency: 'HALF_YEARLY',
    anchors: [2],
    start: '2024-01',
    category: 'books_press',
    payee: { name: 'Anger Zeitung Verlag', creditorId: 'DE61ZZZ00000061000' },
    mandateId: 'AZ-1',
    purpose: 'Abo Tageszeitung',
    bookingText: 'FOLGELASTSCHRIFT',
    amount: (i) => (i < 2 ? -198 : -212),
  });
  return history.build();
}
