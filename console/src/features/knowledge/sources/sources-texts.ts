import { pair } from '../../../app/language.ts';

export const SOURCES_TEXTS = {
  title: pair('Sources', 'Quellen'),
  lead: pair(
    'Pages and files that drafts are written from. Nothing that stands here reaches customers before somebody approves a draft of it.',
    'Seiten und Dateien, aus denen Entwürfe entstehen. Nichts davon erreicht Kunden, bevor jemand einen Entwurf freigibt.',
  ),
  tabs: {
    documents: pair('Documents', 'Dokumente'),
    websites: pair('Websites', 'Websites'),
    systems: pair('Connected systems', 'Verbundene Systeme'),
    jobs: pair('Drafting', 'Entwürfe schreiben'),
  },
  addWebsite: pair('Add a website', 'Website hinzufügen'),
  addFiles: pair('Upload files', 'Dateien hochladen'),
  cancel: pair('Cancel', 'Abbrechen'),
  done: pair('Done', 'Fertig'),
  older: pair('Older ones', 'Ältere'),
  newest: pair('Newest', 'Neueste'),
  back: pair('All sources', 'Alle Quellen'),
};

export const DOCUMENTS_TEXTS = {
  find: pair('Find by title', 'Nach Titel suchen'),
  go: pair('Find', 'Suchen'),
  source: pair('From', 'Herkunft'),
  sources: {
    '': pair('Everywhere', 'Überall'),
    web: pair('Websites', 'Websites'),
    file: pair('Files', 'Dateien'),
    notion: pair('Notion', 'Notion'),
    zendesk: pair('Zendesk', 'Zendesk'),
    confluence: pair('Confluence', 'Confluence'),
  },
  only: pair('Show', 'Anzeigen'),
  all: pair('All', 'Alle'),
  onlyChanged: pair('Changed since the draft', 'Seit dem Entwurf geändert'),
  none: pair('There are no documents yet.', 'Es gibt noch keine Dokumente.'),
  noneHint: pair(
    'Add your help pages, upload files, or connect the system that your knowledge lives in. Then make drafts from what was read.',
    'Fügen Sie Ihre Hilfeseiten hinzu, laden Sie Dateien hoch oder verbinden Sie das System, in dem Ihr Wissen steht. Dann lassen Sie Entwürfe daraus schreiben.',
  ),
  noMatch: pair('No document fits.', 'Kein Dokument passt.'),
  selectAll: pair('Select all on this page', 'Alle auf dieser Seite auswählen'),
  select: pair(
    (title: string) => `Select ${title}`,
    (title: string) => `${title} auswählen`,
  ),
  selected: pair(
    (count: number) => `${count} selected`,
    (count: number) => `${count} ausgewählt`,
  ),
  draft: pair('Make drafts', 'Entwürfe schreiben'),
  refresh: pair('Read again', 'Erneut lesen'),
  remove: pair('Remove', 'Entfernen'),
  removeQuestion: pair(
    (count: number) => (count === 1 ? 'Remove this document?' : `Remove ${count} documents?`),
    (count: number) => (count === 1 ? 'Dieses Dokument entfernen?' : `${count} Dokumente entfernen?`),
  ),
  removeText: pair(
    'Their text is deleted. Reading them again brings it back; a file has to be uploaded again.',
    'Der Text wird gelöscht. Erneutes Lesen bringt ihn zurück; eine Datei müssen Sie noch einmal hochladen.',
  ),
  removeArticles: pair(
    'Delete the articles that came of them too. This can not be undone.',
    'Auch die Artikel löschen, die daraus entstanden sind. Das lässt sich nicht rückgängig machen.',
  ),
  drafting: pair(
    (count: number) =>
      count === 1 ? 'A draft is being written.' : `Drafts are being written from ${count} documents.`,
    (count: number) => (count === 1 ? 'Ein Entwurf entsteht.' : `Aus ${count} Dokumenten entstehen Entwürfe.`),
  ),
  seeJobs: pair('See how far they are', 'Fortschritt ansehen'),
  states: {
    waiting: pair('Is being read', 'Wird gelesen'),
    read: pair('Read', 'Gelesen'),
    failed: pair('Could not be read', 'Nicht lesbar'),
  },
  changed: pair('Changed since the draft', 'Seit dem Entwurf geändert'),
  decisions: {
    ADD_ARTICLE_TO_FOLDER: pair('New article drafted', 'Neuer Artikel entworfen'),
    UPDATE_ARTICLE: pair('Change drafted', 'Änderung entworfen'),
    DO_NOTHING: pair('Nothing new in it', 'Nichts Neues darin'),
  },
  isDrafted: pair('Draft is being written', 'Entwurf entsteht'),
  draftFailed: pair('Drafting failed', 'Entwurf misslungen'),
  updated: pair(
    (moment: string) => `changed ${moment}`,
    (moment: string) => `geändert ${moment}`,
  ),
  reading: pair(
    (count: number) => (count === 1 ? 'One document is being read …' : `${count} documents are being read …`),
    (count: number) => (count === 1 ? 'Ein Dokument wird gelesen …' : `${count} Dokumente werden gelesen …`),
  ),
  document: pair('Document', 'Dokument'),
  address: pair('Address', 'Adresse'),
  format: pair('Kind', 'Art'),
  whatChanged: pair('What changed when it was last read', 'Was sich beim letzten Lesen geändert hat'),
  text: pair('What it says', 'Was darin steht'),
  noText: pair('It has not been read yet.', 'Es wurde noch nicht gelesen.'),
  result: pair('What was drafted from it', 'Was daraus entworfen wurde'),
  noResult: pair('Nothing was drafted from it yet.', 'Daraus wurde noch nichts entworfen.'),
};

export const WEBSITES_TEXTS = {
  none: pair('No website was read yet.', 'Noch wurde keine Website gelesen.'),
  noneHint: pair(
    'Name where your help pages begin. Kontor follows the links within that site, where its robots.txt allows it.',
    'Nennen Sie den Anfang Ihrer Hilfeseiten. Kontor folgt den Links innerhalb dieser Website, soweit ihre robots.txt es erlaubt.',
  ),
  addresses: pair('Where to begin', 'Wo anfangen'),
  addressesHint: pair(
    'One address per line. Links are followed within the same site only.',
    'Eine Adresse je Zeile. Gefolgt wird nur Links innerhalb derselben Website.',
  ),
  limit: pair('Pages at most', 'Höchstens so viele Seiten'),
  limitHint: pair('1 to 1,000.', '1 bis 1.000.'),
  readAtOnce: pair('Read each page that is found at once', 'Jede gefundene Seite sofort lesen'),
  start: pair('Start', 'Beginnen'),
  states: {
    running: pair('Running', 'Läuft'),
    completed: pair('Done', 'Fertig'),
    failed: pair('Failed', 'Gescheitert'),
  },
  progress: pair(
    (found: string, limit: string, waiting: string) =>
      `${found} of at most ${limit} pages found, ${waiting} addresses wait`,
    (found: string, limit: string, waiting: string) =>
      `${found} von höchstens ${limit} Seiten gefunden, ${waiting} Adressen warten`,
  ),
  found: pair(
    (count: string) => (count === '1' ? '1 page found' : `${count} pages found`),
    (count: string) => (count === '1' ? '1 Seite gefunden' : `${count} Seiten gefunden`),
  ),
  unreadable: pair(
    (count: string) => `${count} could not be read`,
    (count: string) => `${count} nicht lesbar`,
  ),
  partial: pair(
    'It ended at its limit: there are more pages. Start it again with a higher one.',
    'Bei der Höchstzahl beendet: Es gibt mehr Seiten. Beginnen Sie noch einmal mit einer höheren.',
  ),
  title: pair('Website', 'Website'),
  pages: pair('Pages', 'Seiten'),
  problems: pair('Could not be read', 'Nicht lesbar'),
  noPages: pair('No page was found yet.', 'Noch wurde keine Seite gefunden.'),
  readThem: pair('Read these pages', 'Diese Seiten lesen'),
  toDocuments: pair('To the documents', 'Zu den Dokumenten'),
};

export const FILES_TEXTS = {
  lead: pair(
    'Markdown, HTML, text, PDF, Word (DOCX), or a CSV with a column of questions and one of answers. A file of the same name takes the place of the one before.',
    'Markdown, HTML, Text, PDF, Word (DOCX) oder eine CSV mit einer Spalte Fragen und einer Spalte Antworten. Eine Datei gleichen Namens ersetzt die frühere.',
  ),
  choose: pair('Choose files', 'Dateien auswählen'),
  drop: pair('or drop them here', 'oder hier ablegen'),
  chosen: pair(
    (count: number) => (count === 1 ? '1 file' : `${count} files`),
    (count: number) => (count === 1 ? '1 Datei' : `${count} Dateien`),
  ),
  send: pair('Upload', 'Hochladen'),
  sending: pair('Uploading', 'Wird hochgeladen'),
};

export const SYSTEMS_TEXTS = {
  names: {
    notion: pair('Notion', 'Notion'),
    zendesk: pair('Zendesk Guide', 'Zendesk Guide'),
    confluence: pair('Confluence', 'Confluence'),
  },
  hints: {
    notion: pair(
      'An internal integration secret. Share the pages with the integration in Notion first.',
      'Das Secret einer internen Integration. Geben Sie ihr in Notion zuerst die Seiten frei.',
    ),
    zendesk: pair(
      'An API token of somebody who may read your help centre.',
      'Ein API-Token von jemandem, der Ihr Hilfe-Center lesen darf.',
    ),
    confluence: pair(
      'An API token of an Atlassian account that may read the spaces.',
      'Ein API-Token eines Atlassian-Kontos, das die Bereiche lesen darf.',
    ),
  },
  connected: pair('Connected', 'Verbunden'),
  notConnected: pair('Not connected', 'Nicht verbunden'),
  since: pair(
    (moment: string) => `token stored ${moment}`,
    (moment: string) => `Token hinterlegt ${moment}`,
  ),
  connect: pair('Connect', 'Verbinden'),
  replace: pair('Replace the token', 'Token ersetzen'),
  choose: pair('Choose documents', 'Dokumente auswählen'),
  disconnect: pair('Disconnect', 'Trennen'),
  of: pair(
    (name: string) => `: ${name}`,
    (name: string) => `: ${name}`,
  ),
  token: pair('Token', 'Token'),
  tokenHint: pair('Stored encrypted and never shown again.', 'Wird verschlüsselt gespeichert und nie mehr angezeigt.'),
  account: pair('Email of its owner', 'E-Mail des Inhabers'),
  baseUrl: pair('Your site', 'Ihre Website dort'),
  disconnectQuestion: pair(
    (name: string) => `Disconnect ${name}?`,
    (name: string) => `${name} trennen?`,
  ),
  disconnectText: pair(
    'Its token is forgotten. What was read stays, and is not read again.',
    'Der Token wird vergessen. Was gelesen wurde, bleibt, wird aber nicht mehr erneuert.',
  ),
  offers: pair(
    (name: string) => `Documents in ${name}`,
    (name: string) => `Dokumente in ${name}`,
  ),
  filter: pair('Filter', 'Filtern'),
  noOffers: pair('The token sees no documents.', 'Der Token sieht keine Dokumente.'),
  noMatch: pair('No document fits.', 'Kein Dokument passt.'),
  shownFirst: pair(
    (shown: number, all: number) => `The first ${shown} of ${all}: filter for others.`,
    (shown: number, all: number) => `Die ersten ${shown} von ${all}: Filtern Sie nach anderen.`,
  ),
  all: pair('All that are shown', 'Alle angezeigten'),
  read: pair(
    (count: number) => (count === 1 ? 'Read 1 document' : `Read ${count} documents`),
    (count: number) => (count === 1 ? '1 Dokument lesen' : `${count} Dokumente lesen`),
  ),
};

export const JOBS_TEXTS = {
  none: pair('Nothing was drafted yet.', 'Noch wurde nichts entworfen.'),
  noneHint: pair('Select documents and choose “Make drafts”.', 'Wählen Sie Dokumente aus, dann „Entwürfe schreiben“.'),
  states: {
    PENDING: pair('Waits', 'Wartet'),
    IN_PROGRESS: pair('Is being written', 'Wird geschrieben'),
    COMPLETED: pair('Done', 'Fertig'),
    FAILED: pair('Failed', 'Gescheitert'),
  },
  kinds: {
    knowledge: pair('From a document', 'Aus einem Dokument'),
    magic: pair('For unanswered questions', 'Für unbeantwortete Fragen'),
  },
  origins: {
    sources: pair('From a source', 'Aus einer Quelle'),
    generated: pair('Written by Kontor', 'Von Kontor geschrieben'),
    inbox: pair('From a conversation', 'Aus einem Gespräch'),
  },
  nothing: pair('It wrote nothing.', 'Es wurde nichts geschrieben.'),
  review: pair('Review it', 'Prüfen'),
  article: pair('See the article', 'Artikel ansehen'),
  document: pair('See the document', 'Dokument ansehen'),
};
