import { useState } from 'react';
import { useChange } from '../../../app/api.ts';
import { useLanguage, useTexts } from '../../../app/language.ts';
import { Copyable } from '../../../ui/copy.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';
import { ANALYSIS_TEXTS } from './analysis-texts.ts';

/** All results as a page that is right on paper. */
export function ReportLink({ userId }: { userId: string }) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const { language } = useLanguage();
  const [url, setUrl] = useState<string | null>(null);
  const make = useChange('POST /api/users/{user-id}/cockpit');
  const input = { params: { 'user-id': userId }, body: { language, expiresIn: 'P1D' } };
  return (
    <>
      <ErrorNotice error={make.error} />
      <button
        type="button"
        disabled={make.isPending}
        onClick={() => make.mutate(input, { onSuccess: (made) => setUrl(made.url) })}
      >
        {texts.report}
      </button>
      {url && (
        <Dialog title={texts.report} onClose={() => setUrl(null)}>
          <p>{texts.reportHint}</p>
          <Copyable text={url} />
          <div className="actions">
            <a className="button" href={url} target="_blank" rel="noreferrer">
              {texts.openHere}
            </a>
            <button type="button" className="main" onClick={() => setUrl(null)}>
              {texts.close}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
