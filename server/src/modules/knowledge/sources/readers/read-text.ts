import type { ReadDocument } from '../source.types.ts';
import { capBlocks, tidy } from './blocks.ts';

/** Paragraphs between blank lines. */
export function readText(source: string): ReadDocument {
  const blocks = source
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map(tidy)
    .filter((block) => block !== '');
  return { title: blocks[0]?.split('\n')[0]?.slice(0, 200) ?? null, paragraphs: capBlocks(blocks), language: null };
}
