/** A stamp beside built files says which sources they were made of, so that nothing is built twice. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const STAMP = '.sources';

/** Of the names below `root` and of what is in the files; their order says nothing. */
export function fingerprintFiles(root: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

export function writeStamp(folder: string, sources: string) {
  writeFileSync(path.join(folder, STAMP), sources);
}

/** Whether the folder was built of these sources. */
export function isBuiltOf(folder: string, sources: string): boolean {
  try {
    return readFileSync(path.join(folder, STAMP), 'utf8') === sources;
  } catch {
    return false;
  }
}
