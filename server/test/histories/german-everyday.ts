import type { HistoryBuilder } from './history-builder.ts';

export const RANGE = { from: '2024-01-01', to: '2025-12-31', country: 'DE' as const, userType: 'person' as const };

/** What nearly every German account shows between the contracts. */
export function everydayPurchases(history: HistoryBuilder): void {
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
