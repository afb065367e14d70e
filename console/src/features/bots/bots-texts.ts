import { pair } from '../../app/language.ts';

export const BOTS_TEXTS = {
  title: pair('Bots', 'Bots'),
  bot: pair('Bot', 'Bot'),
  lead: pair(
    'Each bot answers from the folders that are assigned to it, and as its prompt tells it.',
    'Jeder Bot antwortet aus den Ordnern, die ihm zugeordnet sind, und wie sein Prompt es ihm sagt.',
  ),
  create: pair('Make a bot', 'Bot anlegen'),
  none: pair('There is no bot yet.', 'Es gibt noch keinen Bot.'),
  noneHint: pair(
    'Make one, assign folders to it, and talk to it in the playground.',
    'Legen Sie einen an, ordnen Sie ihm Ordner zu und sprechen Sie im Bereich „Ausprobieren“ mit ihm.',
  ),
  name: pair('Name', 'Name'),
  save: pair('Save', 'Speichern'),
  cancel: pair('Cancel', 'Abbrechen'),
  answers: pair('Answers', 'Antwortet'),
  archived: pair('Archived', 'Archiviert'),
  since: pair(
    (day: string) => `since ${day}`,
    (day: string) => `seit ${day}`,
  ),
  back: pair('All bots', 'Alle Bots'),
  rename: pair('Rename', 'Umbenennen'),
  archive: pair('Archive', 'Archivieren'),
  unarchive: pair('Bring back', 'Zurückholen'),
  archivedText: pair(
    (name: string) => `${name} answers no more. Its conversations, prompts and folders stay.`,
    (name: string) => `${name} antwortet nicht mehr. Gespräche, Prompts und Ordner bleiben.`,
  ),
  backText: pair(
    (name: string) => `${name} answers again.`,
    (name: string) => `${name} antwortet wieder.`,
  ),
  talk: pair('Talk to it', 'Mit ihm sprechen'),
  missing: pair('There is no such bot.', 'Diesen Bot gibt es nicht.'),
  tabs: {
    folders: pair('Folders', 'Ordner'),
    prompt: pair('Prompt', 'Prompt'),
    history: pair('History of the prompt', 'Verlauf des Prompts'),
  },
  folders: pair('Folders that it answers from', 'Ordner, aus denen er antwortet'),
  foldersHint: pair('With a folder all that is below it.', 'Mit einem Ordner alles, was darunter liegt.'),
  noFolders: pair('There are no folders yet.', 'Es gibt noch keine Ordner.'),
  toArticles: pair('To the articles', 'Zu den Artikeln'),
  inherited: pair(
    (folder: string) => `through ${folder}`,
    (folder: string) => `durch ${folder}`,
  ),
  assigned: pair(
    (folder: string) => `It answers from ${folder}.`,
    (folder: string) => `Er antwortet aus ${folder}.`,
  ),
  unassigned: pair(
    (folder: string) => `It answers no more from ${folder}.`,
    (folder: string) => `Er antwortet nicht mehr aus ${folder}.`,
  ),
};

export const PROMPT_TEXTS = {
  lead: pair(
    'What the language model is told before each answer. Without a language model, answers come from the articles word by word, and the prompt is not used.',
    'Was dem Sprachmodell vor jeder Antwort gesagt wird. Ohne Sprachmodell kommen Antworten wörtlich aus den Artikeln, und der Prompt wird nicht verwendet.',
  ),
  sections: {
    hcPlanningPrompt: pair('Planning', 'Planung'),
    hcGuidelinePrompt: pair('Guidelines', 'Richtlinien'),
    hcChannelPrompt: pair('Channel', 'Kanal'),
  },
  hints: {
    hcPlanningPrompt: pair(
      'How it decides what to do with a message.',
      'Wie er entscheidet, was mit einer Nachricht geschieht.',
    ),
    hcGuidelinePrompt: pair('How it speaks, and what it never does.', 'Wie er spricht und was er nie tut.'),
    hcChannelPrompt: pair(
      'What differs by channel: length, form, greeting.',
      'Was je Kanal anders ist: Länge, Form, Gruß.',
    ),
  },
  titleOf: pair('Heading', 'Überschrift'),
  content: pair('What it is told', 'Was ihm gesagt wird'),
  enabled: pair('Applies', 'Gilt'),
  off: pair('off', 'aus'),
  add: pair('Add a section', 'Abschnitt hinzufügen'),
  remove: pair('Remove this section', 'Diesen Abschnitt entfernen'),
  fixed: pair(
    'This section comes with Kontor: switch it off, or say it otherwise.',
    'Dieser Abschnitt gehört zu Kontor: Schalten Sie ihn aus oder sagen Sie es anders.',
  ),
  subsections: pair(
    (count: number) => `${count} parts below it stay as they are.`,
    (count: number) => `${count} Teile darunter bleiben, wie sie sind.`,
  ),
  save: pair('Save as a new version', 'Als neue Version speichern'),
  saved: pair(
    (version: string) => `Version ${version} applies from the next message on.`,
    (version: string) => `Version ${version} gilt ab der nächsten Nachricht.`,
  ),
  newer: pair(
    (version: string) =>
      `Somebody saved version ${version} while you wrote. Saving yours takes its place; the history keeps both.`,
    (version: string) =>
      `Jemand hat Version ${version} gespeichert, während Sie schrieben. Ihr Speichern ersetzt sie; der Verlauf behält beide.`,
  ),
  load: pair('Show theirs instead', 'Stattdessen jene zeigen'),
  unchanged: pair('Nothing is changed.', 'Nichts ist geändert.'),
  template: pair('Kontor’s own prompt', 'Kontors eigener Prompt'),
  noVersions: pair('The prompt was never changed.', 'Der Prompt wurde noch nie geändert.'),
  compare: pair('Compare', 'Vergleichen'),
  with: pair('with', 'mit'),
  now: pair(
    (version: string) => `${version} (applies)`,
    (version: string) => `${version} (gilt)`,
  ),
  same: pair('The two say the same.', 'Beide sagen dasselbe.'),
  restore: pair(
    (version: string) => `Restore version ${version}`,
    (version: string) => `Version ${version} wiederherstellen`,
  ),
  restored: pair(
    (version: string) => `Version ${version} applies again, as a new version.`,
    (version: string) => `Version ${version} gilt wieder, als neue Version.`,
  ),
};
