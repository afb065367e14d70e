import type { ReadDocument } from '../source.types.ts';
import { capBlocks } from './blocks.ts';

/** Blocks between blank lines; headings of both styles stand alone, fenced code is one block. */
export function readMarkdown(source: string): ReadDocument {
  const blocks: string[] = [];
  let current: string[] = [];
  let fence: string | null = null;
  const flush = () => {
    const text = current.join('\n').trim();
    if (text !== '') blocks.push(text);
    current = [];
  };
  for (const line of withoutFrontMatter(source).split(/\r\n?|\n/)) {
    const mark = /^\s{0,3}(```+|~~~+)/.exec(line)?.[1]?.slice(0, 3);
    if (fence !== null) {
      current.push(line);
      if (mark === fence) {
        fence = null;
        flush();
      }
    } else if (mark) {
      flush();
      fence = mark;
      current.push(line);
    } else if (/^\s{0,3}#{1,6}\s/.test(line)) {
      flush();
      blocks.push(line.trim().replace(/\s+#+$/, ''));
    } else if (/^\s{0,3}(?:=+|-{2,})\s*$/.test(line) && current.length === 1) {
      blocks.push(`${line.trim().startsWith('=') ? '#' : '##'} ${current[0]?.trim()}`);
      current = [];
    } else if (line.trim() === '') flush();
    else current.push(line.trimEnd());
  }
  flush();
  const first = blocks.find((block) => /^#{1,2} /.test(block));
  return { title: first?.replace(/^#+ /, '') ?? null, paragraphs: capBlocks(blocks), language: null };
}

const withoutFrontMatter = (source: string) => source.replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n/, '');
