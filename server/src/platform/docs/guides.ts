import { readdirSync, readFileSync } from 'node:fs';

/** A page of `docs/`. */
export interface Guide {
  /** File name: `start.md`. */
  name: string;
  title: string;
  /** Its first paragraph, in one line. */
  summary: string;
  markdown: string;
}

const FOLDER = new URL('../../../../docs/', import.meta.url);
/** The order in which somebody new reads; what is not listed follows by name. */
const ORDER = ['start.md', 'integrate.md', 'operate.md', 'extend.md'];

/** The guides that come with this version; none where the server was installed without them. */
export function readGuides(folder: URL = FOLDER): Guide[] {
  return listMarkdown(folder)
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((name) => readGuide(name, readFileSync(new URL(name, folder), 'utf8')));
}

function listMarkdown(folder: URL): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.md'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function readGuide(name: string, markdown: string): Guide {
  const title = /^# +(.+)$/m.exec(markdown)?.[1]?.trim() ?? name.replace(/\.md$/, '');
  const paragraphs = markdown.split(/\n\s*\n/).map((text) => text.trim());
  const first = paragraphs.find((text) => /^[^#|`<>*\-\d!]/.test(text)) ?? '';
  return { name, title, summary: first.replaceAll(/\s+/g, ' '), markdown: markdown.trim() };
}

const rank = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
