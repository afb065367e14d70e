import { useState } from 'react';
import { pair, useTexts } from '../app/language.ts';

const TEXTS = { copy: pair('Copy', 'Kopieren'), copied: pair('Copied', 'Kopiert') };

/** A text to pass on, and a button that copies it where the browser lets it. */
export function Copyable({ text }: { text: string }) {
  const texts = useTexts(TEXTS);
  const [isCopied, setIsCopied] = useState(false);
  return (
    <div className="stack">
      <code className="secret">{text}</code>
      {'clipboard' in navigator && (
        <div>
          <button type="button" onClick={() => void navigator.clipboard.writeText(text).then(() => setIsCopied(true))}>
            {isCopied ? texts.copied : texts.copy}
          </button>
        </div>
      )}
    </div>
  );
}
