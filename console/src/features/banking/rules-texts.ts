import { pair } from '../../app/language.ts';

export const RULES_TEXTS = {
  title: pair('Category rules', 'Kategorieregeln'),
  intro: pair(
    'A rule decides for all customers, from the next analysis of each on. The first that matches counts; corrections of single transactions come before.',
    'Eine Regel entscheidet für alle Kunden, ab der nächsten Analyse. Die erste, die passt, gilt; Korrekturen einzelner Umsätze gehen vor.',
  ),
  none: pair('There is no rule yet', 'Es gibt noch keine Regel'),
  noneHint: pair(
    'Make one for what the engine can not know, such as your own canteen.',
    'Legen Sie eine an für das, was die Erkennung nicht wissen kann, etwa Ihre Kantine.',
  ),
  create: pair('New rule', 'Neue Regel'),
  edit: pair('Change the rule', 'Regel ändern'),
  name: pair('Name', 'Name'),
  nameHint: pair('Stands in the reason of each decision.', 'Steht in der Begründung jeder Entscheidung.'),
  category: pair('Category', 'Kategorie'),
  choose: pair('Choose …', 'Wählen …'),
  conditions: pair('All of these that are filled in must hold', 'Alle ausgefüllten müssen gelten'),
  partner: pair('Partner has the words', 'Partner enthält die Wörter'),
  purpose: pair('Purpose has the words', 'Zweck enthält die Wörter'),
  creditorId: pair('Creditor identifier', 'Gläubiger-ID'),
  iban: pair('IBAN of the partner', 'IBAN des Partners'),
  amountFrom: pair('Amount from (−50: out)', 'Betrag von (−50: Ausgang)'),
  amountTo: pair('Amount up to (−10: out)', 'Betrag bis (−10: Ausgang)'),
  tryIt: pair('What would this change?', 'Was würde das ändern?'),
  save: pair('Save the rule', 'Regel speichern'),
  delete: pair('Delete', 'Löschen'),
  deleteOf: pair(
    (name: string) => `Delete the rule “${name}”?`,
    (name: string) => `Regel „${name}“ löschen?`,
  ),
  deleteText: pair(
    'It decides nothing from the next analysis on. What was analysed stays as it is until then.',
    'Ab der nächsten Analyse entscheidet sie nichts mehr. Bis dahin bleibt alles, wie es ist.',
  ),
  cancel: pair('Cancel', 'Abbrechen'),
  changes: pair(
    (changes: string, matches: string, looked: string, users: string) =>
      `It would change ${changes} of ${looked} transactions of ${users} customers; it matches ${matches}. Nothing is saved yet.`,
    (changes: string, matches: string, looked: string, users: string) =>
      `Sie würde ${changes} von ${looked} Umsätzen von ${users} Kunden ändern; sie passt auf ${matches}. Noch ist nichts gespeichert.`,
  ),
  date: pair('Date', 'Datum'),
  what: pair('Partner and purpose', 'Partner und Zweck'),
  amount: pair('Amount', 'Betrag'),
  before: pair('Now', 'Jetzt'),
  after: pair('Then', 'Dann'),
  saved: pair('The rule is saved.', 'Die Regel ist gespeichert.'),
};
