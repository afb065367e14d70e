import { type Language } from '#platform/text/language.ts';
import { wordsOf } from '#platform/text/normalize.ts';
import { stem } from '#platform/text/stem.ts';

/** Capitalised in any sentence, and nobody's name. */
const NO_NAMES = new Set(
  wordsOf(`i sie ihr ihre ihren ihrem ihrer ihres ihnen mr mrs ms dr herr frau monday tuesday wednesday thursday friday saturday
  sunday montag dienstag mittwoch donnerstag freitag samstag sonntag january february march april may june july august september
  october november december januar februar märz mai juni juli oktober dezember german english deutsch app pin tan iban bic sepa
  eur usd gbp chf faq ok pdf sms qr atm id`),
);
/** What every answer of a German service may speak of. */
const GERMAN_NOUNS = new Set(
  wordsOf(`frage fragen antwort hilfe schritt schritte tag tage tagen uhr euro prozent kunde kunden kundin konto kontos karte
  karten app team kundenservice service bank geld betrag menü einstellungen bereich punkt fall fällen möglichkeit
  information informationen angabe angaben nachricht anliegen problem bitte dank grüße grüßen ende beginn zeit moment woche
  wochen monat monate monaten jahr jahre jahren weg art weise reihenfolge hinweis beispiel person gerät handy telefon internet
  seite webseite link anfrage anruf auge blick sorge sorgen verfügung verständnis geduld rückfrage rückfragen`).map(
    stem,
  ),
);
const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}’'-]*/gu;
const SENTENCE_START = /(?:^|[.!?:…]["“”„)*]*\s+|\n\s*(?:[-*•]|\d{1,2}[.)])?\s*|["“„(*])$/u;

/**
 * Words of a draft that may name somebody or something, normalised: in English whatever is capitalised within a sentence,
 * in German, where all nouns are, those that do not belong to any answer; and words in capitals or with capitals inside.
 * The first word of a sentence tells nothing, unless another capitalised one follows it. `isTranslated`: the German words can
 * not be compared with those of what it rests on; then two capitalised ones in a row within a sentence name somebody.
 */
export function namesOf(text: string, language: Language, isTranslated = false): string[] {
  const names: string[] = [];
  const found = [...text.matchAll(CAPITALISED)];
  for (const [at, { 0: written, index }] of found.entries()) {
    const isOdd = /\p{Lu}.*\p{Lu}/u.test(written);
    const next = found[at + 1];
    const isFollowed = next !== undefined && /^[ \u00a0]$/.test(text.slice(index + written.length, next.index));
    const starts = SENTENCE_START.test(text.slice(Math.max(0, index - 6), index)) || index === 0;
    if (starts && !isOdd && !(isFollowed && language === 'en')) continue;
    const before = found[at - 1];
    const follows =
      before !== undefined &&
      !NO_NAMES.has(wordsOf(before[0])[0] ?? '') &&
      /^[ \u00a0]$/.test(text.slice(before.index + before[0].length, index));
    if (isTranslated && language === 'de' && !isOdd && !isFollowed && !follows) continue;
    for (const word of wordsOf(written)) {
      if (NO_NAMES.has(word) || (language === 'de' && !isOdd && GERMAN_NOUNS.has(stem(word)))) continue;
      names.push(word);
    }
  }
  return names;
}
