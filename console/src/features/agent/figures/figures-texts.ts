import { pair } from '../../../app/language.ts';

export const FIGURES_TEXTS = {
  title: pair('Figures', 'Zahlen'),
  hint: pair(
    'Four numbers, each counted for itself: one conversation can be in several. None of them is a “resolution rate”.',
    'Vier Zahlen, jede für sich gezählt: ein Gespräch kann in mehreren stehen. Keine davon ist eine „Lösungsquote“.',
  ),
  days: pair('Period', 'Zeitraum'),
  periods: {
    7: pair('Last 7 days', 'Letzte 7 Tage'),
    30: pair('Last 30 days', 'Letzte 30 Tage'),
    90: pair('Last 90 days', 'Letzte 90 Tage'),
    365: pair('Last year', 'Letztes Jahr'),
  },
  bot: pair('Bot', 'Bot'),
  all: pair('All', 'Alle'),
  conversations: pair(
    (count: string) => `of ${count} conversations`,
    (count: string) => `von ${count} Gesprächen`,
  ),
  figures: {
    answered: pair('Answered', 'Beantwortet'),
    confirmed: pair('Resolved and confirmed', 'Gelöst und bestätigt'),
    abandoned: pair('Abandoned', 'Abgebrochen'),
    escalated: pair('Escalated', 'Übergeben'),
  },
  definitions: {
    answered: pair(
      'The bot gave at least one answer: from an article, from the customer’s own data, or to the end of a rule. Whether it helped is another number.',
      'Der Bot gab mindestens eine Antwort: aus einem Artikel, aus den Daten des Kunden oder bis ans Ende einer Regel. Ob sie half, ist eine andere Zahl.',
    ),
    confirmed: pair(
      'The customer or a person said that the problem is solved. What the bot believes does not count.',
      'Der Kunde oder ein Mensch hat gesagt, dass das Problem gelöst ist. Was der Bot glaubt, zählt nicht.',
    ),
    abandoned: pair(
      'The bot asked something back, and nobody wrote again for 24 hours or more.',
      'Der Bot fragte zurück, und seit mindestens 24 Stunden schrieb niemand mehr.',
    ),
    escalated: pair(
      'The bot handed over to a person at least once, whatever came of it.',
      'Der Bot hat mindestens einmal an einen Menschen übergeben, was auch daraus wurde.',
    ),
  },
  empty: pair('Nobody has written in this period.', 'In diesem Zeitraum hat niemand geschrieben.'),
  emptyHint: pair(
    'Choose a longer period, or let customers write to a bot over the API. What is tried in the playground does not count.',
    'Wählen Sie einen längeren Zeitraum, oder lassen Sie Kunden über die API schreiben. Was ausprobiert wird, zählt nicht.',
  ),
  model: pair('Language model', 'Sprachmodell'),
  tokens: pair('Tokens read and written', 'Token gelesen und geschrieben'),
  cost: pair('Cost, in the currency of the model’s prices', 'Kosten, in der Währung der Preise des Modells'),
  each: pair('Cost per conversation', 'Kosten je Gespräch'),
  noModel: pair('No language model was used.', 'Es wurde kein Sprachmodell benutzt.'),
  unanswered: pair('Top unanswered questions', 'Häufigste unbeantwortete Fragen'),
  unansweredHint: pair(
    'Grouped by what they are about. A draft is looked for in your sources first.',
    'Gruppiert nach dem, worum es geht. Ein Entwurf wird zuerst in Ihren Quellen gesucht.',
  ),
  noUnanswered: pair('Every question had an answer.', 'Jede Frage hatte eine Antwort.'),
  times: pair(
    (count: string) => `${count}×`,
    (count: string) => `${count}×`,
  ),
  wordings: pair('Wordings', 'Formulierungen'),
  draft: pair('Make a draft', 'Entwurf anlegen'),
  draftOf: pair(
    (question: string) => `Make a draft for “${question}”`,
    (question: string) => `Entwurf anlegen für „${question}“`,
  ),
  drafting: pair('Looking into the sources …', 'Die Quellen werden durchsucht …'),
  drafted: pair('A draft from your sources waits for review.', 'Ein Entwurf aus Ihren Quellen wartet auf Prüfung.'),
  written: pair(
    'No source answers it. A draft with the questions waits for you to write the answer.',
    'Keine Quelle beantwortet es. Ein Entwurf mit den Fragen wartet darauf, dass Sie die Antwort schreiben.',
  ),
  toDraft: pair('Open the draft', 'Entwurf öffnen'),
  toReviews: pair('To Review and Approvals', 'Zu Prüfen und Freigeben'),
  highest: pair(
    (count: string) => `max. ${count}`,
    (count: string) => `max. ${count}`,
  ),
  table: pair('As a table', 'Als Tabelle'),
  from: pair('From', 'Ab'),
  began: pair('Conversations', 'Gespräche'),
};
