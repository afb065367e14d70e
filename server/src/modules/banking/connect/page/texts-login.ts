/** From the first page to the choice of accounts. */
import { pair } from '#platform/html/texts.ts';

export const LOGIN_TEXTS = {
  welcome: {
    title: pair(
      (who: string) => `Connect your bank with ${who}`,
      (who: string) => `Ihre Bank mit ${who} verbinden`,
    ),
    manageTitle: pair(
      (who: string) => `Your banks at ${who}`,
      (who: string) => `Ihre Banken bei ${who}`,
    ),
    lead: pair(
      (who: string) =>
        `${who} would like to see account data of yours. You decide which, and it takes about two minutes.`,
      (who: string) =>
        `${who} möchte Kontodaten von Ihnen einsehen. Sie entscheiden, welche. Es dauert etwa zwei Minuten.`,
    ),
    manageLead: pair(
      'See which banks are linked, renew consents, remove banks or add one.',
      'Sehen Sie, welche Banken verbunden sind, erneuern Sie Einwilligungen, entfernen Sie Banken oder fügen Sie eine hinzu.',
    ),
    points: pair(
      [
        { title: 'You log in to your own bank', text: 'PIN and codes are passed on to it and stored nowhere.' },
        { title: 'Read only', text: 'Nobody can make payments or change anything.' },
        { title: 'You stay in control', text: 'You choose the accounts, and can end the access at any time.' },
      ],
      [
        {
          title: 'Sie melden sich bei Ihrer Bank an',
          text: 'PIN und TAN werden dorthin weitergegeben und nirgends gespeichert.',
        },
        { title: 'Nur lesen', text: 'Niemand kann damit Zahlungen auslösen oder etwas ändern.' },
        {
          title: 'Sie behalten die Kontrolle',
          text: 'Sie wählen die Konten und können den Zugriff jederzeit beenden.',
        },
      ],
    ),
    go: pair('Continue', 'Weiter'),
  },
  findBank: {
    title: pair('Which bank do you want to connect?', 'Welche Bank möchten Sie verbinden?'),
    label: pair('Name, BIC or bank code', 'Name, BIC oder Bankleitzahl'),
    hint: pair('For example “Sparkasse Köln” or 37050198', 'Zum Beispiel „Sparkasse Köln“ oder 37050198'),
    search: pair('Search', 'Suchen'),
    results: pair('Banks', 'Banken'),
    found: pair(
      (count: number) => (count === 1 ? '1 bank found' : `${count} banks found`),
      (count: number) => (count === 1 ? '1 Bank gefunden' : `${count} Banken gefunden`),
    ),
    more: pair('There are more: type a little further.', 'Es gibt weitere: Tippen Sie noch etwas mehr.'),
    none: pair(
      (query: string) =>
        `No bank matches “${query}”. Try a part of the name or the bank code of your IBAN (its digits 5 to 12).`,
      (query: string) =>
        `Keine Bank passt zu „${query}“. Versuchen Sie es mit einem Teil des Namens oder der Bankleitzahl aus Ihrer IBAN (5. bis 12. Stelle).`,
    ),
    unavailable: pair('Can not be connected yet', 'Noch nicht verfügbar'),
    bankCode: pair('Bank code', 'BLZ'),
  },
  accountType: {
    title: pair('Which access do you use?', 'Welchen Zugang nutzen Sie?'),
    lead: pair(
      (bank: string) => `${bank} has different log-ins.`,
      (bank: string) => `${bank} hat verschiedene Anmeldungen.`,
    ),
    next: pair('Continue', 'Weiter'),
  },
  consent: {
    title: pair('Please confirm what you agree to', 'Bitte bestätigen Sie, worin Sie einwilligen'),
    renewTitle: pair('Please renew your consent', 'Bitte erneuern Sie Ihre Einwilligung'),
    who: pair('Who', 'Wer'),
    whoText: pair(
      (who: string) => `${who} receives the data.`,
      (who: string) => `${who} erhält die Daten.`,
    ),
    what: pair('What', 'Was'),
    whatText: pair(
      'Account holder and account numbers, balances, and the transactions of the accounts that you choose, as far back as your bank provides them. No payments.',
      'Kontoinhaber und Kontonummern, Salden und die Umsätze der Konten, die Sie auswählen, so weit zurück, wie Ihre Bank sie bereitstellt. Keine Zahlungen.',
    ),
    howLong: pair('How long', 'Wie lange'),
    recurring: pair(
      'Regularly, until you end it, but for 180 days at most. After that you are asked again.',
      'Regelmäßig, bis Sie es beenden, höchstens jedoch 180 Tage lang. Danach werden Sie erneut gefragt.',
    ),
    stored: pair(
      (who: string) => `Now, and again when ${who} asks for it, for 180 days at most. You can end it at any time.`,
      (who: string) =>
        `Jetzt, und erneut, wenn ${who} es anfragt, höchstens 180 Tage lang. Sie können es jederzeit beenden.`,
    ),
    once: pair(
      'Once, now. The access to your bank is not kept.',
      'Einmalig, jetzt. Der Zugang zu Ihrer Bank wird nicht aufbewahrt.',
    ),
    agree: pair('Agree and log in', 'Einwilligen und anmelden'),
  },
  credentials: {
    title: pair('Log in to your bank', 'Bei Ihrer Bank anmelden'),
    lead: pair('Use what you use in online banking.', 'Mit den Zugangsdaten, die Sie im Online-Banking nutzen.'),
    privacy: pair(
      'What you type is passed on to your bank and stored nowhere.',
      'Ihre Eingaben werden an Ihre Bank weitergegeben und nirgends gespeichert.',
    ),
    wrong: pair(
      (bank: string) => `${bank} did not accept that. Please check what you typed.`,
      (bank: string) => `${bank} hat die Eingaben nicht akzeptiert. Bitte prüfen Sie sie.`,
    ),
    go: pair('Log in', 'Anmelden'),
    demo: pair(
      'This is a demo bank; no real account is touched. Try the user name employee with the PIN 12345.',
      'Dies ist eine Demo-Bank; es wird kein echtes Konto berührt. Versuchen Sie den Anmeldenamen employee mit der PIN 12345.',
    ),
  },
  attemptsLeft: pair(
    (count: number) =>
      count === 1 ? 'You have one attempt left before the bank locks it.' : `You have ${count} attempts left.`,
    (count: number) =>
      count === 1 ? 'Sie haben noch einen Versuch, bevor die Bank sperrt.' : `Sie haben noch ${count} Versuche.`,
  ),
  method: {
    title: pair('How do you want to confirm?', 'Wie möchten Sie bestätigen?'),
    lead: pair(
      'Your bank asks for a second proof that it is you.',
      'Ihre Bank möchte sich ein zweites Mal vergewissern, dass Sie es sind.',
    ),
    types: {
      SMS_OTP: pair('A code by text message', 'Ein Code per SMS'),
      CHIP_OTP: pair('A code from your card reader', 'Ein Code aus Ihrem Kartenleser'),
      PHOTO_OTP: pair('A code from a picture that you scan', 'Ein Code aus einem Bild, das Sie scannen'),
      PUSH_OTP: pair('Approval in your banking app', 'Freigabe in Ihrer Banking-App'),
      EMAIL: pair('A code by e-mail', 'Ein Code per E-Mail'),
      OTHER: pair('Another way of your bank', 'Ein anderes Verfahren Ihrer Bank'),
    },
  },
  code: {
    title: pair('Enter the code from your bank', 'Code Ihrer Bank eingeben'),
    label: pair('Code (TAN)', 'Code (TAN)'),
    length: pair(
      (count: number) => `${count} characters`,
      (count: number) => `${count} Zeichen`,
    ),
    digits: pair(
      (count: number) => `${count} digits`,
      (count: number) => `${count} Ziffern`,
    ),
    image: pair(
      'Picture of your bank: scan it with your reader or app.',
      'Bild Ihrer Bank: Scannen Sie es mit Ihrem Lesegerät oder Ihrer App.',
    ),
    challenge: pair('Type this into your card reader', 'Geben Sie dies in Ihren Kartenleser ein'),
    wrong: pair(
      'That code was not right. Please check it, or wait for a new one.',
      'Dieser Code war nicht richtig. Bitte prüfen Sie ihn, oder warten Sie auf einen neuen.',
    ),
    go: pair('Confirm', 'Bestätigen'),
    again: pair('Start the log-in again', 'Anmeldung neu beginnen'),
  },
  approve: {
    title: pair('Approve it in your banking app', 'Bitte in Ihrer Banking-App freigeben'),
    lead: pair(
      (bank: string) => `Open the app of ${bank} on your phone and approve the request. This page goes on by itself.`,
      (bank: string) =>
        `Öffnen Sie die App von ${bank} und geben Sie die Anfrage frei. Diese Seite geht danach von selbst weiter.`,
    ),
    waiting: pair('Waiting for your approval …', 'Wir warten auf Ihre Freigabe …'),
    check: pair('I have approved it', 'Ich habe freigegeben'),
  },
  redirect: {
    title: pair('Continue at your bank', 'Weiter bei Ihrer Bank'),
    lead: pair(
      (bank: string) => `You log in on the pages of ${bank} and come back here afterwards.`,
      (bank: string) => `Sie melden sich auf den Seiten von ${bank} an und kommen danach hierher zurück.`,
    ),
    framed: pair(
      'The bank opens in a new window. Leave this one open: it goes on by itself.',
      'Die Bank öffnet sich in einem neuen Fenster. Lassen Sie dieses offen: Es geht von selbst weiter.',
    ),
    go: pair(
      (bank: string) => `Go to ${bank}`,
      (bank: string) => `Zu ${bank}`,
    ),
    address: pair(
      (host: string) => `The address will be ${host}.`,
      (host: string) => `Die Adresse lautet ${host}.`,
    ),
    backTitle: pair('You can close this window', 'Sie können dieses Fenster schließen'),
    backText: pair(
      'Your bank has answered. Go on in the window where you began.',
      'Ihre Bank hat geantwortet. Weiter geht es in dem Fenster, in dem Sie begonnen haben.',
    ),
  },
  chooseAccounts: {
    title: pair('Which accounts do you want to share?', 'Welche Konten möchten Sie freigeben?'),
    lead: pair(
      (who: string) => `${who} sees only the accounts that are ticked.`,
      (who: string) => `${who} sieht nur die angekreuzten Konten.`,
    ),
    none: pair(
      'Your bank shows no account under this log-in. Another log-in, or another bank, may have one.',
      'Ihre Bank zeigt unter dieser Anmeldung kein Konto. Vielleicht hat eine andere Anmeldung oder eine andere Bank eines.',
    ),
    unnamed: pair('Account', 'Konto'),
    go: pair('Share the chosen accounts', 'Ausgewählte Konten freigeben'),
  },
  accountTypes: {
    GIRO: pair('Current account', 'Girokonto'),
    KREDIT_KARTE: pair('Credit card', 'Kreditkarte'),
    DEPOT: pair('Securities account', 'Depot'),
    SPARKONTO: pair('Savings account', 'Sparkonto'),
    TAGESGELD: pair('Instant-access savings', 'Tagesgeld'),
    DARLEHEN: pair('Loan account', 'Darlehen'),
    BAUSPAREN: pair('Building savings', 'Bausparvertrag'),
    PAYPAL: pair('PayPal account', 'PayPal-Konto'),
    SONSTIGE: pair('Other account', 'Sonstiges Konto'),
  },
};
