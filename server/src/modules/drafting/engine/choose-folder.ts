import { createShortlist } from './shortlist.ts';

export interface FolderProfile {
  folderId: string;
  title: string;
  description: string;
  /** Titles of the live articles in it. */
  articles: readonly string[];
}

/** Titles of one folder that are read. */
const MOST_TITLES = 100;

/**
 * The folder that a text belongs into, by the folder's name, description and articles; of equally good ones the first. Null
 * when there is none, or the text has nothing in common with any while there are several. Pure.
 */
export function chooseFolder(folders: readonly FolderProfile[], text: string): FolderProfile | null {
  if (folders.length === 1) return folders[0] ?? null;
  const profiles = folders.map(({ title, description, articles }) =>
    [title, title, description, ...articles.slice(0, MOST_TITLES)].join('\n'),
  );
  const [best] = createShortlist(profiles).nearest(text, 1);
  return best === undefined ? null : (folders[best] ?? null);
}
