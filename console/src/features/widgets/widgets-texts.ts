import { pair } from '../../app/language.ts';

export const WIDGETS_TEXTS = {
  title: pair('Widget', 'Widget'),
  lead: pair(
    'Puts a bot into your pages: a button, and behind it a chat.',
    'Bringt einen Bot in Ihre Seiten: eine Schaltfläche und dahinter ein Chat.',
  ),
  create: pair('New widget', 'Neues Widget'),
  none: pair('There is no widget yet.', 'Es gibt noch kein Widget.'),
  noneHint: pair(
    'Make one for each site: it names the bot that answers and the pages that may show it.',
    'Erstellen Sie eines je Website: Es nennt den Bot, der antwortet, und die Seiten, die es zeigen dürfen.',
  ),
  noBot: pair('There is no bot that could answer yet.', 'Es gibt noch keinen Bot, der antworten könnte.'),
  toBots: pair('Make a bot', 'Bot erstellen'),
  shown: pair('Shown', 'Sichtbar'),
  hidden: pair('Switched off', 'Abgeschaltet'),
  noOrigin: pair('No page may show it', 'Keine Seite darf es zeigen'),
  name: pair('Name, for your people', 'Name, für Ihre Leute'),
  bot: pair('Who answers?', 'Wer antwortet?'),
  origins: pair('Which pages may show it?', 'Welche Seiten dürfen es zeigen?'),
  originsHint: pair(
    'One per line: scheme, host and port, such as https://www.example.com. Browsers show it nowhere else.',
    'Je Zeile eine: Schema, Host und Port, etwa https://www.example.com. Browser zeigen es nirgends sonst.',
  ),
  heading: {
    en: pair('Heading in English', 'Überschrift auf Englisch'),
    de: pair('Heading in German', 'Überschrift auf Deutsch'),
  },
  greeting: {
    en: pair('Greeting in English', 'Begrüßung auf Englisch'),
    de: pair('Greeting in German', 'Begrüßung auf Deutsch'),
  },
  emptyHint: pair('Empty: words of ours.', 'Leer: Worte von uns.'),
  active: pair('Shown in the pages', 'Auf den Seiten sichtbar'),
  save: pair('Save', 'Speichern'),
  saved: pair(
    'Saved. It holds for the next page that shows it.',
    'Gespeichert. Es gilt für die nächste Seite, die es zeigt.',
  ),
  cancel: pair('Cancel', 'Abbrechen'),
  settings: pair('Settings', 'Einstellungen'),
  all: pair('All widgets', 'Alle Widgets'),
  remove: pair('Delete', 'Löschen'),
  removeQuestion: pair(
    (name: string) => `Delete “${name}”?`,
    (name: string) => `„${name}“ löschen?`,
  ),
  removeText: pair(
    'Pages that still name it show nothing. Conversations stay. This can not be undone; to hide it for a while, switch it off.',
    'Seiten, die es noch nennen, zeigen nichts. Gespräche bleiben. Das lässt sich nicht rückgängig machen; um es eine Weile zu verbergen, schalten Sie es ab.',
  ),
  install: pair('Put it into your pages', 'In Ihre Seiten einbauen'),
  installHint: pair(
    'Before the end of the body. The id is no secret. If your pages have a Content-Security-Policy, add this server to script-src and frame-src.',
    'Vor dem Ende des body. Die Kennung ist kein Geheimnis. Haben Ihre Seiten eine Content-Security-Policy, ergänzen Sie diesen Server bei script-src und frame-src.',
  ),
  snippet: pair('For your pages', 'Für Ihre Seiten'),
};

export const SIGNING_TEXTS = {
  title: pair('Say who is signed in', 'Sagen, wer angemeldet ist'),
  lead: pair(
    'The bot knows a customer only by a token that your server has signed with the secret of this workspace. Without one, visitors get answers from articles only.',
    'Der Bot kennt einen Kunden nur durch ein Token, das Ihr Server mit dem Geheimnis dieses Arbeitsbereichs signiert hat. Ohne Token erhalten Besucher nur Antworten aus Artikeln.',
  ),
  node: pair('On your server, in Node', 'Auf Ihrem Server, in Node'),
  page: pair('In your page', 'In Ihrer Seite'),
  rotate: pair('New secret', 'Neues Geheimnis'),
  question: pair('Make a new secret?', 'Neues Geheimnis erstellen?'),
  text: pair(
    'Tokens of the secret before are taken for one more day; put the new one on your server meanwhile. It holds for all widgets of the workspace.',
    'Token mit dem bisherigen Geheimnis gelten noch einen Tag; stellen Sie Ihren Server in dieser Zeit um. Es gilt für alle Widgets des Arbeitsbereichs.',
  ),
  made: pair('The new secret', 'Das neue Geheimnis'),
  secret: pair('Secret for customer tokens', 'Geheimnis für Kundentoken'),
  until: pair(
    (at: string) => `Tokens of the old one are taken until ${at}.`,
    (at: string) => `Token mit dem alten gelten bis ${at}.`,
  ),
};
