/** Every text of the page, English and German side by side. */
import { type InLanguage, pair, pickLanguage } from '#platform/html/texts.ts';
import type { CockpitLanguage } from '../cockpit.queries.ts';

const times = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const PAGE = {
  title: {
    person: pair('Financial overview', 'Finanzüberblick'),
    company: pair('Company finances', 'Unternehmensfinanzen'),
  },
  holders: pair('Account holder', 'Kontoinhaber'),
  period: pair('Period', 'Zeitraum'),
  periodOf: pair(
    (from: string, to: string) => `${from} to ${to}`,
    (from: string, to: string) => `${from} bis ${to}`,
  ),
  analyzed: pair('Analysed', 'Ausgewertet'),
  validUntil: pair('Link valid until', 'Link gültig bis'),
  footer: pair(
    'Figures are drawn from bank transactions by rules and statistics; they are no statement of a bank and no decision. Movements between own accounts are in no income, spending or cash flow figure.',
    'Die Werte sind nach Regeln und statistisch aus Kontoumsätzen ermittelt; sie sind weder Bankauskunft noch Entscheidung. Umbuchungen zwischen eigenen Konten sind in keinem Wert für Einnahmen, Ausgaben oder Cashflow enthalten.',
  ),
  confidential: pair(
    'Confidential: this page shows personal financial data.',
    'Vertraulich: Diese Seite zeigt persönliche Finanzdaten.',
  ),
  keyFigures: pair('Key figures', 'Kennzahlen'),
  noAnalysis: pair(
    'No analysis has been completed yet. Open this link again once it is done.',
    'Es wurde noch keine Auswertung abgeschlossen. Öffnen Sie den Link später erneut.',
  ),
  nothingAllowed: pair(
    'The application that made this link may not read any results, so there is nothing to show.',
    'Die Anwendung, die diesen Link erstellt hat, darf keine Ergebnisse lesen; daher gibt es nichts zu zeigen.',
  ),
  figures: pair(
    (title: string) => `Figures: ${title}`,
    (title: string) => `Werte: ${title}`,
  ),
  month: pair('Month', 'Monat'),
  lowest: pair('Lowest', 'Tiefster'),
  highest: pair('Highest', 'Höchster'),
  total: pair('Total', 'Summe'),
  name: pair('Name', 'Name'),
  kind: pair('Kind', 'Art'),
  cadence: pair('Cadence', 'Rhythmus'),
  latestMonth: pair('Latest month', 'Letzter Monat'),
  median: pair('Median', 'Median'),
  average: pair('Average', 'Durchschnitt'),
  perMonth: pair('Per month', 'Pro Monat'),
  nextDate: pair('Next', 'Nächste'),
  lastDate: pair('Last', 'Letzte'),
  trend: pair('12 months', '12 Monate'),
  share: pair('Share', 'Anteil'),
  running: pair(
    (month: string) => `${month} is not over in the data yet.`,
    (month: string) => `${month} ist in den Daten noch nicht abgeschlossen.`,
  ),
  medianNote: pair('median month', 'Median der Monate'),
  latestNote: pair(
    (amount: string) => `latest full month ${amount}`,
    (amount: string) => `letzter voller Monat ${amount}`,
  ),
  none: pair('None', 'Keine'),
};

const PERSON = {
  income: pair('Income', 'Einnahmen'),
  spending: pair('Spending', 'Ausgaben'),
  balance: pair('Balance', 'Überschuss'),
  savingsRate: pair(
    (share: string) => `${share} of income`,
    (share: string) => `${share} der Einnahmen`,
  ),
  budget: pair('Household budget', 'Haushaltsrechnung'),
  budgetChart: pair('Income and spending by month', 'Einnahmen und Ausgaben je Monat'),
  budgetSummary: pair(
    (income: string, spending: string, red: number, months: number) =>
      `In the median month ${income} come in and ${spending} go out; in ${red} of ${months} months more went out than came in.`,
    (income: string, spending: string, red: number, months: number) =>
      `Im mittleren Monat stehen ${income} Einnahmen ${spending} Ausgaben gegenüber; in ${red} von ${months} Monaten wurde mehr ausgegeben als eingenommen.`,
  ),
  fixedShare: pair(
    (income: string, spending: string) =>
      `Of the latest full month’s figures, ${income} of the income and ${spending} of the spending recur.`,
    (income: string, spending: string) =>
      `Vom letzten vollen Monat kehren ${income} der Einnahmen und ${spending} der Ausgaben regelmäßig wieder.`,
  ),
  noBudget: pair('No income or spending was found.', 'Es wurden weder Einnahmen noch Ausgaben gefunden.'),
  incomeSources: pair('Income sources', 'Einnahmequellen'),
  noIncome: pair(
    'No income was found in the kinds shown here.',
    'In den hier gezeigten Arten wurden keine Einnahmen gefunden.',
  ),
  checkedKinds: pair(
    (kinds: string) => `Nothing found: ${kinds}.`,
    (kinds: string) => `Nicht gefunden: ${kinds}.`,
  ),
  spendingByKind: pair('Spending by kind', 'Ausgaben nach Art'),
  noSpending: pair(
    'No spending was found in the kinds shown here.',
    'In den hier gezeigten Arten wurden keine Ausgaben gefunden.',
  ),
  trendOf: pair(
    (kind: string) => `${kind}, monthly amounts`,
    (kind: string) => `${kind}, Monatsbeträge`,
  ),
  incomeModules: {
    salary: pair('Salary', 'Gehalt'),
    pension: pair('Pension', 'Rente'),
    childBenefit: pair('Child benefit', 'Kindergeld'),
    parentalAllowance: pair('Parental allowance', 'Elterngeld'),
    rental: pair('Rent received', 'Mieteinnahmen'),
    investment: pair('Investment income', 'Kapitalerträge'),
    loan: pair('Loans paid out', 'Kreditauszahlungen'),
    alimony: pair('Maintenance', 'Unterhalt'),
    selfEmployment: pair('Self-employment', 'Selbstständigkeit'),
    other: pair('Other income', 'Sonstige Einnahmen'),
  },
  spendingModules: {
    housing: pair('Housing', 'Wohnen'),
    utilities: pair('Utilities', 'Energie und Nebenkosten'),
    groceries: pair('Groceries', 'Lebensmittel'),
    mobility: pair('Mobility', 'Mobilität'),
    insurance: pair('Insurance', 'Versicherungen'),
    credit: pair('Credit', 'Kredite'),
    communication: pair('Telephone and internet', 'Telefon und Internet'),
    media: pair('Media', 'Medien'),
    leisure: pair('Leisure and shopping', 'Freizeit und Einkäufe'),
    health: pair('Health', 'Gesundheit'),
    savings: pair('Savings and investments', 'Sparen und Anlegen'),
    children: pair('Children', 'Kinder'),
    taxes: pair('Taxes and fees', 'Steuern und Abgaben'),
    other: pair('Other spending', 'Sonstige Ausgaben'),
  },
  living: pair('Living situation', 'Lebenssituation'),
  livingNote: pair(
    'What the transactions show. Nothing seen means not known, never no.',
    'Was die Umsätze zeigen. Nicht erkennbar heißt unbekannt, nicht nein.',
  ),
  facts: {
    children: pair('Children', 'Kinder'),
    spouse: pair('Maintenance from a spouse', 'Unterhalt vom Ehepartner'),
    car: pair('Car', 'Auto'),
    transit: pair('Public transport', 'Öffentlicher Nahverkehr'),
    owner: pair('Owns a home', 'Wohneigentum'),
    tenant: pair('Pays rent', 'Mietet'),
    adult: pair('Of full age', 'Volljährig'),
  },
  yes: pair('Yes', 'Ja'),
  likelyNot: pair('Probably not', 'Vermutlich nicht'),
  unknown: pair('Not known', 'Nicht erkennbar'),
  aMonth: pair(
    (amount: string) => `${amount} a month`,
    (amount: string) => `${amount} im Monat`,
  ),
  signs: pair(
    (count: number) => times(count, 'sign', 'signs'),
    (count: number) => times(count, 'Hinweis', 'Hinweise'),
  ),
};

const RISK = {
  risks: pair('Risk signs', 'Risikomerkmale'),
  riskNote: pair('Occurrences per month; a dot is none.', 'Vorkommen je Monat; ein Punkt bedeutet keines.'),
  quietAccounts: pair(
    (accounts: string) => `No occurrences: ${accounts}.`,
    (accounts: string) => `Ohne Vorkommen: ${accounts}.`,
  ),
  noRisk: pair(
    'No risk sign was seen in the last 12 months.',
    'In den letzten 12 Monaten wurde kein Risikomerkmal gesehen.',
  ),
  riskTile: pair(
    (seen: number, of: number) => `${seen} of ${of}`,
    (seen: number, of: number) => `${seen} von ${of}`,
  ),
  riskTileNote: pair('kinds seen in 12 months', 'Arten in 12 Monaten gesehen'),
  riskTileNone: pair('none seen in 12 months', 'keine in 12 Monaten gesehen'),
  risk: {
    backDebit: pair('Returned debits', 'Rücklastschriften'),
    garnishment: pair('Garnishments', 'Pfändungen'),
    collection: pair('Debt collection', 'Inkasso'),
    gambling: pair('Gambling', 'Glücksspiel'),
    overdraft: pair('Days overdrawn', 'Tage im Minus'),
    beyondLimit: pair('Days beyond the limit', 'Tage über dem Limit'),
  },
  deepest: pair(
    (amount: string, date: string) => `Deepest overdraft of one account: ${amount} at the end of ${date}.`,
    (amount: string, date: string) => `Tiefste Überziehung eines Kontos: ${amount} am Ende des ${date}.`,
  ),
  stakes: pair(
    (amount: string) => `Stakes in gambling: ${amount}.`,
    (amount: string) => `Einsätze beim Glücksspiel: ${amount}.`,
  ),
  noBalances: pair(
    'Balances are not known, so overdrafts can not be told.',
    'Salden sind nicht bekannt; Überziehungen sind daher nicht erkennbar.',
  ),
};

const COMPANY = {
  inflow: pair('Money in', 'Einzahlungen'),
  outflow: pair('Money out', 'Auszahlungen'),
  net: pair('Net', 'Saldo'),
  available: pair('Available liquidity', 'Verfügbare Liquidität'),
  availableNote: pair(
    (balance: string, limit: string) => `balance ${balance}, limits ${limit}`,
    (balance: string, limit: string) => `Guthaben ${balance}, Limits ${limit}`,
  ),
  cashflow: pair('Cash flow', 'Cashflow'),
  cashflowChart: pair('Money in and out by month', 'Ein- und Auszahlungen je Monat'),
  cashflowSummary: pair(
    (inflow: string, outflow: string, red: number, months: number) =>
      `In the median month ${inflow} come in and ${outflow} go out; ${red} of ${months} months ended with less than they began.`,
    (inflow: string, outflow: string, red: number, months: number) =>
      `Im mittleren Monat gehen ${inflow} ein und ${outflow} aus; ${red} von ${months} Monaten schlossen mit einem Abfluss.`,
  ),
  forecast: pair('Expected net', 'Erwarteter Saldo'),
  expectedIn: pair('Expected in', 'Erwartete Einzahlungen'),
  expectedOut: pair('Expected out', 'Erwartete Auszahlungen'),
  interval: pair(
    (level: string) => `${level} interval of the net`,
    (level: string) => `${level}-Intervall des Saldos`,
  ),
  noForecast: pair('A forecast needs three complete months.', 'Eine Prognose braucht drei volle Monate.'),
  composition: pair('What moved', 'Zusammensetzung'),
  compositionParts: {
    revenue: pair('Revenue', 'Umsatzerlöse'),
    payroll: pair('Payroll', 'Personal'),
    taxes: pair('Taxes', 'Steuern'),
    loanPayments: pair('Loan payments', 'Kreditraten'),
  },
  sumOfMonths: pair(
    (months: number) => `Sum of ${times(months, 'month', 'months')}`,
    (months: number) => `Summe aus ${times(months, 'Monat', 'Monaten')}`,
  ),
  noCashflow: pair('No bookings were found.', 'Es wurden keine Buchungen gefunden.'),
  liquidity: pair('Liquidity', 'Liquidität'),
  noLiquidity: pair('No balances are known.', 'Salden sind nicht bekannt.'),
  endOfMonth: pair('End of month', 'Monatsende'),
  rangeOfMonth: pair('Lowest to highest of the month', 'Tiefster bis höchster im Monat'),
  liquiditySummary: pair(
    (now: string, low: string, high: string) => `Now ${now}; between ${low} and ${high} in the whole period.`,
    (now: string, low: string, high: string) => `Aktuell ${now}; im gesamten Zeitraum zwischen ${low} und ${high}.`,
  ),
  recurring: {
    credits: pair('Credits', 'Kredite'),
    insurances: pair('Insurances', 'Versicherungen'),
    investments: pair('Investments', 'Investitionen'),
    internalBookings: pair('Between own accounts', 'Zwischen eigenen Konten'),
  },
  commitments: pair('Credits, insurances, investments', 'Kredite, Versicherungen, Investitionen'),
  contractsOf: pair('Contracts', 'Verträge'),
  noneFound: pair(
    (kinds: string) => `Nothing found: ${kinds}.`,
    (kinds: string) => `Nicht gefunden: ${kinds}.`,
  ),
  foreignPayments: pair('Foreign payments', 'Auslandszahlungen'),
  country: pair('Country', 'Land'),
  payments: pair('Payments', 'Zahlungen'),
  noForeign: pair(
    'No payments from or to accounts abroad were found.',
    'Es wurden keine Zahlungen von oder an Auslandskonten gefunden.',
  ),
  homeUnknown: pair(
    'Where the accounts are kept is not known, so nothing can be called foreign.',
    'Wo die Konten geführt werden, ist nicht bekannt; daher lässt sich nichts als Ausland einordnen.',
  ),
  cash: pair('Cash', 'Bargeld'),
  cashIn: pair('Deposits', 'Einzahlungen'),
  cashOut: pair('Withdrawals', 'Auszahlungen'),
  cashLine: pair(
    (deposits: string, ins: number, withdrawals: string, outs: number) =>
      `${deposits} paid in (${times(ins, 'booking', 'bookings')}) and ${withdrawals} withdrawn (${times(outs, 'booking', 'bookings')}) in the whole period.`,
    (deposits: string, ins: number, withdrawals: string, outs: number) =>
      `${deposits} eingezahlt (${times(ins, 'Buchung', 'Buchungen')}) und ${withdrawals} abgehoben (${times(outs, 'Buchung', 'Buchungen')}) im gesamten Zeitraum.`,
  ),
  noCash: pair(
    'No cash deposits or withdrawals were found.',
    'Es wurden keine Bareinzahlungen oder Barabhebungen gefunden.',
  ),
};

const LISTS = {
  contracts: pair('Contracts and recurring payments', 'Verträge und regelmäßige Zahlungen'),
  noContracts: pair('No recurring payments were found.', 'Es wurden keine regelmäßigen Zahlungen gefunden.'),
  recurringIncome: pair('Recurring income', 'Regelmäßige Einnahmen'),
  recurringExpenses: pair('Recurring expenses', 'Regelmäßige Ausgaben'),
  ownTransfers: pair('Between own accounts', 'Zwischen eigenen Konten'),
  amount: pair('Last amount', 'Letzter Betrag'),
  early: pair('new', 'neu'),
  perMonthInAll: pair(
    (amount: string) => `${amount} a month in all`,
    (amount: string) => `insgesamt ${amount} im Monat`,
  ),
  more: pair(
    (count: string) => `Show ${count} smaller ones`,
    (count: string) => `${count} kleinere zeigen`,
  ),
  ended: pair(
    (count: number) =>
      `${times(count, 'contract that has', 'contracts that have')} ended ${count === 1 ? 'is' : 'are'} not shown.`,
    (count: number) => `${times(count, 'beendeter Vertrag ist', 'beendete Verträge sind')} nicht gezeigt.`,
  ),
  frequencies: {
    WEEKLY: pair('weekly', 'wöchentlich'),
    BIWEEKLY: pair('every two weeks', 'alle zwei Wochen'),
    SEMI_MONTHLY: pair('twice a month', 'zweimal im Monat'),
    MONTHLY: pair('monthly', 'monatlich'),
    QUARTERLY: pair('quarterly', 'vierteljährlich'),
    HALF_YEARLY: pair('half-yearly', 'halbjährlich'),
    YEARLY: pair('yearly', 'jährlich'),
  },
  single: pair('irregular', 'unregelmäßig'),
  accounts: pair('Accounts', 'Konten'),
  noAccounts: pair('No accounts are stored.', 'Es sind keine Konten gespeichert.'),
  account: pair('Account', 'Konto'),
  bank: pair('Bank', 'Bank'),
  iban: pair('IBAN', 'IBAN'),
  accountBalance: pair('Balance', 'Saldo'),
  limit: pair('Overdraft limit', 'Dispolimit'),
  accountTypes: {
    GIRO: pair('Current account', 'Girokonto'),
    KREDIT_KARTE: pair('Credit card', 'Kreditkarte'),
    DEPOT: pair('Securities account', 'Depot'),
    SPARKONTO: pair('Savings account', 'Sparkonto'),
    TAGESGELD: pair('Instant-access savings', 'Tagesgeld'),
    DARLEHEN: pair('Loan account', 'Darlehen'),
    BAUSPAREN: pair('Building savings', 'Bausparvertrag'),
    PAYPAL: pair('PayPal account', 'PayPal-Konto'),
    SONSTIGE: pair('Other account', 'Sonstiges Konto'),
  },
};

const TABLE = { ...PAGE, ...PERSON, ...RISK, ...COMPANY, ...LISTS };

/** The texts of one language. */
export type Texts = InLanguage<typeof TABLE>;

const texts: Record<CockpitLanguage, Texts> = { en: pickLanguage(TABLE, 'en'), de: pickLanguage(TABLE, 'de') };

export const textsOf = (language: CockpitLanguage): Texts => texts[language];
