import { openAsBlob } from 'node:fs';
import path from 'node:path';
import { usageError } from './exit.ts';

/** A file for a form, read when it is sent. */
export async function openFile(cwd: string, file: string): Promise<{ blob: Blob; name: string }> {
  try {
    return { blob: await openAsBlob(path.resolve(cwd, file)), name: path.basename(file) };
  } catch {
    throw usageError(`There is no file ${file}, or it can not be read.`);
  }
}
