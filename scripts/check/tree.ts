import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export type SourceFile = {
  /** Path from the repository's root, with forward slashes. */
  path: string;
  /** The whole text; empty for a file that is not text (an image, an archive). */
  text: string;
};

const TEXT = /(\.(ts|tsx|mts|js|mjs|json|jsonc|sql|md|txt|html|css|yml|yaml|toml|sh)|(^|\/)[^.]+|(^|\/)\.[^/]+)$/;

/**
 * Reads every file below `root` that git would keep: the folders that `.gitignore` names (lines that end in `/`) and
 * `.git` are left out. Reads the disk, not git, so that it works on an unpacked archive and sees new files.
 */
export async function readTree(root: string): Promise<SourceFile[]> {
  const ignored = ignoredFolders(root);
  const files: SourceFile[] = [];
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(path.join(root, folder), { withFileTypes: true })) {
      const below = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !ignored.has(entry.name)) await walk(below);
      // In a worktree `.git` is a file that names the repository.
      if (entry.isFile() && entry.name !== '.git') files.push({ path: below, text: await textOf(root, below) });
    }
  };
  await walk('');
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function ignoredFolders(root: string): Set<string> {
  const lines = readFileSync(path.join(root, '.gitignore'), 'utf8').split('\n');
  return new Set(['.git', ...lines.filter((line) => line.endsWith('/')).map((line) => line.slice(0, -1))]);
}

async function textOf(root: string, file: string): Promise<string> {
  return TEXT.test(file) ? readFile(path.join(root, file), 'utf8') : '';
}
