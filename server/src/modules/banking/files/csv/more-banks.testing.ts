/**
 * More exports with invented content, most with what goes wrong in practice: a broken line in the middle, a line of sums,
 * pending rows. Their headings are written from memory of such exports. Long because it is data.
 */
import type { BankExample } from './banks.testing.ts';

const CAMT = `"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Glaeubiger ID";"Mandatsreferenz";"Kundenreferenz (End-to-End)";"Sammlerreferenz";"Lastschrift Ursprungsbetrag";"Auslagenersatz Ruecklastschrift";"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung";"Info"`;
const DEUTSCHE_BANK = `Buchungstag;Wert;Umsatzart;Begünstigter / Auftraggeber;Verwendungszweck;IBAN;BIC;Kundenreferenz;Mandatsreferenz ;Gläubiger ID;Fremde Gebühren;Betrag;Abweichender Empfänger;Anzahl der Aufträge;Anzahl der Schecks;Soll;Haben;Währung`;

export const MORE_BANK_EXAMPLES: BankExample[] = [
  {
    name: 'DKB, with a day that does not exist',
    text: `\ufeff"Girokonto";"DE02120300000000202051"
"Zeitraum:";"01.01.2025 - 05.01.2025"
"Kontostand vom 05.01.2025:";"1.234,56 €"
""
"Buchungsdatum";"Wertstellung";"Status";"Zahlungspflichtige*r";"Zahlungsempfänger*in";"Verwendungszweck";"Umsatztyp";"IBAN";"Betrag (€)";"Gläubiger-ID";"Mandatsreferenz";"Kundenreferenz"
"04.01.25";"";"Vorgemerkt";"ISSUER";"KINO";"VISA Debitkartenumsatz";"Ausgang";"";"-12";"";"";""
"31.02.25";"03.01.25";"Gebucht";"Erika Muster";"Laden";"x";"Ausgang";"DE02500105170137075030";"-3,00";"";"";""
"03.01.25";"03.01.25";"Gebucht";"Beispiel GmbH";"Erika Muster";"Gehalt";"Eingang";"DE02500105170137075030";"3.100,5";"";"";"E-1"
`,
    expected: [
      'pending 2025-01-04 -1200 EUR | KINO | ',
      '2025-01-03 310050 EUR | Beispiel GmbH | DE02500105170137075030',
    ],
    rejected: ['7 column "Buchungsdatum": "31.02.25" is no date'],
  },
  {
    name: 'Sparkasse CSV-CAMT V2, with a line cut short',
    encoding: 'windows-1252',
    text: `${CAMT}
"DE02500105170137075030";"05.01.25";"06.01.25";"FOLGELASTSCHRIFT";"Abschlag";"DE98ZZZ09999999999";"M-1";"E-1";"";"";"";"Stadtwerke Köln";"DE02120300000000202051";"BYLADEM1001";"-1089,50";"EUR";"Umsatz vorgemerkt"
"DE02500105170137075030";"04.01.25";"04.01.25";"KARTENZAHLUNG";"2025-01-03T18:05
"DE02500105170137075030";"03.01.25";"03.01.25";"LOHN  GEHALT";"Gehalt";"";"";"E-2";"";"";"";"Beispiel GmbH";"DE02120300000000202051";"BYLADEM1001";"3100,00";"EUR";"Umsatz gebucht"
`.replaceAll('\n', '\r\n'),
    expected: [
      'pending 2025-01-05 -108950 EUR | Stadtwerke Köln | DE02120300000000202051',
      '2025-01-03 310000 EUR | Beispiel GmbH | DE02120300000000202051',
    ],
    rejected: ['3 a quote is opened and not closed'],
  },
  {
    name: 'Sparkasse CSV-CAMT V8, with too few columns',
    text: `${CAMT};"Kategorie"
"DE02500105170137075030";"05.01.2025";"05.01.2025";"FOLGELASTSCHRIFT";"He said ""no""";"DE98ZZZ09999999999";"M-1";"E-1";"";"";"";"Stadtwerke";"DE02120300000000202051";"BYLADEM1001";"-89,50";"EUR";"Umsatz gebucht";"Wohnen"
"DE02500105170137075030";"04.01.2025";"04.01.2025";"KARTENZAHLUNG";"x";"Laden";"-3,00";"EUR"
"DE02500105170137075030";"03.01.2025";"03.01.2025";"GUTSCHR. UEBERWEISUNG";"Gehalt";"";"";"";"";"";"";"Beispiel GmbH";"DE02120300000000202051";"BYLADEM1001";"3.100,00";"EUR";"Umsatz gebucht";""
`,
    expected: [
      '2025-01-05 -8950 EUR | Stadtwerke | DE02120300000000202051',
      '2025-01-03 310000 EUR | Beispiel GmbH | DE02120300000000202051',
    ],
    rejected: ['3 has 8 columns, the headings have 18'],
  },
  {
    name: 'Sparkasse CSV-MT940, booked on days without a year',
    text: `"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Beguenstigter/Zahlungspflichtiger";"Kontonummer";"BLZ";"Betrag";"Waehrung";"Info"
"1234567890";"31.12";"02.01.15";"LASTSCHRIFT";"Abschlag";"Stadtwerke";"0000202051";"12030000";"-89,50";"EUR";"Umsatz gebucht"
"1234567890";"02.01";"02.01.15";"LASTSCHRIFT";"x";"Laden";"0000202051";"12030000";"-8,5O";"EUR";"Umsatz gebucht"
"1234567890";"02.01";"02.01.15";"GUTSCHRIFT";"Gehalt";"Beispiel GmbH";"0000202051";"12030000";"3.100,00";"EUR";"Umsatz gebucht"
`,
    expected: ['2014-12-31 -8950 EUR | Stadtwerke | 0000202051', '2015-01-02 310000 EUR | Beispiel GmbH | 0000202051'],
    rejected: ['3 column "Betrag": "-8,5O" is no amount'],
  },
  {
    name: 'norisbank, with an amount that is none and a footer',
    encoding: 'windows-1252',
    text: `Umsätze norisbank Top-Girokonto;;;Kundennummer: 123 4567890
Letzter Kontostand;;;;5.004,00;EUR
${DEUTSCHE_BANK}
02.01.2025;02.01.2025;Lastschrift;Stadtwerke;Abschlag;DE02120300000000202051;BYLADEM1001;E-1;M-1;DE98ZZZ09999999999;;;;;;-89,50;;EUR
03.01.2025;03.01.2025;Kartenzahlung;Laden;x;;;;;;;;;;;n/a;;EUR
03.01.2025;03.01.2025;Gutschrift;Beispiel GmbH;Gehalt;DE02500105170137075030;INGDDEFF;E-2;;;;;;;;;3.100,00;EUR
Kontostand;31.01.2025;;;5.004,00;EUR
`,
    expected: [
      '2025-01-02 -8950 EUR | Stadtwerke | DE02120300000000202051',
      '2025-01-03 310000 EUR | Beispiel GmbH | DE02500105170137075030',
    ],
    rejected: ['5 column "Soll": "n/a" is no amount'],
  },
  {
    name: 'Deutsche Bank (English)',
    text: `Transactions Personal Account;;;Customer number: 123 4567890
01/01/2025 - 01/31/2025
Old balance;;;;1,994.50;EUR
Transactions pending are not included in this report.
Booking date;Value date;Transaction Type;Beneficiary / Originator;Payment Details;IBAN;BIC;Customer Reference;Mandate Reference ;Creditor ID;Compensation amount;Original Amount;Ultimate creditor;Number of transactions;Number of cheques;Debit;Credit;Currency
01/02/2025;01/02/2025;SEPA-Direct Debit;Stadtwerke;Abschlag;DE02120300000000202051;BYLADEM1001;E-1;M-1;DE98ZZZ09999999999;;;;;;-89.50;;EUR
01/13/2025;01/13/2025;SEPA-Credit Transfer;Beispiel GmbH;Gehalt;DE02500105170137075030;INGDDEFF;E-2;;;;;;;;;3,100.00;EUR
Account balance;01/31/2025;;;5,005.00;EUR
`,
    expected: [
      '2025-01-02 -8950 EUR | Stadtwerke | DE02120300000000202051',
      '2025-01-13 310000 EUR | Beispiel GmbH | DE02500105170137075030',
    ],
  },
  {
    name: 'Commerzbank (new), with a tail of sums',
    text: `\ufeffBuchungstag;Wertstellung;Umsatzart;Buchungstext;Betrag;Währung;IBAN Kontoinhaber;Kategorie
02.01.2025;02.01.2025;Lastschrift;Stadtwerke GmbH Abschlag End-to-End-Ref.: E-1;-89,50;EUR;DE89370400440532013000;
03.01.2025;03.01.2025;Gutschrift;Beispiel GmbH Gehalt;3100,00;EUR
04.01.2025;04.01.2025;Gutschrift;Beispiel GmbH Bonus;100,00;EUR;DE89370400440532013000;
Gesamt;;;;10,50;EUR;;
`,
    expected: ['2025-01-02 -8950 EUR | Stadtwerke GmbH | ', '2025-01-04 10000 EUR | Beispiel GmbH | '],
    rejected: ['3 has 6 columns, the headings have 8'],
  },
  {
    name: 'ING without balances, with notes',
    encoding: 'windows-1252',
    text: `Umsatzanzeige;Datei erstellt am: 05.01.2025 12:00
;
IBAN;DE02 5001 0517 0137 0750 30
Kontoname;Girokonto
Bank;ING
Kunde;Erika Muster
Zeitraum;01.01.2025 - 05.01.2025
;
Sortierung;Datum absteigend

In der CSV-Datei finden Sie alle bereits gebuchten Umsätze.

Buchung;Wertstellungsdatum;Auftraggeber/Empfänger;Buchungstext;Notiz;Verwendungszweck;Betrag;Währung
03.01.2025;03.01.2025;Bäckerei Süß;Lastschrift;;KAUFUMSATZ;-1.005,40;EUR
03.01.2025;03.01.2025;VISA LADEN;Lastschrift;;"KAUFUMSATZ 3.1;-5,40;EUR
02.01.2025;02.01.2025;Beispiel GmbH;Gehalt/Rente;Juhu;Gehalt;1.200,00;EUR
`,
    expected: ['2025-01-03 -100540 EUR | Bäckerei Süß | ', '2025-01-02 120000 EUR | Beispiel GmbH | '],
    rejected: ['15 a quote is opened and not closed'],
  },
  {
    name: 'GLS (until 2020), the purpose in many columns',
    encoding: 'windows-1252',
    text: `Kontonummer;Buchungstag;Wertstellung;Auftraggeber/Empfänger;Buchungstext;VWZ1;VWZ2;VWZ3;VWZ4;VWZ5;Betrag;Kontostand;Währung
4012345600;02.01.2019;02.01.2019;Stadtwerke;Basislastschrift;Abschlag;Januar;;;;-89,50;1.910,50;EUR
4012345600;03.01.2019;03.01.2019;Beispiel GmbH;Lohn;Gehalt;;;;;3.100,00;5.010,50;EUR
`,
    expected: ['2019-01-02 -8950 EUR | Stadtwerke | ', '2019-01-03 310000 EUR | Beispiel GmbH | '],
  },
  {
    name: 'N26 (until 2023, German)',
    text: `"Datum","Empfänger","Kontonummer","Transaktionstyp","Verwendungszweck","Kategorie","Betrag (EUR)","Betrag (Fremdwährung)","Fremdwährung","Wechselkurs"
"2023-01-02","Erika Muster","DE02120300000000202051","Überweisung","Miete","Wohnen","-750.0","","",""
"2023-01-03","CAFE","","MasterCard Zahlung","","Essen","-4.5","-5.0","USD","0.9"
`,
    expected: ['2023-01-02 -75000 EUR | Erika Muster | DE02120300000000202051', '2023-01-03 -450 EUR | CAFE | '],
  },
  {
    name: 'N26 (German)',
    text: `"Buchungsdatum","Wertstellungsdatum","Partnername","Partner-IBAN","Typ","Zahlungsreferenz","Kontoname","Betrag (EUR)","Ursprungsbetrag","Ursprungswährung","Wechselkurs"
2025-01-02,2025-01-02,"Erika Muster",DE02120300000000202051,"Überweisung",Miete,"Hauptkonto",-750.00,,,
2025-01-03,2025-01-04,"CAFE",,Presentment,-,"Hauptkonto",-4.50,5.00,USD,0.9
`,
    expected: ['2025-01-02 -75000 EUR | Erika Muster | DE02120300000000202051', '2025-01-03 -450 EUR | CAFE | '],
  },
  {
    name: 'Santander, amounts with the currency and a delimiter at the end',
    encoding: 'windows-1252',
    text: `Santander Consumer Bank AG
Kontonummer: 1234567890
Umsätze vom 01.01.2025 bis 31.01.2025

Buchungsdatum;Valutadatum;Empfänger/Absender;IBAN;BIC;Buchungsart;Verwendungszweck;Betrag;
03.01.2025;03.01.2025;Beispiel GmbH;DE02500105170137075030;INGDDEFF;Gutschrift;Gehalt;+3.100,00 EUR;
02.01.2025;02.01.2025;Stadtwerke;DE02120300000000202051;BYLADEM1001;Lastschrift;Abschlag;-89,50 EUR;
`,
    expected: [
      '2025-01-03 310000 EUR | Beispiel GmbH | DE02500105170137075030',
      '2025-01-02 -8950 EUR | Stadtwerke | DE02120300000000202051',
    ],
  },
  {
    name: 'Santander credit card, every cell in quotes, minus behind the number',
    text: `"Kartenumsätze";"1PLUS VISA CARD";"4548 XXXX XXXX 1234"

"Umsatzdatum";"Buchungstag";"Umsatzbeschreibung";"Betrag in Fremdwährung";"Umrechnungskurs";"Betrag in EUR"
"02.01.2025";"03.01.2025";"HOTEL ROMA";"130,00 USD";"1,04";"1.125,00-"
"04.01.2025";"05.01.2025";"GUTSCHRIFT";"";"";"20,00+"
"Summe";"";"";"";"";"1.105,00-"
`,
    expected: ['2025-01-03 -112500 EUR |  | ', '2025-01-05 2000 EUR |  | '],
  },
  {
    name: 'Targobank, with a balance',
    encoding: 'windows-1252',
    text: `Buchungstag;Wertstellung;Betrag;Verwendungszweck;Saldo\r
02.01.2025;02.01.2025;-89,50;LASTSCHRIFT STADTWERKE;910,50\r
32.01.2025;03.01.2025;-1,00;x;909,50\r
03.01.2025;03.01.2025;3.100,00;GEHALT;4.009,50\r
`,
    expected: ['2025-01-02 -8950 EUR |  | ', '2025-01-03 310000 EUR |  | '],
    rejected: ['3 column "Buchungstag": "32.01.2025" is no date'],
  },
  {
    name: 'Targobank, without headings, with a balance',
    text: `02.01.2025;02.01.2025;-89,50;LASTSCHRIFT STADTWERKE;910,50
03.01.2025;03.01.2025;3.100,00;GEHALT;4.010,50
04.01.2025;04.01.2025;-10,00;MIETE;4.000,50
`,
    expected: ['2025-01-02 -8950 EUR |  | ', '2025-01-03 310000 EUR |  | ', '2025-01-04 -1000 EUR |  | '],
  },
  {
    name: 'rows without headings, one of them broken',
    text: `"02.01.2025";"Stadtwerke";"Abschlag";"DE02120300000000202051";"-89,50"
"03.01.2025";"Laden";"x";"DE02120300000000202051";"kaputt"
"03.01.2025";"Beispiel GmbH";"Gehalt";"DE02500105170137075030";"3.100,00"
"04.01.2025";"Bäcker";"Brot";"DE02500105170137075030";"-3,00"
`,
    expected: [
      '2025-01-02 -8950 EUR |  | DE02120300000000202051',
      '2025-01-03 310000 EUR |  | DE02500105170137075030',
      '2025-01-04 -300 EUR |  | DE02500105170137075030',
    ],
    rejected: ['2 column "column 5": "kaputt" is no amount'],
  },
  {
    name: 'Tomorrow, headings as in a program',
    text: `bookingDate,valutaDate,amount,currency,recipientName,recipientIban,description,transactionType,transactionId
2025-01-02,2025-01-02,-89.50,EUR,Stadtwerke,DE02120300000000202051,Abschlag,SEPA_DIRECT_DEBIT,t-1
2025-01-03,2025-01-03,"3,100.00",EUR,Beispiel GmbH,DE02500105170137075030,Gehalt,SEPA_CREDIT_TRANSFER,t-2
`,
    expected: [
      '2025-01-02 -8950 EUR | Stadtwerke | DE02120300000000202051',
      '2025-01-03 310000 EUR | Beispiel GmbH | DE02500105170137075030',
    ],
  },
  {
    name: 'Tomorrow (German)',
    text: `"Buchungsdatum","Valutadatum","Sender/Empfänger","IBAN","BIC","Buchungstyp","Verwendungszweck","Kategorie","Betrag","Währung"
"02.01.2025","02.01.2025","Stadtwerke","DE02120300000000202051","BYLADEM1001","Lastschrift","Abschlag","Wohnen","-89,50","EUR"
"03.01.2025","03.01.2025","Beispiel GmbH","DE02500105170137075030","","Überweisung","Gehalt","","3100,00","EUR"
`,
    expected: [
      '2025-01-02 -8950 EUR | Stadtwerke | DE02120300000000202051',
      '2025-01-03 310000 EUR | Beispiel GmbH | DE02500105170137075030',
    ],
  },
  {
    name: 'Trade Republic',
    text: `"datetime","date","account_type","category","type","asset_class","name","symbol","shares","price","amount","fee","tax","currency","original_amount","original_currency","fx_rate","description","transaction_id","counterparty_name","counterparty_iban","payment_reference","mcc_code"
"2025-01-02T10:00:00.000Z","2025-01-02","DEFAULT","CASH","TRANSFER_INBOUND","","","","","","1000.00","","","EUR","","","","Einzahlung","t-1","Erika Muster","DE02120300000000202051","Sparen",""
"2025-01-03T10:00:00.000Z","2025-01-03","DEFAULT","TRADING","BUY","STOCK","Muster AG","DE0000000001","1","99.00","-99.00","-1.00","","EUR","","","","Kauf","t-2","","","",""
"2025-01-04T10:00:00.000Z","2025-01-04","DEFAULT","CASH","CARD_TRANSACTION","","CAFE","","","","-4.50","","","EUR","","","","CAFE","t-3","","","","5814"
`,
    expected: [
      '2025-01-02 100000 EUR | Erika Muster | DE02120300000000202051',
      '2025-01-03 -10000 EUR | Muster AG | ',
      '2025-01-04 -450 EUR | CAFE | ',
    ],
  },
  {
    name: 'Klarna, in UTF-16, with tabs',
    encoding: 'utf16le',
    text: `\ufeffBuchungsdatum\tBeschreibung\tBetrag\tWährung\tStatus\r
04.01.2025\tKino\t-9,00\tEUR\tAusstehend\r
03.01.2025\tCafé\t-4,50\tEUR\tAbgeschlossen\r
`,
    expected: ['pending 2025-01-04 -900 EUR |  | ', '2025-01-03 -450 EUR |  | '],
  },
  {
    name: 'Vivid, a typographic minus and blanks between thousands',
    text: `Buchungsdatum;Wertstellungsdatum;Typ;Beschreibung;Betrag;Währung
02.01.2025;02.01.2025;Kartenzahlung;Laden;−1\u202f089,50 €;EUR
03.01.2025;03.01.2025;Überweisung;Beispiel GmbH;3\u00a0100,00 €;EUR
`,
    expected: ['2025-01-02 -108950 EUR |  | ', '2025-01-03 310000 EUR |  | '],
  },
  {
    name: 'Barclays (Germany)',
    text: `Kartenumsätze
Stand: 05.01.2025
Karte: Barclays Visa

Referenznummer;Transaktionsdatum;Buchungsdatum;Betrag;Beschreibung;Typ;Status;Kartennummer;Originalbetrag;Mögliche Zahlpläne;Land;Name des Karteninhabers;Kartennetzwerk;Kontaktlose Bezahlung
R1;04.01.2025;;-12,00 €;KINO;Einkauf;Vorgemerkt;XXXX1234;-12,00 €;;DE;Erika Muster;Visa;Ja
R2;02.01.2025;03.01.2025;-1.028,00 €;BUCH;Einkauf;Berechnet;XXXX1234;-1.028,00 €;;DE;Erika Muster;Visa;Nein
`,
    expected: ['pending 2025-01-04 -1200 EUR | KINO | ', '2025-01-03 -102800 EUR | BUCH | '],
  },
  {
    name: 'Revolut (German)',
    text: `Art,Produkt,Datum des Beginns,Datum des Abschlusses,Beschreibung,Betrag,Gebühr,Währung,Status,Kontostand
Kartenzahlung,Aktuell,2025-01-01 10:00:00,2025-01-02 09:00:00,Tesco,-12.50,0.00,EUR,ABGESCHLOSSEN,87.50
Kartenzahlung,Aktuell,2025-01-04 10:00:00,,Kino,-9.00,0.00,EUR,AUSSTEHEND,
Kartenzahlung,Aktuell,2025-01-04 11:00:00,,Laden,-99.00,0.00,EUR,RÜCKGÄNGIG GEMACHT,
`,
    expected: ['2025-01-02 -1250 EUR | Tesco | ', 'pending 2025-01-04 -900 EUR | Kino | '],
  },
  {
    name: 'American Express (German, card members)',
    text: `Datum,Beschreibung,Karteninhaber,Konto #,Betrag
02/01/2025,BUCHHANDLUNG,ERIKA MUSTER,-12345,"1.028,00"
13/01/2025,ZAHLUNG ERHALTEN,ERIKA MUSTER,-12345,"-28,00"
`,
    expected: ['2025-01-02 -102800 EUR | BUCHHANDLUNG | ', '2025-01-13 2800 EUR | ZAHLUNG ERHALTEN | '],
  },
  {
    name: 'PayPal (German, old), a blank before each heading, a hold and its release, a broken line',
    encoding: 'windows-1252',
    text: `Datum; Uhrzeit; Zeitzone; Name; Typ; Status; Währung; Brutto; Gebühr; Netto; Von E-Mail-Adresse; An E-Mail-Adresse; Transaktionscode; Status der Gegenpartei; Artikelbezeichnung; Guthaben;
"02.01.2015";"10:00:00";"CET";"Kunde B";"Zahlung erhalten";"Abgeschlossen";"EUR";"1.100,00";"-2,84";"1.097,16";"c@example.com";"a@example.com";"T3";"Verifiziert";"Buch";"1.097,16";
"02.01.2015";"10:00:01";"CET";"";"Vorübergehende Einbehaltung";"Platziert";"EUR";"-10,00";"0,00";"-10,00";"";"";"T4";"";"";"1.087,16";
"03.01.2015";"10:00:01";"CET";"";"Vorübergehende Einbehaltung";"Entfernt";"EUR
"03.01.2015";"10:00:02";"CET";"";"Freigabe einer Einbehaltung";"Abgeschlossen";"EUR";"10,00";"0,00";"10,00";"";"";"T5";"";"";"1.097,16";
`,
    expected: ['2015-01-02 109716 EUR | Kunde B | ', '2015-01-02 -1000 EUR |  | ', '2015-01-03 1000 EUR |  | '],
    rejected: ['4 a quote is opened and not closed'],
  },
  {
    name: 'PayPal (German, report), converted',
    text: `\ufeff"Datum","Uhrzeit","Zeitzone","Beschreibung","Währung","Brutto","Entgelt","Netto","Guthaben","Transaktionscode","Absender E-Mail-Adresse","Name","Name der Bank","Bankkonto","Versand- und Bearbeitungsgebühr","Umsatzsteuer","Rechnungsnummer","Zugehöriger Transaktionscode"
"02.01.2025","10:00:00","Europe/Berlin","Allgemeine Währungsumrechnung","EUR","-9,50","0,00","-9,50","90,50","T4","","","","","0,00","0,00","","T6"
"02.01.2025","10:00:00","Europe/Berlin","Allgemeine Währungsumrechnung","USD","10,00","0,00","10,00","10,00","T5","","","","","0,00","0,00","","T6"
"02.01.2025","10:00:00","Europe/Berlin","Handyzahlung","USD","-10,0x","0,00","-10,0x","0,00","T6","","US Shop","","","0,00","0,00","",""
"03.01.2025","10:00:00","Europe/Berlin","Website-Zahlung","EUR","1.100,00","-2,84","1.097,16","1.187,66","T7","c@example.com","Kunde B","","","0,00","0,00","",""
`,
    expected: ['2025-01-02 -950 EUR |  | ', '2025-01-02 1000 USD |  | ', '2025-01-03 109716 EUR | Kunde B | '],
    rejected: ['4 column "Netto": "-10,0x" is no amount'],
  },
  {
    name: 'PayPal (short), two currencies',
    text: `"Date","Time","Time Zone","Name","Type","Status","Currency","Amount","Fees","Total","Exchange Rate","Receipt ID","Balance","Transaction ID","Item Title"
"13/01/2025","10:00:00","Europe/London","Shop A","General Authorisation","Pending","GBP","-30.00","0.00","-30.00","","","0.00","T0",""
"13/01/2025","10:00:01","Europe/London","Shop A","Express Checkout Payment","Completed","GBP","-30.00","0.00","-30.00","","","-30.00","T1","Shoes"
"14/01/2025","10:00:01","Europe/London","Customer","Website Payment","Completed","EUR","100.00","-3.20","96.80","","","96.80","T2",""
`,
    expected: ['2025-01-13 -3000 GBP | Shop A | ', '2025-01-14 9680 EUR | Customer | '],
  },
  {
    name: 'PayPal (short, German)',
    text: `"Datum","Uhrzeit","Zeitzone","Name","Typ","Status","Währung","Betrag","Empfangsnummer","Guthaben"
"02.01.2025","10:00:00","CET","Laden","Allgemeine Autorisierung","Ausstehend","EUR","-30,00","","0,00"
"02.01.2025","10:00:01","CET","Laden","Handyzahlung","Abgeschlossen","EUR","-30,00","","-30,00"
`,
    expected: ['2025-01-02 -3000 EUR | Laden | '],
  },
  {
    name: 'a bank with a flag for debit and credit, and sums below',
    text: `Konto 123456;;;;;
Buchungstag;Valuta;Empfänger/Auftraggeber;Buchungstext;Betrag;S/H
02.01.2025;02.01.2025;Stadtwerke;Lastschrift;1.089,50;S
03.01.2025;03.01.2025;Beispiel GmbH;Gehalt;3.100,00;H
03.01.2025;03.01.2025;Laden;x;3,00;?
Gesamtsumme;;;;2.010,50;H
Anzahl Umsätze: 2;;;;;
`,
    expected: ['2025-01-02 -108950 EUR | Stadtwerke | ', '2025-01-03 310000 EUR | Beispiel GmbH | '],
    rejected: ['5 column "S/H": "?" says neither debit nor credit'],
  },
];
