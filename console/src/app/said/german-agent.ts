/** What the server says of answers, knowledge, drafts, rules and the language model: in English with `{}` where something is put in, and in German (see ../said.ts). */
export const AGENT: Readonly<Record<string, string>> = {
  '/metadata: names another customer than the one of this conversation.':
    '/metadata: nennt eine andere Kundin oder einen anderen Kunden als dieses Gespräch.',
  '/metadata/customerToken: is missing. This conversation belongs to a customer who was proven by a token; send a token of theirs with every message.':
    '/metadata/customerToken: fehlt. Dieses Gespräch gehört einer Kundin oder einem Kunden, nachgewiesen durch ein Token; senden Sie es mit jeder Nachricht mit.',
  'is not the bot of this conversation; leave it out': 'ist nicht der Bot dieses Gesprächs; lassen Sie es weg',
  'is required, or botId to begin a conversation': 'ist erforderlich, oder botId, um ein Gespräch zu beginnen',
  'This bot is archived and answers nothing. Bring it back, or use another.':
    'Dieser Bot ist archiviert und antwortet nicht. Holen Sie ihn zurück, oder nehmen Sie einen anderen.',
  'is no IANA time zone such as Europe/Berlin': 'ist keine Zeitzone der IANA wie Europe/Berlin',
  'This test suite has no run with this id.': 'Diese Testreihe hat keinen Lauf mit dieser Kennung.',
  'is asked by an earlier case already': 'wird schon von einem früheren Fall gefragt',
  'Publishing the draft would change nothing for this bot: it is not a draft any more, or stands in a folder that is not assigned to the bot.':
    'Den Entwurf zu veröffentlichen würde für diesen Bot nichts ändern: Er ist kein Entwurf mehr, oder sein Ordner ist dem Bot nicht zugewiesen.',
  'There is no test suite with this id in the workspace of the key.':
    'Im Arbeitsbereich des Schlüssels gibt es keine Testreihe mit dieser Kennung.',
  'The run was interrupted again and again. Start it once more.':
    'Der Lauf wurde immer wieder unterbrochen. Starten Sie ihn noch einmal.',
  'There is no bot with this id in the workspace of the key.':
    'Im Arbeitsbereich des Schlüssels gibt es keinen Bot mit dieser Kennung.',
  '"{}" stands in this array already': '„{1}“ steht schon in dieser Liste',
  'There is no conversation with this id in the workspace of the key.':
    'Im Arbeitsbereich des Schlüssels gibt es kein Gespräch mit dieser Kennung.',
  'must be before until': 'muss vor until liegen',
  'must be at most {} days before until: ask for several windows':
    'darf höchstens {1} Tage vor until liegen: fragen Sie nach mehreren Zeiträumen',
  'is no time zone: send an IANA name, such as Europe/Berlin':
    'ist keine Zeitzone: senden Sie einen Namen der IANA wie Europe/Berlin',
  'This conversation was never handed over to a person.': 'Dieses Gespräch wurde nie an einen Menschen übergeben.',
  'is no tag of this workspace': 'ist kein Tag dieses Arbeitsbereichs',
  'says where the conversation stands: change that': 'sagt, wie das Gespräch steht: ändern Sie das',
  'is a second tag of {}, which takes one': 'ist ein zweiter Tag aus {1}, wo nur einer geht',
  '{} has taken this conversation over at {}. Ask them, or take it over from them with `force`.':
    '{1} hat dieses Gespräch am {2} übernommen. Fragen Sie nach, oder übernehmen Sie es mit `force`.',
  'Take this conversation over first: until then the bot answers what the customer writes.':
    'Übernehmen Sie das Gespräch zuerst: Bis dahin beantwortet der Bot, was geschrieben wird.',
  'There is no tag group with this id in the workspace of the key.':
    'Im Arbeitsbereich des Schlüssels gibt es keine Tag-Gruppe mit dieser Kennung.',
  'There is no tag with this id in the workspace of the key.':
    'Im Arbeitsbereich des Schlüssels gibt es keinen Tag mit dieser Kennung.',
  'This group is {}: neither it nor its tags can change. Create a group of your own.':
    'Diese Gruppe steht fest ({1+}): Weder sie noch ihre Tags können sich ändern. Legen Sie eine eigene Gruppe an.',
  'another one has this name already': 'ein anderer Eintrag hat diesen Namen schon',
  'names no conversation of this workspace any more: begin again without it':
    'nennt kein Gespräch dieses Arbeitsbereichs mehr: beginnen Sie ohne ihn neu',
  'is no time: send Unix epoch milliseconds': 'ist keine Zeit: senden Sie Millisekunden der Unix-Epoche',
  'There is no message with this id in the workspace of the key.':
    'Im Arbeitsbereich des Schlüssels gibt es keine Nachricht mit dieser Kennung.',
  'An earlier message of this conversation is still being answered; send this one again in a moment.':
    'Eine frühere Nachricht dieses Gesprächs wird noch beantwortet; senden Sie diese gleich noch einmal.',
  'is required: send the table of folders': 'ist erforderlich: senden Sie die Tabelle der Ordner',
  'The table {}.': 'Die Tabelle {1+}.',
  'line {} {}': 'Zeile {1} {2+}',
  '{} folders were created, {} stood there already.': '{1} Ordner wurden angelegt, {2} gab es schon.',
  'There is no job with this id in the workspace of the key.':
    'Im Arbeitsbereich des Schlüssels gibt es keinen Auftrag mit dieser Kennung.',
  'It was interrupted again and again. Request it once more.':
    'Der Auftrag wurde immer wieder unterbrochen. Stellen Sie ihn noch einmal.',
  'Changing articles was not allowed here, so this is a new one.':
    'Artikel zu ändern war hier nicht erlaubt, deshalb ist dies ein neuer.',
  'New articles were not allowed here, so this changes the nearest one, "{}".':
    'Neue Artikel waren hier nicht erlaubt, deshalb ändert dies den nächstliegenden, „{1}“.',
  'That was not allowed here, so nothing was written.': 'Das war hier nicht erlaubt, deshalb wurde nichts geschrieben.',
  'The article "{}" says the same ({} alike).': 'Der Artikel „{1}“ sagt dasselbe (zu {2} gleich).',
  'A draft that waits for review says the same: "{}".': 'Ein Entwurf, der auf Prüfung wartet, sagt dasselbe: „{1}“.',
  'The article "{}" says this, but customers ask for it in other words.':
    'Der Artikel „{1}“ sagt dies, aber es wird mit anderen Worten danach gefragt.',
  'The source has changed since the article "{}" came of it.':
    'Die Quelle hat sich geändert, seit der Artikel „{1}“ daraus entstand.',
  'The article "{}" answers the same and says otherwise in {}.':
    'Der Artikel „{1}“ beantwortet dasselbe und sagt es an {2+} anders.',
  'The article "{}" is about the same and lacks some of this.':
    'Der Artikel „{1}“ handelt vom selben, und manches hiervon fehlt ihm.',
  'The nearest is "{}" ({} alike).': 'Am nächsten liegt „{1}“ (zu {2} gleich).',
  'No live article answers this.{}': 'Kein Live-Artikel beantwortet dies.{1+}',
  'must name a column `path`, such as `path,description`': 'muss eine Spalte `path` nennen, etwa `path,description`',
  'is beyond the {} folders of one table': 'liegt jenseits der {1} Ordner einer Tabelle',
  'must name a folder: the table is empty': 'muss einen Ordner nennen: die Tabelle ist leer',
  'The same text stands in it twice.': 'Derselbe Text steht zweimal darin.',
  '{} further parts were left out: one job looks at {}. Divide the source.':
    '{1} weitere Teile wurden ausgelassen: Ein Auftrag sieht {2} an. Teilen Sie die Quelle.',
  'The document could not be read: {}': 'Das Dokument konnte nicht gelesen werden: {1+}',
  'It holds nothing that answers a question.': 'Es enthält nichts, das eine Frage beantwortet.',
  'No person has answered in this conversation yet.': 'In diesem Gespräch hat noch kein Mensch geantwortet.',
  'Customers asked it {}, and no source answers it.': 'Es wurde {1+} danach gefragt, und keine Quelle beantwortet es.',
  'Customers asked {}: {}': '{1+} gefragt: {2}',
  'No question that was asked often enough went without an answer.':
    'Keine Frage, die oft genug gestellt wurde, blieb ohne Antwort.',
  'must say something, unless documentId or hcEventId names what to draft from':
    'muss etwas sagen, wenn weder documentId noch hcEventId nennt, woraus entworfen werden soll',
  'In the words of the source: {}': 'In den Worten der Quelle: {1+}',
  'it is too long for the language model.': 'sie ist zu lang für das Sprachmodell.',
  'the language model took too long for this job.': 'das Sprachmodell hat für diesen Auftrag zu lange gebraucht.',
  'the language model answered something that is no article.':
    'das Sprachmodell hat etwas geantwortet, das kein Artikel ist.',
  'the language model named what the source does not ({}).':
    'das Sprachmodell hat genannt, was die Quelle nicht nennt ({1}).',
  'Phrased by the language model {}.': 'Formuliert vom Sprachmodell {1}.',
  'The article has no version {} that was ever live.': 'Der Artikel hat keine Version {1}, die je live war.',
  'The draft was deleted.': 'Der Entwurf wurde gelöscht.',
  'This review was {} by {} already.': 'Über diesen Entwurf wurde schon entschieden ({1+}, {2}).',
  'This workspace publishes nothing past Review and Approvals. Send `isDraft: true`, or fork a draft, and have it approved.':
    'Dieser Arbeitsbereich veröffentlicht nichts an Prüfen und Freigeben vorbei. Senden Sie `isDraft: true`, oder zweigen Sie einen Entwurf ab, und lassen Sie ihn freigeben.',
  'There is no article {} in this workspace.': 'In diesem Arbeitsbereich gibt es keinen Artikel {1}.',
  'There is no folder {} in this workspace.': 'In diesem Arbeitsbereich gibt es keinen Ordner {1}.',
  'A folder can not stand below itself: choose a parent outside of it.':
    'Ein Ordner kann nicht unter sich selbst liegen: Wählen Sie einen übergeordneten außerhalb von ihm.',
  'The folder holds {} folders and {} articles, drafts included: move or delete them first.':
    'Der Ordner enthält {1} Ordner und {2} Artikel, Entwürfe eingeschlossen: Verschieben oder löschen Sie diese zuerst.',
  'This article is a draft itself: change it with PUT, or publish it first.':
    'Dieser Artikel ist selbst ein Entwurf: Ändern Sie ihn mit PUT, oder veröffentlichen Sie ihn zuerst.',
  'This article is live already.': 'Dieser Artikel ist schon live.',
  'The live article is at version {}, but this draft was forked from version {}. Fork a new draft and carry your changes over.':
    'Der Live-Artikel hat Version {1}, aber dieser Entwurf wurde von Version {2} abgezweigt. Zweigen Sie einen neuen ab, und übertragen Sie Ihre Änderungen.',
  'There is no review with this id in this workspace.':
    'In diesem Arbeitsbereich gibt es keine Prüfung mit dieser Kennung.',
  'This article is live already; name a draft.': 'Dieser Artikel ist schon live; nennen Sie einen Entwurf.',
  'The article is at version {}, you decided on version {}: read it again.':
    'Der Artikel hat Version {1}, entschieden haben Sie über Version {2}: Lesen Sie ihn noch einmal.',
  'is required for {}, such as https://example.{}': 'ist für {1} erforderlich, etwa https://example.{2}',
  'must be an address, such as https://example.com': 'muss eine Adresse sein, etwa https://example.com',
  'must not hold a user or a password: the token is enough':
    'darf weder Namen noch Passwort enthalten: das Token genügt',
  'must end before any ? or #': 'muss vor jedem ? oder # enden',
  'This workspace is not connected to {}: send its token to PUT /v2/sources/{} first.':
    'Dieser Arbeitsbereich ist nicht mit {1} verbunden: Senden Sie zuerst das Token an PUT /v2/sources/{2}.',
  'There is more: raise the limit, or begin further inside.':
    'Es gibt mehr: Erhöhen Sie die Grenze, oder beginnen Sie weiter innen.',
  '{} addresses could not or must not be read.': '{1} Adressen konnten oder durften nicht gelesen werden.',
  '{} pages were found.{}{}': '{1} Seiten wurden gefunden.{2+}{3+}',
  'It was interrupted again and again. What was found stays; begin another crawl for the rest.':
    'Das Einlesen wurde immer wieder unterbrochen. Was gefunden wurde, bleibt; beginnen Sie für den Rest ein neues.',
  'The robots.txt of the site does not let this page be read, or the site is down.':
    'Die robots.txt der Website erlaubt nicht, diese Seite zu lesen, oder die Website ist nicht erreichbar.',
  'The page redirects to something that is no address.': 'Die Seite leitet an etwas weiter, das keine Adresse ist.',
  'The page redirects more than {} times.': 'Die Seite leitet mehr als {1}-mal weiter.',
  'The page could not be fetched: {}.': 'Die Seite konnte nicht abgerufen werden: {1+}.',
  'The server answered {} for this page.': 'Der Server hat für diese Seite {1} geantwortet.',
  'The page holds no text. Pages that are written by scripts in the browser can not be read.':
    'Die Seite enthält keinen Text. Seiten, die erst Skripte im Browser schreiben, lassen sich nicht lesen.',
  'The address leads to {}, which is not read.': 'Die Adresse führt zu {1+}; das wird nicht gelesen.',
  'The page could not be read.': 'Die Seite konnte nicht gelesen werden.',
  'The provider can not be reached: {}.': 'Der Anbieter ist nicht erreichbar: {1+}.',
  'The provider refuses the token: connect it again with a valid one that may read.':
    'Der Anbieter lehnt das Token ab: Verbinden Sie ihn neu mit einem gültigen, das lesen darf.',
  'The provider no longer has this document, or the token may not see it.':
    'Der Anbieter hat dieses Dokument nicht mehr, oder das Token darf es nicht sehen.',
  'The provider answered {}.': 'Der Anbieter hat {1} geantwortet.',
  'The provider answered something that is no JSON.': 'Der Anbieter hat etwas geantwortet, das kein JSON ist.',
  'The reading was stopped.': 'Das Lesen wurde angehalten.',
  'must be the address of a page, such as https://example.com/help':
    'muss die Adresse einer Seite sein, etwa https://example.com/help',
  'Reading it was interrupted again and again. Refresh it to try once more.':
    'Das Lesen wurde immer wieder unterbrochen. Lesen Sie es neu ein, um es noch einmal zu versuchen.',
  'The bytes of the file are gone: send it again.':
    'Die Bytes der Datei sind nicht mehr da: Senden Sie sie noch einmal.',
  'names no document of this workspace any more: begin again without it':
    'nennt kein Dokument dieses Arbeitsbereichs mehr: beginnen Sie ohne ihn neu',
  'The file is no Word document (.docx), or it is damaged.':
    'Die Datei ist kein Word-Dokument (.docx), oder sie ist beschädigt.',
  'The document unpacks to more than 100 MB. Save it without what it has embedded.':
    'Das Dokument ist entpackt größer als 100 MB. Speichern Sie es ohne das, was darin eingebettet ist.',
  'The document holds no text.': 'Das Dokument enthält keinen Text.',
  'The file is empty.': 'Die Datei ist leer.',
  'This kind of file is not read. Send Markdown, HTML, text, PDF, DOCX, or CSV with a column of questions and one of answers.':
    'Diese Art Datei wird nicht gelesen. Senden Sie Markdown, HTML, Text, PDF, DOCX oder CSV mit einer Spalte für Fragen und einer für Antworten.',
  'The PDF has {} pages; at most {} are read. Split it.':
    'Das PDF hat {1} Seiten; höchstens {2} werden gelesen. Teilen Sie es.',
  'The PDF is damaged or protected by a password: it could not be opened.':
    'Das PDF ist beschädigt oder mit einem Passwort geschützt: Es ließ sich nicht öffnen.',
  'The PDF holds no text, only images. Run it through text recognition (OCR) first.':
    'Das PDF enthält keinen Text, nur Bilder. Wenden Sie zuerst eine Texterkennung (OCR) darauf an.',
  'The first line must name a column of questions and one of answers, such as `question,answer`; it says: {}.':
    'Die erste Zeile muss eine Spalte für Fragen und eine für Antworten nennen, etwa `question,answer`; dort steht: {1}.',
  'No row has both a question and an answer.': 'Keine Zeile hat eine Frage und eine Antwort.',
  'is required: send one or more files': 'ist erforderlich: senden Sie mindestens eine Datei',
  'is required, unless documentIdsToRefresh is given': 'ist erforderlich, wenn documentIdsToRefresh fehlt',
  'Google Drive is not supported: export the file and send it to POST /v2/documents/public/files':
    'Google Drive wird nicht unterstützt: exportieren Sie die Datei, und senden Sie sie an POST /v2/documents/public/files',
  'There is no document with this id in the workspace of the key.':
    'Im Arbeitsbereich des Schlüssels gibt es kein Dokument mit dieser Kennung.',
  'There is no crawl with this id in the workspace of the key.':
    'Im Arbeitsbereich des Schlüssels gibt es kein Einlesen mit dieser Kennung.',
  'The page is nested too deeply.': 'Die Seite ist zu tief verschachtelt.',
  'The page belongs to another site.': 'Die Seite gehört zu einer anderen Website.',
  'The language model failed several times in a row and is not asked for a moment.':
    'Das Sprachmodell ist mehrmals nacheinander gescheitert und wird einen Moment lang nicht gefragt.',
  'The language model stopped before it had finished ({}).':
    'Das Sprachmodell hat aufgehört, bevor es fertig war ({1}).',
  'The language model answered nothing.': 'Das Sprachmodell hat nichts geantwortet.',
  '{} is being asked too often.': '{1} wird zu oft gefragt.',
  '{} refuses the key ({}): store a valid one.': '{1} lehnt den Schlüssel ab ({2}): Hinterlegen Sie einen gültigen.',
  '{} answered {}: check the address, and the name of the model.':
    '{1} hat {2} geantwortet: Prüfen Sie die Adresse und den Namen des Modells.',
  '{} answered something that is no answer of a language model.':
    '{1} hat etwas geantwortet, das keine Antwort eines Sprachmodells ist.',
  'is required again, because the address it was given for changes':
    'ist erneut erforderlich, weil sich die Adresse ändert, für die er gegeben wurde',
  'This workspace has chosen no language model: send one to PUT /v2/language-model.':
    'Dieser Arbeitsbereich hat kein Sprachmodell gewählt: Senden Sie eines an PUT /v2/language-model.',
  'is required for openai-compatible, such as https://llm.example.com/v1':
    'ist für openai-compatible erforderlich, etwa https://llm.example.com/v1',
  'must end with its path, without ? and #': 'muss mit dem Pfad enden, ohne ? und #',
  'is missing: the rule does nothing yet': 'fehlt: die Regel tut noch nichts',
  'is never reached: whenever it holds, a branch before it does':
    'wird nie erreicht: immer wenn es gilt, gilt schon ein Zweig davor',
  'is never reached: one of the branches always holds': 'wird nie erreicht: einer der Zweige gilt immer',
  'is {} true, whatever is known': 'ist {1+} wahr, was auch bekannt ist',
  'is nested deeper than {} levels': 'ist tiefer als {1} Ebenen verschachtelt',
  '{} is no reference; write attributes.NAME, inputs.NAME or outputs.STEP.FIELD':
    '{1} ist kein Verweis; schreiben Sie attributes.NAME, inputs.NAME oder outputs.SCHRITT.FELD',
  'there is no attribute {} that may be used here': 'es gibt kein Attribut {1}, das hier benutzt werden darf',
  'inputSchema has no {}': 'inputSchema hat kein {1}',
  'there is no tool step {}': 'einen Werkzeugschritt {1} gibt es nicht',
  'the action {} answers no {}': 'die Aktion {1} antwortet kein {2}',
  'is no tag of this workspace: {}': 'ist kein Tag dieses Arbeitsbereichs: {1}',
  'needs a text; {} is a {}': 'braucht einen Text; {1} ist vom Typ {2}',
  'compares sizes; {} is true or false': 'vergleicht Größen; {1} ist wahr oder falsch',
  'nothing is more or less than null; use `known`': 'nichts ist mehr oder weniger als null; nehmen Sie `known`',
  'compares sizes; {} is a text': 'vergleicht Größen; {1} ist ein Text',
  'is none of the choices of {}: {}': 'ist keine der Auswahlen von {1}: {2}',
  'is a {}; a {} is compared with it, which is never equal':
    'ist vom Typ {1}; verglichen wird mit {2}, das ist nie gleich',
  'has {} steps; {} are the most': 'hat {1} Schritte; {2} sind das Höchste',
  'is needed for a choice, and only there': 'ist für eine Auswahl nötig, und nur dort',
  'is the id of another step; ids are unique in a rule':
    'ist die Kennung eines anderen Schritts; in einer Regel gibt es jede Kennung nur einmal',
  'is never reached: nothing goes on after {}': 'wird nie erreicht: nach {1} geht nichts weiter',
  'is reached from itself without a question in between: {}':
    'wird von sich selbst aus erreicht, ohne eine Frage dazwischen: {1}',
  'is not in inputSchema: {}': 'steht nicht in inputSchema: {1}',
  'is empty: say what happens, or leave it out for a person':
    'ist leer: sagen Sie, was geschieht, oder lassen Sie es für einen Menschen weg',
  'is no live article of this workspace': 'ist kein Live-Artikel dieses Arbeitsbereichs',
  'is no step of this rule: {}': 'ist kein Schritt dieser Regel: {1}',
  'is no action of this workspace: {}': 'ist keine Aktion dieses Arbeitsbereichs: {1}',
  'put this step under the `yes` of a confirm step':
    'setzen Sie diesen Schritt unter das `yes` eines Bestätigungsschritts',
  'calls {} without a confirmation, and an endpoint of this action demands one (requiresConfirmation): {}':
    'ruft {1} ohne Bestätigung auf, und ein Endpunkt dieser Aktion verlangt eine (requiresConfirmation): {2+}',
  '{} needs a yes: {}, or say withoutConfirmation': '{1} braucht ein Ja: {2+}, oder sagen Sie withoutConfirmation',
  'is empty: say what happens when {} did not work': 'ist leer: sagen Sie, was geschieht, wenn {1} nicht geklappt hat',
  'is no input of this action': 'ist keine Eingabe dieser Aktion',
  'is required and can not be null': 'ist erforderlich und kann nicht null sein',
  'is a {}; the action takes a {}': 'ist vom Typ {1}; die Aktion nimmt {2}',
  'is required for a business rule: on_escalation': 'ist für eine Geschäftsregel erforderlich: on_escalation',
  'is only for business rules': 'gibt es nur bei Geschäftsregeln',
  'no answer for {} hours': 'seit {1} Stunden keine Antwort',
  'This rule is live already; PATCH its botIds to change who plays it.':
    'Diese Regel ist schon live; ändern Sie mit PATCH ihre botIds, damit andere sie spielen.',
  'The live rule is at version {}, but this draft was made from version {}. Make a new draft and carry your changes over.':
    'Die Live-Regel hat Version {1}, aber dieser Entwurf entstand aus Version {2}. Legen Sie einen neuen Entwurf an, und übertragen Sie Ihre Änderungen.',
  'This rule is a draft already: change it as it is.':
    'Diese Regel ist schon ein Entwurf: Ändern Sie sie, wie sie ist.',
  'The rule has no version {} that was ever live.': 'Die Regel hat keine Version {1}, die je live war.',
  'The rule is at version {}, you decided on version {}: read it again.':
    'Die Regel hat Version {1}, entschieden haben Sie über Version {2}: Lesen Sie sie noch einmal.',
  'Another request has gone on with this conversation meanwhile: read it before you send more.':
    'Eine andere Anfrage hat dieses Gespräch inzwischen weitergeführt: Lesen Sie es, bevor Sie mehr senden.',
  'There is no rule "{}" in this workspace.': 'In diesem Arbeitsbereich gibt es keine Regel „{1}“.',
  'the rule has ended before it': 'die Regel ist vorher zu Ende',
  'the rule waits for the {}': 'die Regel wartet auf {1+}',
  'can not come now: {}': 'kann jetzt nicht kommen: {1+}',
  once: 'einmal',
  '{} times': '{1}-mal',
  'one place': 'einer Stelle',
  '{} places': '{1} Stellen',
  'It fits into the folder "{}" best.': 'Am besten passt es in den Ordner „{1}“.',
  'There is no folder yet: move it into one, so that a bot answers from it.':
    'Es gibt noch keinen Ordner: Verschieben Sie den Entwurf in einen, damit ein Bot daraus antwortet.',
  'No folder fits: move it into one, so that a bot answers from it.':
    'Kein Ordner passt: Verschieben Sie den Entwurf in einen, damit ein Bot daraus antwortet.',
  'It was to be published directly, but it contradicts a live article: somebody has to decide.':
    'Der Entwurf sollte direkt veröffentlicht werden, widerspricht aber einem Live-Artikel: Jemand muss entscheiden.',
  'It was to be published directly, but the workspace has forbidden that since.':
    'Der Entwurf sollte direkt veröffentlicht werden, aber der Arbeitsbereich verbietet das inzwischen.',
  'The instructions were not followed: that takes a language model.':
    'Die Anweisungen wurden nicht befolgt: Dazu braucht es ein Sprachmodell.',
  'has an empty title in its path': 'hat einen leeren Titel im Pfad',
  'is {} levels deep; at most {} are taken': 'liegt {1} Ebenen tief; höchstens {2} werden genommen',
  'has a title of more than {} characters': 'hat einen Titel von mehr als {1} Zeichen',
  'has a description of more than {} characters': 'hat eine Beschreibung von mehr als {1} Zeichen',
  'The document is nested too deeply to be read.': 'Das Dokument ist zu tief verschachtelt, um gelesen zu werden.',
  'something without a type': 'etwas ohne Typ',
  'is of no kind that is read: send Markdown, HTML, text, PDF, DOCX, or CSV of questions and answers.':
    'ist keine Art von Datei, die gelesen wird: Senden Sie Markdown, HTML, Text, PDF, DOCX oder CSV mit Fragen und Antworten.',
  '"{}" {}': '„{1}“ {2+}',
  approved: 'freigegeben',
  rejected: 'abgelehnt',
  mandatory: 'vorgeschrieben',
  default: 'vorgegeben',
  always: 'immer',
  never: 'nie',
  customer: 'die Kundin oder den Kunden',
  action: 'die Aktion',
  'The crawl has ended.': 'Das Einlesen ist zu Ende.',
  'The page is too large to be read.': 'Die Seite ist zu groß, um gelesen zu werden.',
  'The page takes too long to be read.': 'Die Seite zu lesen dauert zu lange.',
  'a person has answered': 'ein Mensch hat geantwortet',
  'asked for a person': 'wollte einen Menschen sprechen',
  'no answer to {}': 'keine Antwort auf {1}',
  'outcome of {} unknown': 'Ausgang von {1} unbekannt',
  'the rule goes round in circles at {}': 'die Regel dreht sich bei {1} im Kreis',
  'the rule has called {} times, the last time at {}': 'die Regel hat {1}-mal aufgerufen, zuletzt bei {2}',
  'the text of {} has nothing to be filled in with': 'der Text von {1} hat nichts, womit er gefüllt werden kann',
  'there is no step {}': 'einen Schritt {1} gibt es nicht',
  '{} was corrected after an action had been called': '{1} wurde berichtigt, nachdem eine Aktion aufgerufen war',
  '{} may be missing: give it a fallback, {{{} ?? "…"}}': '{1} kann fehlen: geben Sie einen Ersatz an, {{{2} ?? "…"}}',
  'does not show {}, which {} sends: a yes covers only what was shown':
    'zeigt {1} nicht, was {2} sendet: ein Ja gilt nur für das, was gezeigt wurde',
  'no article answers it': 'kein Artikel beantwortet es',
  'the customer asked for a person': 'es wurde nach einem Menschen gefragt',
  'the customer said that the answer did not help': 'die Antwort hat nicht geholfen',
  'the article “{}” says so': 'der Artikel „{1}“ sagt das so',
  'the rule says so': 'die Regel sagt das so',
  'Where the conversation stands.': 'Wie das Gespräch steht.',
  'The question was answered, or the customer said so.': 'Die Frage ist beantwortet, oder es wurde so gesagt.',
  'A person has to go on.': 'Ein Mensch muss weitermachen.',
  'The agent asked something back.': 'Der Agent hat etwas zurückgefragt.',
  'How the customer sounds.': 'Wie die Kundin oder der Kunde klingt.',
  'Neither pleased nor displeased.': 'Weder zufrieden noch unzufrieden.',
  'The language of the customer.': 'Die Sprache, in der geschrieben wird.',
  'Any other language.': 'Jede andere Sprache.',
  'The customer wrote: {}': 'Geschrieben wurde: {1}',
  'Answered from: {}': 'Beantwortet aus: {1}',
  'Led through: {}': 'Geführt durch: {1}',
  'Told: {}': 'Angegeben: {1}',
  'Handed over because: {}': 'Übergeben, weil: {1+}',
  done: 'erledigt',
  refused: 'abgelehnt',
  'refused {}': 'abgelehnt {1}',
  'OUTCOME UNKNOWN, look before anybody does it again':
    'AUSGANG UNBEKANNT, bitte prüfen, bevor es jemand noch einmal tut',
};
