/** What the server says of requests as such: their fields, sizes and ways out: in English with `{}` where something is put in, and in German (see ../said.ts). */
export const PLATFORM: Readonly<Record<string, string>> = {
  'header Idempotency-Key': 'Header Idempotency-Key',
  'must have 1 to 255 characters': 'muss 1 bis 255 Zeichen haben',
  'This Idempotency-Key was used for another request; take a new one for each.':
    'Dieser Idempotency-Key wurde schon für eine andere Anfrage benutzt; nehmen Sie für jede einen neuen.',
  'The first request with this Idempotency-Key is still running; ask again in a moment.':
    'Die erste Anfrage mit diesem Idempotency-Key läuft noch; fragen Sie gleich noch einmal.',
  'must not have more than {} bytes': 'darf nicht mehr als {1} Bytes haben',
  'at most {} files are taken in one request': 'höchstens {1} Dateien werden in einer Anfrage genommen',
  'at most {} fields are taken': 'höchstens {1} Felder werden genommen',
  'The body is larger than the {} bytes that this call takes; send it in several requests.':
    'Die Anfrage ist größer als die {1} Bytes, die dieser Aufruf nimmt; senden Sie sie in mehreren Teilen.',
  'The body is no complete form: {}.': 'Die Anfrage ist kein vollständiges Formular: {1}.',
  'The body is no multipart/form-data: {}.': 'Die Anfrage ist kein multipart/form-data: {1}.',
  'The process is starting or shutting down.': 'Der Prozess startet gerade oder fährt herunter.',
  'More than {} requests in 60 s; go on in {} s.': 'Mehr als {1} Anfragen in 60 s; weiter geht es in {2} s.',
  'This call needs the scope {}, which the credential does not hold.':
    'Dieser Aufruf braucht den Scope {1}, den diese Zugangsdaten nicht haben.',
  'Your role looks at bank data and changes none of it.': 'Ihre Rolle sieht Bankdaten an und ändert nichts daran.',
  'The body is not valid JSON: {}': 'Die Anfrage ist kein gültiges JSON: {1}',
  'The body has more than {} values; send it in several requests.':
    'Die Anfrage hat mehr als {1} Werte; senden Sie sie in mehreren Teilen.',
  'Send the body as `Content-Type: application/json`.': 'Senden Sie die Anfrage als `Content-Type: application/json`.',
  'The body is larger than this call takes; send it in several requests.':
    'Die Anfrage ist größer, als dieser Aufruf nimmt; senden Sie sie in mehreren Teilen.',
  'The path has a broken percent-escape; encode it as UTF-8.':
    'Der Pfad hat eine fehlerhafte Prozentkodierung; kodieren Sie ihn als UTF-8.',
  'The body was cut off: it is shorter than its Content-Length.':
    'Die Anfrage wurde abgeschnitten: Sie ist kürzer als ihre Content-Length.',
  'The database can not be reached right now: try again in a moment. With the same Idempotency-Key nothing is done twice.':
    'Die Datenbank ist gerade nicht erreichbar: Versuchen Sie es gleich noch einmal. Mit demselben Idempotency-Key geschieht nichts doppelt.',
  'Something broke inside Kontor. Tell the operator the request id.':
    'In Kontor ist etwas kaputtgegangen. Nennen Sie dem Betrieb die Kennung der Anfrage.',
  '{} answers to {}, not to {}.': '{1} antwortet auf {2}, nicht auf {3}.',
  'There is no {} {}. The reference stands at /docs/api.': '{1} {2} gibt es nicht. Die Referenz steht unter /docs/api.',
  'is not a field of this object': 'ist kein Feld dieses Objekts',
  'must be one of {}': 'muss eines von {1} sein',
  'must be {}': 'muss {1} sein',
  'must be of type {}': 'muss vom Typ {1} sein',
  '{} is no currency of ISO 4217': '{1} ist keine Währung nach ISO 4217',
  'must be a number (12.34) or a decimal string ("12.34")':
    'muss eine Zahl (12.34) oder ein Text mit einer Dezimalzahl sein ("12.34")',
  '{} is no plain decimal number such as "12.34" or "-0.5"':
    '{1} ist keine einfache Dezimalzahl wie "12.34" oder "-0.5"',
  'allow-list entry "{}" is none of: host, host:port, address, address:port, CIDR such as 10.0.0.0/8':
    'der Eintrag „{1}“ der Erlaubnisliste ist keines von: Host, Host:Port, Adresse, Adresse:Port, CIDR wie 10.0.0.0/8',
  '{} is not a public address and not on the allow-list':
    '{1} ist keine öffentliche Adresse und steht nicht auf der Erlaubnisliste',
  '{} must be called by https: it is not on the allow-list':
    '{1} muss mit https aufgerufen werden: Es steht nicht auf der Erlaubnisliste',
  '{} answered compressed, although that was not accepted':
    '{1} hat komprimiert geantwortet, obwohl das nicht angenommen wird',
  'the answer of {} is larger than {} bytes': 'die Antwort von {1} ist größer als {2} Bytes',
  'the host of {} cannot be resolved ({})': 'der Host von {1} lässt sich nicht auflösen ({2})',
  'the host of {} has no address': 'der Host von {1} hat keine Adresse',
  'the request to {} came after the client was closed': 'die Anfrage an {1} kam, nachdem der Client geschlossen war',
  'the request to {} was given up by its caller': 'die Anfrage an {1} wurde aufgegeben',
  '{} did not answer completely within {} ms': '{1} hat nicht innerhalb von {2} ms vollständig geantwortet',
  '{} must be a number above 0, not {}': '{1} muss eine Zahl über 0 sein, nicht {2}',
  '{} did not accept a connection in time': '{1} hat nicht rechtzeitig eine Verbindung angenommen',
  '{} cannot be reached ({})': '{1} ist nicht erreichbar ({2})',
  'the TLS connection to {} failed ({}): check its certificate and ours':
    'die TLS-Verbindung zu {1} ist gescheitert ({2}): prüfen Sie das Zertifikat dort und hier',
  'the request to {} was ended because the client closed': 'die Anfrage an {1} wurde beendet, weil der Client schließt',
  'the request to {} is not valid HTTP': 'die Anfrage an {1} ist kein gültiges HTTP',
  'the headers of the answer of {} are too large': 'die Header der Antwort von {1} sind zu groß',
  '{} ended the TLS connection ({})': '{1} hat die TLS-Verbindung beendet ({2})',
  'the answer of {} broke off or is not valid HTTP ({})':
    'die Antwort von {1} brach ab oder ist kein gültiges HTTP ({2})',
  'the URL is not a valid absolute URL': 'die URL ist keine gültige vollständige URL',
  'the URL must start with https:, not {}': 'die URL muss mit https: beginnen, nicht mit {1}',
  'the URL for {} must not hold a user name or password: send them as a header':
    'die URL für {1} darf weder Namen noch Passwort enthalten: senden Sie sie als Header',
  'the URL for {} must not use port 0': 'die URL für {1} darf nicht Port 0 nehmen',
  'the method must be one of {}': 'die Methode muss eine von {1} sein',
  'a header name has characters that are not allowed': 'der Name eines Headers hat Zeichen, die nicht erlaubt sind',
  'the header {} cannot be set': 'der Header {1} lässt sich nicht setzen',
  'the header {} is given twice': 'der Header {1} ist zweimal angegeben',
  'the value of the header {} has characters that are not allowed':
    'der Wert des Headers {1} hat Zeichen, die nicht erlaubt sind',
  'nests deeper than {} levels': 'ist tiefer als {1} Ebenen verschachtelt',
  'has more than {} properties': 'hat mehr als {1} Eigenschaften',
  'the name of one of its properties {}': 'der Name einer der Eigenschaften {1+}',
  '{} answered what it does not declare: {}': '{1} hat geantwortet, was es nicht ankündigt: {2}',
  '{} (and {} more, see errors)': '{1+} (und {2} weitere, siehe errors)',
  'must be a finite number': 'muss eine endliche Zahl sein',
  '{} is out of range: at most {} {}': '{1} ist zu groß: höchstens {2} {3}',
  '{} has {} decimals, {} has {}': '{1} hat {2} Nachkommastellen, {3} hat {4}',
  '{} has {} decimal, {} has {}': '{1} hat {2} Nachkommastelle, {3} hat {4}',
  'must not contain the NUL character (\\u0000)': 'darf das Zeichen NUL nicht enthalten (\\u0000)',
  'must not contain half of a surrogate pair (\\ud800 to \\udfff alone)':
    'darf kein halbes Surrogatpaar enthalten (\\ud800 bis \\udfff allein)',
  'must not have fewer than {} characters': 'muss mindestens {1} Zeichen haben',
  'must not have more than {} characters': 'darf höchstens {1} Zeichen haben',
  'must not have fewer than {} items': 'muss mindestens {1} Einträge haben',
  'must not have more than {} items': 'darf höchstens {1} Einträge haben',
  'must not have more than {} properties': 'darf höchstens {1} Eigenschaften haben',
  'must not have duplicate items': 'darf keinen Eintrag doppelt haben',
  'must be multiple of {}': 'muss ein Vielfaches von {1} sein',
  'must match format "{}"': 'muss die Form „{1}“ haben',
  'must match pattern "{}"': 'muss dem Muster {1} entsprechen',
  'must be >= {}': 'muss mindestens {1} sein',
  'must be <= {}': 'darf höchstens {1} sein',
};
