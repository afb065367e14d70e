/** What a rule written in words says, clause by clause, in German and English. Without a language model, so it has its patterns. */

export type Clause =
  | { kind: 'when'; intent: string }
  | { kind: 'ask'; inputs: string[] }
  | { kind: 'confirm' }
  | { kind: 'call'; action: string }
  | { kind: 'reply'; text: string }
  | { kind: 'tag'; tag: string }
  | { kind: 'escalate' }
  | { kind: 'succeeded' }
  | { kind: 'failed' }
  | { kind: 'condition'; name: string; value: string | number | boolean };

export interface ReadInstructions {
  clauses: Clause[];
  /** Pieces that no pattern fits. */
  notUnderstood: string[];
}

const QUOTED = /["“„»]([^"“”„«»]+)["”“«]/;
const CUSTOMER = String.raw`(?:a |the |any |an? |ein |eine |der |die |unser )?(?:customer|user|client|somebody|someone|kund(?:e|in|en)|nutzer(?:in)?|jemand)`;

/** In the order in which they are tried. The pattern stands at the beginning of what is left of a sentence. */
const PATTERNS: [RegExp, (match: RegExpExecArray) => Clause][] = [
  [
    new RegExp(
      String.raw`^(?:when(?:ever)?|if|as soon as|wenn|falls|sobald) ${CUSTOMER} (?:wants?(?: to)?|would like to|asks? (?:for|to|about|how to)|needs? to|says that|reports?) ([^,:;]+)`,
      'iu',
    ),
    ([, intent = '']) => ({ kind: 'when', intent }),
  ],
  [
    new RegExp(
      String.raw`^(?:wenn|falls|sobald) ${CUSTOMER} ([^,:;]+?) (?:möchte|moechte|will|wünscht|wuenscht|braucht|meldet)`,
      'iu',
    ),
    ([, intent = '']) => ({ kind: 'when', intent }),
  ],
  [
    /^(?:if|wenn|falls) (?:it|that|this|the (?:call|action)|es|das|der aufruf) (?:works|worked|succeeds|succeeded|goes well|klappt|funktioniert|gelingt|geklappt hat)/iu,
    () => ({ kind: 'succeeded' }),
  ],
  [/^(?:on|upon|after|bei) (?:success|erfolg)/iu, () => ({ kind: 'succeeded' })],
  [
    /^(?:otherwise|else|if not|if it (?:fails|failed|does not work|doesn't work)|on failure|sonst|andernfalls|ansonsten|wenn nicht|bei (?:einem )?fehler|wenn es (?:nicht klappt|fehlschlägt))/iu,
    () => ({ kind: 'failed' }),
  ],
  [
    /^(?:if|wenn|falls) (?:the (?:customer's )?|der |die |das )?[`"]?([A-Za-z][A-Za-z0-9_]*)[`"]? (?:is|ist|=|==|equals) (not |nicht )?(?:true|yes|wahr|ja|(false|no|falsch|nein)|["“„]([^"“”„]+)["”“]|(-?\d+(?:\.\d+)?))/iu,
    ([, name = '', not, no, text, number]) => ({
      kind: 'condition',
      name,
      value: text ?? (number === undefined ? (no === undefined) === (not === undefined) : Number(number)),
    }),
  ],
  [
    /^(?:ask (?:(?:the customer|them|him|her) )?(?:once )?(?:for confirmation|to confirm|whether (?:they|he|she) (?:is|are) sure)|(?:have (?:it|them) confirm(?:ed)?|confirm(?: it| that| this)?(?: with (?:the customer|them))?)|lass(?:e|en sie)? (?:es |das |den kunden )?(?:sich )?bestätigen|frage? (?:nach einer bestätigung|ob (?:er|sie|der kunde) sicher ist))/iu,
    () => ({ kind: 'confirm' }),
  ],
  [
    /^(?:ask (?:(?:the customer|them|him|her) )?(?:for|about)|collect|find out|frage?(?:n sie)?(?: (?:den kunden|die kundin|ihn|sie))? nach|erfrage?(?:n sie)?) ([^.;:]+?)(?=,? (?:then|and then|dann|und dann)\b|[.;:]|$)/iu,
    ([, list = '']) => ({ kind: 'ask', inputs: splitList(list) }),
  ],
  [
    /^(?:call|run|use|execute|trigger|rufe?|führe?|nutze?|starte?) (?:the |die |den )?(?:action |aktion )?[`"“„]?([A-Za-z][\w.-]*\w)[`"”“]?(?: (?:auf|aus|action|aktion))?/iu,
    ([, action = '']) => ({ kind: 'call', action }),
  ],
  [
    new RegExp(
      String.raw`^(?:reply|say|answer|respond|tell (?:them|him|her|the customer)|antworte?|sage?|schreibe?|teile? (?:ihm|ihr|dem kunden) mit)(?: with| mit|:)?:? ${QUOTED.source}`,
      'iu',
    ),
    ([, text = '']) => ({ kind: 'reply', text }),
  ],
  [
    new RegExp(
      String.raw`^(?:tag (?:it |the conversation |this )?(?:as|with)|(?:setze?|vergib|vergebe) (?:das |den )?tag) ${QUOTED.source}`,
      'iu',
    ),
    ([, tag = '']) => ({ kind: 'tag', tag }),
  ],
  [
    /^(?:hand (?:(?:it|them|the conversation) )?over|escalate|transfer|pass (?:it |them )?on|involve (?:a|somebody)|get a (?:person|human|colleague)|übergib|übergebe|leite?|gib|hole?)\b[^.,;:]*/iu,
    () => ({ kind: 'escalate' }),
  ],
];

/** What joins clauses and says nothing. */
const JOINTS =
  /^(?:[\s,.;:!–-]+|(?:and then|and|then|finally|first|next|also|please|it|und dann|und|dann|danach|zuerst|schließlich|außerdem|bitte|so)\b(?=[\s,.;:]))+/iu;

/** The clauses in their order; what fits none is told back, not guessed. */
export function readInstructions(text: string): ReadInstructions {
  const clauses: Clause[] = [];
  const notUnderstood: string[] = [];
  let rest = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  while ((rest = rest.replace(JOINTS, '').trim()) !== '') {
    const found = firstClause(rest);
    if (found) {
      clauses.push(found.clause);
      rest = rest.slice(found.length);
    } else {
      const piece = /^[^.;!]*[.;!]?/.exec(rest)?.[0] || rest;
      notUnderstood.push(piece.trim());
      rest = rest.slice(piece.length);
    }
  }
  return { clauses, notUnderstood };
}

function firstClause(text: string): { clause: Clause; length: number } | null {
  for (const [pattern, read] of PATTERNS) {
    const match = pattern.exec(text);
    if (match) return { clause: read(match), length: match[0].length };
  }
  return null;
}

/** `the card, their name and the date` → `card`, `name`, `date`. */
const splitList = (list: string): string[] =>
  list
    .split(/,\s*(?:and |und )?|\s+(?:and|und|sowie)\s+/iu)
    .map((item) =>
      item
        .replace(
          /^(?:the|a|an|their|his|her|its|der|die|das|dem|den|ein(?:e|en|em|er)?|seine[rmns]?|ihre[rmns]?)\s+/iu,
          '',
        )
        .trim(),
    )
    .filter((item) => item !== '');
