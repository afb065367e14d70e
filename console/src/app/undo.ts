/** What was just done and can be taken back: told at the foot of every page by `ui/undo-toast.tsx`. */
import { useSyncExternalStore } from 'react';

export interface Done {
  /** What was done, as a sentence. */
  text: string;
  undo: () => Promise<unknown>;
}

let last: Done | null = null;
const listeners = new Set<() => void>();

function set(done: Done | null) {
  last = done;
  for (const notify of listeners) notify();
}

const subscribe = (notify: () => void) => {
  listeners.add(notify);
  return () => listeners.delete(notify);
};

/** Says what was done, and offers to take it back. The next one takes its place. */
export const useUndo = () => (text: string, undo: () => Promise<unknown>) => set({ text, undo });

export const useLastDone = () => useSyncExternalStore(subscribe, () => last);

export const forgetDone = () => set(null);
