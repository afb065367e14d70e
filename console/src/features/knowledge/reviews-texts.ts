import { pair } from '../../app/language.ts';

export const REVIEWS_TEXTS = {
  title: pair('Review and Approvals', 'Prüfen und Freigeben'),
  filter: pair('Show', 'Anzeigen'),
  statuses: {
    pending: pair('Waiting for review', 'Zu prüfen'),
    changes_requested: pair('Waiting for the author', 'Beim Autor'),
    approved: pair('Approved', 'Freigegeben'),
    rejected: pair('Rejected', 'Abgelehnt'),
  },
  none: pair('Nothing waits here.', 'Hier wartet nichts.'),
  noneHint: pair(
    'Drafts come here from sources, conversations and editors before customers see them.',
    'Entwürfe aus Quellen, Gesprächen und von der Redaktion kommen hierher, bevor Kunden sie sehen.',
  ),
  newArticle: pair('New article', 'Neuer Artikel'),
  change: pair('Change of a live article', 'Änderung eines Artikels'),
  origins: {
    api: pair('Written by hand', 'Von Hand geschrieben'),
    sources: pair('From a source', 'Aus einer Quelle'),
    generated: pair('Written by Kontor', 'Von Kontor geschrieben'),
    inbox: pair('From a conversation', 'Aus einem Gespräch'),
  },
  older: pair('Older ones', 'Ältere'),
  newest: pair('Newest', 'Neueste'),
  back: pair('All reviews', 'Alle Prüfungen'),
  difference: pair('What changes', 'Was sich ändert'),
  text: pair('What it says', 'Was er sagt'),
  questions: pair('Answers questions such as', 'Beantwortet Fragen wie'),
  evidence: pair('What it rests on', 'Worauf er beruht'),
  noEvidence: pair('Nothing was recorded: somebody wrote it.', 'Nichts vermerkt: Jemand hat ihn geschrieben.'),
  duplicates: pair('Live articles that say nearly the same', 'Veröffentlichte Artikel, die fast dasselbe sagen'),
  conflicts: pair('Contradicts a live article', 'Widerspricht einem Artikel'),
  conflictKinds: {
    number: pair('another number', 'andere Zahl'),
    date: pair('another date', 'anderes Datum'),
    negation: pair('yes against no', 'Ja gegen Nein'),
  },
  draftSays: pair('Draft', 'Entwurf'),
  liveSays: pair('Live', 'Bisher'),
  fields: {
    title: pair('Title', 'Titel'),
    mainKnowledge: pair('Text', 'Text'),
    agentInstruction: pair('Instruction for the bot', 'Anweisung an den Bot'),
    questions: pair('Questions', 'Fragen'),
    keywords: pair('Keywords', 'Stichwörter'),
    escalation: pair('Hands over to a person', 'Übergibt an einen Menschen'),
  },
  approve: pair('Approve', 'Freigeben'),
  edit: pair('Edit', 'Bearbeiten'),
  approveEdited: pair('Approve with these edits', 'Mit diesen Änderungen freigeben'),
  reject: pair('Reject', 'Ablehnen'),
  requestChanges: pair('Ask for changes', 'Änderungen erbitten'),
  why: pair('What is wrong?', 'Was stimmt nicht?'),
  whyHint: pair('The author reads it.', 'Das liest der Autor.'),
  send: pair('Send', 'Senden'),
  cancel: pair('Cancel', 'Abbrechen'),
  decided: pair(
    (status: string, who: string) => `${status} by ${who}`,
    (status: string, who: string) => `${status} von ${who}`,
  ),
  quicker: {
    approved: pair(
      (who: string, moment: string) =>
        `${who} was quicker and approved this draft, ${moment}; nothing of yours was taken.`,
      (who: string, moment: string) =>
        `${who} war schneller und hat diesen Entwurf freigegeben, ${moment}; von Ihnen wurde nichts übernommen.`,
    ),
    rejected: pair(
      (who: string, moment: string) =>
        `${who} was quicker and rejected this draft, ${moment}; nothing of yours was taken.`,
      (who: string, moment: string) =>
        `${who} war schneller und hat diesen Entwurf abgelehnt, ${moment}; von Ihnen wurde nichts übernommen.`,
    ),
    changes_requested: pair(
      (who: string, moment: string) =>
        `${who} was quicker and asked for changes, ${moment}; nothing of yours was taken.`,
      (who: string, moment: string) =>
        `${who} war schneller und hat um Änderungen gebeten, ${moment}; von Ihnen wurde nichts übernommen.`,
    ),
    pending: pair(
      (_: string, moment: string) =>
        `The draft was changed after you opened it, ${moment}. Nothing was decided yet: look at what is new below, then decide again.`,
      (_: string, moment: string) =>
        `Der Entwurf wurde geändert, nachdem Sie ihn geöffnet hatten, ${moment}. Noch ist nichts entschieden: Sehen Sie unten, was neu ist, und entscheiden Sie dann erneut.`,
    ),
  },
  sinceOpened: pair('What changed since you opened it', 'Was sich seit dem Öffnen geändert hat'),
  yourEdits: pair('What you wrote, which was not taken', 'Was Sie geschrieben haben und was nicht übernommen wurde'),
  sameText: pair('Its text is the same.', 'Der Text ist gleich.'),
  outdated: pair(
    'The live article moved on since this draft was made from it. Ask its author to carry it over to a new draft.',
    'Der veröffentlichte Artikel hat sich geändert, seit dieser Entwurf daraus entstand. Bitten Sie den Autor, ihn in einen neuen Entwurf zu übertragen.',
  ),
  place: pair(
    (at: number, count: string) => `${at} of ${count}`,
    (at: number, count: string) => `${at} von ${count}`,
  ),
  queue: pair('Queue', 'Reihe'),
  next: pair('Next', 'Nächster'),
  previous: pair('Previous', 'Voriger'),
  seeSource: pair('See the source', 'Quelle ansehen'),
  seeArticle: pair('See the article', 'Artikel ansehen'),
  compare: pair('Compare with the draft', 'Mit dem Entwurf vergleichen'),
  similar: pair(
    (share: string) => `${share} alike`,
    (share: string) => `${share} gleich`,
  ),
  tests: pair('What it would change for customers', 'Was er für Kunden ändern würde'),
  keys: pair('Keys', 'Tasten'),
  looksOnly: pair(
    'Your role can look at drafts and not decide.',
    'Ihre Rolle kann Entwürfe ansehen, aber nicht entscheiden.',
  ),
};
