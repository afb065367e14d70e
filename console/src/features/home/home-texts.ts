import { pair } from '../../app/language.ts';

/** One or several: `1 draft waits`, `2 drafts wait`. */
const counted =
  (one: string, several: string) =>
  (count: number, written: string): string =>
    `${written} ${count === 1 ? one : several}`;

export const HOME_TEXTS = {
  title: pair('Home', 'Start'),
  now: pair('What needs a person now', 'Was jetzt einen Menschen braucht'),
  nothing: pair('Nothing waits for you.', 'Nichts wartet auf Sie.'),
  oldest: pair(
    (ago: string) => `The oldest: ${ago}`,
    (ago: string) => `Am ältesten: ${ago}`,
  ),
  ends: pair(
    (ago: string) => `The first end: ${ago}`,
    (ago: string) => `Das erste Ende: ${ago}`,
  ),
  waiting: {
    reviews: {
      some: pair(
        counted('draft waits for review', 'drafts wait for review'),
        counted('Entwurf wartet auf Prüfung', 'Entwürfe warten auf Prüfung'),
      ),
      go: pair('Review them', 'Prüfen'),
    },
    escalations: {
      some: pair(
        counted('customer waits for a person', 'customers wait for a person'),
        counted('Kunde wartet auf einen Menschen', 'Kunden warten auf einen Menschen'),
      ),
      go: pair('To the inbox', 'Zum Posteingang'),
    },
    unknownRuns: {
      some: pair(
        counted('action may have happened', 'actions may have happened'),
        counted('Aktion ist vielleicht geschehen', 'Aktionen sind vielleicht geschehen'),
      ),
      go: pair('Say what you found', 'Sagen, was geschah'),
    },
    failingEndpoints: {
      some: pair(
        counted('endpoint fails', 'endpoints fail'),
        counted('Endpunkt antwortet nicht', 'Endpunkte antworten nicht'),
      ),
      go: pair('To the endpoints', 'Zu den Endpunkten'),
    },
    expiringConsents: {
      some: pair(
        counted('consent of a bank ends soon', 'consents of banks end soon'),
        counted('Bankfreigabe endet bald', 'Bankfreigaben enden bald'),
      ),
      go: pair('To the users', 'Zu den Nutzern'),
    },
  },
  unknown: pair('Did this happen?', 'Ist das geschehen?'),
  unknownText: pair(
    (action: string, date: string) => `“${action}” was sent on ${date}, and no answer came. Look it up in that system.`,
    (action: string, date: string) =>
      `„${action}“ wurde am ${date} gesendet, und es kam keine Antwort. Sehen Sie in jenem System nach.`,
  ),
  note: pair('What you found', 'Was Sie gefunden haben'),
  done: pair('It was done', 'Es ist geschehen'),
  notDone: pair('It was not done', 'Es ist nicht geschehen'),
  figures: pair('The last 30 days', 'Die letzten 30 Tage'),
  conversations: pair(
    counted(
      'conversation. It can be in several of these counts.',
      'conversations. One can be in several of these counts.',
    ),
    counted('Gespräch. Es kann in mehreren Zahlen stehen.', 'Gespräche. Eines kann in mehreren Zahlen stehen.'),
  ),
  noConversations: pair('No customer has written yet.', 'Noch hat kein Kunde geschrieben.'),
  kinds: {
    answered: pair('answered', 'beantwortet'),
    confirmed: pair('confirmed as solved', 'als gelöst bestätigt'),
    abandoned: pair('abandoned', 'abgebrochen'),
    escalated: pair('escalated to a person', 'an Menschen übergeben'),
  },
  atMost: pair(
    (count: string) => `at most ${count}`,
    (count: string) => `höchstens ${count}`,
  ),
  customers: pair('customers', 'Kunden'),
  runs: pair('analyses completed', 'Analysen abgeschlossen'),
  failed: pair(
    (count: string) => `${count} failed`,
    (count: string) => `${count} fehlgeschlagen`,
  ),
  first: pair('What to do first', 'Was zuerst zu tun ist'),
  stepDone: pair('Done', 'Erledigt'),
  steps: {
    bot: pair('Make a bot', 'Einen Bot anlegen'),
    source: pair(
      'Show it your help pages, or write an article',
      'Ihm Ihre Hilfeseiten zeigen oder einen Artikel schreiben',
    ),
    review: pair('Approve what it may say', 'Freigeben, was er sagen darf'),
    playground: pair('Talk to it', 'Mit ihm sprechen'),
    key: pair(
      'Make a key for your website or your systems',
      'Einen Schlüssel für Ihre Website oder Ihre Systeme machen',
    ),
    customer: pair('Add a customer and read their bank data', 'Einen Kunden anlegen und seine Bankdaten lesen'),
  },
  unanswered: pair('Asked in vain', 'Vergeblich gefragt'),
  unansweredHint: pair(
    'What customers asked that no article answers, most often first.',
    'Was Kunden fragten und kein Artikel beantwortet, Häufigstes zuerst.',
  ),
  times: pair(
    (count: string) => `${count} times`,
    (count: string) => `${count}-mal`,
  ),
  noUnanswered: pair('Every question found an answer.', 'Jede Frage fand eine Antwort.'),
};
