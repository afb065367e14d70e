import { useState } from 'react';
import type { Webhook } from '../../app/api.gen.ts';
import { useChange, useRead, useRefresh } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Link, navigate } from '../../app/router.tsx';
import { useUndo } from '../../app/undo.ts';
import { Confirm } from '../../ui/dialog.tsx';
import { Page } from '../../ui/page.tsx';
import { SecretDialog } from '../../ui/secret-dialog.tsx';
import { Await, ErrorNotice } from '../../ui/states.tsx';
import { Deliveries } from './deliveries.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';
import { WebhookState, WebhookTrouble } from './webhook-state.tsx';
import { WEBHOOKS_TEXTS } from './webhooks-texts.ts';

export function WebhookPage({ webhookId }: { webhookId: string }) {
  const texts = useTexts(WEBHOOKS_TEXTS);
  const webhook = useRead('GET /api/webhooks/{webhook-id}', { params: { 'webhook-id': webhookId } });
  return (
    <Page
      title={webhook.data?.description || webhook.data?.endpoint || texts.title}
      actions={<Link to="/webhooks">{texts.all}</Link>}
    >
      <Await read={webhook}>
        {(data) => (
          <>
            <WebhookTrouble webhook={data} />
            <About webhook={data} />
            <Deliveries webhook={data} />
          </>
        )}
      </Await>
    </Page>
  );
}

function About({ webhook }: { webhook: Webhook }) {
  const texts = useTexts(WEBHOOKS_TEXTS);
  return (
    <section className="card">
      <dl className="facts">
        <div className="fact">
          <dt>{texts.endpoint}</dt>
          <dd>
            <span className="line">
              <code>
                {webhook.method} {webhook.endpoint}
              </code>
              <WebhookState webhook={webhook} />
            </span>
          </dd>
        </div>
        <div className="fact">
          <dt>{texts.hears}</dt>
          <dd>
            <code>{webhook.events.join(', ')}</code>
          </dd>
        </div>
      </dl>
      <Actions webhook={webhook} />
    </section>
  );
}

type Open = 'edit' | 'rotate' | 'remove' | null;
const STALE = ['GET /api/webhooks', 'GET /api/webhooks/{webhook-id}'] as const;

function Actions({ webhook }: { webhook: Webhook }) {
  const texts = useTexts(WEBHOOKS_TEXTS);
  const formats = useFormats();
  const tellDone = useUndo();
  const refresh = useRefresh();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const params = { 'webhook-id': webhook.webhookId };
  const update = useChange('PATCH /api/webhooks/{webhook-id}', [...STALE]);
  const rotate = useChange('POST /api/webhooks/{webhook-id}/secret');
  const remove = useChange('DELETE /api/webhooks/{webhook-id}');
  const test = useChange('POST /api/webhooks/{webhook-id}/test', ['GET /api/webhooks/{webhook-id}/deliveries']);
  const turn = (active: boolean) => update.mutateAsync({ params, body: { active } });
  // Shown as it will be, from the click on.
  const isActive = (update.isPending ? update.variables.body.active : undefined) ?? webhook.active;
  const toggle = async () => {
    await turn(!webhook.active);
    tellDone(webhook.active ? texts.paused : texts.resumed, () => turn(webhook.active));
  };
  const removed = () => {
    navigate('/webhooks');
    void refresh(['GET /api/webhooks']);
  };
  return (
    <>
      <ErrorNotice error={test.error ?? update.error ?? rotate.error ?? remove.error} />
      <div className="actions">
        <button
          type="button"
          className={isActive ? 'main' : undefined}
          disabled={!isActive || test.isPending}
          onClick={() => test.mutate({ params })}
        >
          {texts.test}
        </button>
        <button type="button" onClick={() => setOpen('edit')}>
          {texts.edit}
        </button>
        <button
          type="button"
          className={isActive ? undefined : 'main'}
          disabled={update.isPending}
          onClick={() => void toggle().catch(() => undefined)}
        >
          {isActive ? texts.pause : texts.resume}
        </button>
        <button type="button" onClick={() => setOpen('rotate')}>
          {texts.rotate}
        </button>
        <button type="button" className="danger" onClick={() => setOpen('remove')}>
          {texts.remove}
        </button>
      </div>
      {open === 'edit' && <WebhookDialog webhook={webhook} onClose={close} />}
      {open === 'rotate' && (
        <Confirm
          title={texts.rotateQuestion}
          go={texts.rotate}
          isBusy={rotate.isPending}
          onGo={() => rotate.mutate({ params }, { onSettled: close })}
          onClose={close}
        >
          <p>{texts.rotateText}</p>
        </Confirm>
      )}
      {open === 'remove' && (
        <Confirm
          title={texts.removeQuestion}
          go={texts.remove}
          isBusy={remove.isPending}
          onGo={() => remove.mutate({ params }, { onSuccess: removed, onSettled: close })}
          onClose={close}
        >
          <p>{texts.removeText}</p>
        </Confirm>
      )}
      {rotate.data && (
        <SecretDialog
          title={texts.rotated}
          values={[[texts.secret, rotate.data.signingSecret]]}
          onClose={() => rotate.reset()}
        >
          <p>{texts.until(formats.moment(rotate.data.previousValidUntil))}</p>
        </SecretDialog>
      )}
    </>
  );
}
