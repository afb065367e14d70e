import { pair, useTexts } from '../app/language.ts';
import { Copyable } from './copy.tsx';
import { Dialog } from './dialog.tsx';

const TEXTS = { open: pair('Open it here', 'Hier öffnen'), done: pair('Done', 'Fertig') };

interface LinkDialogProps {
  title: string;
  /** For whom the link is, and how long. */
  hint: string;
  url: string;
  onClose: () => void;
}

/** A link that was just made: to pass on, or to open at once. */
export function LinkDialog({ title, hint, url, onClose }: LinkDialogProps) {
  const texts = useTexts(TEXTS);
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{hint}</p>
      <Copyable text={url} />
      <div className="actions">
        <a className="button" href={url} target="_blank" rel="noreferrer">
          {texts.open}
        </a>
        <button type="button" className="main" onClick={onClose}>
          {texts.done}
        </button>
      </div>
    </Dialog>
  );
}
