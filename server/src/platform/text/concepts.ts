import { CONCEPT_WORDS } from './concept-words.ts';
import { wordsOf } from './normalize.ts';
import { stem } from './stem.ts';

const LONGEST_PHRASE = 4;
/** German joins words: parts of at least this length are looked for at both ends of a long one. */
const SHORTEST_PART = 4;
const SHORTEST_COMPOUND = 9;

/** Stems of a phrase, joined by a space → the concepts that it stands for. */
const conceptsOfPhrase = new Map<string, string[]>();
for (const line of CONCEPT_WORDS.trim().split('\n')) {
  const [name = '', forms = ''] = line.split(': ');
  for (const form of forms.split(' ')) {
    const phrase = wordsOf(form.replaceAll('_', ' ')).map(stem).join(' ');
    const known = conceptsOfPhrase.get(phrase);
    if (!known) conceptsOfPhrase.set(phrase, [name]);
    else if (!known.includes(name)) known.push(name);
  }
}

const NONE: readonly string[] = [];

/** The concepts at the start and at the end of a compound: `kreditkartenlimit` is about cards and limits. */
function conceptsOfCompound(word: string): readonly string[] {
  if (word.length < SHORTEST_COMPOUND) return NONE;
  const found: string[] = [];
  for (let length = word.length - 1; length >= SHORTEST_PART; length--) {
    const head = conceptsOfPhrase.get(word.slice(0, length)) ?? conceptsOfPhrase.get(stem(word.slice(0, length)));
    if (!head) continue;
    found.push(...head);
    break;
  }
  for (let start = 1; start <= word.length - SHORTEST_PART; start++) {
    const tail = conceptsOfPhrase.get(word.slice(start));
    if (!tail) continue;
    found.push(...tail);
    break;
  }
  return found;
}

/** The concepts of a text, given its stems in order: in the order of the words, each once. */
export function conceptsOf(stems: readonly string[]): string[] {
  const found = new Set<string>();
  for (let start = 0; start < stems.length; start++) {
    const first = stems[start] as string;
    const known = conceptsOfPhrase.get(first) ?? conceptsOfCompound(first);
    for (const concept of known) found.add(concept);
    let phrase = first;
    for (let length = 2; length <= LONGEST_PHRASE && start + length <= stems.length; length++) {
      phrase = `${phrase} ${stems[start + length - 1]}`;
      for (const concept of conceptsOfPhrase.get(phrase) ?? NONE) found.add(concept);
    }
  }
  return [...found];
}

/** Whether a normalised word says by itself what a text is about. */
export function isConceptWord(word: string): boolean {
  const stemmed = stem(word);
  return conceptsOfPhrase.has(stemmed) || conceptsOfCompound(stemmed).length > 0;
}
