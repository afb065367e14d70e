import { pair } from '../../app/language.ts';

export const WEBHOOKS_TEXTS = {
  title: pair('Webhooks', 'Webhooks'),
  lead: pair(
    'Kontor tells your systems what happens, signed, at least once, and again until they have it.',
    'Kontor meldet Ihren Systemen, was geschieht: signiert, mindestens einmal und erneut, bis es ankommt.',
  ),
  create: pair('New webhook', 'Neuer Webhook'),
  none: pair('There is no webhook yet.', 'Es gibt noch keinen Webhook.'),
  noneHint: pair(
    'With one your systems hear of a finished analysis or a synchronised bank without asking.',
    'Mit einem Webhook erfahren Ihre Systeme von einer fertigen Analyse oder einer synchronisierten Bank, ohne zu fragen.',
  ),
  events: pair(
    (count: number) => (count === 1 ? 'one event' : `${count} events`),
    (count: number) => (count === 1 ? 'ein Ereignis' : `${count} Ereignisse`),
  ),
  on: pair('On', 'An'),
  off: pair('Off', 'Aus'),
  switchedOff: pair('Switched off', 'Abgeschaltet'),
  failing: pair('Failing', 'Gestört'),
  reasons: {
    gone: pair(
      (at: string) => `Kontor switched it off on ${at}: the endpoint answered 410, so it wants nothing more.`,
      (at: string) => `Kontor hat ihn am ${at} abgeschaltet: Der Endpunkt antwortete mit 410, will also nichts mehr.`,
    ),
    failing: pair(
      (at: string) => `Kontor switched it off on ${at}: for five days no attempt had succeeded.`,
      (at: string) => `Kontor hat ihn am ${at} abgeschaltet: Fünf Tage lang war kein Versuch gelungen.`,
    ),
  },
  offHint: pair(
    'It hears nothing meanwhile. Once it is on again, you can have sent what it has missed.',
    'Er erfährt so lange nichts. Ist er wieder an, können Sie nachholen lassen, was er verpasst hat.',
  ),
  failingSince: pair(
    (at: string) =>
      `No attempt has succeeded since ${at}. Kontor goes on trying; the deliveries below say what came back.`,
    (at: string) =>
      `Seit ${at} ist kein Versuch gelungen. Kontor versucht es weiter; bei den Zustellungen unten steht, was zurückkam.`,
  ),
  edit: pair('Change', 'Ändern'),
  pause: pair('Switch off', 'Abschalten'),
  resume: pair('Switch on', 'Einschalten'),
  paused: pair('The webhook is off.', 'Der Webhook ist aus.'),
  resumed: pair('The webhook is on.', 'Der Webhook ist an.'),
  test: pair('Send a test', 'Test senden'),
  rotate: pair('New secret', 'Neues Geheimnis'),
  rotateQuestion: pair('Make a new secret?', 'Neues Geheimnis erstellen?'),
  rotateText: pair(
    'For 24 hours every notification carries a signature by each of the two, so that your receiver can change without losing any. A secret before these two ends at once.',
    '24 Stunden lang trägt jede Meldung Signaturen mit beiden, damit Ihr Empfänger ohne Verlust wechseln kann. Ein Geheimnis vor diesen beiden endet sofort.',
  ),
  remove: pair('Delete', 'Löschen'),
  removeQuestion: pair('Delete this webhook?', 'Diesen Webhook löschen?'),
  removeText: pair(
    'Nothing more is sent to it, not even what waits, and its log goes too. This can not be undone.',
    'Es wird nichts mehr gesendet, auch nicht, was noch wartet, und sein Verlauf geht verloren. Das lässt sich nicht rückgängig machen.',
  ),
  endpoint: pair('Endpoint', 'Endpunkt'),
  endpointHint: pair(
    'A public https address, or one that the allow-list of the workspace names.',
    'Eine öffentliche https-Adresse oder eine aus der Freigabeliste des Arbeitsbereichs.',
  ),
  description: pair('What is it for?', 'Wofür ist er?'),
  method: pair('Method', 'Methode'),
  ownSecret: pair('A text of your own in every body', 'Eigener Text in jeder Meldung'),
  ownSecretHint: pair(
    'For receivers that expect secret in the body; it is never shown again. The signature is the better proof.',
    'Für Empfänger, die secret im Inhalt erwarten; er wird nie wieder angezeigt. Die Signatur beweist mehr.',
  ),
  ownSecretKept: pair('One is set. Leave it empty to keep it.', 'Einer ist gesetzt. Leer lassen, um ihn zu behalten.'),
  ownSecretRemove: pair('Send none any more', 'Keinen mehr senden'),
  which: pair('Which events?', 'Welche Ereignisse?'),
  save: pair('Save', 'Speichern'),
  cancel: pair('Cancel', 'Abbrechen'),
  created: pair('The webhook was made', 'Der Webhook wurde erstellt'),
  rotated: pair('The new secret', 'Das neue Geheimnis'),
  secret: pair('Signing secret', 'Signaturgeheimnis'),
  verifyHint: pair(
    'It verifies the signature of notifications, as Standard Webhooks says.',
    'Damit prüfen Sie die Signatur der Meldungen, nach Standard Webhooks.',
  ),
  until: pair(
    (at: string) => `The old one goes on verifying until ${at}.`,
    (at: string) => `Das alte gilt noch bis ${at}.`,
  ),
  all: pair('All webhooks', 'Alle Webhooks'),
  hears: pair('Hears of', 'Erfährt von'),
};

export const DELIVERIES_TEXTS = {
  title: pair('Deliveries', 'Zustellungen'),
  filter: pair('Deliveries by state', 'Zustellungen nach Stand'),
  states: {
    all: pair('All', 'Alle'),
    delivered: pair('Delivered', 'Zugestellt'),
    pending: pair('Waiting', 'Wartend'),
    failed: pair('Given up', 'Aufgegeben'),
  },
  none: pair('Nothing was sent yet.', 'Es wurde noch nichts gesendet.'),
  noneHint: pair('Send a test to see what your endpoint answers.', 'Senden Sie einen Test, um die Antwort zu sehen.'),
  noneOf: pair('There is none of this kind.', 'Davon gibt es keine.'),
  attempts: pair(
    (count: number) => (count === 1 ? 'one attempt' : `${count} attempts`),
    (count: number) => (count === 1 ? 'ein Versuch' : `${count} Versuche`),
  ),
  next: pair(
    (at: string) => `next attempt ${at}`,
    (at: string) => `nächster Versuch ${at}`,
  ),
  redeliver: pair('Send again', 'Erneut senden'),
  request: pair('Request', 'Anfrage'),
  requestGone: pair('The event is kept no more.', 'Das Ereignis wird nicht mehr aufbewahrt.'),
  log: pair('Attempts and answers', 'Versuche und Antworten'),
  noAttempt: pair('None yet.', 'Noch keiner.'),
  answered: pair(
    (status: number, ms: string) => `answered ${status} after ${ms} ms`,
    (status: number, ms: string) => `antwortete ${status} nach ${ms} ms`,
  ),
  noAnswer: pair('The answer had no text.', 'Die Antwort hatte keinen Text.'),
  older: pair('Older ones', 'Ältere'),
  since: pair('Send again since …', 'Erneut senden seit …'),
  sinceText: pair(
    'After an outage: everything that was given up since then, and what the webhook has missed because it was off.',
    'Nach einem Ausfall: alles, was seitdem aufgegeben wurde oder was der Webhook verpasst hat, weil er aus war.',
  ),
  sinceLabel: pair('Since when?', 'Seit wann?'),
  sent: pair(
    (count: number) => (count === 1 ? 'One delivery is on its way.' : `${count} deliveries are on their way.`),
    (count: number) => (count === 1 ? 'Eine Zustellung ist unterwegs.' : `${count} Zustellungen sind unterwegs.`),
  ),
  cancel: pair('Cancel', 'Abbrechen'),
};
