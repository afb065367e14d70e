/** Every text of the page, English and German side by side. */
import { type InLanguage, pair, pickLanguage } from '#platform/html/texts.ts';
import type { Language } from '../connect.types.ts';
import { END_TEXTS } from './texts-end.ts';
import { LOGIN_TEXTS } from './texts-login.ts';
import { OVERVIEW_TEXTS } from './texts-overview.ts';

const FRAME = {
  product: pair('Bank connection', 'Bankverbindung'),
  forWhom: pair(
    (who: string) => `for ${who}`,
    (who: string) => `für ${who}`,
  ),
  languages: pair('Language', 'Sprache'),
  otherLanguage: pair('Deutsch', 'English'),
  steps: pair('Progress', 'Fortschritt'),
  phases: pair(['Bank', 'Consent', 'Log-in', 'Accounts'], ['Bank', 'Einwilligung', 'Anmeldung', 'Konten']),
  done: pair('done', 'erledigt'),
  stepOf: pair(
    (step: number, of: number) => `Step ${step} of ${of}`,
    (step: number, of: number) => `Schritt ${step} von ${of}`,
  ),
  cancel: pair('Cancel', 'Abbrechen'),
  otherBank: pair('Choose another bank', 'Andere Bank wählen'),
  secure: pair('Encrypted connection. Read-only access.', 'Verschlüsselte Verbindung. Nur lesender Zugriff.'),
  dataQuestion: pair('What happens to my data?', 'Was geschieht mit meinen Daten?'),
  dataAnswers: pair(
    (who: string) => [
      'You log in to your own bank. Your PIN and your codes are passed on to the bank and stored nowhere.',
      `${who} gets what you agree to: account details, balances and transactions of the accounts you choose. Payments are not possible.`,
      'You can end the access at any time, here or in the online banking of your bank.',
    ],
    (who: string) => [
      'Sie melden sich bei Ihrer eigenen Bank an. PIN und TAN werden an die Bank weitergegeben und nirgends gespeichert.',
      `${who} erhält, worin Sie einwilligen: Kontodaten, Salden und Umsätze der Konten, die Sie auswählen. Zahlungen sind damit nicht möglich.`,
      'Sie können den Zugriff jederzeit beenden, hier oder im Online-Banking Ihrer Bank.',
    ],
  ),
  notices: {
    'moved-on': pair(
      'That page was no longer current, so nothing was changed. This is where you are now.',
      'Die Seite war nicht mehr aktuell, deshalb wurde nichts geändert. Hier geht es weiter.',
    ),
    incomplete: pair('Please fill in every field.', 'Bitte füllen Sie alle Felder aus.'),
    'no-account': pair('Please choose at least one account.', 'Bitte wählen Sie mindestens ein Konto aus.'),
    refreshing: pair(
      'The account data is being fetched. This may take a moment.',
      'Die Kontodaten werden abgerufen. Das kann einen Moment dauern.',
    ),
    removed: pair('The bank has been removed.', 'Die Bank wurde entfernt.'),
  },
  workingTitle: pair('Talking to your bank', 'Verbindung zu Ihrer Bank'),
  working: pair(
    'Your bank is answering. This page goes on by itself.',
    'Ihre Bank antwortet gerade. Diese Seite geht von selbst weiter.',
  ),
  workingReload: pair('Continue', 'Weiter'),
};

const TABLE = { ...FRAME, ...LOGIN_TEXTS, ...OVERVIEW_TEXTS, ...END_TEXTS };

/** The texts of one language. */
export type Texts = InLanguage<typeof TABLE>;

const texts: Record<Language, Texts> = { en: pickLanguage(TABLE, 'en'), de: pickLanguage(TABLE, 'de') };

export const textsOf = (language: Language): Texts => texts[language];
