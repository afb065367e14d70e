import { monthNumber } from './calendar.ts';
import { type Contract, fixed, growing, quarterly, stepped } from './contracts.ts';
import { monthName, monthSlash } from './statement-texts.ts';

export const gym = { name: 'RSG Group GmbH', mandateId: 'MCF-20220104-118', amountMinor: 29_90 };

/** Instalment number of a loan that began in January 2024. */
function instalment(month: string): number {
  return (Number(month.slice(0, 4)) - 2024) * 12 + monthNumber(month);
}

const landlord = 'WBG Spreeblick eG';

/** What the household pays by itself, in the order of the month. Tariffs of the state are the real ones of their years. */
export const householdContracts: readonly Contract[] = [
  {
    name: landlord,
    day: 1,
    amountMinor: growing(1_386_00, 2, 7),
    purpose: (month) => `Miete ${monthName(month)} WE 0412-07 Hoffmann`,
  },
  { name: landlord, day: 1, amountMinor: fixed(75_00), purpose: () => 'Stellplatzmiete TG 17 WE 0412-07' },
  {
    name: 'Vattenfall Europe Sales GmbH',
    mandateId: 'VF-610093374',
    day: 3,
    amountMinor: growing(89_00, 4, 4),
    purpose: (month) => `Abschlag Strom ${monthSlash(month)} Vertragskonto 610093374`,
  },
  {
    name: 'GASAG AG',
    mandateId: 'GASAG-4420817',
    day: 3,
    amountMinor: growing(104_00, -3, 4),
    purpose: (month) => `Abschlag Erdgas ${monthSlash(month)} Vertragskonto 4420817`,
  },
  {
    name: 'Rundfunk ARD, ZDF, DRadio',
    mandateId: '7731149202',
    day: 15,
    months: quarterly.february,
    amountMinor: fixed(55_08),
    purpose: (month) =>
      `Rundfunk ${month.slice(5, 7)}.${month.slice(0, 4)} Beitragsnr. 773114920 Aenderungen ganz bequem online`,
  },
  {
    name: 'Telekom Deutschland GmbH',
    mandateId: 'DE000201000200000000000000007719043',
    day: 8,
    amountMinor: fixed(44_95),
    purpose: (month) => `Festnetz Vertragskonto 4819027715 RG ${month.replace('-', '')}0087 Zuhause L`,
  },
  {
    name: 'Telefonica Germany GmbH + Co. OHG',
    mandateId: 'O2-3300918-01',
    day: 11,
    amountMinor: fixed(24_99),
    purpose: (month) => `Kd-Nr. 6013300918 Rg-Nr. ${month.replace('-', '')}7712 o2 Mobile M`,
  },
  {
    name: 'Telefonica Germany GmbH + Co. OHG',
    mandateId: 'O2-3300918-02',
    day: 11,
    amountMinor: fixed(14_99),
    purpose: (month) => `Kd-Nr. 6013300918 Rg-Nr. ${month.replace('-', '')}7713 o2 Mobile S`,
  },
  {
    name: 'HUK24 AG',
    mandateId: 'HUK24-553201',
    day: 2,
    months: [2],
    amountMinor: growing(58_12, 3),
    purpose: (month) => `Privathaftpflicht 810/553201-H Beitrag ${month.slice(0, 4)}`,
  },
  {
    name: 'HUK-COBURG-Allgemeine Versicherung AG',
    mandateId: 'HUK-700118-K',
    day: 2,
    months: [1, 7],
    amountMinor: growing(284_40, 5),
    purpose: (month) => `Kfz-Versicherung 700/118404-K B-LH 2711 1/2-jaehrlich ab ${monthSlash(month)}`,
  },
  {
    name: 'Allianz Lebensversicherungs-AG',
    mandateId: 'AZL-7/903311',
    day: 5,
    amountMinor: fixed(52_30),
    purpose: (month) => `Lebensversicherung 7/903311/44 Beitrag ${monthSlash(month)}`,
  },
  {
    name: 'Santander Consumer Bank AG',
    mandateId: 'SCB-3311907742',
    day: 4,
    amountMinor: fixed(249_00),
    purpose: (month) => `Darlehen 3311907742 Rate ${instalment(month)} von 72 Autokredit`,
  },
  {
    name: 'Trade Republic Bank GmbH',
    mandateId: 'TR-90155203',
    day: 7,
    amountMinor: fixed(150_00),
    purpose: (month) => `Sparplan ${monthSlash(month)} MSCI World ETF IE00B4L5Y983`,
  },
  {
    name: 'Netflix International B.V.',
    country: 'NL',
    mandateId: 'NFLX-7A31C9',
    day: 12,
    amountMinor: growing(13_99, 7, 10),
    purpose: () => 'NETFLIX.COM Monatsabo Standard',
  },
  {
    name: gym.name,
    mandateId: gym.mandateId,
    day: 15,
    amountMinor: fixed(gym.amountMinor),
    purpose: (month) => `McFIT Mitgliedsbeitrag ${monthSlash(month)} Mitgl.-Nr. 20220104118`,
  },
  {
    name: 'BVG Berliner Verkehrsbetriebe',
    mandateId: 'BVG-ABO-4490127',
    day: 1,
    amountMinor: stepped(['0000-01', 49_00], ['2025-01', 58_00], ['2026-01', 63_00]),
    purpose: (month) => `Deutschlandticket Abo 4490127 ${monthSlash(month)}`,
  },
  {
    name: 'Nachbarschaftshaus Rixdorf gGmbH',
    mandateId: 'NHR-H-2210',
    day: 5,
    amountMinor: fixed(94_00),
    purpose: (month) => `Hort Elternbeitrag ${monthSlash(month)} Mia Hoffmann`,
  },
  {
    name: 'Kita Sonnenkaefer e.V.',
    day: 3,
    amountMinor: growing(78_00, 4, 8),
    purpose: (month) => `Kita Elternbeitrag ${monthName(month)} Paul Hoffmann`,
  },
  {
    name: 'WEG Ehrlichstr. 14, vertreten durch Hausverwaltung Ostkreuz',
    day: 4,
    amountMinor: growing(196_00, 3),
    purpose: (month) => `Hausgeld ${monthSlash(month)} WE 03 Karlshorst`,
  },
  {
    name: 'Finanzamt Lichtenberg',
    day: 15,
    months: quarterly.february,
    amountMinor: fixed(47_18),
    purpose: (month) => `Grundsteuer ${monthSlash(month)} Ehrlichstr. 14 WE 03 Az 32/4401/0718`,
  },
  {
    name: 'TSV Rixdorf 1893 e.V.',
    mandateId: 'TSV-1188',
    day: 10,
    months: quarterly.january,
    amountMinor: fixed(66_00),
    purpose: (month) => `Vereinsbeitrag Quartal ab ${monthSlash(month)} Mia und Paul Hoffmann`,
  },
  {
    name: 'Deutsches Komitee fuer UNICEF e.V.',
    mandateId: 'UNICEF-PATE-60144',
    day: 16,
    amountMinor: fixed(15_00),
    purpose: () => 'UNICEF-Patenschaft, vielen Dank fuer Ihre Spende',
  },
  {
    name: 'Bundeskasse Halle/Saale',
    mandateId: 'KFZ-DE-11820477',
    day: 14,
    months: [5],
    amountMinor: fixed(148_00),
    purpose: (month) => `Kraftfahrzeugsteuer fuer B-LH 2711 ab 12.05.${month.slice(0, 4)}`,
  },
  {
    name: 'ADAC e.V.',
    mandateId: 'ADAC-77120934',
    day: 9,
    months: [9],
    amountMinor: growing(94_00, 2),
    purpose: (month) => `ADAC Plus-Mitgliedschaft 77120934 Beitrag ${month.slice(0, 4)}`,
  },
];
