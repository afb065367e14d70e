import { type InLanguage, pair, pickLanguage } from '#platform/html/texts.ts';
import type { CockpitLanguage } from '../cockpit/cockpit.queries.ts';

const times = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** What only the report says; everything else is in the words of the cockpit. */
const TABLE = {
  madeOf: pair(
    (from: string, to: string) => `Made of transactions of ${from} to ${to}.`,
    (from: string, to: string) => `Aus Umsätzen vom ${from} bis ${to}.`,
  ),
  lastMonths: pair(
    (count: number) => `Shown: the last ${times(count, 'month', 'months')}.`,
    (count: number) => (count === 1 ? 'Gezeigt: der letzte Monat.' : `Gezeigt: die letzten ${count} Monate.`),
  ),
  more: pair(
    (count: string) => `${count} smaller ones are not shown.`,
    (count: string) => `${count} kleinere sind nicht gezeigt.`,
  ),
  unprintable: pair(
    'Characters that the font of this document lacks appear as \uFFFD.',
    'Zeichen, die der Schrift dieses Dokuments fehlen, erscheinen als \uFFFD.',
  ),
  confidential: pair(
    'Confidential: this document shows personal financial data.',
    'Vertraulich: Dieses Dokument zeigt persönliche Finanzdaten.',
  ),
  generated: pair(
    (moment: string) => `made ${moment}`,
    (moment: string) => `erstellt ${moment}`,
  ),
  page: pair(
    (page: number, count: number) => `Page ${page} of ${count}`,
    (page: number, count: number) => `Seite ${page} von ${count}`,
  ),
  paidIn: pair('Paid in', 'Eingezahlt'),
  withdrawn: pair('Withdrawn', 'Abgehoben'),
  bookings: pair('Bookings', 'Buchungen'),
  averageBalance: pair('Average', 'Durchschnitt'),
  recurring: pair('Recurring', 'Regelmäßig'),
  single: pair('Single', 'Einzeln'),
  interval: pair('Interval', 'Intervall'),
  expected: pair('What is to be expected', 'Was zu erwarten ist'),
};

export type ReportTexts = InLanguage<typeof TABLE>;

const texts: Record<CockpitLanguage, ReportTexts> = { en: pickLanguage(TABLE, 'en'), de: pickLanguage(TABLE, 'de') };

export const reportTextsOf = (language: CockpitLanguage): ReportTexts => texts[language];
