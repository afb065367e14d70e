import { analyze } from '#platform/text/analyze.ts';
import { wordsOf } from '#platform/text/normalize.ts';
import { stem } from '#platform/text/stem.ts';
import { isStopWord } from '#platform/text/stop-words.ts';

/** Words of politeness and of pointing the way, which every answer may use. */
const COURTESY = new Set(
  wordsOf(`gern gerne natürlich leider tut leid verstehe verständnis danke dank vielen bitte hallo guten tag freundliche grüße
  helfen hilfe weiter weitere weiteren frage fragen falls dazu dafür damit dabei außerdem anschließend danach zuerst zunächst schließlich wählen öffnen tippen klicken
  gehen folgen finden können sofort direkt ganz folgende folgendermaßen schritt schritte möglich stehen verfügung hinweis beachten
  sure certainly course sorry understand thank thanks please hello glad happy help further question questions first
  then next finally also simply just open tap choose select follow step steps find directly right away possible note
  januar februar märz april mai juni juli august september oktober november dezember january february march may june july october december
  following heres available anything else hear assist inconvenience hören unterstützen unannehmlichkeiten`).map(stem),
);
const SHARED_BEGINNING = 5;

/** What texts speak of: stems, concepts and the beginnings of long words. */
export interface Vocabulary {
  knows(word: string): boolean;
}

export function vocabularyOf(texts: readonly string[]): Vocabulary {
  const stems = new Set<string>();
  const concepts = new Set<string>();
  const beginnings = new Set<string>();
  for (const text of texts) {
    const analysis = analyze(text);
    for (const found of analysis.stems) stems.add(found);
    for (const concept of analysis.concepts) concepts.add(concept);
    for (const word of analysis.words)
      if (word.length >= SHARED_BEGINNING) beginnings.add(word.slice(0, SHARED_BEGINNING));
  }
  return {
    knows(word) {
      if (stems.has(stem(word)) || (word.length >= SHARED_BEGINNING && beginnings.has(word.slice(0, SHARED_BEGINNING))))
        return true;
      const meant = analyze(word).concepts;
      return meant.length > 0 && meant.every((concept) => concepts.has(concept));
    },
  };
}

/** The words of a sentence that say something: neither function words nor politeness, nor numbers. */
export const tellingWords = (text: string): string[] =>
  wordsOf(text).filter((word) => !isStopWord(word) && !COURTESY.has(stem(word)) && !/\d/.test(word));
