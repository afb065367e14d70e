import type { ReactNode } from 'react';
import { pair, useTexts } from '../app/language.ts';
import { Copyable } from './copy.tsx';
import { Dialog } from './dialog.tsx';

const TEXTS = {
  once: pair(
    'It is shown here only. Keep it where secrets are kept.',
    'Es wird nur hier angezeigt. Bewahren Sie es bei Ihren Geheimnissen auf.',
  ),
  done: pair('Done', 'Fertig'),
};

interface Props {
  title: string;
  /** What each is called, and what it is. */
  values: readonly (readonly [label: string, text: string])[];
  onClose: () => void;
  children?: ReactNode;
}

/** A new secret, which nobody can look at again. */
export function SecretDialog({ title, values, onClose, children }: Props) {
  const texts = useTexts(TEXTS);
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{texts.once}</p>
      {values.map(([label, text]) => (
        <Copyable key={label} label={label} text={text} />
      ))}
      {children}
      <div className="actions">
        <button type="button" className="main" onClick={onClose}>
          {texts.done}
        </button>
      </div>
    </Dialog>
  );
}
