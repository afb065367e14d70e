const MIN_STEM = 4;
/** Longest first. German and English endings in one list: what language one word is in cannot be known. */
const ENDINGS = [
  'erinnen',
  'ungen',
  'erin',
  'ieren',
  'iert',
  'ings',
  'ung',
  'ing',
  'est',
  'ern',
  'ied',
  'ies',
  'en',
  'em',
  'er',
  'es',
  'ed',
  'ly',
  'e',
  's',
  'n',
  'y',
  't',
];
const cache = new Map<string, string>();
const CACHE_SIZE = 20_000;

function strip(word: string): string {
  for (const ending of ENDINGS) {
    if (word.length - ending.length >= MIN_STEM && word.endsWith(ending)) return word.slice(0, -ending.length);
  }
  return word;
}

/**
 * A light stem of a normalised word: at most two endings go, and at least four letters stay, so that inflected forms meet
 * (`charges`, `charged`, `charging` → `charg`; `Überweisung`, `überweisen` → `uberweis`). It need not be a word.
 */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  if (cache.size >= CACHE_SIZE) cache.clear();
  const once = /\d/.test(word) ? word : strip(word);
  const stemmed = once.length > MIN_STEM && /[es]$/.test(once) ? once.slice(0, -1) : once;
  cache.set(word, stemmed);
  return stemmed;
}
