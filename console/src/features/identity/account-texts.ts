import { pair } from '../../app/language.ts';

export const ACCOUNT_TEXTS = {
  title: pair('Your account', 'Ihr Konto'),
  you: pair('You', 'Sie'),
  email: pair('Email', 'E-Mail'),
  role: pair('Role', 'Rolle'),
  workspace: pair('Workspace', 'Arbeitsbereich'),
  preferences: pair('This browser', 'Dieser Browser'),
  factor: pair('Second factor', 'Zweiter Faktor'),
  factorOn: pair(
    'Signing in takes a code of your authenticator app.',
    'Zum Anmelden brauchen Sie einen Code Ihrer Authenticator-App.',
  ),
  factorOff: pair(
    'Your password alone is enough to sign in. An authenticator app keeps others out who know it.',
    'Zum Anmelden genügt Ihr Passwort. Eine Authenticator-App hält andere fern, die es kennen.',
  ),
  setUp: pair('Set up an authenticator app', 'Authenticator-App einrichten'),
  scan: pair(
    'Scan this picture with your app, or type in the key. Then enter the code that it shows.',
    'Scannen Sie das Bild mit Ihrer App, oder tippen Sie den Schlüssel ein. Geben Sie dann den angezeigten Code ein.',
  ),
  picture: pair('Picture for the authenticator app', 'Bild für die Authenticator-App'),
  key: pair('Key', 'Schlüssel'),
  code: pair('Code', 'Code'),
  confirm: pair('Confirm', 'Bestätigen'),
  codeWrong: pair(
    'The code is wrong. It changes every 30 seconds; check the clock of your device too.',
    'Der Code ist falsch. Er wechselt alle 30 Sekunden; prüfen Sie auch die Uhr Ihres Geräts.',
  ),
  remove: pair('Remove the second factor', 'Zweiten Faktor entfernen'),
  present: pair('Present password', 'Jetziges Passwort'),
  passwordWrong: pair('The password is wrong.', 'Das Passwort ist falsch.'),
  password: pair('Password', 'Passwort'),
  next: pair('New password', 'Neues Passwort'),
  nextHint: pair('At least 12 characters.', 'Mindestens 12 Zeichen.'),
  change: pair('Change the password', 'Passwort ändern'),
  changed: pair('Changed. All other browsers were signed out.', 'Geändert. Alle anderen Browser wurden abgemeldet.'),
  sessions: pair('Signed in elsewhere', 'Anderswo angemeldet'),
  everywhere: pair(
    'Ends your sessions in all browsers, this one too.',
    'Beendet Ihre Sitzungen in allen Browsern, auch in diesem.',
  ),
  everywhereGo: pair('Sign out everywhere', 'Überall abmelden'),
};
