import { type FormEvent, useState } from 'react';
import type { ReviewDetails } from '../../app/api.gen.ts';
import { ApiError, useChange } from '../../app/api.ts';
import { useKeys } from '../../app/keys.ts';
import { useTexts } from '../../app/language.ts';
import { Field } from '../../ui/form.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { ArticleForm, type Content, contentOf } from './articles/article-form.tsx';
import { REVIEWS_TEXTS } from './reviews-texts.ts';

type Mode = 'choose' | 'edit' | 'reject' | 'request-changes';

interface Props {
  review: ReviewDetails;
  onDecided: () => void;
  /** Somebody else was quicker, or the draft is another one by now; with the edits that were not taken, if there were any. */
  onConflict: (edits: Content | null) => void;
}

/** Approve, edit, send back or reject; by button, or by the keys A, E, C and R. */
export function Decide({ review, onDecided, onConflict }: Props) {
  const texts = useTexts(REVIEWS_TEXTS);
  const [mode, setMode] = useState<Mode>('choose');
  const approve = useChange('POST /v2/reviews/{review-id}/approve');
  // Not by the callbacks of `mutate`: they are forgotten when a decided review takes these buttons away.
  const follow = (decision: Promise<unknown>, edits: Content | null = null) =>
    void decision.then(onDecided, (error: unknown) => isConflict(error) && onConflict(edits));
  const send = (edits?: Content) => {
    const body = { version: review.draft?.version ?? 0, ...(edits && { edits }) };
    follow(approve.mutateAsync({ params: { 'review-id': review.id }, body }), edits);
  };
  const choices: [key: string, label: string, act: () => void][] = [
    ['a', texts.approve, () => send()],
    ['e', texts.edit, () => setMode('edit')],
    ['c', texts.requestChanges, () => setMode('request-changes')],
    ['r', texts.reject, () => setMode('reject')],
  ];
  const isOpen = mode === 'choose' && !approve.isPending;
  useKeys(isOpen ? Object.fromEntries(choices.map(([key, , act]) => [key, act])) : {});
  const refusal = !isConflict(approve.error) && <ErrorNotice error={approve.error} />;
  if (mode === 'edit' && review.draft) {
    return (
      <div className="card">
        {refusal}
        <ArticleForm
          content={contentOf(review.draft)}
          go={texts.approveEdited}
          isBusy={approve.isPending}
          error={approve.error}
          onSave={send}
          onCancel={() => setMode('choose')}
        />
      </div>
    );
  }
  if (mode === 'reject' || mode === 'request-changes') {
    return <DeclineForm kind={mode} review={review} follow={follow} onCancel={() => setMode('choose')} />;
  }
  return (
    <div className="stack">
      {refusal}
      <div className="actions">
        {choices.map(([key, label, act], index) => (
          <button
            key={key}
            type="button"
            className={index === 0 ? 'main' : undefined}
            aria-keyshortcuts={key}
            disabled={approve.isPending}
            onClick={act}
          >
            {label} <kbd aria-hidden="true">{key.toUpperCase()}</kbd>
          </button>
        ))}
      </div>
    </div>
  );
}

interface DeclineProps {
  kind: 'reject' | 'request-changes';
  review: ReviewDetails;
  follow: (decision: Promise<unknown>) => void;
  onCancel: () => void;
}

function DeclineForm({ kind, review, follow, onCancel }: DeclineProps) {
  const texts = useTexts(REVIEWS_TEXTS);
  const [reason, setReason] = useState('');
  const reject = useChange('POST /v2/reviews/{review-id}/reject');
  const sendBack = useChange('POST /v2/reviews/{review-id}/request-changes');
  const decline = kind === 'reject' ? reject : sendBack;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { version: review.draft?.version ?? 0, reason };
    follow(decline.mutateAsync({ params: { 'review-id': review.id }, body }));
  };
  return (
    <form className="card" onSubmit={submit}>
      <h2>{kind === 'reject' ? texts.reject : texts.requestChanges}</h2>
      {!isConflict(decline.error) && <ErrorNotice error={decline.error} />}
      <Field
        label={texts.why}
        hint={texts.whyHint}
        autoFocus
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="actions">
        <button className="main" type="submit" disabled={decline.isPending}>
          {texts.send}
        </button>
        <button type="button" onClick={onCancel}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
}

const isConflict = (error: unknown) => error instanceof ApiError && error.status === 409;
