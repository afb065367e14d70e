import { pair } from '../../app/language.ts';

export const USERS_TEXTS = {
  title: pair('Users', 'Nutzer'),
  find: pair('Find by email', 'Nach E-Mail suchen'),
  findHint: pair('The whole address.', 'Die ganze Adresse.'),
  go: pair('Find', 'Suchen'),
  all: pair('Show all', 'Alle anzeigen'),
  none: pair('There is no user yet.', 'Es gibt noch keine Nutzer.'),
  noneHint: pair(
    'Your backend creates them by POST /api/users, or by letting somebody connect a bank.',
    'Ihr Backend legt sie mit POST /api/users an, oder indem jemand eine Bank verbindet.',
  ),
  noMatch: pair('No user has this email.', 'Diese E-Mail-Adresse hat kein Nutzer.'),
  types: { person: pair('Person', 'Person'), company: pair('Company', 'Unternehmen') },
  since: pair(
    (date: string) => `since ${date}`,
    (date: string) => `seit ${date}`,
  ),
  more: pair('More', 'Weitere'),
  first: pair('First page', 'Erste Seite'),
};

export const USER_TEXTS = {
  back: pair('All users', 'Alle Nutzer'),
  parts: pair('Parts of the bank data', 'Teile der Bankdaten'),
  tabs: {
    data: pair('Accounts', 'Konten'),
    transactions: pair('Transactions', 'Umsätze'),
    analysis: pair('Analysis', 'Analyse'),
    runs: pair('Runs', 'Läufe'),
  },
  analyse: pair('Analyse now', 'Jetzt analysieren'),
  notAnalysed: pair('Nothing was analysed yet.', 'Es wurde noch nichts analysiert.'),
  notAnalysedHint: pair(
    'An analysis reads all accounts and takes seconds.',
    'Eine Analyse liest alle Konten und dauert Sekunden.',
  ),
  running: pair(
    (share: string) => `The analysis runs: ${share}`,
    (share: string) => `Die Analyse läuft: ${share}`,
  ),
  failed: pair('The last analysis failed.', 'Die letzte Analyse ist fehlgeschlagen.'),
  completed: pair(
    (date: string) => `As of ${date}`,
    (date: string) => `Stand ${date}`,
  ),
  modules: {
    salary: pair('Pay', 'Gehalt'),
    pension: pair('Pension', 'Rente'),
    childBenefit: pair('Child benefit', 'Kindergeld'),
    parentalAllowance: pair('Parental allowance', 'Elterngeld'),
    rental: pair('Rent received', 'Mieteinnahmen'),
    investment: pair('Investments', 'Kapitalerträge'),
    loan: pair('Loans paid out', 'Kreditauszahlungen'),
    alimony: pair('Maintenance', 'Unterhalt'),
    selfEmployment: pair('Self-employment', 'Selbstständigkeit'),
    housing: pair('Housing', 'Wohnen'),
    utilities: pair('Utilities', 'Energie und Wasser'),
    groceries: pair('Groceries', 'Lebensmittel'),
    mobility: pair('Mobility', 'Mobilität'),
    insurance: pair('Insurance', 'Versicherungen'),
    credit: pair('Loans', 'Kredite'),
    communication: pair('Communication', 'Telefon und Internet'),
    media: pair('Media', 'Medien'),
    leisure: pair('Leisure', 'Freizeit'),
    health: pair('Health', 'Gesundheit'),
    savings: pair('Savings', 'Sparen'),
    children: pair('Children', 'Kinder'),
    taxes: pair('Taxes and fees', 'Steuern und Gebühren'),
    other: pair('Other', 'Sonstiges'),
  },
};
