/** How things end: well, badly, or elsewhere. */
import { pair } from '#platform/html/texts.ts';

const named = (en: (bank: string) => string, de: (bank: string) => string) => pair(en, de);

export const END_TEXTS = {
  problems: {
    wrong_credentials: {
      title: pair('The log-in did not work', 'Die Anmeldung hat nicht geklappt'),
      text: named(
        (bank) => `${bank} did not accept the log-in data.`,
        (bank) => `${bank} hat die Zugangsdaten nicht akzeptiert.`,
      ),
    },
    login_locked: {
      title: pair('Your online access is locked', 'Ihr Online-Zugang ist gesperrt'),
      text: named(
        (bank) =>
          `${bank} has locked this log-in, usually after several wrong attempts. Only the bank can unlock it: in its online banking or by phone.`,
        (bank) =>
          `${bank} hat diesen Zugang gesperrt, meist nach mehreren falschen Eingaben. Entsperren kann ihn nur die Bank: im Online-Banking oder telefonisch.`,
      ),
    },
    wrong_code: {
      title: pair('The code was not accepted', 'Der Code wurde nicht akzeptiert'),
      text: named(
        (bank) => `${bank} did not accept the code and has ended the log-in. Start again to get a new one.`,
        (bank) =>
          `${bank} hat den Code nicht akzeptiert und die Anmeldung beendet. Beginnen Sie neu, um einen neuen zu erhalten.`,
      ),
    },
    code_expired: {
      title: pair('The time for the confirmation is over', 'Die Zeit für die Bestätigung ist abgelaufen'),
      text: named(
        (bank) => `${bank} waits only for a few minutes. Start again to get a new code or request.`,
        (bank) =>
          `${bank} wartet nur wenige Minuten. Beginnen Sie neu, um einen neuen Code oder eine neue Anfrage zu erhalten.`,
      ),
    },
    consent_refused: {
      title: pair('You have not given your consent', 'Sie haben nicht zugestimmt'),
      text: named(
        (bank) => `The access was declined at ${bank}. Nothing was shared.`,
        (bank) => `Der Zugriff wurde bei ${bank} abgelehnt. Es wurde nichts weitergegeben.`,
      ),
    },
    bank_unavailable: {
      title: pair('Your bank can not be reached', 'Ihre Bank ist nicht erreichbar'),
      text: named(
        (bank) => `${bank} does not answer right now. This is not your fault; try again in a few minutes.`,
        (bank) =>
          `${bank} antwortet gerade nicht. Das liegt nicht an Ihnen; versuchen Sie es in einigen Minuten erneut.`,
      ),
    },
    too_many_requests: {
      title: pair('Too many requests today', 'Zu viele Abrufe für heute'),
      text: named(
        (bank) => `${bank} allows only a number of requests and has had them. Try again later.`,
        (bank) =>
          `${bank} erlaubt nur eine bestimmte Zahl von Abrufen, und die ist erreicht. Versuchen Sie es später erneut.`,
      ),
    },
    session_expired: {
      title: pair('Your bank has ended the log-in', 'Ihre Bank hat die Anmeldung beendet'),
      text: named(
        (bank) => `${bank} ended the log-in because it took too long. Please start again.`,
        (bank) => `${bank} hat die Anmeldung beendet, weil sie zu lange dauerte. Bitte beginnen Sie neu.`,
      ),
    },
  },
  bankSays: pair('Your bank says', 'Ihre Bank sagt'),
  retry: pair('Try again', 'Noch einmal versuchen'),
  leave: pair('End without connecting', 'Ohne Verbindung beenden'),
  toOverview: pair('Back to your banks', 'Zurück zu Ihren Banken'),
  ends: {
    completed: {
      title: pair('Your bank is connected', 'Ihre Bank ist verbunden'),
      text: pair(
        (who: string) => `${who} now receives the data that you agreed to. It is being fetched; you need not wait.`,
        (who: string) =>
          `${who} erhält nun die Daten, in die Sie eingewilligt haben. Sie werden gerade abgerufen; Sie müssen nicht warten.`,
      ),
    },
    managed: {
      title: pair('All done', 'Alles erledigt'),
      text: pair(
        (who: string) => `Your changes are in effect at ${who}.`,
        (who: string) => `Ihre Änderungen gelten bei ${who}.`,
      ),
    },
    cancelled: {
      title: pair('You have cancelled', 'Sie haben abgebrochen'),
      text: pair(
        (who: string) => `No bank was connected, and ${who} receives no data.`,
        (who: string) => `Es wurde keine Bank verbunden, und ${who} erhält keine Daten.`,
      ),
    },
    failed: {
      title: pair('No bank was connected', 'Es wurde keine Bank verbunden'),
      text: pair(
        (who: string) => `It did not work this time. ${who} receives no data and has been told.`,
        (who: string) => `Diesmal hat es nicht geklappt. ${who} erhält keine Daten und wurde informiert.`,
      ),
    },
    expired: {
      title: pair('The time is over', 'Die Zeit ist abgelaufen'),
      text: pair(
        (who: string) =>
          `For your safety this page works for 15 minutes only. No bank was connected. Start again from ${who}.`,
        (who: string) =>
          `Zu Ihrer Sicherheit gilt diese Seite nur 15 Minuten. Es wurde keine Bank verbunden. Beginnen Sie bei ${who} neu.`,
      ),
    },
  },
  backTo: pair(
    (who: string) => `Back to ${who}`,
    (who: string) => `Zurück zu ${who}`,
  ),
  forwarding: pair('You are taken back in a few seconds.', 'Sie werden in wenigen Sekunden zurückgeleitet.'),
  closeWindow: pair('You can close this window.', 'Sie können dieses Fenster schließen.'),
  elsewhere: {
    used: {
      title: pair('This link has been used already', 'Dieser Link wurde bereits benutzt'),
      text: pair(
        (who: string) =>
          `For your safety it works in one browser only. Go on in the window where you began, or start again from ${who}.`,
        (who: string) =>
          `Zu Ihrer Sicherheit gilt er nur in einem Browser. Machen Sie in dem Fenster weiter, in dem Sie begonnen haben, oder beginnen Sie bei ${who} neu.`,
      ),
    },
    ended: {
      title: pair('This visit has ended', 'Dieser Vorgang ist beendet'),
      text: pair(
        (who: string) => `Start again from ${who} if you want to connect a bank.`,
        (who: string) => `Beginnen Sie bei ${who} neu, wenn Sie eine Bank verbinden möchten.`,
      ),
    },
    blocked: {
      title: pair('Please open this in a window of its own', 'Bitte in einem eigenen Fenster öffnen'),
      text: pair(
        'Your browser does not let embedded pages keep a cookie. Without it we could not be sure that it is you.',
        'Ihr Browser erlaubt eingebetteten Seiten kein Cookie. Ohne es könnten wir nicht sicher sein, dass Sie es sind.',
      ),
      alone: pair(
        'Your browser does not accept cookies. Please allow them for this page: without one we could not be sure that it is you.',
        'Ihr Browser nimmt keine Cookies an. Bitte erlauben Sie sie für diese Seite: Ohne eines könnten wir nicht sicher sein, dass Sie es sind.',
      ),
      go: pair('Open in a new window', 'In neuem Fenster öffnen'),
      again: pair('Try again', 'Noch einmal versuchen'),
    },
  },
};
