import { useState } from 'react';
import { useTexts } from '../../app/language.ts';
import { PLAYGROUND_TEXTS } from './playground-texts.ts';

/** Copies the address of what is on the screen; where the browser does not let it, the address is there to be copied by hand. */
export function ShareLink() {
  const texts = useTexts(PLAYGROUND_TEXTS);
  const [state, setState] = useState<'idle' | 'copied' | 'shown'>('idle');
  const copy = () =>
    (navigator.clipboard?.writeText(location.href) ?? Promise.reject(new Error('There is no clipboard'))).then(
      () => setState('copied'),
      () => setState('shown'),
    );
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {texts.share}
      </button>
      {state === 'copied' && (
        <small role="status">
          {texts.shared} {texts.shareHint}
        </small>
      )}
      {state === 'shown' && <code className="secret">{location.href}</code>}
    </>
  );
}
