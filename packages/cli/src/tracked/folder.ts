import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BrokenFileError, type ParsedFile, parseFile } from './file-text.ts';
import { type Content, KINDS, type Kind, nameOf } from './kinds.ts';

/** A file below the folder; `path` is relative to it and has slashes on every platform. */
export interface LocalFile extends ParsedFile {
  path: string;
  text: string;
}

export interface Mistake {
  file: string;
  line: number;
  /** A JSON pointer; empty for the whole file. */
  path: string;
  message: string;
}

/** All files of these kinds, and those that can not be read as what they should be. */
export async function readFolder(
  dir: string,
  kinds: readonly Kind[],
): Promise<{ files: LocalFile[]; mistakes: Mistake[] }> {
  const files: LocalFile[] = [];
  const mistakes: Mistake[] = [];
  for (const kind of kinds) {
    for (const name of await listFiles(path.join(dir, kind), kind === 'articles' ? /\.md$/ : /\.ya?ml$/)) {
      const file = `${kind}/${name}`;
      const text = await readFile(path.join(dir, file), 'utf8');
      try {
        files.push({ ...parseFile(kind, text), path: file, text });
      } catch (error) {
        if (!(error instanceof BrokenFileError)) throw error;
        mistakes.push({ file, line: error.line, path: '', message: error.message });
      }
    }
  }
  return { files, mistakes: [...mistakes, ...findTwins(files)] };
}

async function listFiles(folder: string, ending: RegExp): Promise<string[]> {
  const found = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return found
    .filter((name) => ending.test(name))
    .map((name) => name.split(path.sep).join('/'))
    .toSorted();
}

/** A copied file still has the id of the one that it was copied from. */
function findTwins(files: readonly LocalFile[]): Mistake[] {
  const seen = new Map<string, string>();
  return files.flatMap((file) => {
    if (file.id === null) return [];
    const key = `${file.kind}/${file.id}`;
    const twin = seen.get(key);
    seen.set(key, file.path);
    if (twin === undefined) return [];
    const message = `has the same id as ${twin}: delete the line in the one that is new`;
    return [{ file: file.path, line: file.lineOf('/id'), path: '/id', message }];
  });
}

export async function writeTracked(dir: string, file: string, text: string): Promise<void> {
  const target = path.join(dir, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
}

export const removeTracked = (dir: string, file: string): Promise<void> => rm(path.join(dir, file), { force: true });

/** Where a new file goes: by its name, articles below their folders; `taken` are the paths that are no longer free. */
export function placeFile(kind: Kind, id: string, content: Content, taken: ReadonlySet<string>): string {
  const folders = kind === 'articles' ? String(content.folder).split('/').filter(Boolean).map(slug) : [];
  const ending = kind === 'articles' ? 'md' : 'yaml';
  const stem = [kind, ...folders, slug(nameOf(content))].join('/');
  const plain = `${stem}.${ending}`;
  return taken.has(plain) ? `${stem}-${id.slice(-8)}.${ending}` : plain;
}

const LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

function slug(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[äöüß]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  return plain || 'unnamed';
}

export const isKind = (name: string): name is Kind => (KINDS as readonly string[]).includes(name);
