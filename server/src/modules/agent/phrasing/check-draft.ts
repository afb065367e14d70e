import { hasPlaceholder, replacePersonalData } from '#platform/personal-data/index.ts';
import { analyze } from '#platform/text/analyze.ts';
import type { Language } from '#platform/text/language.ts';
import { languageOf } from '#platform/text/language.ts';
import { wordsOf } from '#platform/text/normalize.ts';
import { figuresOf } from './figures.ts';
import { namesOf } from './names.ts';
import { tellingWords, vocabularyOf } from './vocabulary.ts';

/** What a draft may rest on. */
export interface Grounds {
  /** The articles that it says it answers from. */
  sources: readonly string[];
  /** What is known of the customer, and the name of the bot. */
  facts: readonly string[];
  /** What the model was told to do, which is nobody's business. */
  instructions: string;
  language: Language;
}

/** Why a draft is not sent; each states the fact. */
export type DraftProblem =
  | 'unknown_number'
  | 'unknown_date'
  | 'unknown_address'
  | 'unknown_name'
  | 'unknown_personal_data'
  | 'unsupported'
  | 'contradiction'
  | 'leaks_instructions'
  | 'asks_for_secret'
  | 'markup'
  | 'wrong_language';

/** Of the telling words of a sentence, so many must occur in what it rests on. */
const SUPPORTED = 0.75;
/** Of a translation, whose other words can't be compared, so many must stand for a concept that it rests on. */
const SUPPORTED_ABROAD = 0.4;
/** So many words in a row of the instructions are no accident. */
const LEAK = 6;
/** Fewer words may look like either language. */
const TELLS_LANGUAGE = 6;
/** Markup that draws, runs or hides something. */
const MARKUP =
  /<\/?[a-z!][^>]{0,300}>|!\[|\b(?:javascript|data|vbscript):|[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]/iu;
const NEGATION =
  /(?<!\p{L})(?:nicht|nie|niemals|kein\w*|ohne|weder|not|never|no|without|cannot|neither|\w+n['’]t)(?!\p{L})/giu;
const NEGATED = new RegExp(NEGATION.source, 'iu');
/** That something costs nothing is an amount as well. */
const FREE =
  /(?<!\p{L})(?:free of charge|for free|(?:is|are|be|completely|entirely) free(?! to)|at no (?:extra |additional )?(?:cost|charge)|no (?:costs?|charges?|fees?)|costs? (?:you )?nothing|kostenlos\w*|kostenfrei\w*|gebührenfrei\w*|gratis|umsonst|unentgeltlich\w*|keine? (?:kosten|gebühr\w*|entgelt\w*)|ohne (?:kosten|gebühr\w*|entgelt)|koste(?:t|n) (?:sie |dich |euch )?nichts)(?!\p{L})/iu;
const SECRET =
  /(?<!\p{L})(?:pin|tan|passwort\w*|password\w*|kennwort\w*|cvv|cvc|one-time code|einmalcode|zugangsdaten|credentials|login data)(?!\p{L})/iu;
const ASKING =
  /(?<!\p{L})(?:send|tell|give|share|reply|provide|enter|type|confirm|submit|schick\w*|send\w*|nenn\w*|teil\w*|gib|geben|verrat\w*|antwort\w*|bestätig\w*|mitteilen|eingeben|übermitt\w*)(?!\p{L})/iu;

/**
 * Prepares the check of drafts against what they may rest on. The check takes a draft or any whole sentences of it, and
 * answers the first problem, or null. Where all sources are in the other language than the draft, its words can't be compared: then
 * only those that stand for a concept have to be known, and a draft that denies something needs a source that does. Deterministic: it trusts the sources and the facts, and nothing that the model or the
 * customer says.
 */
export function createDraftCheck(grounds: Grounds): (draft: string) => DraftProblem | null {
  const trusted = [...grounds.sources, ...grounds.facts];
  const figures = trusted.map(figuresOf);
  const known = (part: 'numbers' | 'dates' | 'addresses', value: string) => figures.some((set) => set[part].has(value));
  const all = trusted.join('\n');
  const words = new Set(trusted.flatMap(wordsOf));
  const vocabulary = vocabularyOf(trusted);
  const personal = personalDataOf(all);
  const secretRuns = runsOf(grounds.instructions, LEAK);
  const openRuns = runsOf(all, LEAK);
  const isTranslated =
    grounds.sources.length > 0 &&
    grounds.sources.every((source) => languageOf(source, grounds.language) !== grounds.language);
  const nothingIsFree = !trusted.some((text) => FREE.test(text));
  const deniesNothing = isTranslated && !grounds.sources.some((source) => NEGATED.test(source));
  const concepts = new Set(isTranslated ? trusted.flatMap((text) => analyze(text).concepts) : []);
  const meansSomethingKnown = (word: string) => analyze(word).concepts.some((concept) => concepts.has(concept));
  const sentences = grounds.sources.flatMap(sentencesOf).map((text) => ({ words: new Set(tellingWords(text)), text }));
  return (draft) => {
    if (MARKUP.test(draft) && !all.includes(MARKUP.exec(draft)?.[0] ?? '')) return 'markup';
    if (hasPlaceholder(draft)) return 'unknown_personal_data';
    for (const value of personalDataOf(draft)) if (!personal.has(value)) return 'unknown_personal_data';
    const stated = figuresOf(draft);
    for (const value of stated.addresses) if (!known('addresses', value)) return 'unknown_address';
    for (const value of stated.dates) if (!known('dates', value)) return 'unknown_date';
    for (const value of stated.numbers) if (!known('numbers', value)) return 'unknown_number';
    for (const run of runsOf(draft, LEAK)) if (secretRuns.has(run) && !openRuns.has(run)) return 'leaks_instructions';
    for (const name of namesOf(draft, grounds.language, isTranslated))
      if (!words.has(name) && !vocabulary.knows(name)) return 'unknown_name';
    const tells = wordsOf(draft).length >= TELLS_LANGUAGE;
    if (tells && languageOf(draft, grounds.language) !== grounds.language) return 'wrong_language';
    for (const sentence of sentencesOf(draft)) {
      const problem = checkSentence(sentence);
      if (problem) return problem;
    }
    return null;
  };

  function checkSentence(sentence: string): DraftProblem | null {
    const said = tellingWords(sentence);
    if (isTranslated && said.filter(meansSomethingKnown).length < said.length * SUPPORTED_ABROAD) return 'unsupported';
    const telling = isTranslated ? said.filter(standsForConcept) : said;
    const unknown = telling.filter((word) => !(isTranslated ? meansSomethingKnown(word) : vocabulary.knows(word)));
    if (unknown.length > 0 && unknown.length > telling.length * (1 - SUPPORTED)) return 'unsupported';
    if (SECRET.test(sentence) && ASKING.test(sentence) && !isNegated(sentence) && !all.includes(sentence.trim()))
      return 'asks_for_secret';
    if (nothingIsFree && FREE.test(sentence)) return 'contradiction';
    if (deniesNothing && isNegated(sentence)) return 'contradiction';
    const nearest = nearestOf(telling);
    return nearest && isNegated(nearest) !== isNegated(sentence) ? 'contradiction' : null;
  }

  /** The sentence of the sources that says nearly the same, if one does. */
  function nearestOf(telling: readonly string[]): string | undefined {
    if (telling.length < 2) return undefined;
    let best: { text: string; shared: number } | undefined;
    for (const { words: other, text } of sentences) {
      const shared = telling.filter((word) => other.has(word)).length / Math.max(telling.length, 1);
      if (shared >= 0.75 && shared > (best?.shared ?? 0)) best = { text, shared };
    }
    return best?.text;
  }
}

const standsForConcept = (word: string) => analyze(word).concepts.length > 0;
const isNegated = (text: string) => (text.match(NEGATION)?.length ?? 0) % 2 === 1;

/** Sentences, and lines of lists. */
export const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?…])(?<!\d\.)["”“)*]*\s+|\n+/u).filter((part) => /\p{L}/u.test(part));

function personalDataOf(text: string): Set<string> {
  const found = new Set<string>();
  replacePersonalData(text, (kind, value) => {
    found.add(`${kind}:${value.toLowerCase().replace(/[^\p{L}\p{N}@.+]/gu, '')}`);
    return ' ';
  });
  return found;
}

function runsOf(text: string, length: number): Set<string> {
  const words = sentencesOf(text).flatMap(wordsOf);
  const runs = new Set<string>();
  for (let at = 0; at + length <= words.length; at++) runs.add(words.slice(at, at + length).join(' '));
  return runs;
}
