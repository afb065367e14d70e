import { MOST_CHARACTERS } from '../source.types.ts';

/** One space between words, no space around line breaks, no invisible characters. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{2,}/g, '\n')
    .trim();
}

/** Keeps the beginning of what is too long, and says so. */
export function capBlocks(blocks: string[], most = MOST_CHARACTERS): string[] {
  let room = most;
  const kept: string[] = [];
  for (const block of blocks) {
    if (block.length > room) return [...kept, `(The document goes on; ${most} characters were read.)`];
    kept.push(block);
    room -= block.length;
  }
  return kept;
}
