import { wordsOf } from '#platform/text/normalize.ts';

/** What a message is beside, or instead of, a question. */
export type Courtesy = 'greeting' | 'thanks' | 'goodbye';

/** Words of which a message may consist and still be nothing but polite. */
const FILLERS = words(
  'liebes liebe lieber team an alle zusammen euch ihnen ihr dir sie there all everyone everybody sir madam support kundenservice nordlicht und and so very much sehr viel vielen vielmals fuer for die the your ihre eure hilfe help schnelle quick antwort answer das that war was its is ist it ok okay super prima perfekt great perfect alles klar good gut lot a schoenen schoenes nice have tag day abend evening wochenende weekend noch again nochmal really all yours geholfen helped me mir hat das',
);
const KINDS: readonly [Courtesy, ReadonlySet<string>][] = [
  ['thanks', words('danke dankeschoen dank thanks thank thx ty cheers merci besten herzlichen appreciate appreciated')],
  ['goodbye', words('tschuess tschuss ciao bye goodbye wiedersehen wiederhoeren farewell')],
  [
    'greeting',
    words(
      'hallo hi hey hello hallihallo moin servus greetings morning morgen tag abend afternoon evening guten good gruess gott gruezi',
    ),
  ],
];
const LONGEST = 12;

/**
 * Whom a customer wants: a person. Asking for the hotline's hours is a question like others; wanting to talk to somebody
 * now is not.
 */
const PERSON =
  /\b(?:(?:speak|talk|chat|connect|transfer|put)(?: \w+){0,4} (?:human|person|agent|representative|someone|somebody|advisor|operator|employee)|(?:human|real|live) (?:agent|person|being|support|representative)|(?:mitarbeiter|mitarbeiterin|mensch|menschen|berater|beraterin|jemandem|jemanden|person|kundenberater)(?: \w+){0,4} (?:sprechen|reden|verbinden|verbunden|schreiben|chatten|weiterleiten)|(?:sprechen|reden|verbinden)(?: \w+){0,5} (?:mitarbeiter|mitarbeiterin|menschen|berater|beraterin|person)|(?:echten?|richtigen?|menschlichen?) (?:menschen?|mitarbeiter|person|berater|ansprechpartner))\b/;

function words(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text));
}

/** What a message that asks nothing is; null when it says more than politeness. */
export function courtesyOf(message: string): Courtesy | null {
  const said = wordsOf(message);
  if (said.length === 0 || said.length > LONGEST) return null;
  const kind = KINDS.find(([, signs]) => said.some((word) => signs.has(word)));
  if (!kind) return null;
  const polite = (word: string): boolean => FILLERS.has(word) || KINDS.some(([, signs]) => signs.has(word));
  return said.every(polite) ? kind[0] : null;
}

/** Whether the customer wants to talk to a person. */
export const wantsPerson = (message: string): boolean => PERSON.test(wordsOf(message).join(' '));
