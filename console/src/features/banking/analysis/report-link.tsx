import { useState } from 'react';
import { useChange } from '../../../app/api.ts';
import { useLanguage, useTexts } from '../../../app/language.ts';
import { LinkDialog } from '../../../ui/link-dialog.tsx';
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
      {url && <LinkDialog title={texts.report} hint={texts.reportHint} url={url} onClose={() => setUrl(null)} />}
    </>
  );
}
