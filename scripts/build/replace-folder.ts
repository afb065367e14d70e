import { renameSync, rmSync } from 'node:fs';

/**
 * Puts `built` in the place of `target`, as a whole: two processes may do it at once, while a server serves the folder.
 * Does nothing when `isThere` says that another process was quicker.
 */
export function replaceFolder(built: string, target: string, isThere: () => boolean) {
  const old = `${built}-old`;
  if (!isThere()) {
    rename(target, old);
    rename(built, target);
  }
  for (const left of [built, old]) rmSync(left, { recursive: true, force: true });
}

/** Does nothing when there is nothing to move, or somebody has moved theirs there already. */
function rename(from: string, to: string) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
