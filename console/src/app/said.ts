/**
 * What the server says in English (why something was refused, why a draft exists, why a booking is of a category) in the
 * reader's language. The API speaks English alone, and so does what is stored of it; here each of its sentences has a
 * German twin, found by the sentence itself. `npm run check` knows the sentences of the server and misses those without.
 */

interface Twin {
  english: RegExp;
  /** With `{1}` for what was put in as it came, `{2+}` for what the server said there in words of its own. */
  german: string;
}

/** The most particular first. Empty: the reader reads English. */
let twins: readonly Twin[] = [];
const known = new Map<string, string>();
/** Of many rows most say the same; a history of years must not fill the memory. */
const MOST_KNOWN = 5_000;

/** Makes `said` speak a language; to be awaited before anything is shown in it. */
export async function speak(language: 'en' | 'de') {
  const table = language === 'de' ? (await import('./said/german.ts')).GERMAN : {};
  twins = twinsOf(table);
  known.clear();
}

/** Something that the server has said, in the reader's language; what is not one of its sentences stays as it is. */
export function said(text: string): string {
  if (twins.length === 0) return text;
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const now = translate(twins, text);
  known.set(text, now);
  return now;
}

/** By its English sentences with `{}` for each hole. */
export function twinsOf(table: Readonly<Record<string, string>>): Twin[] {
  return Object.entries(table)
    .toSorted(([a], [b]) => lettersOf(b) - lettersOf(a))
    .map(([english, german]) => ({ english: patternOf(english), german }));
}

const lettersOf = (english: string) => english.replaceAll('{}', '').length;

const patternOf = (english: string) =>
  new RegExp(`^${english.split('{}').map(escape).join('([^]*?)')}$`.replaceAll('([^]*?)”', '([^”]*)”'));

const escape = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

interface Reading {
  text: string;
  /** How many letters were taken over as they came: of several readings the one with the fewest is right. */
  left: number;
}

/** What is not said by the server stays as it is, as a whole or as the part that it is. */
export const translate = (all: readonly Twin[], text: string): string => read(all, text).text;

function read(all: readonly Twin[], text: string): Reading {
  const [, blank = '', rest = ''] = /^(\s*)([^]*)$/.exec(text) ?? [];
  const best = [several(all, rest), one(all, rest), ofPlace(all, rest)]
    .filter((reading) => reading !== null)
    .reduce(fewest, { text: rest, left: rest.length });
  return { text: blank + best.text, left: best.left };
}

const fewest = (a: Reading, b: Reading) => (b.left < a.left ? b : a);

/** Sentences one after the other, all of them the server's: the first ends where it soonest can. */
function several(all: readonly Twin[], text: string): Reading | null {
  for (const { index } of text.matchAll(/(?<=[.!?]) /g)) {
    const first = one(all, text.slice(0, index));
    if (first === null) continue;
    const rest = text.slice(index + 1);
    const others = several(all, rest) ?? one(all, rest);
    if (others !== null) return { text: `${first.text} ${others.text}`, left: first.left + others.left };
  }
  return null;
}

function one(all: readonly Twin[], text: string): Reading | null {
  let best: Reading | null = null;
  for (const { english, german } of all) {
    const holes = english.exec(text);
    if (!holes) continue;
    const reading = fill(all, german, holes);
    best = best ? fewest(best, reading) : reading;
    if (best.left === 0) break;
  }
  return best;
}

function fill(all: readonly Twin[], german: string, holes: readonly string[]): Reading {
  let left = 0;
  const text = german.replace(/\{(\d)(\+?)\}/g, (_, number: string, isSaid: string) => {
    const hole = holes[Number(number)] ?? '';
    const reading = isSaid === '' ? { text: hole, left: hole.length } : read(all, hole);
    left += reading.left;
    return reading.text;
  });
  return { text, left };
}

const PLACES = [
  // `/flow/2/tag is no tag of this workspace: vip, and 2 more.`
  /^(?<place>[/?:]\S* )(?<what>[^]+?)(?:, and (?<more>\d+) more)?\.$/,
  // `prices.csv, line 4: is no amount`, `/name: is required`
  /^(?<place>[^]*?: )(?<what>[^]+)$/,
];

/** A place, and what is wrong there. */
function ofPlace(all: readonly Twin[], text: string): Reading | null {
  for (const pattern of PLACES) {
    const { place = '', what = '', more } = pattern.exec(text)?.groups ?? {};
    if (what === '') continue;
    const { text: translated, left } = read(all, what);
    if (translated === what) continue;
    return {
      text: `${place}${translated}${more === undefined ? '' : ` und ${more} weitere`}`,
      left: place.length + left,
    };
  }
  return null;
}
