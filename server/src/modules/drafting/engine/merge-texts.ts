import { type Contradiction, readSentences, saysTheSame } from './contradictions.ts';

/**
 * A live text with what a section says otherwise or beyond it: contradicted sentences are replaced where they stand, and
 * paragraphs that say something new are added at the end. The rest of the live text stays as it is. Pure.
 */
export function mergeTexts(
  live: string,
  paragraphs: readonly string[],
  contradictions: readonly Contradiction[],
): string {
  let merged = live;
  for (const { liveText, draftText } of contradictions) merged = merged.replace(liveText, () => draftText);
  const known = readSentences(merged);
  const added = paragraphs.filter((paragraph) =>
    readSentences(paragraph).some((sentence) => !known.some((other) => saysTheSame(sentence, other))),
  );
  return [merged.trim(), ...added].filter((text) => text !== '').join('\n\n');
}
