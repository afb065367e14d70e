import { pair } from '../../app/language.ts';

export const SIGN_IN_TEXTS = {
  title: pair('Sign in to Kontor', 'Bei Kontor anmelden'),
  lead: pair('With the email that you were invited by.', 'Mit der E-Mail-Adresse Ihrer Einladung.'),
  email: pair('Email', 'E-Mail'),
  password: pair('Password', 'Passwort'),
  code: pair('Code', 'Code'),
  codeHint: pair('Six digits from your authenticator app.', 'Sechs Ziffern aus Ihrer Authenticator-App.'),
  go: pair('Sign in', 'Anmelden'),
  failed: pair('Email, password or code is wrong.', 'E-Mail, Passwort oder Code ist falsch.'),
};

export const JOIN_TEXTS = {
  title: pair('Join a workspace', 'Einem Arbeitsbereich beitreten'),
  lead: pair(
    (email: string, workspace: string, role: string) => `${email} is invited to “${workspace}” as ${role}.`,
    (email: string, workspace: string, role: string) => `${email} ist als ${role} zu „${workspace}“ eingeladen.`,
  ),
  name: pair('Your name', 'Ihr Name'),
  password: pair('Choose a password', 'Passwort wählen'),
  hint: pair(
    'At least 12 characters. A short sentence works well.',
    'Mindestens 12 Zeichen. Ein kurzer Satz eignet sich gut.',
  ),
  go: pair('Join', 'Beitreten'),
  over: pair(
    'This invitation was used, called off, or has expired. Ask for another one.',
    'Diese Einladung wurde benutzt, zurückgezogen oder ist abgelaufen. Bitten Sie um eine neue.',
  ),
};

export const ROLE_TEXTS = {
  owner: pair('owner', 'Inhaber'),
  editor: pair('editor', 'Redaktion'),
  reviewer: pair('reviewer', 'Prüfung'),
  analyst: pair('analyst', 'Analyse'),
  viewer: pair('viewer', 'Lesen'),
};
