/** Reading the parts of a statement text that stay the same from one payment of a contract to the next. */
import type { Booking } from './stream.types.ts';

const SEPA_PURPOSE = /SVWZ\+(.*?)(?=(?:EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|ABWA|ABWE|IBAN|BIC)\+|$)/s;

/** Words that say how was paid, when, or in which legal form, never for what. */
const EMPTY_WORDS = new Set(
  `gmbh mbh ag kg kgaa ohg gbr ug eg ev se sa sarl srl bv nv plc ltd llc inc corp co cie limited und and der die das the
  fuer for of von vom zum zur im in am an auf to from on at bei mit with per via
  purchase payment payments pmt pymt card debit credit visa mastercard maestro girocard pos ach web ppd ccd recurring
  authorized authorised autopay auto pay bill billpay online transfer transaction trn ref id no nr number conf
  withdrawal deposit direct dep des indn checkcard check
  zelle venmo sq tst pos debitk
  lastschrift folgelastschrift erstlastschrift sepa basislastschrift ueberweisung dauerauftrag gutschrift kartenzahlung
  zahlung abbuchung einzug buchung umsatz rechnung rechnungsnr rg re kundennummer kd kdnr kunde vertragsnummer vertrag
  vertragsnr mandat mandatsref referenz ihr ihre
  jan feb mrz apr jun jul aug sep sept okt oct nov dez dec
  januar februar maerz april mai juni juli august september oktober november dezember
  january february march may june july october december monat month quartal quarter`.split(/\s+/),
);

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** Lower case, umlauts transcribed, accents gone: `Müller` and `MUELLER` fold to the same. */
export function fold(text: string): string {
  const lower = text.toLowerCase().replace(/[äöüß]/g, (letter) => UMLAUTS[letter] as string);
  return /^[\x20-\x7e]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Words of the text that carry no digit; references, dates and card numbers change with every payment. */
function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && !/[0-9]/.test(word));
}

/** What the longest key needs. */
const MAX_TELLING_WORDS = 12;
const WORD = /[a-z0-9]+/g;

/**
 * The first telling words of a statement: the same for all payments of one contract in most statements. Where only
 * empty words stand, these; none where nothing stands. Reads no farther than it needs.
 */
function tellingWords(text: string): string[] {
  const folded = fold(SEPA_PURPOSE.exec(text)?.[1] ?? text);
  const words: string[] = [];
  const telling: string[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(folded); match && telling.length < MAX_TELLING_WORDS; match = WORD.exec(folded)) {
    const word = match[0];
    if (word.length < 2 || /[0-9]/.test(word)) continue;
    if (!EMPTY_WORDS.has(word)) telling.push(word);
    else if (telling.length === 0 && words.length < MAX_TELLING_WORDS) words.push(word);
  }
  return telling.length > 0 ? telling : words;
}

/** The first two telling words of more than two letters: in card texts the merchant, without town and state. */
function payeeKey(telling: readonly string[]): string {
  const long = telling.filter((word) => word.length > 2);
  return (long.length > 0 ? long : telling).slice(0, 2).join(' ');
}

/** What the statement text of a booking says. */
export interface Subject {
  /** Its first telling words. */
  text: string;
  /** Those of them that name the payee when the bank named none. */
  payee: string;
}

const WORDS_OF_TEXT_KEY = 4;
/** Statements matter for their first few words only; hostile ones are cut. */
const MAX_TEXT_LENGTH = 300;

/** Reads the booking's text when it is first asked for: names and amounts alone tell most contracts apart. */
export function subjectOf(booking: Booking): Subject {
  if (booking.subject) return booking.subject;
  const { purpose, bookingText } = booking.transaction;
  const telling = tellingWords((purpose || bookingText || '').slice(0, MAX_TEXT_LENGTH));
  booking.subject = { text: telling.slice(0, WORDS_OF_TEXT_KEY).join(' '), payee: payeeKey(telling) };
  return booking.subject;
}

/** A party's name as a key: telling words, sorted, so that `Jane Doe` and `DOE, JANE` are one. */
export function nameKey(name: string): string {
  const words = wordsOf(name);
  const telling = words.filter((word) => !EMPTY_WORDS.has(word));
  return (telling.length > 0 ? telling : words).sort().join(' ');
}
