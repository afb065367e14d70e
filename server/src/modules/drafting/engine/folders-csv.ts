import papaparse from 'papaparse';
import type { ProposedFolder } from './propose-folders.ts';

const SEPARATOR = ' > ';
/** What spreadsheets take for a formula when a cell begins with it. */
const FORMULA = /^[=+\-@\t\r]+/;

/** The folders as a table with the columns `path` and `description`, a parent before what is in it. */
export const writeFoldersCsv = (folders: readonly ProposedFolder[]): string =>
  papaparse.unparse(
    {
      fields: ['path', 'description'],
      data: folders.map(({ path, description }) => [path.map(plain).join(SEPARATOR), plain(description)]),
    },
    { newline: '\n' },
  );

const plain = (text: string) =>
  text
    .replace(FORMULA, '')
    .replaceAll(/\s*>\s*/g, ' ')
    .trim();

export interface FolderRow extends ProposedFolder {
  /** Line of the table, the header being 1. */
  line: number;
}

export interface FolderProblem {
  line: number;
  message: string;
}

const LIMITS = { rows: 1_000, depth: 10, title: 300, description: 5_000 };

/** Reads such a table; commas, semicolons or tabs between its columns. Names everything that is wrong with it. */
export function readFoldersCsv(text: string): { folders: FolderRow[]; problems: FolderProblem[] } {
  const { data } = papaparse.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: false });
  const [header = [], ...rows] = data;
  const columnOf = (name: string) => header.findIndex((cell) => cell.trim().toLowerCase() === name);
  const [pathAt, descriptionAt] = [columnOf('path'), columnOf('description')];
  if (pathAt === -1) {
    return { folders: [], problems: [{ line: 1, message: 'must name a column `path`, such as `path,description`' }] };
  }
  const folders: FolderRow[] = [];
  const problems: FolderProblem[] = [];
  rows.forEach((row, n) => {
    const line = n + 2;
    if (row.every((cell) => cell.trim() === '')) return;
    const path = (row[pathAt] ?? '').split('>').map((title) => title.trim());
    const description = descriptionAt === -1 ? '' : (row[descriptionAt] ?? '').trim();
    const problem = problemOf(path, description);
    if (problem) problems.push({ line, message: problem });
    else folders.push({ line, path, description });
  });
  if (folders.length > LIMITS.rows)
    problems.push({ line: LIMITS.rows + 2, message: `is beyond the ${LIMITS.rows} folders of one table` });
  if (folders.length === 0 && problems.length === 0)
    problems.push({ line: 2, message: 'must name a folder: the table is empty' });
  return { folders, problems };
}

function problemOf(path: string[], description: string): string | null {
  if (path.some((title) => title === '')) return 'has an empty title in its path';
  if (path.length > LIMITS.depth) return `is ${path.length} levels deep; at most ${LIMITS.depth} are taken`;
  if (path.some((title) => title.length > LIMITS.title)) return `has a title of more than ${LIMITS.title} characters`;
  return description.length > LIMITS.description
    ? `has a description of more than ${LIMITS.description} characters`
    : null;
}
