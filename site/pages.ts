/** Which Markdown of the repository is a page of the site, in which order, and under which name. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');

export interface Part {
  title: string;
  /** For whom it is. */
  about: string;
  /** Slugs, in order. */
  pages: string[];
  /** Files that `/llms-full.txt` holds. */
  essential?: string[];
}

export interface Source {
  /** Path from the repository's root. */
  file: string;
  /** Its address below `/docs/`, without an ending. */
  slug: string;
  markdown: string;
}

export interface Sources {
  parts: Part[];
  /** Those of the parts, in their order, then the decisions. */
  pages: Source[];
}

/** `docs/navigation.json`, the pages that it names, guides that it forgot (in a last part), and the decisions. */
export function readSources(root: string = ROOT): Sources {
  const parts = JSON.parse(readFileSync(path.join(root, 'docs/navigation.json'), 'utf8')) as Part[];
  const listed = new Set(parts.flatMap((part) => part.pages));
  const forgotten = markdownIn(root, 'docs').filter((file) => !listed.has(file));
  const all =
    forgotten.length > 0 ? [...parts, { title: 'More', about: 'What else there is.', pages: forgotten }] : parts;
  const files = [...all.flatMap((part) => part.pages), ...markdownIn(root, 'docs/decisions')];
  return {
    parts: all.map((part) => ({ ...part, pages: part.pages.map(slugOf) })),
    pages: files.map((file) => ({ file, slug: slugOf(file), markdown: readFileSync(path.join(root, file), 'utf8') })),
  };
}

function markdownIn(root: string, folder: string): string[] {
  const names = readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.md'));
  return names.sort().map((name) => `${folder}/${name}`);
}

/** `docs/start.md` → `start`, `ARCHITECTURE.md` → `architecture`. */
export const slugOf = (file: string) =>
  file
    .replace(/^docs\//, '')
    .replace(/\.md$/, '')
    .toLowerCase();
