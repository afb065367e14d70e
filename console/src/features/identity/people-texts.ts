import { pair } from '../../app/language.ts';

export const PEOPLE_TEXTS = {
  title: pair('People', 'Personen'),
  invite: pair('Invite somebody', 'Jemanden einladen'),
  email: pair('Email', 'E-Mail'),
  role: pair('Role', 'Rolle'),
  roleOf: pair(
    (who: string) => `Role of ${who}`,
    (who: string) => `Rolle von ${who}`,
  ),
  roleHints: {
    owner: pair('Everything, also keys and people.', 'Alles, auch Schlüssel und Personen.'),
    editor: pair('What bots say; sees no bank data.', 'Was Bots sagen; sieht keine Bankdaten.'),
    reviewer: pair('Decides about drafts.', 'Entscheidet über Entwürfe.'),
    analyst: pair('Works with bank data.', 'Arbeitet mit Bankdaten.'),
    viewer: pair('Looks at everything, changes nothing.', 'Sieht alles, ändert nichts.'),
  },
  create: pair('Make the link', 'Link erzeugen'),
  cancel: pair('Cancel', 'Abbrechen'),
  link: pair('The invitation', 'Die Einladung'),
  linkText: pair(
    'Send this link by a way that you trust. It works once, for three days, and is not shown again.',
    'Senden Sie diesen Link auf einem Weg, dem Sie vertrauen. Er gilt einmal, drei Tage lang, und wird nicht wieder angezeigt.',
  ),
  done: pair('Done', 'Fertig'),
  inUse: pair('Somebody signs in with this email already.', 'Mit dieser E-Mail-Adresse meldet sich schon jemand an.'),
  members: pair('In this workspace', 'In diesem Arbeitsbereich'),
  invitations: pair('Invited', 'Eingeladen'),
  you: pair('you', 'Sie'),
  secondFactor: pair('second factor', 'zweiter Faktor'),
  seen: pair(
    (date: string) => `last here ${date}`,
    (date: string) => `zuletzt hier ${date}`,
  ),
  neverSeen: pair('never here', 'noch nie hier'),
  until: pair(
    (date: string) => `until ${date}`,
    (date: string) => `bis ${date}`,
  ),
  expired: pair('Expired', 'Abgelaufen'),
  callOff: pair('Call off', 'Zurückziehen'),
  remove: pair('Remove', 'Entfernen'),
  reset: pair('Reset second factor', 'Zweiten Faktor zurücksetzen'),
  resetQuestion: pair(
    (who: string) => `Reset the second factor of ${who}?`,
    (who: string) => `Zweiten Faktor von ${who} zurücksetzen?`,
  ),
  resetText: pair(
    'Until they set up another one, their password alone lets them in. Make sure that it is really they who ask.',
    'Bis zur Einrichtung eines neuen genügt das Passwort. Vergewissern Sie sich, dass wirklich diese Person darum bittet.',
  ),
  removeQuestion: pair(
    (who: string) => `Remove ${who}?`,
    (who: string) => `${who} entfernen?`,
  ),
  removeText: pair(
    'They are signed out everywhere. What they did stays in the audit log.',
    'Die Person wird überall abgemeldet. Was sie getan hat, bleibt im Protokoll.',
  ),
  lastOwner: pair(
    'This is the only owner. Make somebody else an owner first.',
    'Das ist die einzige Person mit der Rolle Inhaber. Geben Sie die Rolle zuerst jemand anderem.',
  ),
  of: pair(
    (who: string) => ` ${who}`,
    (who: string) => ` ${who}`,
  ),
};
