import { monthNumber } from './calendar.ts';
import { type Contract, fixed, growing, quarterly } from './contracts.ts';
import { monthName, monthSlash } from './statement-texts.ts';

/** Instalment number of a loan that began in July 2023. */
function instalment(month: string): number {
  return (Number(month.slice(0, 4)) - 2023) * 12 + monthNumber(month) - 6;
}

/** What the workshop pays by itself, in the order of the month. */
export const workshopContracts: readonly Contract[] = [
  {
    name: 'Gewerbepark Ehrenfeld GmbH & Co. KG',
    day: 1,
    amountMinor: growing(2_856_00, 2),
    purpose: (month) => `Miete Halle 7 ${monthName(month)} inkl. NK und USt`,
  },
  {
    name: 'Volkswagen Leasing GmbH',
    mandateId: 'VWL-7100442918',
    day: 1,
    amountMinor: fixed(489_09),
    purpose: (month) => `Leasingrate ${monthSlash(month)} Vertrag 7100442918 Transporter K-HB 418`,
  },
  {
    name: 'GRENKE AG',
    mandateId: 'GRK-081-33907',
    day: 2,
    months: quarterly.january,
    amountMinor: fixed(1_142_40),
    purpose: (month) => `Leasingrate CNC-Bearbeitungszentrum Vertrag 081-33907 Quartal ab ${monthSlash(month)}`,
  },
  {
    name: 'Rheinische Handelsbank AG Kreditservice',
    mandateId: 'RHB-D-6012345',
    day: 30,
    amountMinor: fixed(1_264_00),
    purpose: (month) => `Darlehen 6012345678 Annuitaet Rate ${instalment(month)} von 84 Zins und Tilgung`,
  },
  {
    name: 'RheinEnergie AG',
    mandateId: 'RE-20077451',
    day: 3,
    amountMinor: growing(418_00, 4),
    purpose: (month) => `Abschlag Strom Gewerbe ${monthSlash(month)} Vertragskonto 20077451`,
  },
  {
    name: 'SIGNAL IDUNA Allgemeine Versicherung AG',
    mandateId: 'SI-4471902',
    day: 4,
    amountMinor: fixed(143_70),
    purpose: (month) => `Inhalts- und Maschinenversicherung 4471902 ${monthSlash(month)}`,
  },
  {
    name: 'HDI Versicherung AG',
    mandateId: 'HDI-70-114-882',
    day: 2,
    months: [1, 7],
    amountMinor: growing(684_25, 3),
    purpose: (month) => `Betriebshaftpflicht 70-114-882 1/2-jaehrlich ab ${monthSlash(month)}`,
  },
  {
    name: 'VHV Allgemeine Versicherung AG',
    mandateId: 'VHV-K-3300917',
    day: 2,
    months: quarterly.january,
    amountMinor: growing(312_80, 4),
    purpose: (month) => `Kfz-Flottenversicherung 3300917 Quartal ab ${monthSlash(month)}`,
  },
  {
    name: 'Berufsgenossenschaft Holz und Metall',
    mandateId: 'BGHM-118843207',
    day: 15,
    months: quarterly.february,
    amountMinor: growing(742_00, 3),
    purpose: (month) => `Beitragsvorschuss Mitgl.-Nr. 118843207 ${monthSlash(month)}`,
  },
  {
    name: 'Handwerkskammer zu Koeln',
    mandateId: 'HWK-K-55121',
    day: 20,
    months: [3],
    amountMinor: growing(486_00, 2),
    purpose: (month) => `Kammerbeitrag ${month.slice(0, 4)} Betriebsnr. 55121`,
  },
  {
    name: 'Telekom Deutschland GmbH',
    mandateId: 'DE000201000200000000000000009917240',
    day: 9,
    amountMinor: fixed(89_95),
    purpose: (month) => `Festnetz Vertragskonto 5510093321 RG ${month.replace('-', '')}1142 Company Start`,
  },
  {
    name: 'Vodafone GmbH',
    mandateId: 'VF-B-118822003',
    day: 17,
    amountMinor: fixed(112_41),
    purpose: (month) => `Kd-Nr. 118822003 Mobilfunk Business 4 Karten RG ${month.replace('-', '')}2207`,
  },
  {
    name: 'DATEV eG',
    mandateId: 'DATEV-1290442',
    day: 14,
    amountMinor: growing(96_40, 3),
    purpose: (month) => `DATEV Rechnung ${monthSlash(month)} Beraternr. 1290442 Unternehmen online, Lohn`,
  },
  {
    name: 'Microsoft Ireland Operations Ltd',
    country: 'IE',
    mandateId: 'MSFT-E0400TB9QX',
    day: 11,
    amountMinor: fixed(68_54),
    purpose: (month) => `Microsoft 365 Business Standard 5 Lizenzen ${monthSlash(month)}`,
  },
  {
    name: 'Adobe Systems Software Ireland Ltd',
    country: 'IE',
    mandateId: 'ADB-DE-44190277',
    day: 21,
    amountMinor: growing(66_45, 5, 4),
    purpose: () => 'Adobe Creative Cloud Abonnement',
  },
  {
    name: 'PERSONIO SE & Co. KG',
    mandateId: 'PERS-20331',
    day: 6,
    amountMinor: fixed(58_31),
    purpose: (month) => `Personio Essential ${monthSlash(month)}`,
  },
  {
    name: 'Steuerberatung Weber & Partner mbB',
    day: 18,
    amountMinor: growing(535_50, 3),
    purpose: (month) => `Fibu und Lohn ${monthSlash(month)} Mandant 20418`,
  },
  {
    name: 'AWB Abfallwirtschaftsbetriebe Koeln GmbH',
    mandateId: 'AWB-770041',
    day: 15,
    months: quarterly.march,
    amountMinor: fixed(214_60),
    purpose: (month) => `Gewerbeabfall Quartal bis ${monthSlash(month)} Objekt 770041`,
  },
];
