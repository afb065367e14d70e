/** What PostgreSQL can not store, whatever a schema says about it. */

/** Deeper documents are an attack on whoever walks through them. */
const MAX_DEPTH = 64;

/** PostgreSQL stores neither NUL nor half of a surrogate pair; what is wrong, to be read after the field's name, or null. */
export function findTextProblem(text: string): string | null {
  if (text.includes('\0')) return 'must not contain the NUL character (\\u0000)';
  if (!text.isWellFormed()) return 'must not contain half of a surrogate pair (\\ud800 to \\udfff alone)';
  return null;
}

/** The text without NUL, and with the replacement character for halves of surrogate pairs: for what others wrote. */
export const storableText = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** The beginning of a text, at most so many UTF-16 units, and never half of a surrogate pair at its end. */
export const cutText = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '');

/** Of one object: the widest that is taken has a few hundred. More cost their readers seconds. */
const MOST_PROPERTIES = 10_000;

/** The first text or key inside `document`, at any depth, that can not be stored; `path` is a JSON pointer. */
export function findUnstorable(document: unknown): { path: string; message: string } | null {
  if (isStorable(document, 0)) return null;
  const open: { value: unknown; path: string; depth: number }[] = [{ value: document, path: '', depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path, depth } = next;
    if (typeof value === 'string') {
      const message = findTextProblem(value);
      if (message) return { path, message };
    } else if (typeof value === 'object' && value !== null) {
      if (depth === MAX_DEPTH) return { path: firstLevels(path), message: `nests deeper than ${MAX_DEPTH} levels` };
      const inners = Object.entries(value);
      if (!Array.isArray(value) && inners.length > MOST_PROPERTIES)
        return { path: firstLevels(path), message: `has more than ${MOST_PROPERTIES} properties` };
      for (const [key, inner] of inners) {
        const problem = findTextProblem(key);
        if (problem) return { path, message: `the name of one of its properties ${problem}` };
        open.push({ value: inner, path: `${path}/${pointerToken(key)}`, depth: depth + 1 });
      }
    }
  }
  return null;
}

/** The same question without the place, which costs most: nearly every document has nothing to be found. */
function isStorable(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return findTextProblem(value) === null;
  if (typeof value !== 'object' || value === null) return true;
  if (depth === MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.every((inner) => isStorable(inner, depth + 1));
  const known = value as Record<string, unknown>;
  const keys = Object.keys(known);
  if (keys.length > MOST_PROPERTIES) return false;
  return keys.every((key) => findTextProblem(key) === null && isStorable(known[key], depth + 1));
}

/** A key as a token of a JSON pointer (RFC 6901). */
const pointerToken = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');

const firstLevels = (path: string) => path.split('/').slice(0, 4).join('/');
