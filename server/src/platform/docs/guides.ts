import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A page of `docs/`. */
export interface Guide {
  /** File name: `start.md`. */
  name: string;
  title: string;
  /** Its first paragraph, in one line. */
  summary: string;
  markdown: string;
  /** Whether it is in the one text for language models. */
  isEssential: boolean;
}

const FOLDER = new URL('../../../../docs/', import.meta.url);

/** The guides that come with this version; none where the server was installed without them. */
export function readGuides(folder: URL = FOLDER): Guide[] {
  const { order, essential } = readNavigation(folder);
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return listMarkdown(folder)
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((name) => ({
      ...readGuide(name, readFileSync(new URL(name, folder), 'utf8')),
      isEssential: essential.has(name),
    }));
}

/** The order of the site, by `navigation.json` (what is not listed follows by name), and which guides matter most. */
function readNavigation(folder: URL): { order: string[]; essential: Set<string> } {
  const file = new URL('navigation.json', folder);
  if (!existsSync(file)) return { order: [], essential: new Set() };
  const parts = JSON.parse(readFileSync(file, 'utf8')) as { pages: string[]; essential?: string[] }[];
  const names = (pages: string[]) => pages.map((page) => page.replace(/^docs\//, ''));
  return {
    order: parts.flatMap(({ pages }) => names(pages)),
    essential: new Set(parts.flatMap((part) => names(part.essential ?? []))),
  };
}

function listMarkdown(folder: URL): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.md'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function readGuide(name: string, markdown: string): Omit<Guide, 'isEssential'> {
  const title = /^# +(.+)$/m.exec(markdown)?.[1]?.trim() ?? name.replace(/\.md$/, '');
  const paragraphs = markdown.split(/\n\s*\n/).map((text) => text.trim());
  const first = paragraphs.find((text) => /^[^#|`<>*\-\d!]/.test(text)) ?? '';
  return { name, title, summary: first.replaceAll(/\s+/g, ' '), markdown: markdown.trim() };
}
