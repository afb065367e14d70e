import { type FormEvent, useState } from 'react';
import { useChange } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/form.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { DELIVERIES_TEXTS } from './webhooks-texts.ts';

/** After an outage: what was given up or missed since a time. */
export function RedeliverDialog({ webhookId, onClose }: { webhookId: string; onClose: () => void }) {
  const texts = useTexts(DELIVERIES_TEXTS);
  const [since, setSince] = useState('');
  const redeliver = useChange('POST /api/webhooks/{webhook-id}/redeliver', [
    'GET /api/webhooks/{webhook-id}/deliveries',
  ]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // As the person's own clock says it.
    redeliver.mutate({ params: { 'webhook-id': webhookId }, body: { since: new Date(since).toISOString() } });
  };
  return (
    <Dialog title={texts.since} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <ErrorNotice error={redeliver.error} />
        <p>{texts.sinceText}</p>
        <Field
          label={texts.sinceLabel}
          type="datetime-local"
          required
          autoFocus
          value={since}
          onChange={(event) => setSince(event.target.value)}
        />
        {redeliver.data && <p role="status">{texts.sent(redeliver.data.again + redeliver.data.missed)}</p>}
        <div className="actions">
          <button className="main" type="submit" disabled={redeliver.isPending}>
            {texts.redeliver}
          </button>
          <button type="button" onClick={onClose}>
            {texts.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
