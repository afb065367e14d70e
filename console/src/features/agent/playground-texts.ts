import { pair } from '../../app/language.ts';

export const PLAYGROUND_TEXTS = {
  title: pair('Playground', 'Ausprobieren'),
  bot: pair('Bot', 'Bot'),
  customer: pair('As customer', 'Als Kunde'),
  customerHint: pair(
    'Name, email or your id. Empty: nobody known.',
    'Name, E-Mail oder Ihre Kennung. Leer: niemand Bekanntes.',
  ),
  customers: pair('Customers found', 'Gefundene Kunden'),
  noCustomer: pair('Nobody is called so.', 'Niemand heißt so.'),
  speaksAs: pair(
    (name: string) => `You write as ${name}.`,
    (name: string) => `Sie schreiben als ${name}.`,
  ),
  nobody: pair('Nobody in particular', 'Niemand Bestimmtes'),
  notAllowed: pair(
    'Your role sees no bank data, so you write as nobody in particular.',
    'Ihre Rolle sieht keine Bankdaten, daher schreiben Sie als niemand Bestimmtes.',
  ),
  noBots: pair('There is no bot yet.', 'Es gibt noch keinen Bot.'),
  noBotsHint: pair('Make one, and assign folders to it.', 'Legen Sie einen an und ordnen Sie ihm Ordner zu.'),
  toBots: pair('To the bots', 'Zu den Bots'),
  empty: pair('Ask something that a customer would ask.', 'Fragen Sie etwas, das ein Kunde fragen würde.'),
  question: pair('Message', 'Nachricht'),
  send: pair('Send', 'Senden'),
  again: pair('Start again', 'Neu beginnen'),
  share: pair('Copy link', 'Link kopieren'),
  shared: pair('The link is copied.', 'Der Link ist kopiert.'),
  shareHint: pair(
    'Colleagues with this link see the conversation, and go on with it if their role allows it.',
    'Wer diesen Link bekommt, sieht das Gespräch und führt es fort, wenn die Rolle es erlaubt.',
  ),
  you: pair('Customer', 'Kunde'),
  answer: pair('Bot', 'Bot'),
  handedOver: pair('handed over to a person', 'an einen Menschen übergeben'),
  thinking: pair('The bot answers …', 'Der Bot antwortet …'),
  conversation: pair('Conversation', 'Gespräch'),
  choices: pair('Answers to choose from', 'Antworten zur Auswahl'),
  trace: pair('How the answer came about', 'Wie die Antwort zustande kam'),
  look: pair('Show how', 'Zeigen, wie'),
  noTrace: pair(
    'Send a message, and see here what the bot considered.',
    'Senden Sie eine Nachricht, dann sehen Sie hier, was der Bot erwogen hat.',
  ),
};
