import { setFlagsFromString } from 'node:v8';

let holders = 0;

/**
 * From now until the answer is called, V8 gives emptied pages back to the system at each collection. Otherwise it keeps them
 * for later, tens of megabytes of them after a large file, and uncounted in its own figures. Not for everything that a process
 * does: each read of results would take half as much processor time again (docs/benchmarks.md).
 */
export function spareMemory(): () => void {
  if (holders === 0) setFlagsFromString('--memory-saver-mode');
  holders += 1;
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    holders -= 1;
    if (holders === 0) setFlagsFromString('--no-memory-saver-mode');
  };
}
