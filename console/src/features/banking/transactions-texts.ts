import { pair } from '../../app/language.ts';

export const TRANSACTIONS_TEXTS = {
  transactions: pair('Transactions', 'Umsätze'),
  none: pair('There are no transactions to show yet', 'Es gibt noch keine Umsätze zu zeigen'),
  noneHint: pair(
    'They appear here once an analysis has categorised them.',
    'Sie erscheinen hier, sobald eine Analyse sie zugeordnet hat.',
  ),
  toAnalysis: pair('To the analysis', 'Zur Analyse'),
  search: pair('Search', 'Suche'),
  searchHint: pair('Partner, purpose, category, amount', 'Partner, Zweck, Kategorie, Betrag'),
  account: pair('Account', 'Konto'),
  category: pair('Category', 'Kategorie'),
  direction: pair('Direction', 'Richtung'),
  from: pair('From', 'Von'),
  to: pair('Until', 'Bis'),
  min: pair('Amount from', 'Betrag von'),
  max: pair('Amount up to', 'Betrag bis'),
  all: pair('All', 'Alle'),
  directions: { in: pair('Money in', 'Eingang'), out: pair('Money out', 'Ausgang') },
  more: pair('More filters', 'Weitere Filter'),
  clear: pair('Clear the filters', 'Filter aufheben'),
  shown: pair(
    (count: string, of: string) => `${count} of ${of} transactions`,
    (count: string, of: string) => `${count} von ${of} Umsätzen`,
  ),
  arriving: pair(
    (count: string, of: string) => `${count} of ${of} have arrived …`,
    (count: string, of: string) => `${count} von ${of} sind da …`,
  ),
  sums: pair(
    (inflow: string, outflow: string) => `${inflow} in, ${outflow} out`,
    (inflow: string, outflow: string) => `${inflow} Eingang, ${outflow} Ausgang`,
  ),
  noMatch: pair('Nothing matches', 'Nichts passt'),
  date: pair('Date', 'Datum'),
  what: pair('Partner and purpose', 'Partner und Zweck'),
  amount: pair('Amount', 'Betrag'),
  keys: pair(
    'Arrow keys move between the rows, Enter corrects the category, U takes the last correction back.',
    'Pfeiltasten wechseln die Zeile, Enter korrigiert die Kategorie, U nimmt die letzte Korrektur zurück.',
  ),
  keysReadOnly: pair('Arrow keys move between the rows.', 'Pfeiltasten wechseln die Zeile.'),
  reason: pair('Why', 'Warum'),
  certainty: pair('How sure', 'Wie sicher'),
  purpose: pair('Purpose', 'Zweck'),
  levels: {
    VERY_HIGH: pair('very high', 'sehr hoch'),
    HIGH: pair('high', 'hoch'),
    MEDIUM: pair('medium', 'mittel'),
    LOW: pair('low', 'gering'),
  },
  correct: pair('Correct the category', 'Kategorie korrigieren'),
  pick: pair(
    'Point at a row, or go to it by keyboard: here is why it was categorised so.',
    'Zeigen Sie auf eine Zeile oder gehen Sie per Tastatur hin: Hier steht, warum sie so zugeordnet ist.',
  ),
  right: pair('What is it really?', 'Was ist es wirklich?'),
  typeAhead: pair('Category', 'Kategorie'),
  typeAheadHint: pair(
    'Type a few letters, choose by the arrow keys, Enter sets it.',
    'Ein paar Buchstaben tippen, mit den Pfeiltasten wählen, Enter übernimmt.',
  ),
  noCategory: pair('No category is called so.', 'Keine Kategorie heißt so.'),
  alike: pair(
    (count: string, name: string) => `All ${count} of ${name}`,
    (count: string, name: string) => `Alle ${count} von ${name}`,
  ),
  makeRule: pair('Make a rule of it for all customers', 'Eine Regel für alle Kunden daraus machen'),
  cancel: pair('Cancel', 'Abbrechen'),
  corrected: pair(
    (count: string, category: string) =>
      count === '1' ? `1 transaction is now “${category}”.` : `${count} transactions are now “${category}”.`,
    (count: string, category: string) =>
      count === '1' ? `1 Umsatz ist jetzt „${category}“.` : `${count} Umsätze sind jetzt „${category}“.`,
  ),
  undo: pair('Undo', 'Rückgängig'),
  undone: pair('Taken back.', 'Zurückgenommen.'),
};
