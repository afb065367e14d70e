import { useReducer } from 'react';

interface History<T> {
  past: T[];
  present: T;
  future: T[];
  /** What the last change was about: typing on in one field is one change. */
  about: string | null;
}

type Move<T> =
  | { kind: 'set'; to: T; about: string | null }
  | { kind: 'undo' }
  | { kind: 'redo' }
  | { kind: 'reset'; to: T };

const MOST = 200;

function step<T>({ past, present, future, about }: History<T>, move: Move<T>): History<T> {
  switch (move.kind) {
    case 'set': {
      const goesOn = move.about !== null && move.about === about;
      return { past: goesOn ? past : [...past, present].slice(-MOST), present: move.to, future: [], about: move.about };
    }
    case 'undo': {
      const before = past.at(-1);
      if (before === undefined) return { past, present, future, about };
      return { past: past.slice(0, -1), present: before, future: [present, ...future], about: null };
    }
    case 'redo': {
      const [after, ...rest] = future;
      if (after === undefined) return { past, present, future, about };
      return { past: [...past, present], present: after, future: rest, about: null };
    }
    default:
      return { past: [], present: move.to, future: [], about: null };
  }
}

/** A value with all it was before. `about` names the field that is being typed in. */
export function useHistory<T>(first: T) {
  const [history, move] = useReducer(step<T>, { past: [], present: first, future: [], about: null });
  return {
    value: history.present,
    set: (to: T, about: string | null = null) => move({ kind: 'set', to, about }),
    undo: history.past.length > 0 ? () => move({ kind: 'undo' }) : null,
    redo: history.future.length > 0 ? () => move({ kind: 'redo' }) : null,
    reset: (to: T) => move({ kind: 'reset', to }),
  };
}
