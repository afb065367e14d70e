import { useMutation } from '@tanstack/react-query';
import { download } from '../../../app/download.ts';
import { useLanguage, useTexts } from '../../../app/language.ts';
import { ErrorNotice } from '../../../ui/states.tsx';
import { ANALYSIS_TEXTS } from './analysis-texts.ts';

/** All results as a document, in the language of the console. */
export function ReportPdf({ userId }: { userId: string }) {
  const texts = useTexts(ANALYSIS_TEXTS);
  const { language } = useLanguage();
  const input = { params: { 'user-id': userId }, query: { language } };
  const get = useMutation({
    mutationFn: () => download('GET /api/users/{user-id}/analysis/report', input, `${texts.parts} ${userId}.pdf`),
  });
  return (
    <>
      <ErrorNotice error={get.error} onRetry={() => get.mutate()} />
      <button type="button" disabled={get.isPending} onClick={() => get.mutate()}>
        {texts.pdf}
      </button>
    </>
  );
}
