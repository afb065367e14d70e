import { type ReactNode, useEffect, useId, useRef } from 'react';
import { pair, useTexts } from '../app/language.ts';

const TEXTS = { cancel: pair('Cancel', 'Abbrechen') };

/** The browser's own dialog: it keeps the focus inside, closes by Escape, and gives the focus back. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={id} onCancel={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}

interface Question {
  title: string;
  children: ReactNode;
  /** What the button that does it says. */
  go: string;
  isBusy?: boolean;
  onGo: () => void;
  onClose: () => void;
}

/** A clear question before what can not be undone. */
export function Confirm({ title, children, go, isBusy, onGo, onClose }: Question) {
  const texts = useTexts(TEXTS);
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <div className="actions">
        <button type="button" className="danger" disabled={isBusy} onClick={onGo}>
          {go}
        </button>
        <button type="button" onClick={onClose}>
          {texts.cancel}
        </button>
      </div>
    </Dialog>
  );
}
