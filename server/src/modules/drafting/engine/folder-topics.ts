/** What the help centre of a company that deals with money is divided into, and the concepts (`platform/text`) that call for it. */
export interface FolderTopic {
  concepts: readonly string[];
  en: readonly [title: string, description: string];
  de: readonly [title: string, description: string];
}

const topic = (concepts: string, en: [string, string], de: [string, string]): FolderTopic => ({
  concepts: concepts.split(' '),
  en,
  de,
});

export const FOLDER_TOPICS: readonly FolderTopic[] = [
  topic(
    'account open close balance age',
    ['Accounts', 'Opening, using and closing an account, balances and statements.'],
    ['Konto', 'Konto eröffnen, nutzen und schließen, Kontostand und Auszüge.'],
  ),
  topic(
    'card creditcard virtualcard physical pin contactless applepay activate',
    ['Cards', 'Ordering, activating and using cards, PINs, mobile payment.'],
    ['Karten', 'Karten bestellen, aktivieren und nutzen, PIN, mobiles Bezahlen.'],
  ),
  topic(
    'transfer payment directdebit standingorder instant merchant refund',
    ['Payments and transfers', 'Transfers, direct debits, standing orders, refunds.'],
    ['Zahlungen und Überweisungen', 'Überweisungen, Lastschriften, Daueraufträge, Erstattungen.'],
  ),
  topic(
    'cash atm withdraw topup',
    ['Cash', 'Withdrawing and paying in cash.'],
    ['Bargeld', 'Bargeld abheben und einzahlen.'],
  ),
  topic(
    'fee exchangerate currency',
    ['Fees and prices', 'What services cost, exchange rates.'],
    ['Gebühren und Preise', 'Was Leistungen kosten, Wechselkurse.'],
  ),
  topic(
    'abroad country',
    ['Abroad', 'Travelling, foreign currencies, payments to other countries.'],
    ['Ausland', 'Reisen, fremde Währungen, Zahlungen in andere Länder.'],
  ),
  topic(
    'fraud lost stolen blocked unrecognized',
    ['Security', 'Lost and stolen cards, fraud, payments that nobody recognises.'],
    ['Sicherheit', 'Verlorene und gestohlene Karten, Betrug, unbekannte Umsätze.'],
  ),
  topic(
    'login passcode phone notworking forgot',
    ['App and online banking', 'Signing in, devices, passwords, the app.'],
    ['App und Online-Banking', 'Anmelden, Geräte, Passwörter, die App.'],
  ),
  topic(
    'verify identity document sourceoffunds',
    ['Identity and documents', 'Proving who you are, documents, origin of money.'],
    ['Identität und Nachweise', 'Legitimation, Unterlagen, Herkunft von Geld.'],
  ),
  topic(
    'personaldetails address email',
    ['Personal details', 'Changes of name, address, telephone and e-mail.'],
    ['Persönliche Daten', 'Name, Anschrift, Telefon und E-Mail ändern.'],
  ),
];

/** What every help centre has. */
export const GENERAL_TOPIC: FolderTopic = topic(
  '',
  ['General', 'Contact, opening hours, and what fits nowhere else.'],
  ['Allgemeines', 'Kontakt, Öffnungszeiten und was sonst nirgends hinpasst.'],
);
