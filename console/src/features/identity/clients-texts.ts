import { pair } from '../../app/language.ts';

export const CLIENTS_TEXTS = {
  title: pair('API clients', 'API-Clients'),
  lead: pair(
    'Backends that work with bank data: each exchanges its secret for tokens of five minutes, which carry its scopes.',
    'Backends, die mit Bankdaten arbeiten: Jedes tauscht sein Geheimnis gegen Token für fünf Minuten, die seine Rechte tragen.',
  ),
  create: pair('New client', 'Neuer Client'),
  none: pair('There is no client yet.', 'Es gibt noch keinen Client.'),
  noneHint: pair(
    'A client lets your backend call the banking API.',
    'Mit einem Client ruft Ihr Backend die Banking-API auf.',
  ),
  name: pair('What is it for?', 'Wofür ist er?'),
  scopes: pair('What may it do?', 'Was darf er?'),
  groups: {
    general: pair('In general', 'Allgemein'),
    person: pair('Analyses of persons', 'Analysen von Personen'),
    company: pair('Analyses of companies', 'Analysen von Firmen'),
  },
  chosen: pair(
    (group: string, chosen: number, all: number) => `${group}: ${chosen} of ${all}`,
    (group: string, chosen: number, all: number) => `${group}: ${chosen} von ${all}`,
  ),
  takeAll: pair('All of them', 'Alle davon'),
  takeNone: pair('None of them', 'Keine davon'),
  scopeCount: pair(
    (count: number) => (count === 1 ? 'one scope' : `${count} scopes`),
    (count: number) => (count === 1 ? 'ein Recht' : `${count} Rechte`),
  ),
  active: pair('Active', 'Aktiv'),
  revoked: pair('Revoked', 'Widerrufen'),
  used: pair(
    (date: string) => `last used ${date}`,
    (date: string) => `zuletzt benutzt ${date}`,
  ),
  neverUsed: pair('never used', 'nie benutzt'),
  edit: pair('Change', 'Ändern'),
  rotate: pair('New secret', 'Neues Geheimnis'),
  rotateQuestion: pair(
    (name: string) => `Give “${name}” a new secret?`,
    (name: string) => `„${name}“ ein neues Geheimnis geben?`,
  ),
  rotateText: pair(
    'The old one gets no tokens from this moment on. To change without an interruption, make a second client, change over, and revoke this one.',
    'Das alte erhält ab sofort keine Token mehr. Für einen Wechsel ohne Unterbrechung erstellen Sie einen zweiten Client, stellen um und widerrufen diesen.',
  ),
  revoke: pair('Revoke', 'Widerrufen'),
  revokeQuestion: pair(
    (name: string) => `Revoke “${name}”?`,
    (name: string) => `„${name}“ widerrufen?`,
  ),
  revokeText: pair(
    'It gets no more tokens; those that it has end within five minutes. This can not be undone.',
    'Er erhält keine Token mehr; seine jetzigen enden innerhalb von fünf Minuten. Das lässt sich nicht rückgängig machen.',
  ),
  created: pair('The client was made', 'Der Client wurde erstellt'),
  rotated: pair('The new secret', 'Das neue Geheimnis'),
  id: pair('Client id', 'Client-ID'),
  secret: pair('Client secret', 'Client-Geheimnis'),
  tryIt: pair('Get a token', 'Token holen'),
  save: pair('Save', 'Speichern'),
  cancel: pair('Cancel', 'Abbrechen'),
  named: pair(
    (name: string) => ` ${name}`,
    (name: string) => ` ${name}`,
  ),
};
