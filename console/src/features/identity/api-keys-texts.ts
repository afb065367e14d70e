import { pair } from '../../app/language.ts';

export const API_KEYS_TEXTS = {
  title: pair('API Keys', 'API-Schlüssel'),
  create: pair('Create a key', 'Schlüssel erstellen'),
  none: pair('There is no key yet.', 'Es gibt noch keinen Schlüssel.'),
  noneHint: pair(
    'A key lets your website or your backend call the agent API.',
    'Mit einem Schlüssel ruft Ihre Website oder Ihr Backend die Agenten-API auf.',
  ),
  name: pair('What is it for?', 'Wofür ist er?'),
  scopes: pair('What may it do?', 'Was darf er?'),
  scopeNames: {
    read: pair('Read: articles, conversations, settings', 'Lesen: Artikel, Gespräche, Einstellungen'),
    write: pair(
      'Write: ask questions, change articles and rules',
      'Schreiben: Fragen stellen, Artikel und Regeln ändern',
    ),
    contract: pair('Contract: customer data by the endpoint contract', 'Vertrag: Kundendaten über den Endpunktvertrag'),
  },
  expiry: pair('Until when?', 'Bis wann?'),
  expiryHint: pair('Leave it empty for a key that does not end.', 'Leer lassen, wenn er nicht ablaufen soll.'),
  created: pair('The key was created', 'Der Schlüssel wurde erstellt'),
  keep: pair(
    'Keep it where secrets are kept. Owners can look at it again; that is noted in the audit log.',
    'Bewahren Sie ihn bei Ihren Geheimnissen auf. Inhaber können ihn erneut ansehen; das wird protokolliert.',
  ),
  tryIt: pair('Try it:', 'Probieren Sie ihn aus:'),
  copy: pair('Copy', 'Kopieren'),
  copied: pair('Copied', 'Kopiert'),
  done: pair('Done', 'Fertig'),
  cancel: pair('Cancel', 'Abbrechen'),
  reveal: pair('Show', 'Anzeigen'),
  revoke: pair('Revoke', 'Widerrufen'),
  revokeQuestion: pair(
    (name: string) => `Revoke “${name}”?`,
    (name: string) => `„${name}“ widerrufen?`,
  ),
  revokeText: pair(
    'Whoever uses it is refused from the next request on. This can not be undone.',
    'Wer ihn benutzt, wird ab der nächsten Anfrage abgewiesen. Das lässt sich nicht rückgängig machen.',
  ),
  active: pair('Active', 'Aktiv'),
  revoked: pair('Revoked', 'Widerrufen'),
  expired: pair('Expired', 'Abgelaufen'),
  until: pair(
    (date: string) => `until ${date}`,
    (date: string) => `bis ${date}`,
  ),
  used: pair(
    (date: string) => `last used ${date}`,
    (date: string) => `zuletzt benutzt ${date}`,
  ),
  neverUsed: pair('never used', 'nie benutzt'),
  forKey: pair(
    (name: string) => ` ${name}`,
    (name: string) => ` ${name}`,
  ),
};
