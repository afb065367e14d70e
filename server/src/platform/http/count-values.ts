/** In a JSON body that is read as a whole: checking this many takes about a quarter of a second at worst. */
export const MOST_VALUES = 250_000;

const OPENERS = new Set(['{', '['].map((character) => character.charCodeAt(0)));
const COMMA = ','.charCodeAt(0);
const QUOTE = '"'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);

/**
 * Whether a JSON text has more values than `most`, told without reading it: each value but the first of a list follows a
 * comma, and each list or object a bracket. What is checked afterwards costs by the number of values, not of bytes, and
 * holds up every other request meanwhile. A text that is no JSON gets some answer.
 */
export function hasMoreValues(json: Uint8Array, most: number): boolean {
  // A value and what parts it from the next are two bytes.
  if (json.length <= most) return false;
  let count = 1;
  let isText = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at] as number;
    if (byte === QUOTE) isText = !isText;
    else if (isText) at += byte === BACKSLASH ? 1 : 0;
    else if (byte === COMMA || OPENERS.has(byte)) count += 1;
    if (count > most) return true;
  }
  return false;
}
