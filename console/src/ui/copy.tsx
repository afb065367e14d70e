import { useState } from 'react';
import { pair, useTexts } from '../app/language.ts';

const TEXTS = { copy: pair('Copy', 'Kopieren'), copied: pair('Copied', 'Kopiert') };

/** A text to pass on, and a button that copies it where the browser lets it. `label`: what it is, where there are several. */
export function Copyable({ text, label }: { text: string; label?: string }) {
  const texts = useTexts(TEXTS);
  const [copied, setCopied] = useState('');
  const word = copied === text ? texts.copied : texts.copy;
  return (
    <div className="stack tight">
      {label && <span className="quiet-text">{label}</span>}
      <code className="secret">{text}</code>
      {'clipboard' in navigator && (
        <div>
          <button
            type="button"
            aria-label={label && `${word}: ${label}`}
            onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(text))}
          >
            {word}
          </button>
        </div>
      )}
    </div>
  );
}
