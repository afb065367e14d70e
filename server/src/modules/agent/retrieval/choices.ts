import { wordsOf } from '#platform/text/normalize.ts';

/** By place; the last group means all. */
const PLACES = [
  'erste ersten erster erstes eins 1 first one oben obere a',
  'zweite zweiten zweiter zweites zwei 2 second two b',
  'dritte dritten dritter drittes drei 3 third three c',
].map((line) => new Set(wordsOf(line)));
const LAST = new Set(wordsOf('letzte letzten letzter letztes last unten untere'));
const ALL = new Set(wordsOf('beide beides both alle alles all'));
const AROUND = new Set(
  wordsOf(
    'der die das den dem ich meine meinte nummer nr number option punkt bitte please the i mean meant would like to ja yes na no one nehme',
  ),
);
const LONGEST = 6;

/**
 * Which of the titles that were offered a message means by their place ("the second one", "2."), or all of them ("both"), one per
 * line; null when it says something else. A title itself needs no such help: it is found like a question.
 */
export function chosenOf(message: string, offered: readonly string[]): string | null {
  const said = wordsOf(message);
  if (offered.length === 0 || said.length === 0 || said.length > LONGEST) return null;
  // "The second one" is not the first.
  const telling = said.filter((word) => !AROUND.has(word));
  const [place = said.length === 1 ? said[0] : undefined, another] = telling;
  if (place === undefined || another !== undefined) return null;
  if (ALL.has(place)) return offered.join('\n');
  if (LAST.has(place)) return offered.at(-1) ?? null;
  const at = PLACES.findIndex((words) => words.has(place));
  return at < 0 ? null : (offered[at] ?? null);
}
