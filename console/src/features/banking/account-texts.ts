import { pair } from '../../app/language.ts';

export const ACCOUNT_TEXTS = {
  accounts: pair('Accounts', 'Konten'),
  noAccounts: pair('No account yet', 'Noch kein Konto'),
  noAccountsHint: pair(
    'Import a file of a bank below, or send the customer a link to connect their bank.',
    'Importieren Sie unten eine Datei einer Bank, oder senden Sie den Kunden einen Link, um ihre Bank zu verbinden.',
  ),
  moreAccounts: pair(
    (count: string) => `There are more accounts than the ${count} that are shown.`,
    (count: string) => `Es gibt mehr Konten als die ${count}, die hier stehen.`,
  ),
  unknownBalance: pair('Balance unknown', 'Saldo unbekannt'),
  overdraft: pair(
    (amount: string) => `Overdraft limit ${amount}`,
    (amount: string) => `Dispolimit ${amount}`,
  ),
  pdf: pair('Summary as PDF', 'Übersicht als PDF'),
  pdfOf: pair(
    (name: string) => `Summary as PDF: ${name}`,
    (name: string) => `Übersicht als PDF: ${name}`,
  ),
  types: {
    GIRO: pair('Current account', 'Girokonto'),
    KREDIT_KARTE: pair('Credit card', 'Kreditkarte'),
    DEPOT: pair('Securities account', 'Depot'),
    SPARKONTO: pair('Savings account', 'Sparkonto'),
    TAGESGELD: pair('Instant-access savings', 'Tagesgeldkonto'),
    DARLEHEN: pair('Loan', 'Darlehen'),
    BAUSPAREN: pair('Building savings', 'Bausparvertrag'),
    PAYPAL: pair('PayPal', 'PayPal'),
    SONSTIGE: pair('Other account', 'Anderes Konto'),
  },
  banks: pair('Linked banks', 'Verbundene Banken'),
  noBanks: pair('No bank is connected', 'Keine Bank ist verbunden'),
  noBanksHint: pair(
    'Make a link and send it to the customer: only they can log in at their bank and allow the access.',
    'Erstellen Sie einen Link und senden Sie ihn an den Kunden: Nur er kann sich bei seiner Bank anmelden und den Zugriff erlauben.',
  ),
  connect: pair('Link to connect a bank', 'Link zum Verbinden einer Bank'),
  manage: pair('Link to manage banks', 'Link zum Verwalten der Banken'),
  linkTitle: pair('A link for the customer', 'Ein Link für den Kunden'),
  linkHint: pair(
    'Send it to the customer. It works for a quarter of an hour, in the first browser that goes on from it.',
    'Senden Sie ihn an den Kunden. Er gilt eine Viertelstunde, in dem ersten Browser, der von dort weitergeht.',
  ),
  refresh: pair('Refresh', 'Aktualisieren'),
  refreshOf: pair(
    (bank: string) => `Refresh ${bank}`,
    (bank: string) => `${bank} aktualisieren`,
  ),
  consent: {
    valid: pair('Access allowed', 'Zugriff erlaubt'),
    expired: pair('Access expired', 'Zugriff abgelaufen'),
    revoked: pair('Access given up', 'Zugriff aufgegeben'),
  },
  until: pair(
    (date: string) => `until ${date}`,
    (date: string) => `bis ${date}`,
  ),
  endsSoon: pair(
    (days: string) => `Ends in ${days} days: the customer has to renew it by the link.`,
    (days: string) => `Endet in ${days} Tagen: Der Kunde muss ihn über den Link erneuern.`,
  ),
  ended: pair(
    'Nothing is read any more until the customer renews the access by the link.',
    'Es wird nichts mehr gelesen, bis der Kunde den Zugriff über den Link erneuert.',
  ),
  never: pair('Not read yet', 'Noch nicht gelesen'),
  sync: {
    queued: pair('Waits to be read', 'Wartet auf das Lesen'),
    running: pair('Is being read …', 'Wird gelesen …'),
    waiting: pair(
      (moment: string) => `The bank did not answer; tried again ${moment}`,
      (moment: string) => `Die Bank hat nicht geantwortet; neuer Versuch ${moment}`,
    ),
    completed: pair(
      (moment: string) => `Read ${moment}`,
      (moment: string) => `Gelesen ${moment}`,
    ),
    failed: pair(
      (reason: string) => `Could not be read: ${reason}`,
      (reason: string) => `Konnte nicht gelesen werden: ${reason}`,
    ),
  },
  next: pair(
    (moment: string) => `next by itself ${moment}`,
    (moment: string) => `von selbst wieder ${moment}`,
  ),
  countOfAccounts: pair(
    (count: string) => (count === '1' ? '1 account' : `${count} accounts`),
    (count: string) => (count === '1' ? '1 Konto' : `${count} Konten`),
  ),
};
