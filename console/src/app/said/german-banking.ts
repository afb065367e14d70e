/** What the server says of bank data, its files, and why a transaction is of a category: in English with `{}` where something is put in, and in German (see ../said.ts). */
export const BANKING: Readonly<Record<string, string>> = {
  'The analysis is {} already.': 'Die Analyse ist schon beendet ({1+}).',
  'must be an ISO 8601 duration in weeks, days, hours, minutes and seconds, such as P7D or PT12H':
    'muss eine Dauer nach ISO 8601 in Wochen, Tagen, Stunden, Minuten und Sekunden sein, etwa P7D oder PT12H',
  'must be at least PT1S and at most P30D': 'muss mindestens PT1S und höchstens P30D sein',
  'The user has no such cockpit; it may have expired or been revoked before.':
    'Einen solchen Finanzüberblick hat die Person nicht; vielleicht ist er abgelaufen oder wurde schon widerrufen.',
  'No analysis of this user has been completed yet.': 'Für diese Person ist noch keine Analyse fertig.',
  'The last completed analysis of this user found no such contract.':
    'Die letzte fertige Analyse dieser Person hat keinen solchen Vertrag gefunden.',
  'The analysis failed {} times. The log of the worker says why; trigger it again once that is mended.':
    'Die Analyse ist {1}-mal gescheitert. Das Protokoll des Arbeitsprozesses sagt, warum; stoßen Sie sie wieder an, wenn das behoben ist.',
  'This analysis is for a {}; the user is a {}.': 'Diese Analyse gilt für {1+}; hier geht es um {2+}.',
  'No analysis of this user has been completed yet. Upload accounts, call trigger-analysis, and poll until it is done.':
    'Für diese Person ist noch keine Analyse fertig. Laden Sie Konten hoch, rufen Sie trigger-analysis auf, und fragen Sie nach, bis sie fertig ist.',
  'is not a cursor of this list': 'ist kein Cursor dieser Liste',
  'Newer analyses took the place of the one this cursor pages through; start again without it.':
    'Neuere Analysen sind an die Stelle der Analyse getreten, durch die dieser Cursor blättert; beginnen Sie ohne ihn neu.',
  'The user has no account with this id.': 'Die Person hat kein Konto mit dieser Kennung.',
  'stands already at {}/{}/{}': 'steht schon unter {1}/{2}/{3}',
  '"{}" is no amount': '„{1}“ ist kein Betrag',
  'is no CAMT.052 or CAMT.053 statement': 'ist kein Auszug in CAMT.052 oder CAMT.053',
  'the entry has more than {} elements': 'die Buchung hat mehr als {1} Elemente',
  'Acct: the statement names no account': 'Acct: der Auszug nennt kein Konto',
  '{}: stands before the account (Acct)': '{1}: steht vor dem Konto (Acct)',
  'Bal: {}': 'Bal: {1+}',
  'Ntry: neither BookgDt nor ValDt is given': 'Ntry: weder BookgDt noch ValDt ist angegeben',
  '{}: "{}" is no date': '{1+}: „{2}“ ist kein Datum',
  '{}: Amt is missing': '{1}: Amt fehlt',
  '{}: CdtDbtInd is neither CRDT nor DBIT': '{1}: CdtDbtInd ist weder CRDT noch DBIT',
  'Amt: {}': 'Amt: {1+}',
  'the dates can be read with the day first or with the month first; say which with `mapping.dateOrder`':
    'die Daten lassen sich mit dem Tag oder mit dem Monat zuerst lesen; sagen Sie mit `mapping.dateOrder`, was gilt',
  'mapping.headerLine: the file has no such line': 'mapping.headerLine: eine solche Zeile hat die Datei nicht',
  'the line has {} columns; at most {} are read': 'die Zeile hat {1} Spalten; höchstens {2} werden gelesen',
  'no line of headings was found ({}); the file begins with {}. Name the columns with `mapping`.':
    'keine Zeile mit Überschriften gefunden ({1}); die Datei beginnt mit {2}. Benennen Sie die Spalten mit `mapping`.',
  '{}. The columns are {}': '{1+}. Die Spalten sind {2}',
  'more than {} quotes are opened and not closed':
    'mehr als {1} Anführungszeichen werden geöffnet und nicht geschlossen',
  'is no row of the table: date and amount are missing': 'ist keine Zeile der Tabelle: Datum und Betrag fehlen',
  'more than {} lines one after the other are no rows of the table':
    'mehr als {1} Zeilen nacheinander sind keine Zeilen der Tabelle',
  'the file is cut off in the middle of this line': 'die Datei ist mitten in dieser Zeile abgeschnitten',
  'column "{}": {}': 'Spalte „{1}“: {2+}',
  '"{}" is no currency of ISO 4217': '„{1}“ ist keine Währung nach ISO 4217',
  'this column and the one of credits are both filled': 'diese Spalte und die der Gutschriften sind beide gefüllt',
  'is empty': 'ist leer',
  '"{}" says neither debit nor credit': '„{1}“ sagt weder Soll noch Haben',
  '"{}" is no date': '„{1}“ ist kein Datum',
  'is no text: it contains zero bytes': 'ist kein Text: enthält Nullbytes',
  'the line is longer than {} characters': 'die Zeile ist länger als {1} Zeichen',
  'is an empty archive': 'ist ein leeres Archiv',
  'contains nothing but blanks': 'enthält nur Leerzeichen',
  'is an Excel workbook (XLSX); save it as CSV instead':
    'ist eine Excel-Arbeitsmappe (XLSX); speichern Sie sie als CSV',
  'is an OpenDocument file; save it as CSV instead': 'ist eine OpenDocument-Datei; speichern Sie sie als CSV',
  'is a CAMT.054 notification, whose bookings a CAMT.053 statement has too; send that':
    'ist eine CAMT.054-Anzeige, deren Buchungen auch ein CAMT.053-Auszug hat; senden Sie diesen',
  'is a payment order (pain), not a statement': 'ist ein Zahlungsauftrag (pain), kein Auszug',
  'is XML, but neither CAMT nor OFX: its root is <{}>':
    'ist XML, aber weder CAMT noch OFX: das oberste Element ist <{1}>',
  'is an MT942 interim report; send the MT940 statement of the day instead':
    'ist ein Zwischenbericht MT942; senden Sie stattdessen den MT940-Auszug des Tages',
  'field :61: is malformed: date, mark, amount and type of the booking were expected':
    'Feld :61: ist fehlerhaft: erwartet werden Datum, Kennzeichen, Betrag und Art der Buchung',
  'field :61:, value date: "{}" is no date': 'Feld :61:, Wertstellung: „{1}“ ist kein Datum',
  'field :61:, entry date: "{}" is no date': 'Feld :61:, Buchungstag: „{1}“ ist kein Datum',
  'field :61:, amount: {}': 'Feld :61:, Betrag: {1+}',
  'field :{}: has more than {} lines': 'Feld :{1}: hat mehr als {2} Zeilen',
  'the file is cut off: {}': 'die Datei ist abgeschnitten: {1+}',
  '{}: has more than {} elements': '{1}: hat mehr als {2} Elemente',
  'contains no statement of a bank account or credit card':
    'enthält keinen Auszug eines Bankkontos oder einer Kreditkarte',
  '{}: ACCTID is missing': '{1}: ACCTID fehlt',
  '{}: stands before the account': '{1}: steht vor dem Konto',
  'is missing': 'fehlt',
  'nests deeper than {} elements': 'ist tiefer als {1} Elemente verschachtelt',
  'contains no <OFX>': 'enthält kein <OFX>',
  'contains a tag or text that does not end': 'enthält ein Tag oder einen Text ohne Ende',
  'the file is cut off within a tag': 'die Datei ist mitten in einem Tag abgeschnitten',
  'the file is cut off: <{}> is not closed': 'die Datei ist abgeschnitten: <{1}> ist nicht geschlossen',
  'contains a declaration, which is refused': 'enthält eine Deklaration, und die wird abgelehnt',
  'the record has no date (D)': 'der Eintrag hat kein Datum (D)',
  'D: "{}" is no date': 'D: „{1}“ ist kein Datum',
  'the record has no amount (T)': 'der Eintrag hat keinen Betrag (T)',
  'the record does not end': 'der Eintrag endet nicht',
  'the file is cut off: its last record does not end with "^"':
    'die Datei ist abgeschnitten: ihr letzter Eintrag endet nicht mit „^“',
  'is one account too many: at most {} are read at a time':
    'ist ein Konto zu viel: höchstens {1} werden auf einmal gelesen',
  'is an archive within an archive; unpack it first': 'ist ein Archiv in einem Archiv; entpacken Sie es zuerst',
  'contains a document type declaration, which is refused':
    'enthält eine Dokumenttyp-Deklaration, und die wird abgelehnt',
  'contains a text of more than {} characters': 'enthält einen Text von mehr als {1} Zeichen',
  'is no well-formed XML: {}': 'ist kein wohlgeformtes XML: {1}',
  'contains a tag or a text that does not end': 'enthält ein Tag oder einen Text ohne Ende',
  'contains bytes that are no valid {}, which it is declared to be':
    'enthält Bytes, die kein gültiges {1} sind, was die Datei zu sein behauptet',
  'declares the encoding "{}", which is not known': 'nennt die Kodierung „{1}“, die nicht bekannt ist',
  'the archive has {} entries; at most {} are read': 'das Archiv hat {1} Einträge; höchstens {2} werden gelesen',
  'the archive contains no file': 'das Archiv enthält keine Datei',
  'is encrypted; unpack it first': 'ist verschlüsselt; entpacken Sie es zuerst',
  'unpacks to more than {} times its size, which no statement does':
    'wird beim Entpacken mehr als {1}-mal so groß, was kein Auszug wird',
  'unpacks, with the archives before it, to more than {} bytes; send less at a time':
    'wird mit den Archiven davor entpackt größer als {1} Bytes; senden Sie weniger auf einmal',
  'the archive can not be unpacked: {}': 'das Archiv lässt sich nicht entpacken: {1}',
  'is not a cursor of this list in this order; leave it out to start again':
    'ist kein Cursor dieser Liste in dieser Reihenfolge; lassen Sie ihn weg, um neu zu beginnen',
  'The synchronisation failed for a reason of our own; see the log.':
    'Der Abruf ist aus einem Grund gescheitert, der bei uns liegt; siehe Protokoll.',
  'The user has no bank login with this id.': 'Die Person hat keinen Bankzugang mit dieser Kennung.',
  'There is no provider {} any more': 'Den Anbieter {1} gibt es nicht mehr',
  'Nothing of the consent was kept': 'Von der Einwilligung wurde nichts behalten',
  'There is no valid consent to read this bank with: the end user has to connect it again.':
    'Es gibt keine gültige Einwilligung, diese Bank zu lesen: Die Person muss sie neu verbinden.',
  'The bank was read four times within 24 hours without the end user.':
    'Die Bank wurde innerhalb von 24 Stunden viermal ohne die Person gelesen.',
  'can not change; delete the account and upload it anew':
    'kann sich nicht ändern; löschen Sie das Konto, und laden Sie es neu hoch',
  'the account has no transaction with this id': 'das Konto hat keine Buchung mit dieser Kennung',
  'can not change; delete the transaction and add it to the other account':
    'kann sich nicht ändern; löschen Sie die Buchung, und fügen Sie sie dem anderen Konto hinzu',
  '{} answered with a link that leaves its host {}': '{1} hat mit einem Link geantwortet, der den Host {2} verlässt',
  '{} answered {} without a body': '{1} hat mit {2} und ohne Inhalt geantwortet',
  '{} answered with another content type than JSON': '{1} hat mit einem anderen Inhaltstyp als JSON geantwortet',
  '{} answered with broken JSON': '{1} hat mit fehlerhaftem JSON geantwortet',
  '{} cannot be reached: {}': '{1} ist nicht erreichbar: {2+}',
  '{} did not answer well: {}': '{1} hat nicht richtig geantwortet: {2+}',
  '{} gave the consent no id': '{1} hat der Einwilligung keine Kennung gegeben',
  '{} did not say the status of the consent': '{1} hat den Stand der Einwilligung nicht genannt',
  '{} led the authorisation in circles': '{1} hat die Freigabe im Kreis geführt',
  '{} asks for a password that it has had or must not be given':
    '{1} verlangt ein Passwort, das schon gegeben wurde oder nicht gegeben werden darf',
  '{} did not say how the authorisation goes on': '{1} hat nicht gesagt, wie die Freigabe weitergeht',
  '{} offers no bank {} any more': '{1} bietet die Bank {2} nicht mehr an',
  'the connection was never authorised': 'die Verbindung wurde nie freigegeben',
  '{} sent no list of {}': '{1} hat keine Liste der {2+} gesendet',
  '{} sent an account without resourceId': '{1} hat ein Konto ohne resourceId gesendet',
  '{} sent no list of balances': '{1} hat keine Liste der Kontostände gesendet',
  '{} sends pages of bookings that never end': '{1} sendet Seiten von Buchungen ohne Ende',
  '{} sent bookings that are no list': '{1} hat Buchungen gesendet, die keine Liste sind',
  '{} redirects to an address that is not https': '{1} leitet an eine Adresse ohne https weiter',
  'transactionAmount: {}': 'transactionAmount: {1+}',
  'neither a sign nor creditor or debtor tells its direction':
    'weder ein Vorzeichen noch Auftraggeber oder Empfänger sagt die Richtung',
  'bookingDate: is missing or no day': 'bookingDate: fehlt oder ist kein Tag',
  'must be a file, with a file name': 'muss eine Datei mit Dateinamen sein',
  'is no field of this form': 'ist kein Feld dieses Formulars',
  'must have 1 to {} characters': 'muss 1 bis {1} Zeichen haben',
  'must be JSON': 'muss JSON sein',
  'is missing: which column has the date?': 'fehlt: welche Spalte hat das Datum?',
  'is missing: which column has the amount (or `debit` and `credit`)?':
    'fehlt: welche Spalte hat den Betrag (oder `debit` und `credit`)?',
  'is no field of this form; files are sent as `file`':
    'ist kein Feld dieses Formulars; Dateien werden als `file` gesendet',
  'is missing: send at least one file': 'fehlt: senden Sie mindestens eine Datei',
  'Account {} was fetched from a bank and can not be altered.':
    'Das Konto {1} wurde von einer Bank abgerufen und lässt sich nicht ändern.',
  'The file does not say which account it is of: say so with accountId.':
    'Die Datei sagt nicht, zu welchem Konto sie gehört: Sagen Sie es mit accountId.',
  'A transaction of {}: its date {}.': 'Eine Buchung vom {1}: ihr Datum {2+}.',
  'The files are of several accounts ({}): import them without accountId.':
    'Die Dateien gehören zu mehreren Konten ({1}): Importieren Sie sie ohne accountId.',
  'account {} exists with another account number; delete it first, or use another accountId':
    'das Konto {1} gibt es mit einer anderen Kontonummer; löschen Sie es zuerst, oder nehmen Sie eine andere accountId',
  'account {} was fetched from a bank and can not be altered':
    'das Konto {1} wurde von einer Bank abgerufen und lässt sich nicht ändern',
  'stands in another account of this user already': 'steht schon in einem anderen Konto dieser Person',
  'the user has no account with this id': 'die Person hat kein Konto mit dieser Kennung',
  'The body was cut off.': 'Die Anfrage wurde abgeschnitten.',
  '(and {} more, see errors)': '(und {1} weitere, siehe errors)',
  '{}; money coming in is a refund': '{1+}; eingehendes Geld ist eine Erstattung',
  '{} pays out what customers paid': '{1} zahlt aus, was Kundinnen und Kunden gezahlt haben',
  'Money coming into a company account, and nothing says otherwise':
    'Geld geht auf einem Firmenkonto ein, und nichts spricht dagegen',
  'Money coming in, and nothing says what for': 'Geld geht ein, und nichts sagt, wofür',
  'A company pays, and nothing says otherwise': 'Eine Firma zahlt, und nichts spricht dagegen',
  'A card payment, and nothing says what for': 'Eine Kartenzahlung, und nichts sagt, wofür',
  'Nothing in the booking says what it was for': 'Nichts in der Buchung sagt, wofür sie war',
  'A person corrected this': 'Eine Person hat das korrigiert',
  'A rule of the workspace says so ({})': 'Eine Regel des Arbeitsbereichs sagt das ({1})',
  "The bank's {}": 'Die Angabe der Bank: {1+}',
  'The creditor id {} is that of {}': 'Die Gläubiger-ID {1} ist die von {2}',
  "The partner's bank is {}": 'Die Bank der Gegenseite ist {1}',
  'purpose code is {}': 'Verwendungsschlüssel {1}',
  'transaction code is {}': 'Geschäftsvorfallcode {1}',
  'The merchant category code is {}': 'Der Händler-Branchencode (MCC) ist {1}',
  'The partner “{}” is a person': '„{1}“ auf der Gegenseite ist eine Person',
  "“{}” has the shape of a person's name": '„{1}“ hat die Form eines Personennamens',
  'The letters of “{}” look like this category': 'Die Buchstaben von „{1}“ sehen nach dieser Kategorie aus',
  '{}, and the purpose says “{}”': '{1+}, und im Verwendungszweck steht „{2}“',
  'The booking says “factoring”': 'In der Buchung steht „factoring“',
  '“{}” is a chamber, and the purpose says “{}”': '„{1}“ ist eine Kammer, und im Verwendungszweck steht „{2}“',
  '{} and “{}”': '{1+} und „{2}“',
  'there is no category {}; GET /api/categories lists them':
    'eine Kategorie {1} gibt es nicht; GET /api/categories zählt sie auf',
  'stands twice': 'steht zweimal da',
  'The user has no transaction with this id{}.': 'Die Person hat keine Buchung mit dieser Kennung{1}.',
  '{} similar payments of “{}”, one a month, look like pay':
    '{1} ähnliche Zahlungen von „{2}“, jeden Monat eine, sehen nach Gehalt aus',
  '{} equal payments to “{}”, one a month, {}': '{1} gleiche Zahlungen an „{2}“, jeden Monat eine, {3+}',
  'for a home': 'für eine Wohnung',
  'of instalments': 'für Raten',
  'under a policy': 'für eine Police',
  'There is no rule with this id.': 'Es gibt keine Regel mit dieser Kennung.',
  "The partner's IBAN {} is one of the user's own accounts":
    'Die IBAN der Gegenseite {1} gehört zu einem eigenen Konto',
  "The partner's account number {} is one of the user's own accounts":
    'Die Kontonummer der Gegenseite {1} gehört zu einem eigenen Konto',
  "The partner “{}” has the name of the accounts' owner":
    '„{1}“ auf der Gegenseite heißt wie die Person, der die Konten gehören',
  'The same amount moved the other way in another account of the user (booking {})':
    'Derselbe Betrag lief auf einem anderen eigenen Konto in die Gegenrichtung (Buchung {1})',
  'give at least one condition: {}': 'geben Sie mindestens eine Bedingung an: {1}',
  'has no Latin letter and no digit: there is nothing to compare':
    'hat weder lateinische Buchstaben noch Ziffern: es gibt nichts zu vergleichen',
  'is greater than amountTo: no transaction could match': 'ist größer als amountTo: keine Buchung könnte passen',
  'only a user of type company has register data': 'nur Firmen haben Registerdaten',
  '/metadata/user_attributes: externalId and email belong to different users.':
    '/metadata/user_attributes: externalId und email gehören zu verschiedenen Personen.',
  'Another user has this e-mail address.': 'Jemand anderes hat diese E-Mail-Adresse.',
  'Another user has this externalId.': 'Jemand anderes hat diese externalId.',
  'can not change; create another user': 'kann sich nicht ändern; legen Sie eine neue Person an',
  'can not change': 'kann sich nicht ändern',
  'There is no user with this id, or it has expired.':
    'Es gibt niemanden mit dieser Kennung, oder die Frist ist abgelaufen.',
  'The name says “{}”': 'Im Namen steht „{1}“',
  'The purpose says “{}”': 'Im Verwendungszweck steht „{1}“',
  'The booking text says “{}”': 'Im Buchungstext steht „{1}“',
  'The text says “{}”': 'Im Text steht „{1}“',
  'The purpose names {}': 'Der Verwendungszweck nennt {1}',
  'The name is that of {}': 'Der Name ist der von {1}',
  'Behind {}: {}': 'Hinter {1}: {2+}',
  '{} is a payment service of vending machines': '{1} ist ein Zahlungsdienst für Automaten',
  'Square is mostly used by small restaurants and shops': 'Square nutzen meist kleine Restaurants und Läden',
  'Toast is a payment service of restaurants': 'Toast ist ein Zahlungsdienst für Restaurants',
  'Shopify is a payment service of online shops': 'Shopify ist ein Zahlungsdienst für Online-Läden',
  'The text starts with DoorDash’s “DD *”': 'Der Text beginnt mit „DD *“ von DoorDash',
  'The text starts with Instacart’s “IC*”': 'Der Text beginnt mit „IC*“ von Instacart',
  'The text starts with Eventbrite’s “EB *”': 'Der Text beginnt mit „EB *“ von Eventbrite',
  completed: 'abgeschlossen',
  failed: 'gescheitert',
  cancelled: 'abgebrochen',
  person: 'eine Person',
  company: 'eine Firma',
  'must lie in the years {} to {}': 'muss in den Jahren {1} bis {2} liegen',
  'is no day of the calendar': 'ist kein Tag des Kalenders',
  'has {} columns, the headings have {}': 'hat {1} Spalten, die Überschriften haben {2}',
  'The analysis is {}.': 'Die Analyse ist {1+}.',
  queued: 'in der Warteschlange',
  running: 'noch nicht fertig',
  'No analysis of this user has this correlation id.': 'Keine Analyse dieser Person hat diese Korrelationskennung.',
  'The bank is being connected, or its data fetched; the analysis follows.':
    'Die Bank wird gerade verbunden, oder ihre Daten werden abgerufen; die Analyse folgt.',
  'The end user has cancelled before a bank was connected.': 'Es wurde abgebrochen, bevor eine Bank verbunden war.',
  'No bank was connected, or its data could not be fetched.':
    'Es wurde keine Bank verbunden, oder ihre Daten konnten nicht abgerufen werden.',
  'column "{}"': 'Spalte „{1}“',
  'Pays or received a loan: minors need a court’s approval for one':
    'Zahlt oder bekam einen Kredit: Minderjährige brauchen dafür ein Gericht',
  'Pays interest on a credit line: banks grant minors none':
    'Zahlt Zinsen für einen Kreditrahmen: Minderjährige bekommen keinen',
  'Pays a lease': 'Zahlt ein Leasing',
  'Pays rent for a home': 'Zahlt Miete für eine Wohnung',
  'Pays car insurance or vehicle tax': 'Zahlt Kfz-Versicherung oder Kfz-Steuer',
  'Receives pay for employment or civil service in at least three bookings':
    'Bekommt Gehalt oder Bezüge, in mindestens drei Buchungen',
  'Receives an old-age pension': 'Bekommt eine Altersrente',
  'Receives child benefit or parental allowance': 'Bekommt Kindergeld oder Elterngeld',
  'Draws income from an own business': 'Hat Einnahmen aus eigenem Geschäft',
  'Pays for gambling, open to adults only': 'Zahlt für Glücksspiel, das nur Erwachsenen offensteht',
  'Pays the broadcasting fee, due from adults': 'Zahlt den Rundfunkbeitrag, den Erwachsene schulden',
  'Receives pocket money regularly': 'Bekommt regelmäßig Taschengeld',
  'The user has no session with this id.': 'Die Person hat keine Sitzung mit dieser Kennung.',
  'needs stored secrets: leave out storeSecrets=false, or recurring':
    'braucht gespeicherte Zugangsdaten: lassen Sie storeSecrets=false oder recurring weg',
  'must have at most {} characters as JSON': 'darf als JSON höchstens {1} Zeichen haben',
  'must be an https address (or http on a loopback host), without credentials':
    'muss eine https-Adresse sein (oder http auf dem eigenen Rechner), ohne Zugangsdaten',
  'must be an origin such as https://app.example.com, without a path':
    'muss ein Ursprung wie https://app.example.com sein, ohne Pfad',
};
