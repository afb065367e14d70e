import { everydayPurchases, RANGE } from './german-everyday.ts';
import type { LabelledHistory } from './history.types.ts';
import { buildHistory } from './history-builder.ts';

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
