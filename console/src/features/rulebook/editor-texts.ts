import { pair } from '../../app/language.ts';

/** What the kinds of steps, questions and branches are called, and how a step reads as a sentence. */
export const FLOW_TEXTS = {
  kinds: {
    reply: pair('Say something', 'Etwas sagen'),
    collect: pair('Ask for something', 'Nach etwas fragen'),
    condition: pair('Decide by what is known', 'Nach Bekanntem entscheiden'),
    confirm: pair('Ask for a yes', 'Um ein Ja bitten'),
    tool: pair('Do something in your system', 'Etwas in Ihrem System tun'),
    article: pair('Show an article', 'Einen Artikel zeigen'),
    tag: pair('Set a tag', 'Einen Tag setzen'),
    escalate: pair('Hand over to a person', 'An einen Menschen übergeben'),
    goto: pair('Go on at another step', 'An anderer Stelle weiter'),
  },
  kindHints: {
    reply: pair('A text with values filled in.', 'Ein Text mit eingesetzten Werten.'),
    collect: pair(
      'A date, an amount, a choice … until it is there.',
      'Ein Datum, ein Betrag, eine Auswahl …, bis es da ist.',
    ),
    condition: pair('By attributes, answers and results.', 'Nach Attributen, Antworten und Ergebnissen.'),
    confirm: pair('Before anything is done.', 'Bevor etwas getan wird.'),
    tool: pair('One of your actions, with a way for each outcome.', 'Eine Ihrer Aktionen, mit einem Weg je Ausgang.'),
    article: pair('One that is live.', 'Einen, der veröffentlicht ist.'),
    tag: pair('For the inbox and the figures.', 'Für Posteingang und Zahlen.'),
    escalate: pair('The rule ends here.', 'Die Regel endet hier.'),
    goto: pair('Back to a question, for instance.', 'Zum Beispiel zurück zu einer Frage.'),
  },
  branches: {
    when: pair('If', 'Wenn'),
    elseWhen: pair('Else if', 'Sonst, wenn'),
    otherwise: pair('Otherwise', 'Sonst'),
    yes: pair('Yes', 'Ja'),
    no: pair('No', 'Nein'),
    success: pair('It worked', 'Es hat geklappt'),
    failure: pair('It did not work', 'Es hat nicht geklappt'),
    noAnswer: pair('No answer after three times', 'Nach drei Mal keine Antwort'),
    unknown: pair('Nobody knows whether it worked', 'Niemand weiß, ob es geklappt hat'),
    error: pair(
      (code: string) => `Refused: ${code}`,
      (code: string) => `Abgelehnt: ${code}`,
    ),
  },
  empty: pair('Nothing happens; the rule goes on below.', 'Nichts geschieht; die Regel geht unten weiter.'),
  says: pair(
    (text: string) => `“${text}”`,
    (text: string) => `„${text}“`,
  ),
  noText: pair('There is no text yet.', 'Es gibt noch keinen Text.'),
  usualWords: pair('In the usual words.', 'Mit den üblichen Worten.'),
  nothingChosen: pair('Nothing chosen yet.', 'Noch nichts gewählt.'),
  asksFor: pair(
    (what: string) => `Asks for: ${what}`,
    (what: string) => `Fragt nach: ${what}`,
  ),
  goesTo: pair(
    (what: string) => `Goes on at “${what}”.`,
    (what: string) => `Weiter bei „${what}“.`,
  ),
  ifCases: pair(
    (count: number) => (count === 1 ? 'One case, else otherwise' : `${count} cases, else otherwise`),
    (count: number) => (count === 1 ? 'Ein Fall, sonst anders' : `${count} Fälle, sonst anders`),
  ),
  from: pair(
    (what: string, action: string) => `${what} of “${action}”`,
    (what: string, action: string) => `${what} von „${action}“`,
  ),
  success: pair('success', 'Erfolg'),
  message: pair('message to the customer', 'Nachricht an den Kunden'),
  errorCode: pair('error code', 'Fehlercode'),
  ops: {
    equals: pair('is', 'ist'),
    less: pair('is less than', 'ist kleiner als'),
    at_most: pair('is at most', 'ist höchstens'),
    more: pair('is more than', 'ist größer als'),
    at_least: pair('is at least', 'ist mindestens'),
    contains: pair('contains', 'enthält'),
    one_of: pair('is one of', 'ist eines von'),
    known: pair('is known', 'ist bekannt'),
  },
  notOps: {
    equals: pair('is not', 'ist nicht'),
    less: pair('is not less than', 'ist nicht kleiner als'),
    at_most: pair('is not at most', 'ist nicht höchstens'),
    more: pair('is not more than', 'ist nicht größer als'),
    at_least: pair('is not at least', 'ist nicht mindestens'),
    contains: pair('does not contain', 'enthält nicht'),
    one_of: pair('is none of', 'ist keines von'),
    known: pair('is not known', 'ist nicht bekannt'),
  },
  tagged: pair(
    (tag: string) => `the tag “${tag}” is set`,
    (tag: string) => `der Tag „${tag}“ ist gesetzt`,
  ),
  notTagged: pair(
    (tag: string) => `the tag “${tag}” is not set`,
    (tag: string) => `der Tag „${tag}“ ist nicht gesetzt`,
  ),
  and: pair('and', 'und'),
  or: pair('or', 'oder'),
  not: pair(
    (what: string) => `not (${what})`,
    (what: string) => `nicht (${what})`,
  ),
  yesWord: pair('yes', 'ja'),
  noWord: pair('no', 'nein'),
  nothing: pair('nothing', 'nichts'),
};

/** Of steps that are not filled in yet. */
export const UNFINISHED_TEXTS = {
  text: pair('Write what the bot says.', 'Schreiben Sie, was der Bot sagt.'),
  question: pair('Write the question.', 'Schreiben Sie die Frage.'),
  input: pair('Say what is asked for.', 'Sagen Sie, wonach gefragt wird.'),
  action: pair('Choose an action.', 'Wählen Sie eine Aktion.'),
  article: pair('Choose an article.', 'Wählen Sie einen Artikel.'),
  tag: pair('Choose a tag.', 'Wählen Sie einen Tag.'),
  step: pair('Choose the step that it goes on at.', 'Wählen Sie den Schritt, bei dem es weitergeht.'),
  condition: pair('Choose what is asked.', 'Wählen Sie, was gefragt wird.'),
};
