/**
 * Exports as banks write them, with invented content: heading lines, notation and quirks are the banks', people and sums
 * are not. Long because it is data.
 */

export interface BankExample {
  name: string;
  text: string;
  encoding?: 'windows-1252' | 'utf16le';
  /** `date amountMinor currency | partner | IBAN or account number`, with `pending` in front where it is. */
  expected: string[];
  /** `line reason`; none where the export is whole. */
  rejected?: string[];
}

export const BANK_EXAMPLES: BankExample[] = [
  {
    name: 'Deutsche Bank',
    encoding: 'windows-1252',
    text: `Umsätze Girokonto;;;Kundennummer: 123 4567890
01.01.2025 - 31.01.2025
Letzter Kontostand;;;;5.004,00;EUR
Vorgemerkte und noch nicht gebuchte Umsätze sind nicht Bestandteil dieser Übersicht.
Buchungstag;Wert;Umsatzart;Begünstigter / Auftraggeber;Verwendungszweck;IBAN;BIC;Kundenreferenz;Mandatsreferenz ;Gläubiger ID;Fremde Gebühren;Betrag;Abweichender Empfänger;Anzahl der Aufträge;Anzahl der Schecks;Soll;Haben;Währung
02.01.2025;02.01.2025;"SEPA-Lastschrift von";"Stadtwerke Köln";"Abschlag Januar";DE02120300000000202051;BYLADEM1001;E-1;M-1;DE98ZZZ09999999999;;;;;;-89,50;;EUR
3.1.2025;3.1.2025;"SEPA-Gutschrift von";"Beispiel GmbH";"Gehalt 01/2025";DE02500105170137075030;INGDDEFF;E-2;;;;;;;;;3.100,00;EUR
Kontostand;31.01.2025;;;5.004,00;EUR
`,
    expected: [
      '2025-01-02 -8950 EUR | Stadtwerke Köln | DE02120300000000202051',
      '2025-01-03 310000 EUR | Beispiel GmbH | DE02500105170137075030',
    ],
  },
  {
    name: 'Postbank (new)',
    text: `Umsätze
Konto;Filial-/Kontonummer;IBAN;Währung
Girokonto;123 4567 00;DE02100100100006820101;EUR

1.1.2025 - 31.1.2025
Letzter Kontostand;;;;1.234,56;EUR
Vorgemerkte und noch nicht gebuchte Umsätze sind nicht Bestandteil dieser Übersicht.
Buchungstag;Wert;Umsatzart;Begünstigter / Auftraggeber;Verwendungszweck;IBAN / Kontonummer;BIC;Kundenreferenz;Mandatsreferenz;Gläubiger ID;Fremde Gebühren;Betrag;Abweichender Empfänger;Anzahl der Aufträge;Anzahl der Schecks;Soll;Haben;Währung
2.1.2025;2.1.2025;SEPA Überweisung an;Erika Muster;Miete;DE02120300000000202051;BYLADEM1001;NOTPROVIDED;;;;-750,00;;;;-750,00;;EUR
3.1.2025;3.1.2025;SEPA Überweisung von;Max Muster;Rückzahlung;DE02500105170137075030;INGDDEFFXXX;;;;;20,00;;;;;20,00;EUR
Kontostand;31.1.2025;;;1.234,56;EUR
`,
    expected: [
      '2025-01-02 -75000 EUR | Erika Muster | DE02120300000000202051',
      '2025-01-03 2000 EUR | Max Muster | DE02500105170137075030',
    ],
  },
  {
    name: 'Postbank (until 2023)',
    encoding: 'windows-1252',
    text: `Umsatzauskunft - gebuchte Umsätze
Name;Erika Muster
BLZ;10010010
Kontonummer;0006820101
IBAN;DE02 1001 0010 0006 8201 01
Aktueller Kontostand;1.234,56 €

"Buchungstag";"Wertstellung";"Umsatzart";"Buchungsdetails";"Auftraggeber";"Empfänger";"Betrag (€)";"Saldo (€)"
"02.01.2023";"02.01.2023";"Gutschrift";"Gehalt Januar";"Beispiel GmbH";"Erika Muster";"2.100,00 €";"3.334,56 €"
"03.01.2023";"03.01.2023";"Lastschrift";"Beitrag";"Erika Muster";"Sportverein e.V.";"-25,00 €";"3.309,56 €"
`,
    expected: ['2023-01-02 210000 EUR | Beispiel GmbH | ', '2023-01-03 -2500 EUR | Sportverein e.V. | '],
  },
  {
    name: 'Commerzbank',
    text: `\ufeffBuchungstag;Wertstellung;Umsatzart;Buchungstext;Betrag;Währung;Auftraggeberkonto;Bankleitzahl Auftraggeberkonto;IBAN Auftraggeberkonto;Kategorie
02.01.2025;02.01.2025;Lastschrift;Stadtwerke Abschlag End-to-End-Ref.: E-1 CORE / Mandatsref.: M-1 Gläubiger-ID: DE98ZZZ09999999999 SEPA-BASISLASTSCHRIFT wiederholend;-89,50;EUR;532013000;37040044;DE89370400440532013000;Unkategorisierte Ausgaben
03.01.2025;03.01.2025;Gutschrift;Beispiel GmbH Gehalt End-to-End-Ref.: NOTPROVIDED;3100,00;EUR;532013000;37040044;DE89370400440532013000;
04.01.2025;04.01.2025;Lastschrift;MUSTER MARKT 123//Koeln/DE 2025-01-03T18:05:11 KFN 0 VJ 2712 Kartenzahlung;-12,34;EUR;532013000;37040044;DE89370400440532013000;
05.01.2025;05.01.2025;Lastschrift;Netz & Strom Muster Stadt GmbH & Co. KG Rechnung 4711 siehe https://muster.example End-to-End-Ref.: E-2;-30,00;EUR;532013000;37040044;DE89370400440532013000;
06.01.2025;06.01.2025;Überweisung;Erika Muster Rückzahlung an die GmbH End-to-End-Ref.: NOTPROVIDED;-20,00;EUR;532013000;37040044;DE89370400440532013000;
`,
    expected: [
      '2025-01-02 -8950 EUR |  | ',
      '2025-01-03 310000 EUR | Beispiel GmbH | ',
      '2025-01-04 -1234 EUR | MUSTER MARKT 123 | ',
      '2025-01-05 -3000 EUR | Netz & Strom Muster Stadt GmbH & Co. KG | ',
      '2025-01-06 -2000 EUR |  | ',
    ],
  },
  {
    name: 'comdirect',
    encoding: 'windows-1252',
    text: `;
"Umsätze Girokonto";"Zeitraum: 30 Tage";
"Neuer Kontostand";"1.234,56 EUR";

"Buchungstag";"Wertstellung (Valuta)";"Vorgang";"Buchungstext";"Umsatz in EUR";
"offen";"--";"Lastschrift/Belastung";" Auftraggeber: Tanke Nord Buchungstext: Karte 12";"-40,00";
"02.01.2025";"02.01.2025";"Übertrag/Überweisung";" Empfänger: Erika MusterKto/IBAN: DE02120300000000202051 BLZ/BIC: BYLADEM1001 Buchungstext: Miete Januar Ref. 7A2C21T01B2C3D4E/1";"-750,00";
"03.01.2025";"03.01.2025";"Übertrag/Überweisung";" Auftraggeber: Beispiel GmbHBuchungstext: Gehalt Ref. 8B2C21T01B2C3D4E/1";"3.100,00";
"Alter Kontostand";"-1.000,00 EUR";

"Umsätze Tagesgeld PLUS-Konto";"Zeitraum: 30 Tage";
"Neuer Kontostand";"10,00 EUR";

"Buchungstag";"Wertstellung (Valuta)";"Vorgang";"Buchungstext";"Umsatz in EUR";
"04.01.2025";"04.01.2025";"Zinsen";" Buchungstext: Habenzins";"0,12";
"Alter Kontostand";"9,88 EUR";
`,
    expected: [
      'pending 2026-11-22 -4000 EUR | Tanke Nord | ',
      '2025-01-02 -75000 EUR | Erika Muster | DE02120300000000202051',
      '2025-01-03 310000 EUR | Beispiel GmbH | ',
      '2025-01-04 12 EUR |  | ',
    ],
  },
  {
    name: 'ING',
    encoding: 'windows-1252',
    text: `Umsatzanzeige;Datei erstellt am: 05.01.2025 12:00

IBAN;DE02 5001 0517 0137 0750 30
Kontoname;Girokonto
Bank;ING
Kunde;Erika Muster
Zeitraum;01.01.2025 - 05.01.2025
Saldo;1.234,56;EUR

Sortierung;Datum absteigend

In der CSV-Datei finden Sie alle bereits gebuchten Umsätze. Die vorgemerkten Umsätze werden nicht aufgenommen, auch wenn sie in Ihrem Internetbanking angezeigt werden.

Buchung;Wertstellungsdatum;Auftraggeber/Empfänger;Buchungstext;Verwendungszweck;Saldo;Währung;Betrag;Währung
03.01.2025;03.01.2025;Bäckerei Süß;Lastschrift;"NR XXXX 1234; KAUFUMSATZ";1.234,56;EUR;-5,40;EUR
02.01.2025;02.01.2025;Beispiel GmbH;Gehalt/Rente;Gehalt 01/2025;1.239,96;EUR;1.200,00;EUR
`,
    expected: ['2025-01-03 -540 EUR | Bäckerei Süß | ', '2025-01-02 120000 EUR | Beispiel GmbH | '],
  },
  {
    name: 'DKB (until 2023)',
    encoding: 'windows-1252',
    text: `"Kontonummer:";"DE02120300000000202051 / Girokonto";

"Von:";"01.01.2022";
"Bis:";"31.01.2022";
"Kontostand vom 31.01.2022:";"1.234,56 EUR";

"Buchungstag";"Wertstellung";"Buchungstext";"Auftraggeber / Begünstigter";"Verwendungszweck";"Kontonummer";"BLZ";"Betrag (EUR)";"Gläubiger-ID";"Mandatsreferenz";"Kundenreferenz";
"03.01.2022";"03.01.2022";"Lastschrift";"Müller & Söhne";"Rechnung 7";"DE02500105170137075030";"INGDDEFFXXX";"-1.089,50";"DE98ZZZ09999999999";"M-7";"E-7";
`,
    expected: ['2022-01-03 -108950 EUR | Müller & Söhne | DE02500105170137075030'],
  },
  {
    name: 'DKB credit card (until 2023)',
    encoding: 'windows-1252',
    text: `"Kreditkarte:";"4748********1234";

"Von:";"01.01.2022";
"Bis:";"31.01.2022";
"Saldo:";"-123.45 EUR";
"Datum:";"31.01.2022";

"Umsatz abgerechnet und nicht im Saldo enthalten";"Wertstellung";"Belegdatum";"Beschreibung";"Betrag (EUR)";"Ursprünglicher Betrag";
"Nein";"05.01.2022";"03.01.2022";"HOTEL ROMA";"-123,45";"-130,00 USD";
`,
    expected: ['2022-01-03 -12345 EUR | HOTEL ROMA | '],
  },
  {
    name: 'DKB credit card',
    text: `"Karte";"Visa Kreditkarte";"4748 •••• •••• 1234"
""
"Saldo vom 05.01.2025:";"-40,00 €"
""
"Belegdatum";"Wertstellung";"Status";"Beschreibung";"Umsatztyp";"Betrag (€)";"Fremdwährungsbetrag"
"04.01.25";"";"Vorgemerkt";"KINO";"Im Geschäft";"-12";""
"03.01.25";"04.01.25";"Gebucht";"BUCHHANDLUNG";"Online";"-28,00";""
`,
    expected: ['pending 2025-01-04 -1200 EUR | KINO | ', '2025-01-03 -2800 EUR | BUCHHANDLUNG | '],
  },
  {
    name: 'N26 (until 2023)',
    text: `"Date","Payee","Account number","Transaction type","Payment reference","Amount (EUR)","Amount (Foreign Currency)","Type Foreign Currency","Exchange Rate"
"2023-01-02","Erika Muster","DE02120300000000202051","Outgoing Transfer","Miete","-750.0","","",""
"2023-01-03","COFFEE SHOP","","MasterCard Payment","","-4.5","-5.0","USD","0.9"
`,
    expected: ['2023-01-02 -75000 EUR | Erika Muster | DE02120300000000202051', '2023-01-03 -450 EUR | COFFEE SHOP | '],
  },
  {
    name: 'N26',
    text: `"Booking Date","Value Date","Partner Name","Partner Iban",Type,"Payment Reference","Account Name","Amount (EUR)","Original Amount","Original Currency","Exchange Rate"
2025-01-02,2025-01-02,"Erika Muster",DE02120300000000202051,"Debit Transfer",Miete,"Main Account",-750.00,,,
2025-01-03,2025-01-04,"COFFEE SHOP",,Presentment,-,"Main Account",-4.50,5.00,USD,0.9
`,
    expected: ['2025-01-02 -75000 EUR | Erika Muster | DE02120300000000202051', '2025-01-03 -450 EUR | COFFEE SHOP | '],
  },
  {
    name: 'Volksbank',
    text: `\ufeffBezeichnung Auftragskonto;IBAN Auftragskonto;BIC Auftragskonto;Bankname Auftragskonto;Buchungstag;Valutadatum;Name Zahlungsbeteiligter;IBAN Zahlungsbeteiligter;BIC (SWIFT-Code) Zahlungsbeteiligter;Buchungstext;Verwendungszweck;Betrag;Waehrung;Saldo nach Buchung;Bemerkung;Kategorie;Steuerrelevant;Glaeubiger ID;Mandatsreferenz
Girokonto;DE02700100800030876808;GENODEF1M01;Volksbank Musterstadt;03.01.2025;03.01.2025;Stadtwerke;DE02120300000000202051;BYLADEM1001;Basislastschrift;Abschlag;-89,5;EUR;1144,66;;Wohnen;;DE98ZZZ09999999999;M-1
Girokonto;DE02700100800030876808;GENODEF1M01;Volksbank Musterstadt;02.01.2025;02.01.2025;Beispiel GmbH;DE02500105170137075030;INGDDEFF;Lohn/Gehalt;"Gehalt
Januar";1234,16;EUR;1234,16;;;;;
`,
    expected: [
      '2025-01-03 -8950 EUR | Stadtwerke | DE02120300000000202051',
      '2025-01-02 123416 EUR | Beispiel GmbH | DE02500105170137075030',
    ],
  },
  {
    name: 'Volksbank (until 2021)',
    encoding: 'windows-1252',
    text: `Volksbank Musterstadt eG

Umsatzanzeige

BLZ:;70090100;;Datum:;05.01.2021
Konto:;30876808;;Uhrzeit:;12:00:00
Abfrage von:;Erika Muster;;Kontoinhaber:;Erika Muster

Zeitraum:;;von:;01.01.2021;bis:;05.01.2021

Buchungstag;Valuta;Auftraggeber/Zahlungsempfänger;Empfänger/Zahlungspflichtiger;Konto-Nr.;IBAN;BLZ;BIC;Vorgang/Verwendungszweck;Kundenreferenz;Währung;Umsatz;
04.01.2021;04.01.2021;Erika Muster;Stadtwerke;;DE02120300000000202051;;BYLADEM1001;Basislastschrift Abschlag;;EUR;89,50;S
02.01.2021;02.01.2021;Erika Muster;Beispiel GmbH;;DE02500105170137075030;;INGDDEFF;Lohn/Gehalt;;EUR;1.200,00;H

01.01.2021;;;;;;;;;Anfangssaldo;EUR;100,00;H
05.01.2021;;;;;;;;;Endsaldo;EUR;1.210,50;H
`,
    expected: [
      '2021-01-04 -8950 EUR | Stadtwerke | DE02120300000000202051',
      '2021-01-02 120000 EUR | Beispiel GmbH | DE02500105170137075030',
    ],
  },
  {
    name: 'HypoVereinsbank',
    encoding: 'utf16le',
    text: `\ufeffKontonummer;Buchungsdatum;Valuta;Empfaenger 1;Empfaenger 2;Verwendungszweck;Betrag;Waehrung\r
123456789;02.01.2025;02.01.2025;Stadtwerke Mün;chen;SEPA-LASTSCHRIFT Abschlag;-89,50;EUR\r
`,
    expected: ['2025-01-02 -8950 EUR | Stadtwerke Mün chen | '],
  },
  {
    name: 'Consorsbank',
    text: `Buchung;Valuta;Sender / Empfänger;IBAN / Konto-Nr.;BIC / BLZ;Buchungstext;Verwendungszweck;Kategorie;Stichwörter;Umsatz geteilt;Betrag in EUR
02.01.2025;02.01.2025;Erika Muster;DE02120300000000202051;BYLADEM1001;ÜBERWEISUNG;Miete;Wohnen;;;-1.750,00
`,
    expected: ['2025-01-02 -175000 EUR | Erika Muster | DE02120300000000202051'],
  },
  {
    name: '1822direkt',
    encoding: 'windows-1252',
    text: `Kontonummer;Datum/Zeit;Buchungstag;Wertstellung;Soll/Haben;Buchungsschlüssel;Buchungsart;Empfänger/Auftraggeber Name;Empfänger/Auftraggeber IBAN;Empfänger/Auftraggeber BIC;Glaeubiger-ID;Mandatsreferenz;Mandatsdatum;Vwz.0;Vwz.1;Vwz.2;Vwz.3;End-to-End-Identifikation
1234567890;02.01.2025 08:00;02.01.2025;02.01.2025;-89,50;105;SEPA-Lastschrift;Stadtwerke;DE02120300000000202051;BYLADEM1001;DE98ZZZ09999999999;M-1;;Abschlag;Januar;;;E-1
`,
    expected: ['2025-01-02 -8950 EUR | Stadtwerke | DE02120300000000202051'],
  },
  {
    name: 'Fidor',
    text: `Datum;Beschreibung;Beschreibung2;Wert
02.01.2019;Überweisung: Miete;Empfänger: Erika Muster;-750,00
`,
    expected: ['2019-01-02 -75000 EUR |  | '],
  },
  {
    name: 'Revolut',
    text: `Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance
CARD_PAYMENT,Current,2025-01-01 10:00:00,2025-01-02 09:00:00,Tesco,-12.50,0.00,EUR,COMPLETED,87.50
EXCHANGE,Current,2025-01-03 10:00:00,2025-01-03 10:00:00,Exchanged to USD,-50.00,0.50,EUR,COMPLETED,37.00
EXCHANGE,Current,2025-01-03 10:00:00,2025-01-03 10:00:00,Exchanged to USD,54.00,0.00,USD,COMPLETED,54.00
CARD_PAYMENT,Current,2025-01-04 10:00:00,,Cinema,-9.00,0.00,EUR,PENDING,
CARD_PAYMENT,Current,2025-01-04 11:00:00,,Shop,-99.00,0.00,EUR,REVERTED,
`,
    expected: [
      '2025-01-02 -1250 EUR | Tesco | ',
      '2025-01-03 -5050 EUR | Exchanged to USD | ',
      '2025-01-03 5400 USD | Exchanged to USD | ',
      'pending 2025-01-04 -900 EUR | Cinema | ',
    ],
  },
  {
    name: 'bunq',
    text: `"Date";"Interest Date";"Amount";"Account";"Counterparty";"Name";"Description"
"2025-01-02";"2025-01-02";"-1.012,50";"NL12BUNQ2025000000";"NL02ABNA0123456789";"Albert Market";"Boodschappen"
`,
    expected: ['2025-01-02 -101250 EUR | Albert Market | NL02ABNA0123456789'],
  },
  {
    name: 'C24',
    text: `Transaktionstyp,Buchungsdatum,Karteneinsatz,Betrag,Zahlungsempfänger,IBAN,BIC,Verwendungszweck,Beschreibung,Kontonummer,Kontoname,Kategorie,Unterkategorie,Bargeldabhebung
Kartenzahlung,02.01.2025,01.01.2025,"-12,34",Supermarkt,,,,,DE02120300000000202051,Smartkonto,Lebensmittel,,
Überweisung,03.01.2025,,"1.000,00",Beispiel GmbH,DE02500105170137075030,INGDDEFF,Gehalt,,DE02120300000000202051,Smartkonto,,,
`,
    expected: [
      '2025-01-02 -1234 EUR | Supermarkt | ',
      '2025-01-03 100000 EUR | Beispiel GmbH | DE02500105170137075030',
    ],
  },
  {
    name: 'Wise',
    text: `"TransferWise ID",Date,Amount,Currency,Description,"Payment Reference","Running Balance","Exchange From","Exchange To","Exchange Rate","Payer Name","Payee Name","Payee Account Number",Merchant,"Card Last Four Digits","Card Holder Full Name",Attachment,Note,"Total fees"
TRANSFER-1,03-02-2025,-20.00,EUR,"Sent money to Erika Muster",Geschenk,80.00,EUR,EUR,,,"Erika Muster",DE02120300000000202051,,,,,,0.60
CARD-2,02-02-2025,-5.00,EUR,"Card transaction",,100.00,,,,,,,"Cafe Lisboa",1234,,,,0.00
TRANSFER-3,01-02-2025,105.00,EUR,"Received money from Max",,105.00,,,,"Max Muster",,,,,,,,0.00
`,
    expected: [
      '2025-02-03 -2000 EUR | Erika Muster | DE02120300000000202051',
      '2025-02-02 -500 EUR | Cafe Lisboa | ',
      '2025-02-01 10500 EUR | Max Muster | ',
    ],
  },
  {
    name: 'American Express (German)',
    text: `Datum,Beschreibung,Betrag,Erweiterte Details,Erscheint auf Ihrer Abrechnung als,Adresse,Stadt,PLZ,Land,Betreff
02/01/2025,BUCHHANDLUNG,"28,00",,BUCHHANDLUNG BERLIN,,,,,'AT250010012345'
13/01/2025,ZAHLUNG ERHALTEN,"-28,00",,,,,,,
`,
    expected: ['2025-01-02 -2800 EUR | BUCHHANDLUNG | ', '2025-01-13 2800 EUR | ZAHLUNG ERHALTEN | '],
  },
  {
    name: 'Amazon Visa (LBB)',
    text: `"Kreditkartennummer";"Transaktionsdatum";"Buchungsdatum";"Händler (Name, Stadt & Land)";"Umsatzkategorie";"Betrag in Fremdwährung";"Einheit Fremdwährung";"Umrechnungskurs";"Betrag in Euro";"Amazon Punkte";"Prime Punkte"
"4998 **** **** 1234";"01.01.2020";"02.01.2020";"AMAZON.DE, LUXEMBOURG LU";"Shopping";"";"";"";"-19,99";"40";"0"
`,
    expected: ['2020-01-02 -1999 EUR | AMAZON.DE, LUXEMBOURG LU | '],
  },
  {
    name: 'PayPal (German)',
    text: `\ufeff"Datum","Uhrzeit","Zeitzone","Name","Typ","Status","Währung","Brutto","Gebühr","Netto","Absender E-Mail-Adresse","Empfänger E-Mail-Adresse","Transaktionscode","Artikelbezeichnung","Guthaben","Auswirkung auf Guthaben"
"02.01.2025","10:00:00","CET","Laden A","Allgemeine Autorisierung","Ausstehend","EUR","-30,00","0,00","-30,00","a@example.com","b@example.com","T0","","0,00","Memo"
"02.01.2025","10:00:01","CET","","Bankgutschrift auf PayPal-Konto","Abgeschlossen","EUR","30,00","0,00","30,00","","a@example.com","T1","","30,00","Haben"
"02.01.2025","10:00:02","CET","Laden A","Zahlung im Einzugsverfahren mit Zahlungsrechnung","Abgeschlossen","EUR","-30,00","0,00","-30,00","a@example.com","b@example.com","T2","Schuhe","0,00","Soll"
"03.01.2025","11:00:00","CET","Kunde B","Website-Zahlung","Abgeschlossen","EUR","100,00","-2,84","97,16","c@example.com","a@example.com","T3","","97,16","Haben"
"04.01.2025","11:00:00","CET","","Allgemeine Währungsumrechnung","Abgeschlossen","EUR","-9,50","0,00","-9,50","","","T4","","87,66","Soll"
"04.01.2025","11:00:00","CET","","Allgemeine Währungsumrechnung","Abgeschlossen","USD","10,00","0,00","10,00","","","T5","","10,00","Haben"
"04.01.2025","11:00:01","CET","US Shop","Zahlung","Abgeschlossen","USD","-10,00","0,00","-10,00","a@example.com","d@example.com","T6","","0,00","Soll"
`,
    expected: [
      '2025-01-02 3000 EUR |  | ',
      '2025-01-02 -3000 EUR | Laden A | ',
      '2025-01-03 9716 EUR | Kunde B | ',
      '2025-01-04 -950 EUR |  | ',
      '2025-01-04 1000 USD |  | ',
      '2025-01-04 -1000 USD | US Shop | ',
    ],
  },
  {
    name: 'PayPal',
    text: `"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Balance","Balance Impact"
"1/2/2025","10:00:00","PST","Shop A","General Authorization","Pending","USD","-30.00","0.00","-30.00","","","T0","0.00","Memo"
"1/2/2025","10:00:00","PST","Shop A","Express Checkout Payment","Completed","USD","-1,030.00","0.00","-1,030.00","","","T1","-1,030.00","Debit"
"1/13/2025","10:00:00","PST","Customer","Website Payment","Completed","USD","100.00","-3.20","96.80","","","T2","-933.20","Credit"
`,
    expected: ['2025-01-02 -103000 USD | Shop A | ', '2025-01-13 9680 USD | Customer | '],
  },
  {
    name: 'Monzo',
    text: `Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,Notes and #tags,Address,Receipt,Description,Category split,Money Out,Money In
tx_1,02/01/2025,10:00:00,Card payment,Pret,🥪,Eating out,-4.50,GBP,-4.50,GBP,,1 High St,,PRET A MANGER,,-4.50,
tx_2,03/01/2025,10:00:00,Faster payment,Example Ltd,,Income,1500.00,GBP,1500.00,GBP,Salary,,,SALARY,,,1500.00
`,
    expected: ['2025-01-02 -450 GBP | Pret | ', '2025-01-03 150000 GBP | Example Ltd | '],
  },
  {
    name: 'Starling',
    text: `Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP),Spending Category,Notes
02/01/2025,Tesco,TESCO 123,CONTACTLESS,-12.00,88.00,GROCERIES,
`,
    expected: ['2025-01-02 -1200 GBP | Tesco | '],
  },
  {
    name: 'Lloyds',
    text: `Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance
03/01/2025,DEB,'30-00-00,12345678,TESCO STORES,12.00,,88.00
02/01/2025,FPI,'30-00-00,12345678,EXAMPLE LTD,,100.00,100.00
`,
    expected: ['2025-01-03 -1200 GBP |  | ', '2025-01-02 10000 GBP |  | '],
  },
  {
    name: 'Nationwide',
    encoding: 'windows-1252',
    text: `"Account Name:","FlexAccount ****12345"
"Account Balance:","£88.00"
"Available Balance: ","£88.00"

"Date","Transaction type","Description","Paid out","Paid in","Balance"
"03 Jan 2025","Visa purchase","TESCO STORES","£12.00","","£88.00"
"02 Jan 2025","Bank credit","EXAMPLE LTD","","£1,100.00","£1,100.00"
`,
    expected: ['2025-01-03 -1200 GBP |  | ', '2025-01-02 110000 GBP |  | '],
  },
  {
    name: 'Chase',
    text: `Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #
DEBIT,01/03/2025,"COFFEE, INC",-4.50,DEBIT_CARD,95.50,,
CREDIT,01/02/2025,PAYROLL,100.00,ACH_CREDIT,100.00,,
`,
    expected: ['2025-01-03 -450 USD |  | ', '2025-01-02 10000 USD |  | '],
  },
  {
    name: 'Bank of America',
    text: `Description,,Summary Amt.
Beginning balance as of 01/01/2025,,"1,000.00"
Total credits,,"100.00"
Total debits,,"-4.50"
Ending balance as of 01/31/2025,,"1,095.50"

Date,Description,Amount,Running Bal.
01/01/2025,Beginning balance as of 01/01/2025,,"1,000.00"
01/02/2025,"PAYROLL","100.00","1,100.00"
01/03/2025,"COFFEE","-4.50","1,095.50"
`,
    expected: ['2025-01-02 10000 USD |  | ', '2025-01-03 -450 USD |  | '],
  },
  {
    name: 'Wells Fargo, which has no headings',
    text: `"01/13/2025","-4.50","*","","COFFEE SHOP"
"01/02/2025","100.00","*","","PAYROLL"
`,
    expected: ['2025-01-13 -450 EUR |  | ', '2025-01-02 10000 EUR |  | '],
  },
  {
    name: 'an unknown German bank with separate columns',
    text: `Kontoauszug 2025

Konto: DE02120300000000202051

Buchungsdatum	Valuta	Auftraggeber	Empfänger	Verwendungszweck	Belastung	Gutschrift
2.1.2025	2.1.2025	Erika Muster	Stadtwerke	Abschlag	89,50	
3.1.2025	3.1.2025	Beispiel GmbH	Erika Muster	Gehalt		1.200,00
`,
    expected: ['2025-01-02 -8950 EUR | Stadtwerke | ', '2025-01-03 120000 EUR | Beispiel GmbH | '],
  },
  {
    name: 'an unknown bank with a mark for debit and credit',
    text: `Booking date;Beneficiary;Counterparty IBAN;Amount;D/C;Currency
2025-01-02;Stadtwerke;DE02120300000000202051;89,50;D;EUR
2025-01-03;Beispiel GmbH;DE02500105170137075030;1200,00;C;EUR
`,
    expected: [
      '2025-01-02 -8950 EUR | Stadtwerke | DE02120300000000202051',
      '2025-01-03 120000 EUR | Beispiel GmbH | DE02500105170137075030',
    ],
  },
];
