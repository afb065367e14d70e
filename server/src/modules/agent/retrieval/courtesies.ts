import { wordsOf } from '#platform/text/normalize.ts';
import { setPhraseOf } from './set-phrases.ts';

/**
 * What a message is beside, or instead of, a question. A `greeting` is also who says only that there is a question; who is
 * `closing` wants nothing more; `nature` asks whether a person or a machine is talking.
 */
export type Courtesy = 'greeting' | 'thanks' | 'closing' | 'goodbye' | 'nature';

/** Words of which a message may consist and still be nothing but polite. */
const FILLERS = words(
  'liebes liebe lieber team an alle zusammen euch ihnen ihr dir sie there all everyone everybody sir madam support kundenservice nordlicht und and so very much sehr viel vielen vielmals fuer for die the your ihre eure hilfe help schnelle quick antwort answer das that was its is ist it super great good gut lot a schoenen schoenes nice have tag day abend evening wochenende weekend noch again nochmal really all yours geholfen helped me mir hat bitte please',
);
const KINDS: readonly [Courtesy, ReadonlySet<string>][] = [
  ['thanks', words('danke dankeschoen dank thanks thank thx ty cheers merci besten herzlichen appreciate appreciated')],
  ['goodbye', words('tschuess tschuss ciao bye goodbye wiedersehen wiederhoeren farewell')],
  [
    'closing',
    words(
      'ok okay oki alles klar passt verstanden prima perfekt perfect cool got understood fine alright erledigt geklappt',
    ),
  ],
  [
    'greeting',
    words(
      'hallo hi hey hello hallihallo moin servus greetings morning morgen tag abend afternoon evening guten good gruess gott gruezi',
    ),
  ],
];
/** Who says no more than that there is a question is asked which. */
const ANNOUNCES = words('frage fragen question questions hilfe help helfen anliegen');
const ANNOUNCING = words(
  'ich i im habe haette brauche benoetige hab koennen koennt kannst koennten koenntet koenntest kann can could would you ein eine kurze kurz kleine mal zu einer got some need moechte like to ask something jemand anyone someone',
);
const LONGEST = 12;

/** Thumbs, hearts and smiles end a conversation, when nothing stands beside them. */
const PLEASED =
  /^[\s\p{P}]*(?:(?:👍|👌|🙏|❤|🙂|😊|😀|😃|😄|👏|✅|🎉|💪|😍|🥰|🤝|💯)[\p{Emoji_Modifier}\u{fe0f}\s\p{P}]*)+$/u;
const YES = words('ja jap yes yep yeah sure');
const NO = words('nein nee no nope');

/**
 * Whom a customer wants: a person. Asking for the hotline's hours is a question like others; wanting to talk to somebody
 * now is not.
 */
const PERSON =
  /\b(?:(?:speak|talk|chat|connect|transfer|put)(?: \w+){0,4} (?:human|person|agent|representative|someone|somebody|advisor|operator|employee)|(?:human|real|live) (?:agent|person|being|support|representative)|(?:mitarbeiter|mitarbeiterin|mensch|menschen|berater|beraterin|jemandem|jemanden|person|kundenberater)(?: \w+){0,4} (?:sprechen|reden|verbinden|verbunden|schreiben|chatten|weiterleiten)|(?:sprechen|reden|verbinden)(?: \w+){0,5} (?:mitarbeiter|mitarbeiterin|menschen|berater|beraterin|person)|(?:echten?|richtigen?|menschlichen?) (?:menschen?|mitarbeiter|person|berater|ansprechpartner))\b/;

function words(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text));
}

const isPolite = (word: string): boolean => FILLERS.has(word) || KINDS.some(([, signs]) => signs.has(word));

/**
 * What a message that asks nothing is; null when it says more than politeness. `before` is what the customer said before: a yes
 * or no to "anything else?" is polite too.
 */
export function courtesyOf(message: string, before?: string): Courtesy | null {
  const said = wordsOf(message);
  if (said.length === 0) return PLEASED.test(message) ? 'closing' : null;
  if (said.length > LONGEST) return null;
  const phrase = setPhraseOf(message);
  if (phrase === 'nature') return 'nature';
  if (phrase === 'no_more') return 'closing';
  const [kind] = KINDS.flatMap(([name, signs]) => (said.some((word) => signs.has(word)) ? [name] : []));
  const others = said.filter((word) => !isPolite(word));
  if (kind && others.length === 0) return kind;
  if (others.every((word) => NO.has(word))) return kind === 'thanks' || hasEnded(before) ? 'closing' : null;
  if (others.every((word) => YES.has(word)))
    return hasEnded(before) ? 'greeting' : before === undefined ? null : 'closing';
  const announces = others.every((word) => ANNOUNCES.has(word) || ANNOUNCING.has(word));
  return announces && said.some((word) => ANNOUNCES.has(word)) ? 'greeting' : null;
}

/** Whether the bot has just asked if there is anything else. */
const hasEnded = (before: string | undefined): boolean =>
  before !== undefined && ['thanks', 'closing'].includes(courtesyOf(before) ?? '');

/** Whether the customer says that the answer before was of no use, `before` being what it answered. */
export function wasNotHelped(message: string, before: string | undefined): boolean {
  if (setPhraseOf(message) === 'unhelped') return true;
  const said = wordsOf(message);
  return said.length > 0 && said.every((word) => NO.has(word)) && courtesyOf(before ?? '') === null;
}

/** Whether the customer wants to talk to a person. */
export const wantsPerson = (message: string): boolean =>
  PERSON.test(wordsOf(message).join(' ')) || setPhraseOf(message) === 'person';
