import { pair, useTexts } from '../app/language.ts';

const TEXTS = {
  changed: pair(
    'Somebody has changed this since you opened it. What you have typed is still here.',
    'Jemand hat dies geändert, seit Sie es geöffnet haben. Was Sie geschrieben haben, ist noch da.',
  ),
  load: pair('Show it as it is now', 'Den jetzigen Stand zeigen'),
};

/** What is being edited is no longer what is stored: nothing is overwritten in silence, in either direction. */
export function ChangedElsewhere({ onLoad }: { onLoad: () => void }) {
  const texts = useTexts(TEXTS);
  return (
    <div className="notice warn" role="status">
      <p>{texts.changed}</p>
      <button type="button" onClick={onLoad}>
        {texts.load}
      </button>
    </div>
  );
}
