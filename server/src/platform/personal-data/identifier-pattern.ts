/** Identifiers whose characters may look like something else by chance: UUIDs, and digests and trace ids in hex. */
const IDENTIFIER =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<![0-9a-z])(?=\d*[a-f])(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})(?![0-9a-z])/gi;
const MAX_IDENTIFIER_LENGTH = 128;

/**
 * Whether the part of the text from `start` up to `end` overlaps a UUID, digest or trace id. Looks only as far around as
 * the longest of them reaches, so that a text full of numbers takes linear time.
 */
export function overlapsIdentifier(text: string, start: number, end: number): boolean {
  const windowStart = Math.max(0, start - MAX_IDENTIFIER_LENGTH);
  for (const found of text.slice(windowStart, end + MAX_IDENTIFIER_LENGTH).matchAll(IDENTIFIER)) {
    const foundStart = windowStart + found.index;
    if (foundStart < end && foundStart + found[0].length > start) return true;
  }
  return false;
}
