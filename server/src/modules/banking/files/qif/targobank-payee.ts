/** Targobank writes everything about a booking into the payee: `Lastschrift ; Name ; IBAN ; Verwendungszweck ; …`. */
import { asBic, asIban, cleanText, partnerOf } from '../statement-text.ts';

const KIND =
  /^(?:Lastschrift|Gutschrift|(?:Echtzeit)?(?:ü|ue)berweisung|Echtzeit-?gutschrift|Kartenzahlung|Dauerauftrag|Bargeld\w*|Zahlungseingang|Geb(?:ü|ue)hr\w*|Zins\w*|Retoure|R(?:ü|ue)ck\w*|[A-ZÄÖÜ][\wäöüß-]*(?:überweisung|lastschrift|gutschrift|zahlung|auszahlung|einzahlung))\s*;/i;

export const isTargobankPayee = (payee: string) => KIND.test(payee);

export function readTargobankPayee(payee: string) {
  const [bookingText = '', name = '', ...rest] = payee.split(/\s*;\s/).map((part) => part.trim());
  const account = asIban(rest[0]);
  if (account) rest.shift();
  const bank = account ? asBic(rest[0]) : null;
  if (bank) rest.shift();
  return {
    bookingText: cleanText(bookingText),
    purpose: cleanText(rest.join(' ')),
    paymentPartner: partnerOf({ name, account, bank }),
  };
}
