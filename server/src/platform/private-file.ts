/** Files with secrets: readable by their owner only, whole and on disk before they have their name. */
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { randomToken } from './crypto/random.ts';

/** Writes a file, in place of the one that may be there. Its folder must exist. Rejects with the error of the file system. */
export async function replacePrivateFile(path: string, content: string): Promise<void> {
  await writeAside(path, content, (draft) => rename(draft, path));
}

/**
 * Writes a file unless there is one: of processes that start together, the first one's stays. Read it afterwards. Rejects with the
 * error of the file system.
 */
export async function createPrivateFile(path: string, content: string): Promise<void> {
  // Unlike rename, link refuses to replace.
  await writeAside(path, content, (draft) =>
    link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    }),
  );
}

/** The draft's name is its own, for another process may write the same file. */
async function writeAside(path: string, content: string, name: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${path}.${randomToken(9)}.new`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await name(draft);
    await syncFolder(dirname(path));
  } finally {
    await rm(draft, { force: true });
  }
}

/** Makes the new name durable; Windows cannot open folders and needs no such step. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
