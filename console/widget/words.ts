/** What the widget says itself; the rest comes from the company and its bot. */
const EN = {
  open: 'Open chat',
  close: 'Close chat',
  unread: 'new message',
  label: 'Your message',
  placeholder: 'Write a message…',
  send: 'Send',
  you: 'You',
  bot: 'Assistant',
  person: 'Our team',
  writing: 'is writing…',
  sources: 'From:',
  waiting: 'A person takes over from here. You can close this; the answer will be here.',
  offline: 'That did not reach us. Is the connection gone?',
  broken: 'Something went wrong here. Please try once more.',
  busy: 'One moment, the message before is still being answered.',
  ended: 'The conversation from before has ended; this begins a new one.',
  unknown: 'Your sign-in has expired. Load the page again to go on.',
  tooMany: 'That were many messages at once. Please try again in a minute.',
  retry: 'Send again',
};

const DE: typeof EN = {
  open: 'Chat öffnen',
  close: 'Chat schließen',
  unread: 'neue Nachricht',
  label: 'Ihre Nachricht',
  placeholder: 'Nachricht schreiben…',
  send: 'Senden',
  you: 'Sie',
  bot: 'Assistent',
  person: 'Unser Team',
  writing: 'schreibt…',
  sources: 'Aus:',
  waiting: 'Ab hier übernimmt ein Mensch. Sie können das Fenster schließen; die Antwort steht dann hier.',
  offline: 'Das hat uns nicht erreicht. Ist die Verbindung weg?',
  broken: 'Hier ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
  busy: 'Einen Moment, die Nachricht davor wird noch beantwortet.',
  ended: 'Das Gespräch von vorhin ist beendet; dies beginnt ein neues.',
  unknown: 'Ihre Anmeldung ist abgelaufen. Laden Sie die Seite neu, um fortzufahren.',
  tooMany: 'Das waren viele Nachrichten auf einmal. Bitte versuchen Sie es in einer Minute noch einmal.',
  retry: 'Noch einmal senden',
};

export type Words = typeof EN;

export const wordsIn = (language: string): Words => (language.startsWith('de') ? DE : EN);
