import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'help-centre');

/** One article of the demo's help centre, the made-up Nordlicht bank's. */
export interface HelpArticle {
  /** Unique, kebab-case; tests name articles by it. */
  key: string;
  title: string;
  questions: string[];
  keywords: string[];
  /** Markdown. */
  text: string;
  /** The file it stands in, without its ending. */
  folder: string;
  language: 'de' | 'en';
}

/**
 * Reads `help-centre/*.md`, one file per folder. An article begins with `# Title`; then come lines `id:`,
 * `questions:` (separated by `|`) and `keywords:` (separated by commas), an empty line, and its text.
 */
export function readHelpCentre(): HelpArticle[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.md'));
  return files.sort().flatMap((file) => {
    const folder = file.replace('.md', '');
    const sections = readFileSync(join(FOLDER, file), 'utf8').split(/^# /m).slice(1);
    return sections.map((section) => readArticle(section, folder));
  });
}

function readArticle(section: string, folder: string): HelpArticle {
  const [head = '', ...paragraphs] = section.split('\n\n');
  const [title = '', ...lines] = head.split('\n');
  const field = (name: string): string =>
    lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
  const list = (text: string, separator: string): string[] => text.split(separator).map((part) => part.trim());
  return {
    key: field('id'),
    title,
    questions: list(field('questions'), '|'),
    keywords: list(field('keywords'), ','),
    text: paragraphs.join('\n\n').trim(),
    folder,
    language: folder === 'english' ? 'en' : 'de',
  };
}
