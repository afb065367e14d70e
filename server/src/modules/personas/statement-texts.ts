import { addDays, monthNumber } from './calendar.ts';
import { accountOf, creditorIdFor } from './identifiers.ts';
import type { Posting } from './ledger.ts';
import type { UploadPartner } from './persona.types.ts';
import { between, digits, type Random } from './random.ts';

/**
 * Bookings as German statements word them. The codes are Geschäftsvorfallcodes of the German banking industry: 082 cash
 * deposit, 083 cash withdrawal, 105 direct debit, 106 card payment, 109 returned direct debit, 116 transfer, 117 standing
 * order, 152 standing order received, 153 pay received, 156 payment by a public fund, 166 transfer received, 171 direct
 * debit collected, 805 account closing, 808 fee, 814 interest.
 */

/** A counterparty with its bank details. */
export function partnerOf(name: string, country = 'DE'): UploadPartner {
  return { name, ...accountOf(name, country) };
}

/** A card payment in a shop on `day`: the statement carries the shop, the place and the minute; it is booked a day later. */
export function cardPayment(random: Random, shop: string, place: string, day: string, amountMinor: number): Posting {
  const minute = `${String(between(random, 8, 20)).padStart(2, '0')}:${String(between(random, 0, 59)).padStart(2, '0')}`;
  return {
    date: addDays(day, 1),
    amountMinor: -amountMinor,
    bookingText: 'KARTENZAHLUNG',
    purpose: `${shop}//${place}/DE/${day}T${minute} Debitk.1 2028-12`,
    code: '106',
    partner: { name: shop },
    paidOn: day,
  };
}

export interface DebitTerms {
  name: string;
  country?: string;
  mandateId: string;
  purpose: string;
  amountMinor: number;
  date: string;
  /** The first collection under a mandate is worded differently. */
  first?: boolean;
  endToEndId?: string;
}

/** A SEPA direct debit. */
export function directDebit(terms: DebitTerms): Posting {
  const country = terms.country ?? 'DE';
  return {
    date: terms.date,
    amountMinor: -terms.amountMinor,
    bookingText: terms.first ? 'ERSTLASTSCHRIFT' : 'FOLGELASTSCHRIFT',
    purpose: terms.purpose,
    code: '105',
    partner: { ...partnerOf(terms.name, country), creditorId: creditorIdFor(terms.name, country) },
    mandateId: terms.mandateId,
    endToEndId: terms.endToEndId ?? 'NOTPROVIDED',
  };
}

/** A transfer that the account holder ordered; `standing` for a standing order. */
export function transferOut(
  date: string,
  partner: UploadPartner,
  amountMinor: number,
  purpose: string,
  standing = false,
): Posting {
  return {
    date,
    amountMinor: -amountMinor,
    bookingText: standing ? 'DAUERAUFTRAG' : 'ONLINE-UEBERWEISUNG',
    purpose,
    code: standing ? '117' : '116',
    partner,
  };
}

/** A transfer received; `standing` for a payer's standing order. */
export function transferIn(
  date: string,
  partner: UploadPartner,
  amountMinor: number,
  purpose: string,
  standing = false,
): Posting {
  return {
    date,
    amountMinor,
    bookingText: standing ? 'DAUERAUFTRAGSGUTSCHRIFT' : 'GUTSCHR. UEBERWEISUNG',
    purpose,
    code: standing ? '152' : '166',
    partner,
  };
}

/** A withdrawal at a cash machine, booked the next day. */
export function cashWithdrawal(random: Random, place: string, day: string, amountMinor: number): Posting {
  const [, month, dayOfMonth] = day.split('-');
  const time = `${String(between(random, 8, 21)).padStart(2, '0')}.${String(between(random, 0, 59)).padStart(2, '0')}`;
  return {
    date: addDays(day, 1),
    amountMinor: -amountMinor,
    bookingText: 'BARGELDAUSZAHLUNG',
    purpose: `GA NR0000${digits(random, 4)} BLZ91090000 0 ${dayOfMonth}.${month}/${time}UHR ${place}`,
    code: '083',
    partner: { name: `GA ${place}` },
    paidOn: day,
  };
}

/** A purchase that PayPal collects for a shop. */
export function payPalPurchase(
  random: Random,
  shop: string,
  date: string,
  amountMinor: number,
  mandateId: string,
): Posting {
  return directDebit({
    name: 'PayPal Europe S.a.r.l. et Cie S.C.A',
    country: 'LU',
    mandateId,
    purpose: `10${digits(random, 11)}/PP.${digits(random, 4)}.PP/. ${shop}, Ihr Einkauf bei ${shop}`,
    amountMinor,
    date,
    endToEndId: `10${digits(random, 11)}`,
  });
}

/** An order at Amazon, collected by direct debit. */
export function amazonOrder(random: Random, date: string, amountMinor: number, mandateId: string): Posting {
  const order = `30${between(random, 2, 6)}-${digits(random, 7)}-${digits(random, 7)}`;
  return directDebit({
    name: 'AMAZON PAYMENTS EUROPE S.C.A.',
    country: 'LU',
    mandateId,
    purpose: `${order} AMZN Mktp DE ${digits(random, 12)}`,
    amountMinor,
    date,
    endToEndId: digits(random, 14),
  });
}

const monthNames = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');

/** `März 2026` of `2026-03`. */
export function monthName(month: string): string {
  return `${monthNames[monthNumber(month) - 1]} ${month.slice(0, 4)}`;
}

/** `03/2026` of `2026-03`. */
export function monthSlash(month: string): string {
  return `${month.slice(5, 7)}/${month.slice(0, 4)}`;
}

/** `14.03.2026` of `2026-03-14`. */
export function germanDate(day: string): string {
  return day.split('-').reverse().join('.');
}
