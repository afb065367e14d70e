/** Answers that are too long for a model: as much of them as fits, and where the rest begins. */

/** About 10,000 tokens, which the usual clients take without complaint. */
export const MOST_CHARACTERS = 40_000;

export interface Cut {
  /** JSON pointer to what was cut. */
  pointer: string;
  /** Entries of a list, fields of an object or characters of a text. */
  shown: number;
  total: number;
}

export interface Shortened {
  value: unknown;
  cuts: Cut[];
}

export const lengthOf = (value: unknown) => JSON.stringify(value)?.length ?? 0;

/** What of `value` fits into `budget` characters of JSON: beginnings of lists and texts, every field of an object. */
export function shorten(value: unknown, budget: number, pointer = ''): Shortened {
  if (lengthOf(value) <= budget) return { value, cuts: [] };
  if (typeof value === 'string') return shortenText(value, budget, pointer);
  if (Array.isArray(value)) return shortenList(value, budget, pointer);
  if (typeof value === 'object' && value !== null)
    return shortenObject(value as Record<string, unknown>, budget, pointer);
  return { value, cuts: [] };
}

function shortenText(text: string, budget: number, pointer: string): Shortened {
  let shown = Math.max(0, Math.min(budget - 2, text.length - 1));
  // What JSON has to escape is longer there than here.
  for (
    let length = lengthOf(text.slice(0, shown));
    length > budget && shown > 0;
    length = lengthOf(text.slice(0, shown))
  ) {
    shown = Math.floor((shown * budget) / length) - 1;
  }
  return { value: text.slice(0, shown), cuts: [{ pointer, shown, total: text.length }] };
}

/** At least the first entry, itself shortened if it must be. */
function shortenList(list: unknown[], budget: number, pointer: string): Shortened {
  const value: unknown[] = [];
  const cuts: Cut[] = [];
  let left = budget - 2;
  for (const [index, entry] of list.entries()) {
    const length = lengthOf(entry) + 1;
    if (length > left && index > 0) break;
    const part = shorten(entry, left, `${pointer}/${index}`);
    value.push(part.value);
    cuts.push(...part.cuts);
    left -= length;
    if (left <= 0) break;
  }
  if (value.length < list.length) cuts.push({ pointer, shown: value.length, total: list.length });
  return { value, cuts };
}

/** What a field's name takes in JSON, with its quotes, colon and comma, and at least a digit after it. */
const FRAME = 5;

/** Short fields stay whole; the long ones share what they leave. Of more fields than fit, the first ones. */
function shortenObject(whole: Record<string, unknown>, budget: number, pointer: string): Shortened {
  const names = Object.keys(whole);
  let room = budget;
  const fitting = names.filter((name, index) => (room -= lengthOf(name) + FRAME) > 0 || index === 0);
  if (fitting.length === names.length) return shortenFields(whole, budget, pointer);
  const { value, cuts } = shortenFields(
    Object.fromEntries(fitting.map((name) => [name, whole[name]])),
    budget,
    pointer,
  );
  return { value, cuts: [...cuts, { pointer, shown: fitting.length, total: names.length }] };
}

function shortenFields(object: Record<string, unknown>, budget: number, pointer: string): Shortened {
  const fields = Object.entries(object).map(([name, value]) => ({ name, value, length: lengthOf(value) }));
  const parts = new Map<string, unknown>();
  const cuts: Cut[] = [];
  let left = budget - fields.reduce((sum, { name }) => sum + name.length + 4, 2);
  for (const [index, { name, value }] of fields.sort((a, b) => a.length - b.length).entries()) {
    const part = shorten(value, Math.max(2, Math.floor(left / (fields.length - index))), `${pointer}/${escape(name)}`);
    parts.set(name, part.value);
    cuts.push(...part.cuts);
    left -= lengthOf(part.value);
  }
  return { value: Object.fromEntries(Object.keys(object).map((name) => [name, parts.get(name)])), cuts };
}

const escape = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** What a JSON pointer (RFC 6901) leads to, from an entry, a field or a character on; undefined where there is nothing. */
export function selectPart(value: unknown, pointer: string, from: number): unknown {
  let found = value;
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = (found as Record<string, unknown>)[name];
  }
  if (typeof found === 'string' || Array.isArray(found)) return found.slice(from);
  if (from === 0 || typeof found !== 'object' || found === null) return found;
  return Object.fromEntries(Object.entries(found).slice(from));
}
