import type { LabelledHistory } from './history.types.ts';
import { buildHistory, type HistoryBuilder } from './history-builder.ts';
import type { Random } from './random.ts';

const RANGE = { from: '2024-01-01', to: '2025-12-31', country: 'US' as const, userType: 'person' as const };

/** Card purchases as American banks print them: no counterparty, only a line of text. */
function everydayPurchases(history: HistoryBuilder): void {
  const line = (text: string) => (_: number, r: Random) =>
    `${text} #${r.integer(100, 9999)} ${r.pick(['AUSTIN', 'ROUND ROCK', 'PFLUGERVILLE'])} TX`;
  history.purchases({
    category: 'groceries',
    merchant: 'H-E-B',
    purpose: line('H-E-B'),
    perMonth: 8,
    low: 9,
    high: 160,
  });
  history.purchases({
    category: 'superstore',
    merchant: 'Walmart',
    purpose: line('WAL-MART'),
    perMonth: 3,
    low: 8,
    high: 140,
  });
  history.purchases({
    category: 'fuel',
    merchant: 'Shell',
    purpose: line('SHELL OIL 5744'),
    perMonth: 4,
    low: 25,
    high: 70,
  });
  history.purchases({
    category: 'coffee',
    merchant: 'Starbucks',
    purpose: line('STARBUCKS STORE'),
    perMonth: 9,
    low: 3,
    high: 12,
    prices: [4.25, 5.45, 6.15, 7.8],
  });
  history.purchases({
    category: 'fast_food',
    merchant: 'Chipotle',
    purpose: line('CHIPOTLE'),
    perMonth: 3,
    low: 9,
    high: 30,
  });
  history.purchases({
    category: 'online_marketplace',
    merchant: 'Amazon',
    purpose: (_, r) => `AMZN Mktp US*${r.integer(10, 99)}K${r.integer(100, 999)}`,
    perMonth: 5,
    low: 7,
    high: 120,
  });
  history.purchases({
    category: 'taxi_ride',
    merchant: 'Uber',
    purpose: (_, r) => `UBER TRIP ${r.integer(1000, 9999)} HELP.UBER.COM`,
    perMonth: 2,
    low: 8,
    high: 38,
  });
  history.purchases({
    category: 'cash_withdrawal',
    tags: ['cash_withdrawal'],
    purpose: 'ATM WITHDRAWAL 004412',
    perMonth: 1,
    low: 40,
    high: 200,
    prices: [40, 60, 100],
  });
}

/** Two earners: one paid every second Friday, one on the 15th and the last; mortgage, cars, subscriptions. */
export function americanFamily(): LabelledHistory {
  const history = buildHistory({ ...RANGE, name: 'American family', seed: 47 });
  history.account('checking', { balanceMinor: 612_044 });
  everydayPurchases(history);
  history.stream({
    name: 'payroll A',
    frequency: 'BIWEEKLY',
    start: '2024-01-05',
    category: 'salary',
    purpose: (d) => `ACME ROBOTICS DIRECT DEP PPD ID: ${d}`,
    amount: (i, r) => 2143.18 + (i > 26 ? 85.5 : 0) + (r.next() < 0.2 ? r.normal(40) : 0),
  });
  history.stream({
    name: 'payroll B',
    frequency: 'SEMI_MONTHLY',
    anchors: [15, 31],
    roll: 'backward',
    category: 'salary',
    purpose: (d) => `TX SCHOOL DIST PAYROLL ${d}`,
    amount: (_, r) => 1622.4 + r.normal(3),
  });
  history.stream({
    name: 'mortgage',
    frequency: 'MONTHLY',
    anchors: [1],
    delay: 2,
    category: 'mortgage_payment',
    purpose: 'ROCKET MORTGAGE LOAN PMT',
    amount: (i) => (i < 12 ? -2310.55 : -2388.19),
  });
  history.stream({
    name: 'auto loan',
    frequency: 'MONTHLY',
    anchors: [12],
    category: 'car_loan_payment',
    purpose: (d) => `TOYOTA ACH RTL WEB ID ${d}`,
    amount: -438.21,
  });
  history.stream({
    name: 'auto insurance',
    frequency: 'HALF_YEARLY',
    anchors: [9],
    start: '2024-03',
    category: 'car_insurance',
    merchant: 'GEICO',
    purpose: 'GEICO *AUTO 800-841-3000 DC',
    roll: 'none',
    amount: (i) => -812.4 - i * 33,
  });
  history.stream({
    name: 'electricity',
    frequency: 'MONTHLY',
    anchors: [18],
    delay: 3,
    category: 'electricity_gas',
    purpose: 'CITY OF AUSTIN UTILITIES',
    amount: (i, r) => -(140 + 70 * Math.sin(((i - 1) / 12) * 2 * Math.PI) + r.normal(15)),
  });
  history.stream({
    name: 'internet',
    frequency: 'MONTHLY',
    anchors: [6],
    roll: 'none',
    category: 'internet_cable',
    merchant: 'Spectrum',
    purpose: 'SPECTRUM 855-707-7328 MO',
    amount: (i) => (i < 12 ? -79.99 : -84.99),
  });
  history.stream({
    name: 'netflix',
    frequency: 'MONTHLY',
    anchors: [21],
    roll: 'none',
    category: 'tv_film',
    merchant: 'Netflix',
    purpose: (_, r) => `NETFLIX.COM ${r.pick(['LOS GATOS CA', '408-5403700 CA'])}`,
    amount: (i) => (i < 8 ? -15.49 : -17.99),
  });
  history.stream({
    name: 'gym',
    frequency: 'BIWEEKLY',
    start: '2024-02-09',
    category: 'fitness',
    merchant: 'Planet Fitness',
    purpose: 'ABC*PLANET FITNESS 8889',
    amount: -12.5,
    missed: [9],
  });
  history.stream({
    name: 'icloud',
    frequency: 'MONTHLY',
    anchors: [27],
    roll: 'none',
    category: 'software_online',
    merchant: 'Apple',
    purpose: 'APPLE.COM/BILL 866-712-7753 CA',
    amount: -2.99,
  });
  history.stream({
    name: 'apple music',
    frequency: 'MONTHLY',
    anchors: [4],
    roll: 'none',
    category: 'software_online',
    merchant: 'Apple',
    purpose: 'APPLE.COM/BILL 866-712-7753 CA',
    amount: -16.99,
  });
  history.purchases({
    category: 'software_online',
    merchant: 'Apple',
    purpose: 'APPLE.COM/BILL 866-712-7753 CA',
    perMonth: 0.3,
    low: 1,
    high: 40,
  });
  history.stream({
    name: 'prime',
    frequency: 'YEARLY',
    anchors: [17],
    start: '2024-07',
    roll: 'none',
    category: 'membership',
    merchant: 'Amazon Prime',
    purpose: 'AMAZON PRIME*RT4GH AMZN.COM/BILL WA',
    amount: -139,
  });
  history.stream({
    name: 'card payment',
    frequency: 'MONTHLY',
    anchors: [22],
    roll: 'backward',
    delay: 1,
    category: 'credit_card_payment',
    purpose: 'DISCOVER E-PAYMENT',
    amount: (_, r) => -(500 + r.integer(0, 1100)),
    missed: [5],
  });
  history.stream({
    name: 'piano lessons',
    frequency: 'WEEKLY',
    start: '2024-09-03',
    end: '2025-05-31',
    category: 'education',
    purpose: 'ZELLE PAYMENT TO MARIA LOPEZ PIANO',
    amount: -45,
    missed: [12, 16],
  });
  return history.build();
}

/** A gig worker in rented rooms: weekly payouts that vary, rent, phone, a student loan, pay-day loan trouble. */
export function americanGigWorker(): LabelledHistory {
  const history = buildHistory({ ...RANGE, from: '2025-01-01', name: 'American gig worker', seed: 53 });
  history.account('checking', { balanceMinor: 4_120 });
  everydayPurchases(history);
  history.stream({
    name: 'payouts',
    frequency: 'WEEKLY',
    start: '2025-01-07',
    category: 'gig_income',
    purpose: (_, r) => `DOORDASH INC WEEKLY PAY ${r.integer(10000, 99999)}`,
    amount: (_, r) => 410 + r.normal(90),
    missed: [11],
  });
  history.stream({
    name: 'rent',
    frequency: 'MONTHLY',
    anchors: [1],
    delay: 4,
    category: 'rent',
    purpose: 'ZELLE TO OAK HILL PROPERTIES',
    amount: -875,
  });
  history.stream({
    name: 'phone',
    frequency: 'MONTHLY',
    anchors: [14],
    roll: 'none',
    category: 'telephone',
    merchant: 'T-Mobile',
    purpose: 'T-MOBILE PREPAID WA',
    amount: -40,
  });
  history.stream({
    name: 'student loan',
    frequency: 'MONTHLY',
    anchors: [8],
    category: 'student_loan_payment',
    purpose: 'DEPT EDUCATION STUDENT LN',
    amount: -187.3,
    missed: [3, 4],
  });
  history.stream({
    name: 'storage',
    frequency: 'MONTHLY',
    anchors: [30],
    roll: 'none',
    start: '2025-03',
    category: 'storage',
    merchant: 'Public Storage',
    purpose: 'PUBLIC STORAGE 28311 TX',
    amount: (i) => (i < 5 ? -64 : -79),
  });
  history.purchases({
    category: 'gambling',
    tags: ['gambling'],
    merchant: 'DraftKings',
    purpose: 'DRAFTKINGS BOSTON MA',
    perMonth: 2,
    low: 10,
    high: 50,
    prices: [10, 20, 25, 50],
  });
  return history.build();
}
