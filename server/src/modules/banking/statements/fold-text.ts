/** Texts of banks reduced to what stays the same when the bank, the format or the charset changes. */

const ASCII = /^[\x20-\x7e]*$/;
const NOT_ALPHANUMERIC = /[^\p{L}\p{N}]+/gu;
const NOT_ASCII_ALPHANUMERIC = /[^a-z0-9]+/g;

/** Lower case, without diacritics, `ä`, `ae` and `a` the same; what separates words becomes one blank. */
export function foldText(text: string | null): string {
  if (text === null || text === '') return '';
  const plain = ASCII.test(text);
  const lower = plain
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .replaceAll('ß', 'ss');
  return lower
    .replace(plain ? NOT_ASCII_ALPHANUMERIC : NOT_ALPHANUMERIC, ' ')
    .replace(/([aou])e/g, '$1')
    .trim();
}

/** The same without blanks: banks break words at the end of a line, and join them again. */
export const squeezeText = (text: string | null): string => foldText(text).replaceAll(' ', '');

/** Words that say nothing about which booking it is. */
const GENERIC = new Set(
  (
    'sepa lastschrift basislastschrift folgelastschrift erstlastschrift gutschrift uberweisung dauerauftrag kartenzahlung ' +
    'girocard debitkarte kreditkarte visa mastercard zahlung einkauf online umsatz betrag datum uhr eur euro gmbh mbh sagt danke ' +
    'und der die das von vom fur svwz eref mref cred kref iban bic end ref nonref notprovided direct debit credit ' +
    'transfer card payment purchase the and for'
  ).split(' '),
);

/** The words that tell one booking from another. */
export function significantWords(folded: string): Set<string> {
  return new Set(folded.split(' ').filter((word) => word.length >= 3 && !GENERIC.has(word)));
}
