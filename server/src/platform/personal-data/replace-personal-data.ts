import { replaceCardNumbers } from './card-pattern.ts';
import { replaceEmails } from './email-pattern.ts';
import { replaceIbans } from './iban-pattern.ts';
import { replacePhoneNumbers } from './phone-pattern.ts';
import { replaceTaxIds } from './tax-id-pattern.ts';

export type PersonalDataKind = 'email' | 'iban' | 'card' | 'tax-id' | 'phone';

/**
 * Replaces personal data wherever it stands in a text: e-mail addresses; IBANs of any country and payment card numbers
 * whose check digits are right; the German tax id and VAT number, the Austrian VAT number, the American SSN, ITIN and EIN,
 * the British national insurance number; phone numbers in international form and as written in Germany, the United Kingdom
 * and the United States. Amounts, dates, times and numbers of orders stay. `replacement` must not hold personal data itself.
 * Pure; the time it needs grows linearly with the text.
 */
export function replacePersonalData(
  text: string,
  replacement: (kind: PersonalDataKind, found: string) => string,
): string {
  const by = (kind: PersonalDataKind) => (found: string) => replacement(kind, found);
  const withoutNumbers = replaceCardNumbers(replaceIbans(replaceEmails(text, by('email')), by('iban')), by('card'));
  return replacePhoneNumbers(replaceTaxIds(withoutNumbers, by('tax-id')), by('phone'));
}
