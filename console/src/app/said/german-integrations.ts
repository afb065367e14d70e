/** What the server says of systems of the company, webhooks, people and keys: in English with `{}` where something is put in, and in German (see ../said.ts). */
export const INTEGRATIONS: Readonly<Record<string, string>> = {
  'The access token was not issued by this installation. Get one with POST /api/auth.':
    'Das Zugriffstoken stammt nicht von dieser Installation. Holen Sie eines mit POST /api/auth.',
  'The access token has expired. Get a new one with POST /api/auth.':
    'Das Zugriffstoken ist abgelaufen. Holen Sie ein neues mit POST /api/auth.',
  'must name at least one of {} and nothing else': 'muss mindestens eines von {1} nennen und nichts anderes',
  'There is no API key {} in this workspace.': 'In diesem Arbeitsbereich gibt es keinen API-Schlüssel {1}.',
  'Send the credential as `Authorization: Bearer …`.': 'Senden Sie die Zugangsdaten als `Authorization: Bearer …`.',
  'Access tokens of clients open /api only. Use a key of the workspace here: Deploy → API Keys.':
    'Zugriffstokens von Clients öffnen nur /api. Nehmen Sie hier einen Schlüssel des Arbeitsbereichs: Bereitstellen → API-Schlüssel.',
  'Send a key of the workspace or an access token as `Authorization: Bearer …`.':
    'Senden Sie einen Schlüssel des Arbeitsbereichs oder ein Zugriffstoken als `Authorization: Bearer …`.',
  'Tokens of the console do not open /mcp. Use a key of the workspace or a token of a client.':
    'Token der Konsole öffnen /mcp nicht. Nehmen Sie einen Schlüssel des Arbeitsbereichs oder das Token eines Clients.',
  'Send a key with the scope contract in the header x-api-key.':
    'Senden Sie einen Schlüssel mit dem Scope contract im Header x-api-key.',
  'This is not a key of any workspace. Create one under Deploy → API Keys.':
    'Das ist kein Schlüssel eines Arbeitsbereichs. Erstellen Sie einen unter Bereitstellen → API-Schlüssel.',
  'This key was revoked.': 'Dieser Schlüssel wurde widerrufen.',
  'This key has expired.': 'Dieser Schlüssel ist abgelaufen.',
  'unknown: {}': 'unbekannt: {1}',
  'There is no client {} in this workspace.': 'In diesem Arbeitsbereich gibt es keinen Client {1}.',
  'The client {} was revoked, for good. Make another one.':
    'Der Client {1} wurde widerrufen, für immer. Legen Sie einen neuen an.',
  'This invitation was used, called off, or has expired: ask for another.':
    'Diese Einladung wurde benutzt, zurückgezogen oder ist abgelaufen: Bitten Sie um eine neue.',
  'Somebody signs in with this email already.': 'Mit dieser E-Mail-Adresse meldet sich schon jemand an.',
  'This is the only owner: make somebody else an owner first.':
    'Dies ist die einzige Person, der der Arbeitsbereich gehört: Geben Sie zuerst jemand anderem diese Rolle.',
  'must have at least {} characters; a sentence of your own works well':
    'muss mindestens {1} Zeichen haben; ein eigener Satz eignet sich gut',
  'is easy to guess: it repeats few characters, or is little more than the email':
    'ist leicht zu erraten: wenige Zeichen wiederholen sich, oder es ist kaum mehr als die E-Mail-Adresse',
  'There is a second factor; remove it first.': 'Es gibt schon einen zweiten Faktor; entfernen Sie ihn zuerst.',
  'There is a second factor already.': 'Es gibt schon einen zweiten Faktor.',
  'Ask for a secret first.': 'Fordern Sie zuerst ein Geheimnis an.',
  'The password is wrong.': 'Das Passwort ist falsch.',
  'There is no operator {} in this workspace.': 'In diesem Arbeitsbereich gibt es niemanden mit der Kennung {1}.',
  'The code is wrong. Codes change every 30 seconds; check the clock of the device too.':
    'Der Code ist falsch. Codes wechseln alle 30 Sekunden; prüfen Sie auch die Uhr des Geräts.',
  'Only pages of the console may call this, with the header `Kontor-Console: 1`.':
    'Nur Seiten der Konsole dürfen das aufrufen, mit dem Header `Kontor-Console: 1`.',
  'Nobody is signed in here, or no longer.': 'Hier ist niemand angemeldet, oder niemand mehr.',
  'Signing in has failed too often here; go on in {} s.':
    'Die Anmeldung ist hier zu oft gescheitert; weiter geht es in {1} s.',
  'Send the code of your authenticator app as well.': 'Senden Sie auch den Code Ihrer Authenticator-App.',
  'Email, password or code is wrong.': 'E-Mail-Adresse, Passwort oder Code ist falsch.',
  'the required input {} has no value': 'die Pflichteingabe {1} hat keinen Wert',
  'the input {} must be a {}': 'die Eingabe {1} muss vom Typ {2} sein',
  'the input {} must be a finite number': 'die Eingabe {1} muss eine endliche Zahl sein',
  'the input {} can not stand in a path: it is empty or made of dots':
    'die Eingabe {1} kann nicht in einem Pfad stehen: sie ist leer oder besteht aus Punkten',
  'the input {} has half a character in it': 'die Eingabe {1} enthält ein halbes Zeichen',
  'of a read is GET': 'eines lesenden Aufrufs ist GET',
  'of a write is POST, PUT or DELETE': 'eines schreibenden Aufrufs ist POST, PUT oder DELETE',
  'is not sent with a read; use query': 'wird beim Lesen nicht gesendet; nehmen Sie query',
  'is about writes only': 'betrifft nur schreibende Aufrufe',
  'must begin with / and have no parameters, blanks or dots as a segment':
    'muss mit / beginnen und darf keine Parameter, keine Leerzeichen und keine Punkte als Abschnitt haben',
  'is longer than {} characters or nested deeper than {}':
    'ist länger als {1} Zeichen oder tiefer als {2} verschachtelt',
  'has a brace that belongs to no input: {}': 'hat eine Klammer, die zu keiner Eingabe gehört: {1}',
  'lacks {{}}, which the templates speak of': 'fehlt {{1}}, wovon die Vorlagen sprechen',
  'has {} as optional, but it stands in the path': 'hat {1} als freiwillig, aber es steht im Pfad',
  '"{}" is there already': '„{1}“ gibt es schon',
  'this workspace has no secret for customer tokens; make one first':
    'dieser Arbeitsbereich hat kein Geheimnis für Kundentokens; legen Sie zuerst eines an',
  'its signature is not one of this workspace': 'seine Unterschrift ist keine dieses Arbeitsbereichs',
  'it is valid for more than a day': 'es gilt länger als einen Tag',
  'it names nobody: it has neither sub nor email': 'es nennt niemanden: weder sub noch email ist darin',
  '/metadata/customerToken: {}. Sign a new one with the workspace’s secret.':
    '/metadata/customerToken: {1+}. Unterschreiben Sie ein neues mit dem Geheimnis des Arbeitsbereichs.',
  'Your role sees no bank data, so you can not speak for a customer.':
    'Ihre Rolle sieht keine Bankdaten, deshalb können Sie nicht für eine Kundin oder einen Kunden sprechen.',
  '/metadata: user_attributes and customerToken name different customers.':
    '/metadata: user_attributes und customerToken nennen verschiedene Personen.',
  'is longer than {} characters': 'ist länger als {1} Zeichen',
  'is not an expression: {}': 'ist kein Ausdruck: {1}',
  'may read fields by their names only, such as steps.lookup.plan':
    'darf Felder nur mit ihrem Namen lesen, etwa steps.lookup.plan',
  'calls {}(), which does not exist here; there are {}': 'ruft {1}() auf, was es hier nicht gibt; es gibt {2}',
  'a customer has the fields customer.email and customer.external_id':
    'von Kundinnen und Kunden gibt es die Felder customer.email und customer.external_id',
  'the inputs are: {}': 'die Eingaben sind: {1}',
  'there are customer, inputs and steps': 'es gibt customer, inputs und steps',
  'the steps before are: {}': 'die Schritte davor sind: {1}',
  'the fields of that step are: {}': 'die Felder dieses Schritts sind: {1}',
  'There is no integration with this id in the workspace of the key.':
    'Im Arbeitsbereich des Schlüssels gibt es kein System mit dieser Kennung.',
  'There is no endpoint with this id in the integration.': 'Das System hat keinen Endpunkt mit dieser Kennung.',
  'There is no attribute with this id in the workspace of the key.':
    'Im Arbeitsbereich des Schlüssels gibt es kein Attribut mit dieser Kennung.',
  'There is no action with this id in the workspace of the key.':
    'Im Arbeitsbereich des Schlüssels gibt es keine Aktion mit dieser Kennung.',
  'There is no run with this id in the workspace of the key.':
    'Im Arbeitsbereich des Schlüssels gibt es keinen Lauf mit dieser Kennung.',
  '/name: there is another {} of this name; choose another, or change that one.':
    '/name: {1+} mit diesem Namen gibt es schon; wählen Sie einen anderen Namen, oder ändern Sie den vorhandenen Eintrag.',
  'only read; what reads is an attribute': 'darf nur lesen; was liest, ist ein Attribut',
  'writes; attributes only read, use an action': 'schreibt; Attribute lesen nur, nehmen Sie eine Aktion',
  '"{}" is nothing that Kontor knows of bank data': '„{1}“ ist nichts, was Kontor aus Bankdaten weiß',
  'of {} is {}': 'von {1} ist {2}',
  'is none of {}': 'ist keines von {1}',
  'of {} is string': 'von {1} ist string',
  '"{}" is a field of {} already': '„{1}“ ist schon ein Feld von {2+}',
  'endpoint of the integration': 'einen Endpunkt des Systems',
  'is required for a new environment': 'ist für eine neue Umgebung erforderlich',
  'is required when the address moves to another host: a stored key stays where it was given for':
    'ist erforderlich, wenn die Adresse auf einen anderen Host wechselt: ein gespeicherter Schlüssel bleibt, wofür er gegeben wurde',
  'The integration has no environment {} yet.': 'Das System hat noch keine Umgebung {1}.',
  'can not be called: {}': 'lässt sich nicht aufrufen: {1+}',
  'must be an address without parameters, braces and #': 'muss eine Adresse ohne Parameter, Klammern und # sein',
  'is no certificate in PEM': 'ist kein Zertifikat in PEM',
  'is the address of {}; production must be another place': 'ist die Adresse von {1}; production muss woanders sein',
  'is the key of {}; production must have one of its own':
    'ist der Schlüssel von {1}; production muss einen eigenen haben',
  'It is called by {}. Change or delete these first.':
    'Aufgerufen wird es von {1}. Ändern oder löschen Sie das zuerst.',
  'must have one of curl, openapi and contractCheck': 'muss eines von curl, openapi und contractCheck haben',
  'the check has findings, which may stand in the way: {}.': 'die Prüfung hat Befunde, die im Weg stehen können: {1}.',
  'the values of the sample are hidden, for {} is no sandbox.':
    'die Werte der Probe sind verborgen, denn {1} ist keine Sandbox.',
  'is no address': 'ist keine Adresse',
  'left out: the endpoints have no address in common.': 'ausgelassen: die Endpunkte haben keine gemeinsame Adresse.',
  'left out: a {} by {} can not be called.': 'ausgelassen: ein Aufruf ({1}) mit {2} ist nicht möglich.',
  'taken for constants: {}.': 'als feste Werte angenommen: {1}.',
  'no body was sent in the check: add what it takes.':
    'in der Prüfung wurde nichts im Body gesendet: ergänzen Sie, was er nimmt.',
  'the field {} was always null: its type was taken for string.':
    'das Feld {1} war immer null: als Typ wurde string angenommen.',
  'the field {} was left out: it is not flat, has no one type, or its name is no word.':
    'das Feld {1} wurde ausgelassen: es ist nicht flach, hat keinen einheitlichen Typ, oder sein Name ist kein Wort.',
  'uses {}; endpoints are GET, POST, PUT or DELETE': 'nimmt {1}; Endpunkte sind GET, POST, PUT oder DELETE',
  'has a body that is no JSON object; the contract wants JSON':
    'hat einen Body, der kein JSON-Objekt ist; der Vertrag verlangt JSON',
  'describes more than {} operations; cut it down': 'beschreibt mehr als {1} Operationen; kürzen Sie es',
  'describes no operation': 'beschreibt keine Operation',
  'is no OpenAPI document: {}': 'ist kein OpenAPI-Dokument: {1}',
  'the parameter {} was left out: its name is no word.':
    'der Parameter {1} wurde ausgelassen: sein Name ist kein Wort.',
  'the field {} of the body was left out: it is not flat, or its name is no word.':
    'das Feld {1} des Bodys wurde ausgelassen: es ist nicht flach, oder sein Name ist kein Wort.',
  'the field {} of the answer was left out: it is not flat, or its name is no word.':
    'das Feld {1} der Antwort wurde ausgelassen: es ist nicht flach, oder sein Name ist kein Wort.',
  'a quote is not closed': 'ein Anführungszeichen wird nicht geschlossen',
  'must begin with curl': 'muss mit curl beginnen',
  'must name exactly one address': 'muss genau eine Adresse nennen',
  '{} has no value': '{1} hat keinen Wert',
  'must not have -k: certificates are always checked': 'darf nicht -k haben: Zertifikate werden immer geprüft',
  'has {}, which is not taken over; leave it out': 'hat {1}, was nicht übernommen wird; lassen Sie es weg',
  'has a header without a colon': 'hat einen Header ohne Doppelpunkt',
  'reads its body from a file; put it into the line':
    'liest seinen Body aus einer Datei; schreiben Sie ihn in die Zeile',
  'names an address that is none': 'nennt eine Adresse, die keine ist',
  'The key of this run belongs to another action, or to other inputs.':
    'Der Schlüssel dieses Laufs gehört zu einer anderen Aktion oder zu anderen Eingaben.',
  'is required': 'ist erforderlich',
  'must be a {}': 'muss vom Typ {1} sein',
  'is no input of this {}': 'ist keine Eingabe davon ({1+})',
  'has been settled': 'ist schon entschieden',
  'stands at {}': 'steht auf {1}',
  'This run {}; only one of unknown outcome can be settled, and only once.':
    'Dieser Lauf {1+}; nur einer mit unbekanntem Ausgang lässt sich entscheiden, und nur einmal.',
  '"{}" is the id of a step before': '„{1}“ ist die Kennung eines früheren Schritts',
  '{}/endpointId: there is no such endpoint in this workspace.':
    '{1}/endpointId: einen solchen Endpunkt gibt es in diesem Arbeitsbereich nicht.',
  'is no input of {}': 'ist keine Eingabe von {1}',
  'is required by {}': 'verlangt {1}',
  '/environment: with send it is sandbox, not {}; there it would really be done.':
    '/environment: mit send ist es sandbox, nicht {1}; dort würde es wirklich getan.',
  '/environment: a write is sent to the sandbox only, not to {}; there it would really be done.':
    '/environment: ein schreibender Aufruf geht nur an die Sandbox, nicht an {1}; dort würde es wirklich getan.',
  'There are as many open streams as there may be; close a window of the console.':
    'Es sind so viele Verbindungen offen, wie es sein dürfen; schließen Sie ein Fenster der Konsole.',
  'A workspace may have {} webhooks; delete one or extend its events.':
    'Ein Arbeitsbereich darf {1} Webhooks haben; löschen Sie einen, oder erweitern Sie seine Ereignisse.',
  'The event is older than Kontor keeps events.': 'Das Ereignis ist älter, als Kontor Ereignisse aufbewahrt.',
  'The webhook has no delivery with this id.': 'Der Webhook hat keine Zustellung mit dieser Kennung.',
  'The webhook is switched off; activate it first.': 'Der Webhook ist abgeschaltet; schalten Sie ihn zuerst ein.',
  'There is no webhook with this id.': 'Es gibt keinen Webhook mit dieser Kennung.',
  integration: 'ein System',
  attribute: 'ein Attribut',
  endpoint: 'ein Endpunkt',
  'this attribute': 'diesem Attribut',
  'it has expired': 'es ist abgelaufen',
  'it is not signed by HS256': 'es ist nicht mit HS256 unterschrieben',
  'its claim {} is missing or does not hold': 'sein Claim {1} fehlt oder gilt nicht',
  'it is no signed token': 'es ist kein unterschriebenes Token',
  'PATCH {} was left out: writes are POST, PUT or DELETE.':
    'PATCH {1} wurde ausgelassen: schreibende Aufrufe sind POST, PUT oder DELETE.',
  'The key in the line was not kept: set it for an environment.':
    'Der Schlüssel in der Zeile wurde nicht behalten: hinterlegen Sie ihn für eine Umgebung.',
  'The header {} was left out: Kontor sends x-api-key only.':
    'Der Header {1} wurde ausgelassen: Kontor sendet nur x-api-key.',
  'The parameter {} was taken for a constant.': 'Der Parameter {1} wurde als fester Wert angenommen.',
  'The field {} is null in the sample: its type was taken for string.':
    'Das Feld {1} ist in der Probe null: als Typ wurde string angenommen.',
  'The field {} was left out: it is not flat, or its name is no word.':
    'Das Feld {1} wurde ausgelassen: es ist nicht flach, oder sein Name ist kein Wort.',
  'A bank login could not be synchronised, and this synchronisation is given up.':
    'Ein Bankzugang konnte nicht abgerufen werden, und dieser Abruf ist aufgegeben.',
  'A draft waits for somebody in Review and Approvals.': 'Ein Entwurf wartet unter Prüfen und Freigeben auf jemanden.',
  'A person has taken a conversation over; the bot is silent until it is handed back or resolved.':
    'Ein Mensch hat ein Gespräch übernommen; der Bot schweigt, bis es zurückgegeben oder gelöst ist.',
  'A person has written to the customer in the console. Show it to the customer: `GET /v2/hc-interactions/{conversation-id}/public` has the message.':
    'Ein Mensch hat in der Konsole geantwortet. Zeigen Sie die Antwort an: `GET /v2/hc-interactions/{conversation-id}/public` hat die Nachricht.',
  'A user was created.': 'Eine Person wurde angelegt.',
  'A user was deleted, with everything stored about them.':
    'Eine Person wurde gelöscht, mit allem, was über sie gespeichert war.',
  'Accounts of a user were created, replaced, changed or deleted.':
    'Konten einer Person wurden angelegt, ersetzt, geändert oder gelöscht.',
  'An action was sent to your system, and nobody knows whether it was done. A person has to look, and to settle it.':
    'Eine Aktion ging an Ihr System, und niemand weiß, ob sie ausgeführt wurde. Jemand muss nachsehen und entscheiden.',
  'An analysis has completed; its results can be read. Sent once for each correlation id that led to the run.':
    'Eine Analyse ist abgeschlossen; ihre Ergebnisse können gelesen werden. Kommt einmal je Korrelationskennung, die zu dem Lauf geführt hat.',
  'An analysis has failed for good; the results of the one before still stand. Sent once for each correlation id.':
    'Eine Analyse ist endgültig gescheitert; die Ergebnisse der vorigen gelten weiter. Kommt einmal je Korrelationskennung.',
  'An article is live in a new version, whether it is new or an update.':
    'Ein Artikel ist in einer neuen Version live, ob neu oder geändert.',
  'An endpoint of your system answers another shape than was declared: a field vanished, was renamed or has another type. Told at most once a day and field.':
    'Ein Endpunkt Ihres Systems antwortet in anderer Form als angegeben: Ein Feld ist verschwunden, wurde umbenannt oder hat einen anderen Typ. Kommt je Feld höchstens einmal am Tag.',
  'An endpoint of your system failed five times in a row. It is asked now and then whether it is back; until then nothing else is sent to it.':
    'Ein Endpunkt Ihres Systems ist fünfmal nacheinander gescheitert. Ab und zu wird gefragt, ob er wieder da ist; bis dahin wird ihm nichts anderes gesendet.',
  'Kontor has switched a webhook off, because its endpoint said that it is gone or failed for five days. Subscribe another webhook to it.':
    'Kontor hat einen Webhook abgeschaltet, weil sein Endpunkt sagt, dass es ihn nicht mehr gibt, oder fünf Tage lang gescheitert ist. Abonnieren Sie das mit einem anderen Webhook.',
  'Nobody has the conversation any more: the bot answers what the customer writes next.':
    'Niemand hat das Gespräch mehr: Der Bot beantwortet, was als Nächstes geschrieben wird.',
  'Somebody wants to know whether the endpoint works: sent by `POST /api/webhooks/{webhook-id}/test` to that webhook, subscribed or not.':
    'Jemand möchte wissen, ob der Endpunkt funktioniert: kommt mit `POST /api/webhooks/{webhook-id}/test` an diesen Webhook, abonniert oder nicht.',
  'The accounts of a bank login were read and stored; an analysis follows if anything changed.':
    'Die Konten eines Bankzugangs wurden gelesen und gespeichert; eine Analyse folgt, wenn sich etwas geändert hat.',
  'The bot has handed a conversation over to people. What it was about is read with `GET /v2/conversations/{conversation-id}/handover`; what a person writes is sent to `POST /v2/hc-interactions/events/public` with the role `agent`.':
    'Der Bot hat ein Gespräch an Menschen übergeben. Worum es ging, sagt `GET /v2/conversations/{conversation-id}/handover`; was ein Mensch schreibt, geht mit der Rolle `agent` an `POST /v2/hc-interactions/events/public`.',
  'The consent of a bank login ends within seven days; the end user can renew it. Told once per consent.':
    'Die Einwilligung eines Bankzugangs endet innerhalb von sieben Tagen; sie kann erneuert werden. Kommt einmal je Einwilligung.',
  'The time that `expiresIn` gave a user is over; they were erased with everything stored about them.':
    'Die Zeit, die `expiresIn` einer Person gab, ist vorbei; sie wurde mit allem gelöscht, was über sie gespeichert war.',
  'Transactions of a user came, changed or went.': 'Buchungen einer Person kamen, änderten sich oder gingen.',
  '{} is not an event that webhooks can hear of': '{1} ist kein Ereignis, von dem Webhooks hören können',
  'An end user has connected a bank, or renewed its consent; its data is being fetched.':
    'Eine Bank wurde verbunden oder ihre Einwilligung erneuert; ihre Daten werden abgerufen.',
  'Create, read, change, export and erase users.': 'Personen anlegen, lesen, ändern, ausgeben und löschen.',
  'Connect banks, and read accounts and transactions.': 'Banken verbinden, Konten und Buchungen lesen.',
  'Upload, change and delete accounts and transactions of your own.':
    'Eigene Konten und Buchungen hochladen, ändern und löschen.',
  'Read categorised transactions.': 'Kategorisierte Buchungen lesen.',
  'Start, follow and cancel analyses.': 'Analysen starten, verfolgen und abbrechen.',
  'Read recurring payments.': 'Wiederkehrende Zahlungen lesen.',
  'Subscribe to events.': 'Ereignisse abonnieren.',
  'Income of a person: pay of every kind.': 'Einnahmen einer Person: Gehalt jeder Art.',
  'Income of a person: state and private pensions.': 'Einnahmen einer Person: gesetzliche und private Renten.',
  'Income of a person: child benefit.': 'Einnahmen einer Person: Kindergeld.',
  'Income of a person: parental allowance.': 'Einnahmen einer Person: Elterngeld.',
  'Income of a person: rent received.': 'Einnahmen einer Person: Mieteinnahmen.',
  'Income of a person: dividends, interest, sales of securities and crypto.':
    'Einnahmen einer Person: Dividenden, Zinsen, Verkäufe von Wertpapieren und Krypto.',
  'Income of a person: loans paid out.': 'Einnahmen einer Person: ausgezahlte Kredite.',
  'Income of a person: maintenance received.': 'Einnahmen einer Person: erhaltener Unterhalt.',
  "Income of a person: owner's drawings, commissions, performance pay.":
    'Einnahmen einer Person: Privatentnahmen, Provisionen, Erfolgsvergütung.',
  'Income of a person: every other recurring income.': 'Einnahmen einer Person: alle anderen wiederkehrenden.',
  'Spending of a person: rent, mortgage, the home.': 'Ausgaben einer Person: Miete, Hypothek, Wohnen.',
  'Spending of a person: electricity, gas, water, waste.': 'Ausgaben einer Person: Strom, Gas, Wasser, Müll.',
  'Spending of a person: food and daily needs.': 'Ausgaben einer Person: Lebensmittel und täglicher Bedarf.',
  'Spending of a person: car, fuel, public transport, travel.':
    'Ausgaben einer Person: Auto, Kraftstoff, Bus und Bahn, Reisen.',
  'Spending of a person: insurance.': 'Ausgaben einer Person: Versicherungen.',
  'Spending of a person: loans, leasing, interest.': 'Ausgaben einer Person: Kredite, Leasing, Zinsen.',
  'Spending of a person: telephone and internet.': 'Ausgaben einer Person: Telefon und Internet.',
  'Spending of a person: streaming, press, broadcasting.': 'Ausgaben einer Person: Streaming, Presse, Rundfunk.',
  'Spending of a person: restaurants, sport, holidays, shopping.':
    'Ausgaben einer Person: Restaurants, Sport, Urlaub, Einkäufe.',
  'Spending of a person: doctors, pharmacies, care.': 'Ausgaben einer Person: Ärzte, Apotheken, Pflege.',
  'Spending of a person: savings and investments.': 'Ausgaben einer Person: Sparen und Anlegen.',
  'Spending of a person: children, schools, maintenance paid.':
    'Ausgaben einer Person: Kinder, Schulen, gezahlter Unterhalt.',
  'Spending of a person: taxes and public fees.': 'Ausgaben einer Person: Steuern und öffentliche Gebühren.',
  'Spending of a person: everything else.': 'Ausgaben einer Person: alles andere.',
  'Risk of a person: returned debits.': 'Risiko einer Person: Rücklastschriften.',
  'Risk of a person: payments under a garnishment.': 'Risiko einer Person: Zahlungen wegen einer Pfändung.',
  'Risk of a person: payments to debt collectors.': 'Risiko einer Person: Zahlungen an Inkasso.',
  'Risk of a person: gambling.': 'Risiko einer Person: Glücksspiel.',
  'Risk of a person: overdrawn days and their amounts.': 'Risiko einer Person: überzogene Tage und ihre Beträge.',
  'Household budget of a person.': 'Haushaltsbudget einer Person.',
  'Signs that a person is of age.': 'Zeichen, dass eine Person volljährig ist.',
  'Living situation of a person: family, mobility, home.': 'Lebenslage einer Person: Familie, Mobilität, Wohnen.',
  'Cash flow of a company, with a forecast.': 'Cashflow einer Firma, mit Vorhersage.',
  'Cash deposits and withdrawals of a company.': 'Bareinzahlungen und -abhebungen einer Firma.',
  'Liquidity of a company.': 'Liquidität einer Firma.',
  'Foreign payments of a company, by country.': 'Auslandszahlungen einer Firma, nach Ländern.',
  'Risk of a company: returned debits, garnishments, overdraft.':
    'Risiko einer Firma: Rücklastschriften, Pfändungen, Überziehung.',
  'Credits of a company.': 'Kredite einer Firma.',
  'Insurance of a company.': 'Versicherungen einer Firma.',
  'Investments of a company.': 'Anlagen einer Firma.',
  'Movements between the own accounts of a company.': 'Bewegungen zwischen eigenen Konten einer Firma.',
  'An end user has cancelled the hosted page before a bank was connected; the session has ended.':
    'Auf der gehosteten Seite wurde abgebrochen, bevor eine Bank verbunden war; die Sitzung ist zu Ende.',
  'An attempt to connect a bank has failed, or the session has expired before one was connected. While `sessionEnded` is false the end user may still try again or choose another bank.':
    'Ein Versuch, eine Bank zu verbinden, ist gescheitert, oder die Sitzung lief vorher ab. Solange `sessionEnded` false ist, kann es noch einmal oder mit einer anderen Bank versucht werden.',
};
