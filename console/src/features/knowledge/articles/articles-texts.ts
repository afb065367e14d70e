import { pair } from '../../../app/language.ts';

export const TREE_TEXTS = {
  title: pair('Articles', 'Artikel'),
  tree: pair('Folders and articles', 'Ordner und Artikel'),
  search: pair('Search titles', 'Titel durchsuchen'),
  noMatch: pair('No title fits.', 'Kein Titel passt.'),
  keys: pair(
    'Arrow keys walk through the tree, Enter opens. Ctrl+X takes a row up and Ctrl+V puts it into the folder you are on; or drag it. F2 renames a folder.',
    'Die Pfeiltasten führen durch den Baum, Enter öffnet. Strg+X nimmt eine Zeile auf, Strg+V legt sie in den Ordner, auf dem Sie stehen; oder ziehen Sie sie. F2 benennt einen Ordner um.',
  ),
  states: {
    draft: pair('Draft', 'Entwurf'),
    off: pair('Off', 'Aus'),
    changing: pair('Draft waits', 'Entwurf wartet'),
  },
  carried: pair(
    (title: string) => `“${title}” is taken up. Go to a folder and press Ctrl+V; Escape puts it back.`,
    (title: string) =>
      `„${title}“ ist aufgenommen. Gehen Sie zu einem Ordner und drücken Sie Strg+V; Escape legt zurück.`,
  ),
  top: pair('At the top', 'Ganz oben'),
  toTop: pair('Drop here to put it at the top', 'Hier ablegen, um es ganz nach oben zu legen'),
  newFolder: pair('New folder', 'Neuer Ordner'),
  newArticle: pair('New article', 'Neuer Artikel'),
  none: pair('There are no articles yet.', 'Es gibt noch keine Artikel.'),
  noneHint: pair(
    'Make a folder and assign it to a bot; then write an article in it, or make drafts from your sources.',
    'Legen Sie einen Ordner an und ordnen Sie ihn einem Bot zu; schreiben Sie dann einen Artikel darin oder lassen Sie Entwürfe aus Ihren Quellen schreiben.',
  ),
  toSources: pair('To the sources', 'Zu den Quellen'),
  choose: pair('Choose a folder or an article.', 'Wählen Sie einen Ordner oder einen Artikel.'),
  counts: pair(
    (folders: string, articles: string) => `Folders: ${folders}, articles: ${articles}`,
    (folders: string, articles: string) => `Ordner: ${folders}, Artikel: ${articles}`,
  ),
  back: pair('All articles', 'Alle Artikel'),
  missing: pair('This is not in the tree any more.', 'Das steht nicht mehr im Baum.'),
  moved: pair(
    (title: string, folder: string) => `“${title}” is now in ${folder}.`,
    (title: string, folder: string) => `„${title}“ liegt jetzt in ${folder}.`,
  ),
};

export const FOLDER_TEXTS = {
  name: pair('Name', 'Name'),
  description: pair('What belongs into it', 'Was hineingehört'),
  descriptionHint: pair('New drafts are filed by it.', 'Danach werden neue Entwürfe abgelegt.'),
  save: pair('Save', 'Speichern'),
  create: pair('Make it', 'Anlegen'),
  cancel: pair('Cancel', 'Abbrechen'),
  edit: pair('Rename or describe', 'Umbenennen oder beschreiben'),
  move: pair('Move', 'Verschieben'),
  moveTitle: pair(
    (title: string) => `Move “${title}”`,
    (title: string) => `„${title}“ verschieben`,
  ),
  into: pair('Into', 'Nach'),
  remove: pair('Delete', 'Löschen'),
  notEmpty: pair(
    'Only an empty folder can be deleted. Move or delete what is in it first.',
    'Nur ein leerer Ordner lässt sich löschen. Verschieben oder löschen Sie zuerst, was darin liegt.',
  ),
  removed: pair(
    (title: string) => `The folder “${title}” is deleted.`,
    (title: string) => `Der Ordner „${title}“ ist gelöscht.`,
  ),
  bots: pair('Bots that answer from it', 'Bots, die daraus antworten'),
  inherited: pair(
    (folder: string) => `through ${folder}`,
    (folder: string) => `durch ${folder}`,
  ),
  noBots: pair('There is no bot yet.', 'Es gibt noch keinen Bot.'),
  toBots: pair('Make one', 'Einen anlegen'),
  noDescription: pair('Not described yet.', 'Noch nicht beschrieben.'),
  assigned: pair(
    (bot: string, folder: string) => `${bot} answers from ${folder}.`,
    (bot: string, folder: string) => `${bot} antwortet aus ${folder}.`,
  ),
  unassigned: pair(
    (bot: string, folder: string) => `${bot} answers no more from ${folder}.`,
    (bot: string, folder: string) => `${bot} antwortet nicht mehr aus ${folder}.`,
  ),
};

export const ARTICLE_TEXTS = {
  tabs: {
    text: pair('Article', 'Artikel'),
    versions: pair('Versions', 'Versionen'),
    impact: pair('What it would change', 'Was er ändern würde'),
  },
  states: {
    live: pair('Live', 'Veröffentlicht'),
    off: pair('Off: answers nothing', 'Aus: antwortet nicht'),
    draft: pair('Draft', 'Entwurf'),
  },
  version: pair(
    (version: string) => `version ${version}`,
    (version: string) => `Version ${version}`,
  ),
  changed: pair(
    (moment: string) => `changed ${moment}`,
    (moment: string) => `geändert ${moment}`,
  ),
  fields: {
    title: pair('Title', 'Titel'),
    mainKnowledge: pair('Answer', 'Antwort'),
    agentInstruction: pair('Instruction for the bot', 'Anweisung an den Bot'),
    questions: pair('Questions that it answers', 'Fragen, die er beantwortet'),
    keywords: pair('Keywords', 'Stichwörter'),
    escalation: pair('Hand over to a person after this answer', 'Nach dieser Antwort an einen Menschen übergeben'),
  },
  hints: {
    mainKnowledge: pair('Markdown. Customers read it.', 'Markdown. Kunden lesen es.'),
    agentInstruction: pair('Customers never see it.', 'Kunden sehen sie nie.'),
    questions: pair(
      'One per line, in the words of customers and in every language that they write in: the more, the better it is found.',
      'Eine je Zeile, in den Worten der Kunden und in jeder Sprache, in der sie schreiben: Je mehr, desto besser wird er gefunden.',
    ),
    keywords: pair(
      'One per line: words for it that stand nowhere else.',
      'Eines je Zeile: Wörter dafür, die sonst nirgends stehen.',
    ),
  },
  noInstruction: pair('None', 'Keine'),
  edit: pair('Edit', 'Bearbeiten'),
  editAsDraft: pair('Edit as a draft', 'Als Entwurf bearbeiten'),
  openDraft: pair('Open the draft', 'Entwurf öffnen'),
  openLive: pair('See the live article', 'Veröffentlichten Artikel ansehen'),
  hasDraft: pair('A draft of this article waits for review.', 'Ein Entwurf dieses Artikels wartet auf Prüfung.'),
  isFork: pair(
    'This draft changes a live article. Customers read it once it is approved.',
    'Dieser Entwurf ändert einen veröffentlichten Artikel. Kunden lesen ihn, sobald er freigegeben ist.',
  ),
  isNew: pair(
    'This draft is a new article. Customers read it once it is approved.',
    'Dieser Entwurf ist ein neuer Artikel. Kunden lesen ihn, sobald er freigegeben ist.',
  ),
  toReviews: pair('To Review and Approvals', 'Zu Prüfen und Freigeben'),
  save: pair('Save', 'Speichern'),
  saveDraft: pair('Save as a draft', 'Als Entwurf speichern'),
  cancel: pair('Cancel', 'Abbrechen'),
  saved: pair('Saved.', 'Gespeichert.'),
  conflict: pair(
    'Somebody changed this draft while you wrote. Nothing of yours is lost: compare below, then save again to put yours in place of theirs.',
    'Jemand hat diesen Entwurf geändert, während Sie schrieben. Von Ihrem Text ist nichts verloren: Vergleichen Sie unten, dann ersetzt erneutes Speichern den anderen.',
  ),
  theirs: pair('What it says now, against yours', 'Was dort jetzt steht, gegen Ihren Text'),
  publish: pair('Publish now', 'Jetzt veröffentlichen'),
  publishQuestion: pair(
    (title: string) => `Publish “${title}” without a review?`,
    (title: string) => `„${title}“ ohne Prüfung veröffentlichen?`,
  ),
  publishText: pair(
    'Customers get it from the next answer on. The audit log says that you published it past Review and Approvals.',
    'Kunden erhalten ihn ab der nächsten Antwort. Im Protokoll steht, dass Sie ihn an der Prüfung vorbei veröffentlicht haben.',
  ),
  switchOff: pair('Switch off', 'Ausschalten'),
  switchOn: pair('Switch on', 'Einschalten'),
  switchedOff: pair(
    (title: string) => `“${title}” answers nothing now.`,
    (title: string) => `„${title}“ antwortet nicht mehr.`,
  ),
  switchedOn: pair(
    (title: string) => `“${title}” answers again.`,
    (title: string) => `„${title}“ antwortet wieder.`,
  ),
  move: pair('Move', 'Verschieben'),
  remove: pair('Delete', 'Löschen'),
  removeQuestion: pair(
    (title: string) => `Delete “${title}” for good?`,
    (title: string) => `„${title}“ endgültig löschen?`,
  ),
  removeText: pair(
    'It goes with all its versions, and no bot answers from it any more. To keep it, switch it off instead.',
    'Er verschwindet mit allen Versionen, und kein Bot antwortet mehr daraus. Um ihn zu behalten, schalten Sie ihn stattdessen aus.',
  ),
  draftRemoved: pair(
    (title: string) => `The draft “${title}” is deleted.`,
    (title: string) => `Der Entwurf „${title}“ ist gelöscht.`,
  ),
  answersFor: pair('Answers for', 'Antwortet für'),
  nobody: pair('No bot: its folder is assigned to none.', 'Keinen Bot: Sein Ordner ist keinem zugeordnet.'),
  folder: pair('Folder', 'Ordner'),
  yes: pair('Yes', 'Ja'),
  no: pair('No', 'Nein'),
};

export const VERSIONS_TEXTS = {
  none: pair('It was never live.', 'Er war noch nie veröffentlicht.'),
  compare: pair('Compare', 'Vergleichen'),
  with: pair('with', 'mit'),
  now: pair(
    (version: string) => `${version} (now)`,
    (version: string) => `${version} (jetzt)`,
  ),
  entry: pair(
    (version: string, who: string, moment: string) => `${version}, ${who}, ${moment}`,
    (version: string, who: string, moment: string) => `${version}, ${who}, ${moment}`,
  ),
  same: pair('The two say the same.', 'Beide sagen dasselbe.'),
  onlyOne: pair('There is one version only.', 'Es gibt nur eine Version.'),
  restore: pair(
    (version: string) => `Restore version ${version}`,
    (version: string) => `Version ${version} wiederherstellen`,
  ),
  restoreQuestion: pair(
    (version: string) => `Restore version ${version}?`,
    (version: string) => `Version ${version} wiederherstellen?`,
  ),
  restoreText: pair(
    'It becomes a new version, and customers get it from the next answer on. The versions between stay.',
    'Sie wird zur neuen Version, und Kunden erhalten sie ab der nächsten Antwort. Die Versionen dazwischen bleiben.',
  ),
  restored: pair(
    (version: string) => `Version ${version} is restored.`,
    (version: string) => `Version ${version} ist wiederhergestellt.`,
  ),
  go: pair('Restore', 'Wiederherstellen'),
  reviewOnly: pair(
    'This workspace publishes only through Review and Approvals: edit a draft instead.',
    'Dieser Arbeitsbereich veröffentlicht nur nach Prüfung: Bearbeiten Sie stattdessen einen Entwurf.',
  ),
};
