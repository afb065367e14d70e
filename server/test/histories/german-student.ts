import { everydayPurchases, RANGE } from './german-everyday.ts';
import type { LabelledHistory } from './history.types.ts';
import { buildHistory } from './history-builder.ts';

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
    category: 'child_support_received',
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
