import { pair } from '../../app/language.ts';

export const CONTRACT_TEXTS = {
  title: pair('Contract keys', 'Vertragsschlüssel'),
  lead: pair(
    'Agents ask for the bank data of a customer at one address, by the endpoint contract: flat answers, one customer at a time, with a key that opens nothing else.',
    'Agenten fragen die Bankdaten eines Kunden an einer Adresse ab, nach dem Endpunktvertrag: flache Antworten, ein Kunde je Aufruf, mit einem Schlüssel, der nichts anderes öffnet.',
  ),
  create: pair('Create a contract key', 'Vertragsschlüssel erstellen'),
  call: pair('How it is called', 'So wird er aufgerufen'),
  customer: pair('Email of the customer', 'E-Mail des Kunden'),
  flow: pair('What about them?', 'Was über sie?'),
  flows: {
    summary: pair('Summary', 'Überblick'),
    income: pair('Income', 'Einkommen'),
    spending: pair('Spending', 'Ausgaben'),
    risk: pair('Risk', 'Risiko'),
    accounts: pair('Accounts', 'Konten'),
    cashflow: pair('Cash flow', 'Cashflow'),
    contracts: pair('Recurring payments', 'Wiederkehrende Zahlungen'),
  },
  callLabel: pair('Call', 'Aufruf'),
  keyHint: pair(
    'KEY stands for the key. A customer without a finished analysis has has_analysis: false and no figures.',
    'KEY steht für den Schlüssel. Ein Kunde ohne fertige Analyse hat has_analysis: false und keine Zahlen.',
  ),
  fields: pair('The fields of each answer', 'Die Felder jeder Antwort'),
  keys: pair('Keys that may call it', 'Schlüssel, die das dürfen'),
  none: pair('No key may call it yet.', 'Noch darf es kein Schlüssel.'),
  manage: pair('All keys: show, revoke', 'Alle Schlüssel: anzeigen, widerrufen'),
};
