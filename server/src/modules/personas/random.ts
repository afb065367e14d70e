/** A stream of numbers in [0, 1). */
export type Random = () => number;

/** FNV-1a over UTF-16 code units: 32 bits that say which stream a label means. Not for secrets. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * mulberry32 (Tommy Ettinger, public domain): a 32-bit generator whose stream depends on the seed alone. Each subject
 * and month takes a stream of its own by its label, so that a change in one leaves all others as they were.
 */
export function seededRandom(seed: number, label = ''): Random {
  let state = hash32(`${seed}:${label}`);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from `min` to `max`, both included. */
export function between(random: Random, min: number, max: number): number {
  return min + Math.floor(random() * (max - min + 1));
}

export function pick<T>(random: Random, list: readonly T[]): T {
  const index = Math.floor(random() * list.length);
  if (index >= list.length) throw new Error('Nothing to pick from: the list is empty');
  return list[index] as T;
}

export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** `length` random decimal digits. */
export function digits(random: Random, length: number): string {
  return Array.from({ length }, () => between(random, 0, 9)).join('');
}
