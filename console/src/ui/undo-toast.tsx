import { useEffect, useState } from 'react';
import { useKeys } from '../app/keys.ts';
import { pair, useTexts } from '../app/language.ts';
import { type Done, forgetDone, useLastDone } from '../app/undo.ts';
import { ErrorNotice } from './states.tsx';

const TEXTS = {
  undo: pair('Undo', 'Rückgängig'),
  close: pair('Close', 'Schließen'),
  last: pair('Done', 'Erledigt'),
};

/** Long enough to read it and to get there by keyboard; it stays while the pointer or the focus is on it. */
const SHOWN_MS = 12_000;
const HELD_MS = 600_000;

/** What was just done, with the way back: by the button, or by Z. */
export function UndoToast() {
  const texts = useTexts(TEXTS);
  const done = useLastDone();
  return (
    <div className="toast-place" role="status" aria-label={texts.last}>
      {done && <Toast key={done.text} done={done} onClose={forgetDone} />}
    </div>
  );
}

function Toast({ done, onClose }: { done: Done; onClose: () => void }) {
  const texts = useTexts(TEXTS);
  const [isHeld, setIsHeld] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const isWanted = isHeld || isBusy || error !== null;
    const timer = setTimeout(onClose, isWanted ? HELD_MS : SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isHeld, isBusy, error, onClose]);
  const undo = () => {
    setIsBusy(true);
    done.undo().then(onClose, (problem: unknown) => {
      setError(problem);
      setIsBusy(false);
    });
  };
  useKeys(isBusy ? {} : { z: undo });
  const hold = { onMouseEnter: () => setIsHeld(true), onMouseLeave: () => setIsHeld(false) };
  return (
    <div className="toast" {...hold} onFocus={() => setIsHeld(true)} onBlur={() => setIsHeld(false)}>
      <span>{done.text}</span>
      <span className="actions">
        <button type="button" aria-keyshortcuts="z" disabled={isBusy} onClick={undo}>
          {texts.undo} <kbd aria-hidden="true">Z</kbd>
        </button>
        <button type="button" className="quiet" aria-label={texts.close} onClick={onClose}>
          ✕
        </button>
      </span>
      <ErrorNotice error={error} />
    </div>
  );
}
