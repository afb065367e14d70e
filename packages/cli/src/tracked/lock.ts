import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CommandError } from '../exit.ts';

/** What stood on the server when it was read last, so that a push notices what somebody else has changed since. */
export interface Lock {
  workspaceId: string | null;
  objects: Record<string, LockedObject>;
}

export interface LockedObject {
  file: string;
  hash: string;
  /** The draft that a push has made of it, and what that said. */
  draft?: { id: string; hash: string };
}

export const LOCK_FILE = 'kontor.lock.json';

export async function readLock(dir: string): Promise<Lock> {
  const file = path.join(dir, LOCK_FILE);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return { workspaceId: null, objects: {} };
  const lock = parseLock(text);
  if (lock) return lock;
  throw new CommandError(
    'usage',
    `${file} is not what a pull writes.`,
    'After a merge in git: take either side, then “kontor rules pull”.',
  );
}

function parseLock(text: string): Lock | null {
  try {
    const { workspaceId, objects } = JSON.parse(text) as Lock;
    return Object.values(objects).every(({ file }) => isBelow(file)) ? { workspaceId, objects } : null;
  } catch {
    return null;
  }
}

/** A push removes the files that a lock names, and whoever sends a change for review may write into it. */
const isBelow = (file: string) => !path.isAbsolute(file) && !file.split(/[\\/]/).includes('..');

/** In the order of the keys, one object a line, so that git merges it by itself as far as that can be. */
export async function writeLock(dir: string, { workspaceId, objects }: Lock): Promise<void> {
  const lines = Object.entries(objects)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, object]) => `    ${JSON.stringify(key)}: ${JSON.stringify(object)}`);
  const text = `{\n  "workspaceId": ${JSON.stringify(workspaceId)},\n  "objects": {\n${lines.join(',\n')}\n  }\n}\n`;
  await writeFile(path.join(dir, LOCK_FILE), text);
}

/** After a change the lock may be a file shorter or longer. */
export const keyOf = (kind: string, id: string): string => `${kind}/${id}`;
