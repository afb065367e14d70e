import { type FormEvent, useEffect, useId, useState } from 'react';
import type { ReviewDetails } from '../../app/api.gen.ts';
import { ApiError, type Operation, useChange } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { navigate } from '../../app/router.tsx';
import { Field } from '../../ui/form.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { REVIEWS_TEXTS } from './reviews-texts.ts';

const STALE: Operation[] = ['GET /v2/reviews', 'GET /v2/reviews/{review-id}'];

type Mode = 'choose' | 'edit' | 'reject' | 'request-changes';
type Choice = [key: string, label: string, act: () => void];

/** Approve, edit, send back or reject; by button, or by the keys A, E, C and R. */
export function Decide({ review }: { review: ReviewDetails }) {
  const texts = useTexts(REVIEWS_TEXTS);
  const [mode, setMode] = useState<Mode>('choose');
  const approve = useChange('POST /v2/reviews/{review-id}/approve', STALE);
  const params = { 'review-id': review.id };
  const version = review.draft?.version ?? 0;
  const done = () => navigate('/reviews');
  const choices: Choice[] = [
    ['a', texts.approve, () => approve.mutate({ params, body: { version } }, { onSuccess: done })],
    ['e', texts.edit, () => setMode('edit')],
    ['c', texts.requestChanges, () => setMode('request-changes')],
    ['r', texts.reject, () => setMode('reject')],
  ];
  useKeys(mode === 'choose' && !approve.isPending ? choices : []);
  if (mode === 'edit') return <EditForm review={review} onCancel={() => setMode('choose')} />;
  if (mode !== 'choose') return <DeclineForm kind={mode} review={review} onCancel={() => setMode('choose')} />;
  return (
    <div className="stack">
      <Refusal error={approve.error} />
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

/** Not while somebody types, and not together with Ctrl and the like. */
function useKeys(choices: Choice[]) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog');
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const choice = choices.find(([key]) => key === event.key.toLowerCase());
      if (!choice) return;
      event.preventDefault();
      choice[2]();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [choices]);
}

interface FormProps {
  review: ReviewDetails;
  onCancel: () => void;
}

function EditForm({ review, onCancel }: FormProps) {
  const texts = useTexts(REVIEWS_TEXTS);
  const id = useId();
  const [title, setTitle] = useState(review.draft?.title ?? '');
  const [mainKnowledge, setMainKnowledge] = useState(review.draft?.mainKnowledge ?? '');
  const approve = useChange('POST /v2/reviews/{review-id}/approve', STALE);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { version: review.draft?.version ?? 0, edits: { title, mainKnowledge } };
    approve.mutate({ params: { 'review-id': review.id }, body }, { onSuccess: () => navigate('/reviews') });
  };
  return (
    <form className="card" onSubmit={submit}>
      <Refusal error={approve.error} />
      <Field
        label={texts.fields.title}
        autoFocus
        required
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <div className="field">
        <label htmlFor={id}>{texts.fields.mainKnowledge}</label>
        <textarea
          id={id}
          required
          rows={12}
          value={mainKnowledge}
          onChange={(event) => setMainKnowledge(event.target.value)}
        />
      </div>
      <FormButtons go={texts.approveEdited} isBusy={approve.isPending} onCancel={onCancel} />
    </form>
  );
}

function DeclineForm({ kind, review, onCancel }: FormProps & { kind: 'reject' | 'request-changes' }) {
  const texts = useTexts(REVIEWS_TEXTS);
  const [reason, setReason] = useState('');
  const reject = useChange('POST /v2/reviews/{review-id}/reject', STALE);
  const sendBack = useChange('POST /v2/reviews/{review-id}/request-changes', STALE);
  const decline = kind === 'reject' ? reject : sendBack;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { version: review.draft?.version ?? 0, reason };
    decline.mutate({ params: { 'review-id': review.id }, body }, { onSuccess: () => navigate('/reviews') });
  };
  return (
    <form className="card" onSubmit={submit}>
      <h2>{kind === 'reject' ? texts.reject : texts.requestChanges}</h2>
      <Refusal error={decline.error} />
      <Field
        label={texts.why}
        hint={texts.whyHint}
        autoFocus
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <FormButtons go={texts.send} isBusy={decline.isPending} onCancel={onCancel} />
    </form>
  );
}

function FormButtons({ go, isBusy, onCancel }: { go: string; isBusy: boolean; onCancel: () => void }) {
  const texts = useTexts(REVIEWS_TEXTS);
  return (
    <div className="actions">
      <button className="main" type="submit" disabled={isBusy}>
        {go}
      </button>
      <button type="button" onClick={onCancel}>
        {texts.cancel}
      </button>
    </div>
  );
}

/** Somebody was quicker, or the draft is another one by now. */
function Refusal({ error }: { error: Error | null }) {
  const texts = useTexts(REVIEWS_TEXTS);
  if (!(error instanceof ApiError && error.status === 409)) return <ErrorNotice error={error} />;
  return (
    <p className="notice warn" role="alert">
      {texts.changed}
    </p>
  );
}
