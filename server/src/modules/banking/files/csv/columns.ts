/** What a column of an export means, by its heading: the words that banks use, as data. */

export const COLUMN_ROLES = [
  'bookingDate',
  'valueDate',
  'amount',
  'debit',
  'credit',
  'mark',
  'currency',
  'status',
  'partnerName',
  'payer',
  'payee',
  'partnerAccount',
  'partnerBank',
  'ownAccount',
  'ownBank',
  'bookingText',
  'purpose',
  'creditorId',
  'mandateId',
  'endToEndId',
  'id',
  'balance',
  'fee',
  'merchantCategoryCode',
] as const;

export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Which columns, counted from 0, have which role; several where their texts belong together or the first filled counts. */
export type Columns = Partial<Record<ColumnRole, number[]>>;

/** Headings as `normalizeHeading` leaves them, best first: of several dates in a file the first in this list is the booking's. */
const HEADINGS: Record<ColumnRole, string> = {
  bookingDate: `buchungstag|buchungsdatum|booking date|bookingdate|posting date|posted date|post date|date posted|
    datum buchung|buchung|buchungszeitpunkt|completed date|date completed|datum des abschlusses|abschlussdatum|datum|date|umsatzdatum|
    transaction date|trans date|transaktionsdatum|transaction completed date|date completed utc|belegdatum|kaufdatum|entry date|
    boekingsdatum|boekdatum|fecha|data|date operation|settlement date|settlement date local|settlement date utc|zahlungsdatum|date of payment|payment date|
    ausfuehrungsdatum|buchungs datum|operation date|operation date utc|operation date local|date de comptabilisation|started date|datum des beginns|created on|date started utc`,
  valueDate: `valutadatum|valuta|wertstellung|wertstellungstag|wertstellungsdatum|wertstellung valuta|valuta wertstellung|
    valuta datum|wert|value date|valuedate|interest date|effective date|rentedatum|date de valeur|fecha valor|datum wertstellung|valuta date|wertstellung datum|date valeur`,
  amount: `betrag|umsatz|amount|buchungsbetrag|umsatzbetrag|transaktionsbetrag|transaction amount|betrag in euro|zahlbetrag|
    umsatz in euro|netto|net|nettobetrag|brutto|gross|bruttobetrag|summe|value|wert|bedrag|montant|importe|importo|amount in account currency|
    billing amount|abrechnungsbetrag|betrag umsatz|kontobetrag|total amount incl vat|total amount|betrag brutto|soll haben`,
  debit: `soll|belastung|belastungen|debit|debit amount|debits|amount debit|paid out|money out|withdrawal|withdrawals|
    withdrawal amount|ausgabe|ausgaben|auszahlung|auszahlungen|abgang|betrag soll|umsatz soll|sollbetrag|ausgang|payments|lastschrift`,
  credit: `haben|gutschrift|gutschriften|credit|credit amount|credits|amount credit|paid in|money in|deposit|deposits|
    deposit amount|einnahme|einnahmen|einzahlung|einzahlungen|zugang|betrag haben|umsatz haben|habenbetrag|eingang|receipts`,
  mark: `soll haben|s h|sh|soll haben kennzeichen|s h kennzeichen|haben soll|kennzeichen|debit credit|credit debit|dc|d c|cr dr|dr cr|
    credit debit indicator|debit credit indicator|af bij|sollhaben|vorzeichen`,
  currency: `waehrung|currency|ccy|kontowaehrung|buchungswaehrung|betrag waehrung|waehrung betrag|currency code|waehrungscode|valuta code|
    devise|moneda|munt|transaction currency|account currency`,
  status: `status|info|state|buchungsstatus|umsatzstatus|transaction status|transaktionsstatus|zustand`,
  partnerName: `beguenstigter zahlungspflichtiger|zahlungspflichtiger beguenstigter|auftraggeber empfaenger|empfaenger auftraggeber|
    auftraggeber beguenstigter|beguenstigter auftraggeber|sender empfaenger|empfaenger sender|absender empfaenger|name zahlungsbeteiligter|
    zahlungsbeteiligter|partner name|partnername|counter party|counterparty|counterparty name|name gegenpartei|gegenpartei|
    zahlungspartner|empfaenger auftraggeber name|auftraggeber empfaenger name|auftraggeber zahlungsempfaenger|
    zahlungsempfaenger auftraggeber|zahlungsempfaenger zahlungspflichtiger|empfaenger zahlungspflichtiger|zahlungspflichtiger zahlungsempfaenger|
    payee payer|payer payee|name des partners|haendler|haendlername|merchant|merchant name|haendler name stadt land|
    gegenkonto inhaber|kontoinhaber gegenkonto|name|naam|target name|name auftraggeber empfaenger|partner|sender recipient|recipient sender|zahlungspartner name|name zahlungspartner|
    gegenkontoinhaber|name gegenkonto|name des zahlungspartners|name zahlungspflichtiger beguenstigter`,
  payer: `auftraggeber|zahlungspflichtiger|zahlungspflichtige r|payer|payer name|sender|sender name|absender|debtor|debtor name|zahler|
    auftraggeber name|name auftraggeber|ordering party`,
  payee: `empfaenger|empfaengerin|empfaenger in|zahlungsempfaenger|zahlungsempfaenger in|beguenstigter|payee|payee name|recipient|recipient name|
    beneficiary|beneficiary name|creditor|creditor name|empfaenger name|name empfaenger|empfaenger 1|empfaenger 2|name des empfaengers`,
  partnerAccount: `iban|kontonummer iban|iban kontonummer|iban konto nr|konto nr iban|iban zahlungsbeteiligter|partner iban|account number|
    kontonummer|konto nr|kontonr|kto nr|gegenkonto|gegenkonto iban|iban gegenkonto|counterparty iban|counterparty account|empfaenger auftraggeber iban|
    auftraggeber empfaenger iban|iban des zahlungsbeteiligten|payee account number|empfaenger iban|iban empfaenger|partner account|partnerkonto|tegenrekening|
    kontonummer des zahlungsbeteiligten|iban des partners|konto iban|iban auftraggeber empfaenger|kontonummer empfaenger`,
  partnerBank: `bic|blz|bic swift code|bic swift|swift|swift code|bic blz|blz bic|bankleitzahl|bic zahlungsbeteiligter|
    bic swift code zahlungsbeteiligter|empfaenger auftraggeber bic|auftraggeber empfaenger bic|partner bic|bic gegenkonto|bank code|bic empfaenger`,
  ownAccount: `iban auftragskonto|auftragskonto|inhaberkonto|iban auftraggeberkonto|auftraggeberkonto|iban kontoinhaber|account|own account|eigenes konto|
    mein konto|konto|rekening|kreditkartennummer|kartennummer|card number|karte|account iban|own iban|kontonummer auftraggeber|account no`,
  ownBank: `bic auftragskonto|bankleitzahl auftraggeberkonto|blz auftragskonto`,
  bookingText: `umsatzart|vorgang|buchungsart|transaktionstyp|transaction type|umsatztyp|textschluessel|zahlungsart|geschaeftsvorfall|
    art|type|typ|art der buchung|kind|payment type|buchungstyp|transaktionsart|art der transaktion|buchungstext|mutatiesoort|transaktions text|transaktionstext|payment method|zahlungsmethode|details`,
  purpose: `verwendungszweck|vorgang verwendungszweck|buchungstext verwendungszweck|verwendungszweck 1|verwendungszweck 2|verwendungszweck 3|
    purpose|payment reference|zahlungsreferenz|reference|description|beschreibung|beschreibung 2|beschreibung2|transaction description|transaktionsbeschreibung|
    transaktionsbeschreibung zusatz|memo|notes|note|notes and tags|buchungsdetails|betreff|subject|umsatztext|text|narrative|particulars|
    remittance information|zahlungsgrund|mitteilung|mitteilungen|mededelingen|omschrijving|libelle|concepto|artikelbezeichnung|item title|referenz|
    buchungsinformationen|buchungsinformation|verwendung|zweck|nachricht|message|transaction details`,
  creditorId: `glaeubiger id|glaeubigerid|glaeubiger identifikation|glaeubiger identifikationsnummer|creditor id|creditor identifier|glaeubiger`,
  mandateId: `mandatsreferenz|mandatreferenz|mandats referenz|mandate reference|mandate id|mandatsnummer|mandat`,
  endToEndId: `kundenreferenz end to end|end to end identifikation|end to end id|end to end referenz|end to end reference|endtoendid|
    ende zu ende referenz|kundenreferenz|customer reference|eref|e2e referenz`,
  id: `transaktionscode|transaction id|transaktions id|transaktionsid|transferwise id|transfer wise id|buchungsreferenz|referenznummer|reference number|
    umsatz id|id|transaktionsnummer|transaction reference|buchungs id|fit id|archivierungskennung|bankreferenz`,
  balance: `saldo|saldo nach buchung|balance|running balance|running bal|kontostand|guthaben|kontostand nach buchung|balance after transaction|
    saldo nach umsatz|account balance|saldo na mutatie|solde`,
  fee: `fee|fees|gebuehr|gebuehren|entgelt`,
  merchantCategoryCode: `mcc|merchant category code|haendlerkategoriecode`,
};

/** Heading → the roles it may have, each with its rank among the headings of that role. */
const ROLES_BY_HEADING: ReadonlyMap<string, { role: ColumnRole; rank: number }[]> = (() => {
  const byHeading = new Map<string, { role: ColumnRole; rank: number }[]>();
  for (const role of COLUMN_ROLES) {
    for (const [rank, heading] of HEADINGS[role].split('|').entries()) {
      const name = heading.trim();
      byHeading.set(name, [...(byHeading.get(name) ?? []), { role, rank }]);
    }
  }
  return byHeading;
})();

/** Words within headings that nobody listed, weaker than any listed one. Order matters: the first that fits decides. */
const WORDS: [RegExp, ColumnRole | null][] = [
  [
    /original|ursprung|fremd|foreign|local|kurs|rate|status|steuer|\bvat\b|tax|gebuehr|fee|kategorie|category|adresse|address|e mail|email|notiz/,
    null,
  ],
  [/mandat/, 'mandateId'],
  [/glaeubiger|creditor id/, 'creditorId'],
  [/end ?to ?end/, 'endToEndId'],
  [/(?:auftrags|eigen|own|inhaber).*(?:iban|konto)|(?:iban|konto).*(?:auftrags|eigen|own|inhaber)/, 'ownAccount'],
  [/\biban\b|(?:empfaenger|gegen|partner|auftraggeber|counterparty|beneficiary).*(?:konto|account)/, 'partnerAccount'],
  [/\bbic\b|\bblz\b|bankleitzahl|swift/, 'partnerBank'],
  [/valuta|wertstellung|value date/, 'valueDate'],
  [
    /(?:buchung|booking|posting|posted|transaction|transaktion|umsatz|zahlung|payment|settle).*(?:datum|tag|date)|^(?:datum|date)\b/,
    'bookingDate',
  ],
  [/waehrung|currency/, 'currency'],
  [/saldo|balance|kontostand/, 'balance'],
  [/betrag|amount/, 'amount'],
  [
    /empfaenger|auftraggeber|beguenstigt|zahlungspflicht|gegenpartei|zahlungspartner|counterparty|beneficiary|haendler|merchant/,
    'partnerName',
  ],
  [/zweck|purpose|remittance|description|beschreibung|narrative|mitteilung/, 'purpose'],
];
const WORD_RANK = 500;

/** What a heading may mean, by its normalised form; empty when nothing is known of it. */
export function rolesOfHeading(name: string): { role: ColumnRole; rank: number }[] {
  const listed = ROLES_BY_HEADING.get(name);
  if (listed) return listed;
  const role = WORDS.find(([words]) => words.test(name))?.[1];
  return role ? [{ role, rank: WORD_RANK }] : [];
}

const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
const CURRENCY_PART = /(?:\bin\s+)?(?:\b(?:eur|usd|gbp|chf)\b|[€$£])/g;

/** `"Betrag (€)"` → `betrag`, `"Gläubiger-ID"` → `glaeubiger id`, `"bookingDate"` → `booking date`. */
export function normalizeHeading(heading: string): string {
  return heading
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(CURRENCY_PART, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The currency that a heading such as `Betrag (EUR)` or `Umsatz in €` names. */
export function currencyOfHeading(heading: string): string | null {
  const code = /\b(EUR|USD|GBP|CHF)\b/i.exec(heading)?.[1]?.toUpperCase();
  if (code) return code;
  if (heading.includes('€')) return 'EUR';
  if (heading.includes('£')) return 'GBP';
  return null;
}
