/** Characters before a number that are looked at. */
const REACH = 48;
const OF_PHONE =
  /(?<!\p{L})(?:tel|telefon\w*|telephone|phone|mobil\w*|handy\w*|cell|fax\w*|whatsapp|hotline|call|text|ruf\w*|anruf\w*|erreich\w*|reach|dial)[^\d\n]{0,20}$/iu;
const OF_THING =
  /(?:bestell|order|rechnungs?|invoice|kunden|customer|vertrags?|contract|tickets?|referenz|reference|ref|artikel|item|konto|account|case|vorgangs?|policy|policen?|auftrags?|buchungs?|booking|transaktions?|transaction|sendungs?|tracking|serien|serial|beleg|receipt)[- .]?(?:nummer|nr|no|number|id|#)?\.?\W{0,4}$/iu;

/** What the words right before a number say that it is. */
export function numberContext(text: string, offset: number): 'phone' | 'thing' | 'unknown' {
  const before = text.slice(Math.max(0, offset - REACH), offset);
  if (OF_PHONE.test(before)) return 'phone';
  return OF_THING.test(before) ? 'thing' : 'unknown';
}
