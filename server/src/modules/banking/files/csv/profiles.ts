/**
 * Exports of banks that need to be told apart: what their headings alone do not say. A bank whose export reads right by
 * its headings (`columns.ts`) needs a profile only for its name. Long because it is data.
 */
import type { CsvProfile } from './layout.types.ts';

const DECLINED =
  /^(?:declined|reverted|failed|cancell?ed|rejected|abgelehnt|fehlgeschlagen|storniert|r(?:ü|ue)ckg(?:ä|ae)ngig gemacht|zur(?:ü|ue)ckgesetzt)/i;

/** Deutsche Bank, Postbank and norisbank share one system; `Betrag` is what a direct debit was before fees. */
const DEUTSCHE_BANK = {
  columns: { valueDate: ['Wert'], debit: ['Soll'], credit: ['Haben'], endToEndId: ['Kundenreferenz'] },
  ignore: ['Fremde Gebühren', 'Abweichender Empfänger'],
} satisfies Partial<CsvProfile>;
const DEUTSCHE_BANK_HEADINGS = ['Buchungstag', 'Wert', 'Umsatzart', 'Begünstigter / Auftraggeber', 'Soll', 'Haben'];

const PAYPAL = {
  bankName: 'PayPal',
  accountType: 'PAYPAL',
  accountPerCurrency: true,
} satisfies Partial<CsvProfile>;

const PAYPAL_GERMAN = {
  ...PAYPAL,
  columns: {
    amount: ['Netto', 'Betrag'],
    bookingText: ['Typ', 'Beschreibung'],
    purpose: ['Artikelbezeichnung', 'Betreff', 'Hinweis'],
    id: ['Transaktionscode'],
    balance: ['Guthaben'],
  },
  ignore: ['Auswirkung auf Guthaben'],
  skip: [
    { heading: 'Auswirkung auf Guthaben', matches: /^memo/i },
    { heading: 'Status', matches: /^(?:abgelehnt|storniert|verweigert|abgelaufen|fehlgeschlagen|entfernt)/i },
    { heading: 'Typ', matches: /^allgemeine autorisierung|^bestellung|^rechnung gesendet|^zahlungsanforderung/i },
  ],
} satisfies Partial<CsvProfile>;

const PAYPAL_ENGLISH = {
  ...PAYPAL,
  columns: {
    amount: ['Net', 'Total', 'Amount'],
    bookingText: ['Type', 'Description'],
    purpose: ['Item Title', 'Subject', 'Note'],
    id: ['Transaction ID'],
    balance: ['Balance'],
  },
  ignore: ['Balance Impact'],
  skip: [
    { heading: 'Balance Impact', matches: /^memo/i },
    { heading: 'Status', matches: /^(?:denied|cancell?ed|expired|failed|removed|voided)/i },
    { heading: 'Type', matches: /^general authori[sz]ation|^order$|^invoice sent|^request (?:sent|received)/i },
  ],
} satisfies Partial<CsvProfile>;

/**
 * A name can be told from the purpose behind it where a card payment sets it off (`MUSTER MARKT//Köln/DE`), or where a
 * company's few words end in its legal form; the name of a person can't.
 */
const SHOP_OR_COMPANY =
  /^(?:([^:]{2,60}?)\s*\/\/(?=\S)|((?:[\p{Lu}\d]\S*\s+(?:(?:&|\+|und|für)\s+)?){1,4}?(?:g?GmbH|GMBH|mbH|MBH|AG|SE|KGaA|KG|OHG|UG|eG|e\.\s?[VK]\.|Ltd\.|Inc\.|B\.V\.|S\.à\.?\s?r\.l\.|S\.a\.r\.[lL]\.|S\.C\.A\.)(?:\s\(haftungsbeschränkt\))?(?:\s?&\s?Co\.?\s?(?:KGaA|KG|OHG))?)(?=\s|$))/u;

export const PROFILES: readonly CsvProfile[] = [
  {
    name: 'Sparkasse CSV-CAMT',
    bankName: 'Sparkasse',
    headings: [
      'Auftragskonto',
      'Buchungstag',
      'Beguenstigter/Zahlungspflichtiger',
      'Kontonummer/IBAN',
      'Sammlerreferenz',
    ],
  },
  {
    name: 'Sparkasse CSV-MT940',
    bankName: 'Sparkasse',
    headings: ['Auftragskonto', 'Buchungstag', 'Beguenstigter/Zahlungspflichtiger', 'Kontonummer', 'BLZ'],
  },
  {
    name: 'Sparkasse credit card',
    bankName: 'Sparkasse',
    headings: ['Umsatz getätigt von', 'Belegdatum', 'Buchungsdatum', 'Buchungsbetrag', 'Transaktionsbeschreibung'],
    columns: {
      partnerName: ['Transaktionsbeschreibung'],
      purpose: ['Transaktionsbeschreibung Zusatz'],
      ownAccount: ['Umsatz getätigt von'],
    },
    accountType: 'KREDIT_KARTE',
  },
  { name: 'Deutsche Bank', bankName: 'Deutsche Bank', headings: DEUTSCHE_BANK_HEADINGS, ...DEUTSCHE_BANK },
  {
    name: 'Postbank',
    bankName: 'Postbank',
    headings: DEUTSCHE_BANK_HEADINGS,
    preamble: /postbank|Konto;Filial-\/Kontonummer;IBAN/i,
    ...DEUTSCHE_BANK,
  },
  {
    name: 'norisbank',
    bankName: 'norisbank',
    headings: DEUTSCHE_BANK_HEADINGS,
    preamble: /norisbank/i,
    ...DEUTSCHE_BANK,
  },
  {
    name: 'Postbank (until 2023)',
    bankName: 'Postbank',
    headings: ['Buchungstag', 'Wertstellung', 'Umsatzart', 'Buchungsdetails', 'Auftraggeber', 'Empfänger'],
  },
  {
    name: 'Commerzbank',
    bankName: 'Commerzbank',
    headings: ['Buchungstag', 'Wertstellung', 'Umsatzart', 'Buchungstext', 'Betrag', 'IBAN Auftraggeberkonto'],
    ignore: ['Auftraggeberkonto'],
    labels: COMMERZBANK_LABELS(),
    partnerAtStart: SHOP_OR_COMPANY,
  },
  {
    name: 'Commerzbank (new)',
    bankName: 'Commerzbank',
    headings: ['Buchungstag', 'Wertstellung', 'Umsatzart', 'Buchungstext', 'Betrag', 'IBAN Kontoinhaber'],
    labels: COMMERZBANK_LABELS(),
    partnerAtStart: SHOP_OR_COMPANY,
  },
  {
    name: 'comdirect',
    bankName: 'comdirect',
    headings: ['Buchungstag', 'Wertstellung (Valuta)', 'Vorgang', 'Buchungstext', 'Umsatz in EUR'],
    columns: { bookingText: ['Vorgang'], purpose: ['Buchungstext'] },
    dateOrder: 'dmy',
    decimal: ',',
    labels: COMDIRECT_LABELS(),
  },
  {
    name: 'comdirect Visa',
    bankName: 'comdirect',
    headings: ['Buchungstag', 'Umsatztag', 'Vorgang', 'Referenz', 'Buchungstext', 'Umsatz in EUR'],
    columns: { bookingText: ['Vorgang'], id: ['Referenz'], partnerName: ['Buchungstext'], valueDate: ['Umsatztag'] },
    accountType: 'KREDIT_KARTE',
    dateOrder: 'dmy',
    decimal: ',',
  },
  {
    name: 'ING',
    bankName: 'ING',
    headings: ['Buchung', 'Auftraggeber/Empfänger', 'Buchungstext', 'Verwendungszweck', 'Betrag'],
  },
  {
    name: 'DKB',
    bankName: 'DKB',
    headings: ['Buchungsdatum', 'Wertstellung', 'Status', 'Zahlungspflichtige*r', 'Zahlungsempfänger*in', 'Umsatztyp'],
  },
  {
    name: 'DKB credit card',
    bankName: 'DKB',
    headings: ['Belegdatum', 'Wertstellung', 'Status', 'Beschreibung', 'Umsatztyp'],
    columns: { partnerName: ['Beschreibung'] },
    ignore: ['Fremdwährungsbetrag'],
    accountType: 'KREDIT_KARTE',
  },
  {
    name: 'DKB (until 2023)',
    bankName: 'DKB',
    headings: [
      'Buchungstag',
      'Wertstellung',
      'Buchungstext',
      'Auftraggeber / Begünstigter',
      'Verwendungszweck',
      'Kontonummer',
      'BLZ',
    ],
  },
  {
    name: 'DKB credit card (until 2023)',
    bankName: 'DKB',
    headings: ['Wertstellung', 'Belegdatum', 'Beschreibung', 'Ursprünglicher Betrag'],
    columns: { partnerName: ['Beschreibung'] },
    accountType: 'KREDIT_KARTE',
  },
  {
    name: 'N26 (until 2023)',
    bankName: 'N26',
    headings: ['Date', 'Payee', 'Account number', 'Transaction type', 'Payment reference'],
    currency: 'EUR',
  },
  {
    name: 'N26 (until 2023, German)',
    bankName: 'N26',
    headings: ['Datum', 'Empfänger', 'Kontonummer', 'Transaktionstyp', 'Verwendungszweck'],
    currency: 'EUR',
  },
  {
    name: 'N26',
    bankName: 'N26',
    headings: ['Booking Date', 'Value Date', 'Partner Name', 'Partner Iban', 'Type', 'Payment Reference'],
    ignore: ['Account Name'],
    currency: 'EUR',
  },
  {
    name: 'Volksbank, GLS, Sparda, BBBank',
    bankName: 'Volksbank Raiffeisenbank',
    headings: [
      'IBAN Auftragskonto',
      'Buchungstag',
      'Valutadatum',
      'Name Zahlungsbeteiligter',
      'IBAN Zahlungsbeteiligter',
    ],
    ignore: ['Bemerkung'],
  },
  {
    name: 'Volksbank (until 2021)',
    bankName: 'Volksbank Raiffeisenbank',
    headings: ['Buchungstag', 'Valuta', 'Empfänger/Zahlungspflichtiger', 'Vorgang/Verwendungszweck', 'Umsatz'],
    columns: {
      partnerName: ['Empfänger/Zahlungspflichtiger'],
      partnerAccount: ['IBAN', 'Konto-Nr.'],
      partnerBank: ['BIC', 'BLZ'],
      mark: ['', 'Soll/Haben', 'S/H'],
    },
    ignore: ['Auftraggeber/Zahlungsempfänger'],
  },
  {
    name: 'HypoVereinsbank',
    bankName: 'HypoVereinsbank',
    headings: ['Kontonummer', 'Buchungsdatum', 'Valuta', 'Empfaenger 1', 'Verwendungszweck', 'Betrag'],
    columns: { ownAccount: ['Kontonummer'], partnerName: ['Empfaenger 1', 'Empfaenger 2'] },
  },
  {
    name: 'Consorsbank',
    bankName: 'Consorsbank',
    headings: ['Buchung', 'Valuta', 'Sender / Empfänger', 'IBAN / Konto-Nr.', 'Buchungstext', 'Betrag in EUR'],
    ignore: ['Umsatz geteilt'],
  },
  {
    name: '1822direkt',
    bankName: '1822direkt',
    headings: [
      'Kontonummer',
      'Datum/Zeit',
      'Buchungstag',
      'Wertstellung',
      'Soll/Haben',
      'Buchungsart',
      'Empfänger/Auftraggeber Name',
    ],
    columns: {
      ownAccount: ['Kontonummer'],
      amount: ['Soll/Haben'],
      purpose: Array.from({ length: 18 }, (_, n) => `Vwz.${n}`),
    },
  },
  {
    name: 'Fidor',
    bankName: 'Fidor Bank',
    headings: ['Datum', 'Beschreibung', 'Beschreibung2', 'Wert'],
    columns: { amount: ['Wert'], purpose: ['Beschreibung', 'Beschreibung2'] },
  },
  {
    name: 'Revolut',
    bankName: 'Revolut',
    headings: ['Type', 'Product', 'Started Date', 'Completed Date', 'Description', 'Amount', 'Fee', 'State'],
    columns: { partnerName: ['Description'], valueDate: ['Started Date'], bookingDate: ['Completed Date'] },
    skip: [{ heading: 'State', matches: DECLINED }],
    feeBesideAmount: true,
    accountPerCurrency: true,
    accountPer: 'Product',
    dateOrder: 'dmy',
  },
  {
    name: 'Revolut (German)',
    bankName: 'Revolut',
    headings: ['Art', 'Produkt', 'Datum des Beginns', 'Datum des Abschlusses', 'Beschreibung', 'Betrag', 'Gebühr'],
    columns: {
      partnerName: ['Beschreibung'],
      valueDate: ['Datum des Beginns'],
      bookingDate: ['Datum des Abschlusses'],
      status: ['State', 'Status (State)', 'Status'],
    },
    skip: [
      { heading: 'State', matches: DECLINED },
      { heading: 'Status', matches: DECLINED },
      { heading: 'Status (State)', matches: DECLINED },
    ],
    feeBesideAmount: true,
    accountPerCurrency: true,
    accountPer: 'Produkt',
    dateOrder: 'dmy',
  },
  {
    name: 'bunq',
    bankName: 'bunq',
    headings: ['Date', 'Amount', 'Account', 'Counterparty', 'Name', 'Description'],
    columns: { partnerAccount: ['Counterparty'], partnerName: ['Name'], ownAccount: ['Account'] },
    currency: 'EUR',
  },
  {
    name: 'C24',
    bankName: 'C24 Bank',
    headings: ['Transaktionstyp', 'Buchungsdatum', 'Karteneinsatz', 'Betrag', 'Zahlungsempfänger', 'Kontoname'],
    columns: { partnerName: ['Zahlungsempfänger'], partnerAccount: ['IBAN'], ownAccount: ['Kontonummer'] },
  },
  {
    name: 'Wise',
    bankName: 'Wise',
    headings: ['TransferWise ID', 'Date', 'Amount', 'Currency', 'Payment Reference'],
    columns: { partnerName: ['Merchant'], purpose: ['Payment Reference', 'Description'] },
    accountPerCurrency: true,
    dateOrder: 'dmy',
  },
  {
    name: 'American Express (German)',
    bankName: 'American Express',
    headings: ['Datum', 'Beschreibung', 'Betrag', 'Erscheint auf Ihrer Abrechnung als'],
    columns: { partnerName: ['Beschreibung'], purpose: ['Erweiterte Details'], id: ['Betreff'] },
    accountType: 'KREDIT_KARTE',
    purchasesArePositive: true,
    currency: 'EUR',
  },
  {
    name: 'American Express (German, card members)',
    bankName: 'American Express',
    headings: ['Datum', 'Beschreibung', 'Karteninhaber', 'Konto #', 'Betrag'],
    columns: { partnerName: ['Beschreibung'], purpose: ['Erweiterte Details'], id: ['Betreff'] },
    ignore: ['Konto #'],
    accountType: 'KREDIT_KARTE',
    purchasesArePositive: true,
    currency: 'EUR',
  },
  {
    name: 'American Express',
    bankName: 'American Express',
    headings: ['Date', 'Description', 'Amount', 'Appears On Your Statement As'],
    columns: { partnerName: ['Description'], purpose: ['Extended Details'], id: ['Reference'] },
    accountType: 'KREDIT_KARTE',
    purchasesArePositive: true,
  },
  {
    name: 'American Express (card members)',
    bankName: 'American Express',
    headings: ['Date', 'Description', 'Card Member', 'Account #', 'Amount'],
    columns: { partnerName: ['Description'] },
    ignore: ['Account #'],
    accountType: 'KREDIT_KARTE',
    purchasesArePositive: true,
  },
  {
    name: 'Barclays (Germany)',
    bankName: 'Barclays',
    headings: ['Referenznummer', 'Buchungsdatum', 'Betrag', 'Beschreibung', 'Originalbetrag'],
    columns: { partnerName: ['Beschreibung'], valueDate: ['Transaktionsdatum'] },
    accountType: 'KREDIT_KARTE',
  },
  {
    name: 'Amazon Visa (LBB)',
    bankName: 'Landesbank Berlin',
    headings: ['Kreditkartennummer', 'Transaktionsdatum', 'Buchungsdatum', 'Händler (Name, Stadt & Land)'],
    columns: { amount: ['Betrag in Euro', 'Betrag'] },
    accountType: 'KREDIT_KARTE',
    currency: 'EUR',
  },
  {
    name: 'PayPal (German)',
    ...PAYPAL_GERMAN,
    headings: ['Datum', 'Uhrzeit', 'Zeitzone', 'Währung', 'Brutto', 'Netto'],
  },
  {
    name: 'PayPal (German, without fees)',
    ...PAYPAL_GERMAN,
    headings: ['Datum', 'Uhrzeit', 'Zeitzone', 'Währung', 'Betrag', 'Guthaben'],
  },
  { name: 'PayPal', ...PAYPAL_ENGLISH, headings: ['Date', 'Time', 'TimeZone', 'Currency', 'Gross', 'Net'] },
  {
    name: 'PayPal (without gross amounts)',
    ...PAYPAL_ENGLISH,
    headings: ['Date', 'Time', 'TimeZone', 'Currency', 'Amount', 'Balance'],
  },
  {
    name: 'Trade Republic',
    bankName: 'Trade Republic',
    headings: ['datetime', 'date', 'account_type', 'type', 'asset_class', 'amount', 'fee', 'counterparty_name'],
    columns: { bookingDate: ['date'], partnerName: ['counterparty_name', 'name'] },
    ignore: ['datetime', 'account_type'],
    feeBesideAmount: true,
  },
  // Their headings are everybody's: the lines above them say whose they are.
  { name: 'Santander', bankName: 'Santander', headings: [], preamble: /santander/i },
  { name: 'Targobank', bankName: 'Targobank', headings: [], preamble: /targobank/i },
  { name: 'Tomorrow', bankName: 'Tomorrow', headings: [], preamble: /tomorrow (?:gmbh|bank)/i },
  {
    name: 'Monzo',
    bankName: 'Monzo',
    headings: ['Transaction ID', 'Date', 'Time', 'Type', 'Name', 'Emoji', 'Category', 'Amount', 'Currency'],
    columns: { purpose: ['Notes and #tags', 'Description'] },
    ignore: ['Local amount', 'Local currency', 'Money Out', 'Money In'],
    dateOrder: 'dmy',
  },
  {
    name: 'Starling',
    bankName: 'Starling Bank',
    headings: ['Date', 'Counter Party', 'Reference', 'Type', 'Amount (GBP)'],
    ignore: ['Notes'],
    dateOrder: 'dmy',
    currency: 'GBP',
  },
  {
    name: 'Lloyds, Halifax, Bank of Scotland',
    bankName: 'Lloyds Banking Group',
    headings: ['Transaction Date', 'Transaction Type', 'Sort Code', 'Account Number', 'Transaction Description'],
    columns: { ownAccount: ['Account Number'], ownBank: ['Sort Code'] },
    dateOrder: 'dmy',
    decimal: '.',
    currency: 'GBP',
  },
  {
    name: 'Barclays (United Kingdom)',
    bankName: 'Barclays',
    headings: ['Number', 'Date', 'Account', 'Amount', 'Subcategory', 'Memo'],
    columns: { bookingText: ['Subcategory'] },
    dateOrder: 'dmy',
    decimal: '.',
    currency: 'GBP',
  },
  {
    name: 'Nationwide',
    bankName: 'Nationwide',
    headings: ['Date', 'Transaction type', 'Description', 'Paid out', 'Paid in', 'Balance'],
    decimal: '.',
    currency: 'GBP',
    dateOrder: 'dmy',
  },
  {
    name: 'Chase',
    bankName: 'Chase',
    headings: ['Details', 'Posting Date', 'Description', 'Amount', 'Type'],
    columns: { bookingText: ['Type'] },
    dateOrder: 'mdy',
    decimal: '.',
    currency: 'USD',
  },
  {
    name: 'Chase credit card',
    bankName: 'Chase',
    headings: ['Transaction Date', 'Post Date', 'Description', 'Category', 'Type', 'Amount'],
    columns: { partnerName: ['Description'] },
    dateOrder: 'mdy',
    decimal: '.',
    currency: 'USD',
    accountType: 'KREDIT_KARTE',
  },
  {
    name: 'Bank of America',
    bankName: 'Bank of America',
    headings: ['Date', 'Description', 'Amount', 'Running Bal.'],
    dateOrder: 'mdy',
    decimal: '.',
    currency: 'USD',
  },
];

/** Commerzbank runs name, purpose and references into one text; the references have labels. */
function COMMERZBANK_LABELS(): CsvProfile['labels'] {
  return {
    'End-to-End-Ref.': 'endToEndId',
    Mandatsref: 'mandateId',
    'Gläubiger-ID': 'creditorId',
    'Glaeubiger-ID': 'creditorId',
  };
}

function COMDIRECT_LABELS(): CsvProfile['labels'] {
  return {
    Auftraggeber: 'partnerName',
    Empfänger: 'partnerName',
    Zahlungspflichtiger: 'partnerName',
    'Kto/IBAN': 'partnerAccount',
    'BLZ/BIC': 'partnerBank',
    Buchungstext: 'purpose',
    'End-to-End-Ref.': 'endToEndId',
    Mandatsref: 'mandateId',
    'Gläubiger-ID': 'creditorId',
    'Ref.': 'id',
  };
}
