import { type FormEvent, useState } from 'react';
import type { CreatedWebhook, Webhook } from '../../app/api.gen.ts';
import { type Input, useChange, useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { said } from '../../app/said.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Check, Field, problemOf, Select } from '../../ui/form.tsx';
import { Await, ErrorNotice } from '../../ui/states.tsx';
import { WEBHOOKS_TEXTS } from './webhooks-texts.ts';

type Fields = Input<'POST /api/webhooks'>['body'];
type Method = NonNullable<Fields['method']>;

const METHODS: [Method, string][] = [
  ['POST', 'POST'],
  ['PUT', 'PUT'],
  ['PATCH', 'PATCH'],
];
const STALE = ['GET /api/webhooks', 'GET /api/webhooks/{webhook-id}'] as const;

interface Props {
  /** Null: a new one. */
  webhook: Webhook | null;
  onClose: () => void;
  onCreated?: (webhook: CreatedWebhook) => void;
}

export function WebhookDialog({ webhook, onClose, onCreated }: Props) {
  const texts = useTexts(WEBHOOKS_TEXTS);
  const [endpoint, setEndpoint] = useState(webhook?.endpoint ?? 'https://');
  const [description, setDescription] = useState(webhook?.description ?? '');
  const [method, setMethod] = useState<Method>(webhook?.method ?? 'POST');
  const [events, setEvents] = useState<string[]>(webhook?.events ?? []);
  const [secret, setSecret] = useState('');
  const [isSecretGone, setIsSecretGone] = useState(false);
  const create = useChange('POST /api/webhooks', [...STALE]);
  const update = useChange('PATCH /api/webhooks/{webhook-id}', [...STALE]);
  const error = create.error ?? update.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const ownSecret = isSecretGone ? { secret: null } : secret === '' ? {} : { secret };
    // The server knows which events there are; it has named those of the list.
    const body = {
      endpoint,
      method,
      events: events as Fields['events'],
      description: description || null,
      ...ownSecret,
    };
    if (webhook) update.mutate({ params: { 'webhook-id': webhook.webhookId }, body }, { onSuccess: onClose });
    else create.mutate({ body }, { onSuccess: onCreated });
  };
  return (
    <Dialog title={webhook ? texts.edit : texts.create} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Field
          label={texts.endpoint}
          hint={texts.endpointHint}
          type="url"
          required
          autoFocus
          value={endpoint}
          problem={problemOf(error, '/endpoint')}
          onChange={(event) => setEndpoint(event.target.value)}
        />
        <Field
          label={texts.description}
          maxLength={500}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
        <EventChoice chosen={events} onChange={setEvents} />
        <Select
          label={texts.method}
          options={METHODS}
          value={method}
          onChange={(event) => setMethod(event.target.value as Method)}
        />
        <Field
          label={texts.ownSecret}
          hint={webhook?.hasSecret ? texts.ownSecretKept : texts.ownSecretHint}
          type="password"
          autoComplete="off"
          maxLength={500}
          disabled={isSecretGone}
          value={secret}
          onChange={(event) => setSecret(event.target.value)}
        />
        {webhook?.hasSecret && (
          <Check
            label={texts.ownSecretRemove}
            checked={isSecretGone}
            onChange={(event) => setIsSecretGone(event.target.checked)}
          />
        )}
        <ErrorNotice error={error} />
        <div className="actions">
          <button className="main" type="submit" disabled={create.isPending || update.isPending || events.length === 0}>
            {webhook ? texts.save : texts.create}
          </button>
          <button type="button" onClick={onClose}>
            {texts.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function EventChoice({ chosen, onChange }: { chosen: string[]; onChange: (events: string[]) => void }) {
  const texts = useTexts(WEBHOOKS_TEXTS);
  const known = useRead('GET /api/webhook-events', {});
  const toggle = (type: string) =>
    onChange(chosen.includes(type) ? chosen.filter((each) => each !== type) : [...chosen, type]);
  return (
    <fieldset>
      <legend>{texts.which}</legend>
      <Await read={known}>
        {({ events }) => (
          <div className="stack tight scrolls">
            {events.map(({ type, description }) => (
              <Check
                key={type}
                checked={chosen.includes(type)}
                onChange={() => toggle(type)}
                label={
                  <>
                    <code>{type}</code> <small>{said(description).replaceAll('`', '')}</small>
                  </>
                }
              />
            ))}
          </div>
        )}
      </Await>
    </fieldset>
  );
}
