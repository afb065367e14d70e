import { pair } from '../../app/language.ts';

/** Of attributes, actions, and the steps that both are made of. */
export const STEPS_TEXTS = {
  steps: pair('Calls, one after the other', 'Aufrufe, einer nach dem anderen'),
  stepName: pair('Name of the call', 'Name des Aufrufs'),
  stepNameHint: pair('Expressions say steps.NAME.FIELD.', 'Ausdrücke sagen steps.NAME.FELD.'),
  endpoint: pair('Endpoint', 'Endpunkt'),
  when: pair('Only if (an expression; empty: always)', 'Nur wenn (ein Ausdruck; leer: immer)'),
  input: pair(
    (name: string) => `${name} is`,
    (name: string) => `${name} ist`,
  ),
  expressionHint: pair(
    'Expressions read customer.email, inputs.NAME and steps.NAME.FIELD, calculate and compare: steps.lookup.refund_cents / 100. A text stands in quotes.',
    'Ausdrücke lesen customer.email, inputs.NAME und steps.NAME.FELD, rechnen und vergleichen: steps.lookup.refund_cents / 100. Ein Text steht in Anführungszeichen.',
  ),
  addStep: pair('Add a call', 'Aufruf hinzufügen'),
  removeStep: pair('Remove this call', 'Diesen Aufruf entfernen'),
  noEndpoints: pair('There is no endpoint for this yet.', 'Dafür gibt es noch keinen Endpunkt.'),
  makeEndpoint: pair('Add one', 'Einen hinzufügen'),
  pick: pair('Choose …', 'Auswählen …'),
  value: pair('It is made of (an expression)', 'Es besteht aus (ein Ausdruck)'),
  save: pair('Save', 'Speichern'),
  create: pair('Create', 'Anlegen'),
  saved: pair('Saved', 'Gespeichert'),
  cancel: pair('Cancel', 'Abbrechen'),
  remove: pair('Delete …', 'Löschen …'),
  removeGo: pair('Delete', 'Löschen'),
  removeQuestion: pair(
    (name: string) => `Delete “${name}”?`,
    (name: string) => `„${name}“ löschen?`,
  ),
  tryTitle: pair('Try it', 'Ausprobieren'),
  customer: pair('Email of a customer', 'E-Mail eines Kunden'),
  customerHint: pair('Whom your server would name.', 'Wen Ihr Server nennen würde.'),
  forNobody: pair(
    'Your role sees no bank data, so it is tried for nobody in particular.',
    'Ihre Rolle sieht keine Bankdaten, also wird es für niemand Bestimmten ausprobiert.',
  ),
  callOutcome: pair('How each call went', 'Wie jeder Aufruf verlief'),
  milliseconds: pair(
    (ms: string) => `${ms} ms`,
    (ms: string) => `${ms} ms`,
  ),
};

export const ATTRIBUTES_TEXTS = {
  title: pair('Attributes', 'Attribute'),
  create: pair('New attribute', 'Neues Attribut'),
  none: pair('There is no attribute yet.', 'Es gibt noch kein Attribut.'),
  noneHint: pair(
    'Attributes are facts about a customer that agents read fresh for every message: the plan, whether the account is closed, the next salary.',
    'Attribute sind Tatsachen über einen Kunden, die Agenten für jede Nachricht frisch lesen: der Tarif, ob das Konto geschlossen ist, das nächste Gehalt.',
  ),
  name: pair('Name', 'Name'),
  description: pair('What is it for?', 'Wofür ist es?'),
  source: pair('Where does it come from?', 'Woher kommt es?'),
  sources: {
    steps: pair('Calls of your systems', 'Aufrufe Ihrer Systeme'),
    bank: pair('Bank data that Kontor has analysed', 'Bankdaten, die Kontor analysiert hat'),
    customer: pair('Who the customer was proven to be', 'Als wer sich der Kunde ausgewiesen hat'),
    user_attributes: pair('What your server sends along', 'Was Ihr Server mitsendet'),
    customer_token: pair('What your page has signed', 'Was Ihre Seite signiert hat'),
  },
  fields: pair('Facts', 'Tatsachen'),
  field: pair('Name in the source (empty: the same)', 'Name in der Quelle (leer: derselbe)'),
  switches: {
    visibleToModel: pair('a language model sees it', 'ein Sprachmodell sieht es'),
    usableInRules: pair('rules may use it', 'Regeln dürfen es nutzen'),
    usableInReplies: pair('replies may say it', 'Antworten dürfen es sagen'),
  },
  bots: pair('Which agents read it?', 'Welche Agenten lesen es?'),
  noBots: pair('There is no agent yet.', 'Es gibt noch keinen Agenten.'),
  readBy: pair(
    (names: string) => `read by ${names}`,
    (names: string) => `gelesen von ${names}`,
  ),
  readByNobody: pair('read by no agent', 'von keinem Agenten gelesen'),
  factsOf: pair(
    (count: number) => (count === 1 ? '1 fact' : `${count} facts`),
    (count: number) => (count === 1 ? '1 Tatsache' : `${count} Tatsachen`),
  ),
  removeText: pair(
    'Rules that need one of its facts take their other way.',
    'Regeln, die eine seiner Tatsachen brauchen, nehmen ihren anderen Weg.',
  ),
  read: pair('Read it now', 'Jetzt lesen'),
  userAttributes: pair('What comes along with the message (JSON)', 'Was mit der Nachricht mitkommt (JSON)'),
  states: {
    read: pair('read', 'gelesen'),
    empty: pair('nothing is known of this customer', 'über diesen Kunden ist nichts bekannt'),
    unavailable: pair('could not be read', 'konnte nicht gelesen werden'),
    no_customer: pair('nobody says who the customer is', 'niemand sagt, wer der Kunde ist'),
  },
  slow: pair('slower than two seconds', 'langsamer als zwei Sekunden'),
};

export const ACTIONS_TEXTS = {
  title: pair('Actions', 'Aktionen'),
  tabs: pair('Parts of this page', 'Teile dieser Seite'),
  list: pair('Actions', 'Aktionen'),
  runs: pair('What was done', 'Was getan wurde'),
  open: pair('To be decided', 'Zu entscheiden'),
  create: pair('New action', 'Neue Aktion'),
  none: pair('There is no action yet.', 'Es gibt noch keine Aktion.'),
  noneHint: pair(
    'An action is something that rules can do in your systems: inputs, calls, outputs.',
    'Eine Aktion ist etwas, das Regeln in Ihren Systemen tun können: Eingaben, Aufrufe, Ausgaben.',
  ),
  name: pair('Name', 'Name'),
  description: pair('What does it do?', 'Was tut sie?'),
  inputs: pair('Inputs: what has to be known before', 'Eingaben: was vorher bekannt sein muss'),
  outputs: pair(
    'Outputs: what rules and replies may use afterwards',
    'Ausgaben: was Regeln und Antworten danach nutzen dürfen',
  ),
  summary: pair(
    (inputs: string, outputs: string) => `${inputs} → ${outputs}`,
    (inputs: string, outputs: string) => `${inputs} → ${outputs}`,
  ),
  nothing: pair('nothing', 'nichts'),
  removeText: pair(
    'Rules that call it can not be published any more, and hand over where they would call it.',
    'Regeln, die sie aufrufen, können nicht mehr veröffentlicht werden und übergeben dort.',
  ),
  tryHint: pair(
    'Nothing is sent before you say so, and then to the sandbox only.',
    'Nichts wird gesendet, bevor Sie es sagen, und dann nur an die Sandbox.',
  ),
  show: pair('Show what would be sent', 'Zeigen, was gesendet würde'),
  send: pair('Send it to the sandbox', 'An die Sandbox senden'),
  wouldSend: pair('What would be sent', 'Was gesendet würde'),
  wasSent: pair('What was sent', 'Was gesendet wurde'),
  noRequest: pair('Nothing would be sent.', 'Nichts würde gesendet.'),
  handsOut: pair('What it hands out', 'Was sie herausgibt'),
  fromSamples: pair('from the sample answers', 'aus den Beispielantworten'),
  states: {
    running: pair('under way', 'läuft'),
    done: pair('done', 'getan'),
    refused: pair('refused', 'abgelehnt'),
    failed: pair('failed', 'fehlgeschlagen'),
    unknown: pair('nobody knows', 'niemand weiß es'),
  },
  noRuns: pair('Nothing was done yet.', 'Noch wurde nichts getan.'),
  noOpen: pair('Nothing waits for a decision.', 'Nichts wartet auf eine Entscheidung.'),
  noOpenHint: pair(
    'When no answer comes to something that may have been done, it stands here.',
    'Wenn auf etwas, das vielleicht getan wurde, keine Antwort kommt, steht es hier.',
  ),
  question: pair('Did this happen?', 'Ist das geschehen?'),
  questionText: pair(
    (action: string, date: string) => `“${action}” was sent on ${date}, and no answer came. Look it up in that system.`,
    (action: string, date: string) =>
      `„${action}“ wurde am ${date} gesendet, und es kam keine Antwort. Sehen Sie in jenem System nach.`,
  ),
  note: pair('What you found', 'Was Sie gefunden haben'),
  done: pair('It was done', 'Es ist geschehen'),
  notDone: pair('It was not done', 'Es ist nicht geschehen'),
  settledAs: {
    done: pair('settled: it was done', 'entschieden: geschehen'),
    not_done: pair('settled: it was not done', 'entschieden: nicht geschehen'),
  },
  older: pair('Older ones', 'Ältere'),
};
