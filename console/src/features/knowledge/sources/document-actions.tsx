import { useState } from 'react';
import { type Operation, useChange } from '../../../app/api.ts';
import { useTexts } from '../../../app/language.ts';
import { Link } from '../../../app/router.tsx';
import { Confirm } from '../../../ui/dialog.tsx';
import { Check } from '../../../ui/form.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';
import { DOCUMENTS_TEXTS } from './sources-texts.ts';

const STALE: Operation[] = [
  'GET /v2/documents/public',
  'GET /v2/documents/public/{document-id}',
  'GET /v2/knowledge/jobs',
];

interface Props {
  documentIds: string[];
  /** They are gone. */
  onRemoved: () => void;
}

/** What can be done with documents: draft from them, read them again, remove them. */
export function DocumentActions({ documentIds, onRemoved }: Props) {
  const texts = useTexts(DOCUMENTS_TEXTS);
  const [asks, setAsks] = useState(false);
  const draft = useChange('POST /v2/knowledge/public/bulk', STALE);
  const refresh = useChange('POST /v2/documents/public/refresh', STALE);
  const isBusy = draft.isPending || refresh.isPending || documentIds.length === 0;
  const body = { documentIds };
  return (
    <>
      <div className="actions">
        <button type="button" className="main" disabled={isBusy} onClick={() => draft.mutate({ body })}>
          {texts.draft}
        </button>
        <button type="button" disabled={isBusy} onClick={() => refresh.mutate({ body })}>
          {texts.refresh}
        </button>
        <button type="button" className="danger" disabled={isBusy} onClick={() => setAsks(true)}>
          {texts.remove}
        </button>
      </div>
      <ErrorNotice error={draft.error ?? refresh.error} />
      {draft.data && (
        <p className="notice good" role="status">
          {texts.drafting(draft.data.jobs.length)} <Link to="/sources?tab=jobs">{texts.seeJobs}</Link>
        </p>
      )}
      {asks && <Remove documentIds={documentIds} onClose={() => setAsks(false)} onRemoved={onRemoved} />}
    </>
  );
}

function Remove({ documentIds, onClose, onRemoved }: Props & { onClose: () => void }) {
  const texts = useTexts(DOCUMENTS_TEXTS);
  const [deleteArticles, setDeleteArticles] = useState(false);
  const remove = useChange('DELETE /v2/documents/public', ['GET /v2/documents/public']);
  const go = () =>
    remove.mutate(
      { body: { documentIds, deleteArticles } },
      {
        onSuccess: () => {
          onClose();
          onRemoved();
        },
      },
    );
  return (
    <Confirm
      title={texts.removeQuestion(documentIds.length)}
      go={texts.remove}
      isBusy={remove.isPending}
      onGo={go}
      onClose={onClose}
    >
      <ErrorNotice error={remove.error} />
      <p>{texts.removeText}</p>
      <Check
        label={texts.removeArticles}
        checked={deleteArticles}
        onChange={() => setDeleteArticles(!deleteArticles)}
      />
    </Confirm>
  );
}
