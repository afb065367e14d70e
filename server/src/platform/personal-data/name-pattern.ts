/**
 * A name as people introduce themselves, write to somebody, or sign. Bounded everywhere, so that no text takes long.
 * The first words of an introduction may be in lower case, as in chats; after `Herr`, `Mrs` and a greeting they may not,
 * for `Frau und Kind` names nobody.
 */
const PARTICLES = String.raw`(?:(?:von|vom|van|zu|zum|de|der|den|di|da|del|la|le|al|el|bin|ibn|ter|ten) ){0,3}`;
const CAPITALISED = String.raw`\p{Lu}[\p{L}'’-]{1,30}`;
const NAME = String.raw`${CAPITALISED}(?:[ \u00a0]${PARTICLES}(?:${CAPITALISED}|\p{Lu}\.)){0,3}`;
const BEFORE = String.raw`(?<![\p{L}\p{N}])`;

const INTRODUCED = new RegExp(
  String.raw`${BEFORE}((?:mein(?:e)? (?:voller |ganzer |vollständiger )?name (?:ist|lautet|wäre)|ich hei(?:ß|ss)e|ich nenne mich|my (?:full )?name(?: is|['’]s|s)|i am called|i['’]m called|they call me)[ :]{1,3})((?:\p{L}[\p{L}'’.-]{1,30})(?:[ \u00a0]${PARTICLES}\p{L}[\p{L}'’-]{1,30}){0,2})`,
  'giu',
);
const LABELLED = new RegExp(
  String.raw`${BEFORE}((?:[Vv]or- und [Nn]achname|[Vv]orname|[Nn]achname|[Ff]amilienname|[Kk]ontoinhaber(?:in)?|[Nn]ame|[Ff]irst name|[Ll]ast name|[Ff]ull name|[Ss]urname|[Aa]ccount holder) ?[:=] ?)(${NAME})`,
  'gu',
);
const ADDRESSED = new RegExp(
  String.raw`${BEFORE}((?:Herrn?|Frau|Fräulein|Hr\.|Fr\.|Mr\.?|Mrs\.?|Ms\.?|Miss|Mx\.?|Dr\.|Prof\.) (?:(?:Dr\.|Prof\.|med\.) ){0,3})(${PARTICLES}${NAME})`,
  'gu',
);
const SIGNED = new RegExp(
  String.raw`${BEFORE}((?:(?:[Mm]it )?(?:[Ff]reundlichen?|[Bb]esten?|[Vv]iele[nr]?|[Ll]iebe[nr]?|[Hh]erzlichen?|[Ss]chönen?) [Gg]r(?:ü|ue)(?:ß|ss)en?|MfG|[Mm]fg|LG|VG|[Kk]ind regards|[Bb]est regards|[Bb]est wishes|[Rr]egards|[Ss]incerely(?: yours)?|[Yy]ours (?:sincerely|faithfully|truly)|[Cc]heers|[Tt]hanks),?(?:[ \t]*\r?\n){1,3}[ \t]*)(${NAME})(?=[ \t]*(?:\r?\n|$))`,
  'gu',
);
/** One of these must stand in a text that any of the patterns finds. */
const MAY_HOLD_NAME =
  /name|hei(?:ß|ss)e|nenne mich|call|inhaber|holder|herr|frau|fräulein|[hf]r\.|m[rsx]s?\b|miss|dr\.|prof\.|gr(?:ü|ue)(?:ß|ss)|mfg|lg|vg|regards|wishes|sincerely|yours|cheers|thanks/i;
/** What may follow "my name is" in lower case and is no name. */
const NO_NAME =
  /^(?:nicht|not|falsch\w*|wrong\w*|spelled|misspelled|geändert|changed|changing|different|anders|noch|still|on|auf|in|the|der|die|das|a|an|ein|eine|jetzt|now|seit|since|und|and|aber|but|ich|i|incorrect\w*|missing|too|zu|so|unknown|unbekannt|gesperrt|blocked|shown|displayed|written|already|schon|immer|always)$/i;

/**
 * Replaces names of persons where a text shows that they are names: `Mein Name ist …`, `My name is …`, `Name: …`,
 * `Frau …`, `Mr …`, and below a closing phrase; and wherever they stand those of `known`, in any case, as whole words. A name
 * that is neither known nor shown as one stays. Pure; the time it needs grows linearly with the text.
 */
export function replaceNames(
  text: string,
  replacement: (found: string) => string,
  known: readonly string[] = [],
): string {
  let result = text;
  if (MAY_HOLD_NAME.test(text)) {
    for (const pattern of [LABELLED, ADDRESSED, SIGNED]) {
      result = result.replace(pattern, (_, before: string, name: string) => before + replacement(name));
    }
    result = result.replace(INTRODUCED, (whole, before: string, name: string) => {
      const said = nameIn(name);
      return said === '' ? whole : before + replacement(said) + name.slice(said.length);
    });
  }
  const names = [...new Set(known)].filter((name) => name.length >= SHORTEST_KNOWN).sort((a, b) => b.length - a.length);
  if (names.length === 0) return result;
  const escaped = names.slice(0, MOST_KNOWN).map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  const anywhere = new RegExp(String.raw`(?<![\p{L}\p{N}\[])(?:${escaped.join('|')})(?![\p{L}\p{N}])`, 'giu');
  return result.replace(anywhere, (found) => replacement(found));
}

/** Shorter ones are words like others. */
const SHORTEST_KNOWN = 3;
const MOST_KNOWN = 50;

/** Of the words after an introduction those that name: all in capitals' case, or the first when it is written small. */
function nameIn(words: string): string {
  const first = /^\S+/.exec(words)?.[0] ?? '';
  if (NO_NAME.test(first)) return '';
  if (!/^\p{Lu}/u.test(first)) return first;
  return new RegExp(String.raw`^${NAME}`, 'u').exec(words)?.[0] ?? first;
}

/** Names in an e-mail address's local part: `anna.schmidt82@…` → `anna`, `schmidt`. */
export function namesInEmail(email: string): string[] {
  const local = email.split('@')[0] ?? '';
  return (local.match(/\p{L}{3,30}/gu) ?? []).filter((part) => !ROLE.test(part));
}

const ROLE =
  /^(?:info|mail|email|kontakt|contact|office|support|service|admin|post|hallo|hello|team|privat|private|konto|account|bank|karte|card)$/i;
