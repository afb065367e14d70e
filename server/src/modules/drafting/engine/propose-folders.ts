import { analyze } from '#platform/text/analyze.ts';
import { languageOf } from '#platform/text/language.ts';
import { FOLDER_TOPICS, GENERAL_TOPIC } from './folder-topics.ts';

export interface ProposedFolder {
  /** Titles from the top down. */
  path: string[];
  description: string;
}

const LISTED = /^(\s*)(?:[-*+•]|\d{1,3}[.)])\s+(.+)$/;
const LONGEST_TITLE = 300;
const FEWEST_LISTED = 2;

/**
 * A tree of folders for what a company describes. A prompt that lists folders (lines with `-`, deeper ones indented, an
 * explanation after a colon) is taken at its word; else folders are those topics that the prompt or the titles of the
 * sources are about. In the language of the prompt. Pure.
 */
export function proposeFolders(prompt: string, sourceTitles: readonly string[]): ProposedFolder[] {
  const listed = readList(prompt);
  if (listed.length >= FEWEST_LISTED) return listed;
  const concepts = new Set([prompt, ...sourceTitles].flatMap((text) => analyze(text).concepts));
  const language = languageOf([prompt, ...sourceTitles].join('\n'));
  const wanted = FOLDER_TOPICS.filter((topic) => topic.concepts.some((concept) => concepts.has(concept)));
  return [...(wanted.length > 0 ? wanted : FOLDER_TOPICS), GENERAL_TOPIC].map((topic) => ({
    path: [topic[language][0]],
    description: topic[language][1],
  }));
}

function readList(prompt: string): ProposedFolder[] {
  const folders: ProposedFolder[] = [];
  const open: { indent: number; title: string }[] = [];
  for (const line of prompt.split('\n')) {
    const [, space, text] = LISTED.exec(line) ?? [];
    if (space === undefined || text === undefined) continue;
    const [title = '', description = ''] = text.split(/:\s+(.*)/s).map((part) => part.replace(/[:\s]+$/, '').trim());
    if (title === '') continue;
    const indent = space.replaceAll('\t', '    ').length;
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    open.push({ indent, title: title.slice(0, LONGEST_TITLE) });
    folders.push({ path: open.map((one) => one.title), description });
  }
  return folders;
}
