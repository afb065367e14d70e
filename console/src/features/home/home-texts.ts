import { pair } from '../../app/language.ts';

export const HOME_TEXTS = {
  title: pair('Home', 'Start'),
  now: pair('What needs a person now', 'Was jetzt einen Menschen braucht'),
  nothing: pair('Nothing waits for you.', 'Nichts wartet auf Sie.'),
  reviews: pair(
    (count: string) => `${count} drafts wait for review`,
    (count: string) => `${count} Entwürfe warten auf Prüfung`,
  ),
  toReviews: pair('Review them', 'Prüfen'),
  unknown: pair('Did this happen?', 'Ist das geschehen?'),
  unknownText: pair(
    (action: string, date: string) => `“${action}” was sent on ${date}, and no answer came. Look it up in that system.`,
    (action: string, date: string) =>
      `„${action}“ wurde am ${date} gesendet, und es kam keine Antwort. Sehen Sie in jenem System nach.`,
  ),
  note: pair('What you found', 'Was Sie gefunden haben'),
  done: pair('It was done', 'Es ist geschehen'),
  notDone: pair('It was not done', 'Es ist nicht geschehen'),
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
