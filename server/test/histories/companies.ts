import type { LabelledHistory } from './history.types.ts';
import { buildHistory } from './history-builder.ts';

const RANGE = { from: '2024-01-01', to: '2025-12-31', userType: 'company' as const };

/** A German joinery: customers, wages, taxes of several kinds to one office, a lease, a loan, a credit line. */
export function germanCompany(): LabelledHistory {
  const history = buildHistory({ ...RANGE, country: 'DE', name: 'German joinery', seed: 61 });
  history.account('konto', { balanceMinor: 1_850_000, overdraftLimitMinor: 1_000_000 });
  history.account('ruecklage', { type: 'TAGESGELD', balanceMinor: 3_000_000 });
  for (const [index, customer] of [
    'Hotel Seeblick GmbH',
    'Bauamt Musterstadt',
    'Familie Kern',
    'Architekten Kuhn',
    'Moebel Lux S.A.',
  ].entries()) {
    const iban = customer.endsWith('S.A.') ? 'LU280019400644750000' : `DE1010050000000000${String(1000 + index)}`;
    history.purchases({
      category: 'revenue',
      tags: ['revenue'],
      payee: { name: customer, iban },
      purpose: (_, r) => `RE ${r.integer(2400, 2599)} Dank`,
      perMonth: 1.6,
      low: -9000,
      high: -800,
    });
  }
  for (const [index, employee] of ['Anna Graf', 'Ben Holz', 'Cem Yildiz'].entries()) {
    history.stream({
      name: `wage ${employee}`,
      frequency: 'MONTHLY',
      anchors: [28],
      roll: 'backward',
      category: 'payroll',
      payee: { name: employee, iban: `DE2010050000000000${String(2000 + index)}` },
      purpose: (d) => `Lohn ${d}`,
      amount: (i, r) => -(1900 + index * 310 + (i > 12 ? 60 : 0) + (r.next() < 0.3 ? r.normal(45) : 0)),
    });
  }
  const taxOffice = { name: 'Finanzamt Musterstadt', iban: 'DE30500000000050001500' };
  history.stream({
    name: 'wage tax',
    frequency: 'MONTHLY',
    anchors: [10],
    category: 'tax_payment',
    payee: taxOffice,
    purpose: 'LOHNST ANM 12/345',
    amount: (_, r) => -(900 + r.normal(60)),
  });
  history.stream({
    name: 'vat',
    frequency: 'MONTHLY',
    anchors: [10],
    category: 'tax_payment',
    payee: taxOffice,
    purpose: 'UMS.ST VORAUSZ 12/345',
    amount: (_, r) => -(2100 + r.normal(700)),
  });
  history.stream({
    name: 'health fund',
    frequency: 'MONTHLY',
    anchors: [26],
    roll: 'backward',
    category: 'social_contributions',
    payee: { name: 'AOK Nordwest', creditorId: 'DE71ZZZ00000071000' },
    mandateId: 'AOK-1',
    purpose: 'SV-BEITRAG BETRIEBSNR 998',
    amount: (_, r) => -(1980 + r.normal(70)),
  });
  history.stream({
    name: 'van lease',
    frequency: 'MONTHLY',
    anchors: [1],
    category: 'leasing',
    payee: { name: 'VW Leasing GmbH', creditorId: 'DE72ZZZ00000072000' },
    mandateId: 'L-1',
    purpose: 'LEASINGRATE VERTRAG 77',
    amount: -419,
  });
  history.stream({
    name: 'machine loan',
    frequency: 'MONTHLY',
    anchors: [30],
    category: 'loan_instalment',
    payee: { name: 'Volksbank Musterstadt' },
    purpose: 'DARLEHEN 4711 TILGUNG ZINSEN',
    amount: -1250,
  });
  history.stream({
    name: 'workshop rent',
    frequency: 'MONTHLY',
    anchors: [3],
    category: 'rent',
    payee: { name: 'Gewerbepark GbR', iban: 'DE40100500000000004000' },
    purpose: 'Miete Halle 2',
    bookingText: 'DAUERAUFTRAG',
    amount: -2200,
  });
  history.stream({
    name: 'business insurance',
    frequency: 'QUARTERLY',
    anchors: [1],
    start: '2024-01',
    category: 'other_insurance',
    payee: { name: 'Allianz Versicherungs-AG', creditorId: 'DE73ZZZ00000073000' },
    mandateId: 'A-1',
    purpose: 'BETRIEBSHAFTPFLICHT',
    amount: (i) => (i < 4 ? -388.5 : -402),
  });
  history.stream({
    name: 'trade tax',
    frequency: 'QUARTERLY',
    anchors: [15],
    start: '2024-02',
    category: 'tax_payment',
    payee: { name: 'Stadtkasse Musterstadt' },
    purpose: 'GEWERBESTEUER VORAUSZAHLUNG',
    amount: -740,
  });
  history.stream({
    name: 'telephone',
    frequency: 'MONTHLY',
    anchors: [20],
    delay: 2,
    category: 'telephone',
    merchant: 'Vodafone',
    payee: { name: 'Vodafone GmbH', creditorId: 'DE74ZZZ00000074000' },
    mandateId: 'V-1',
    purpose: 'RG Geschaeftskunde',
    amount: (_, r) => -(89 + r.integer(0, 1200) / 100),
  });
  history.purchases({
    category: 'supplier_payment',
    payee: { name: 'Holzhandel Ast KG', iban: 'DE50100500000000005000' },
    purpose: (_, r) => `Rechnung ${r.integer(10000, 99999)}`,
    perMonth: 2.5,
    low: 300,
    high: 4200,
  });
  history.purchases({
    category: 'fuel',
    merchant: 'Shell',
    payee: { name: 'SHELL DEUTSCHLAND' },
    purpose: 'SHELL 4431',
    bookingText: 'KARTENZAHLUNG',
    perMonth: 6,
    low: 40,
    high: 110,
  });
  history.purchases({
    category: 'cash_deposit',
    tags: ['cash_deposit'],
    purpose: 'EINZAHLUNG',
    perMonth: 1.2,
    low: -900,
    high: -150,
  });
  for (const month of ['2024-03', '2024-07', '2025-02', '2025-09']) {
    history.pay(`${month}-18`, -2500, {
      category: 'internal_transfer_out',
      internal: true,
      payee: { iban: 'DE02500105170000000001' },
      purpose: 'Ruecklage',
    });
    history.pay(`${month}-19`, 2500, {
      account: 'ruecklage',
      category: 'internal_transfer_in',
      internal: true,
      payee: { iban: 'DE02500105170000000000' },
      purpose: 'Ruecklage',
    });
  }
  return history.build();
}

/** An American café: daily card settlements, biweekly payroll runs, rent, quarterly estimated tax. */
export function americanCompany(): LabelledHistory {
  const history = buildHistory({ ...RANGE, country: 'US', name: 'American café', seed: 71 });
  history.account('operating', { balanceMinor: 2_210_000, overdraftLimitMinor: 0 });
  history.purchases({
    category: 'card_settlement',
    tags: ['revenue'],
    merchant: 'Square',
    purpose: (_, r) => `SQUARE INC SQ${r.integer(100000, 999999)}`,
    perMonth: 22,
    low: -1900,
    high: -350,
  });
  history.stream({
    name: 'payroll run',
    frequency: 'BIWEEKLY',
    start: '2024-01-12',
    category: 'payroll',
    purpose: (d) => `GUSTO PAY ${d}`,
    amount: (_, r) => -(6100 + r.normal(450)),
  });
  history.stream({
    name: 'payroll tax',
    frequency: 'BIWEEKLY',
    start: '2024-01-12',
    category: 'tax_payment',
    purpose: (d) => `GUSTO TAX ${d}`,
    amount: (_, r) => -(1510 + r.normal(110)),
  });
  history.stream({
    name: 'rent',
    frequency: 'MONTHLY',
    anchors: [1],
    category: 'rent',
    purpose: 'MAIN ST HOLDINGS RENT',
    amount: -4200,
  });
  history.stream({
    name: 'estimated tax',
    frequency: 'QUARTERLY',
    anchors: [15],
    start: '2024-01',
    category: 'tax_payment',
    purpose: 'IRS USATAXPYMT 220',
    amount: (_, r) => -(3000 + r.integer(0, 600)),
  });
  history.stream({
    name: 'insurance',
    frequency: 'MONTHLY',
    anchors: [11],
    category: 'other_insurance',
    merchant: 'The Hartford',
    purpose: 'THE HARTFORD INSURANCE CT',
    amount: (i) => (i < 9 ? -212 : -229.5),
  });
  history.stream({
    name: 'pos software',
    frequency: 'MONTHLY',
    anchors: [19],
    roll: 'none',
    category: 'software_online',
    merchant: 'Toast',
    purpose: 'TOAST INC MA',
    amount: -165,
  });
  history.purchases({
    category: 'supplier_payment',
    merchant: 'Sysco',
    purpose: (_, r) => `SYSCO CENTRAL TX ${r.integer(1000, 9999)}`,
    perMonth: 6,
    low: 250,
    high: 1900,
  });
  return history.build();
}
