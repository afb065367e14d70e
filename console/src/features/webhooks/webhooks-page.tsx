import { useState } from 'react';
import type { CreatedWebhook, Webhook } from '../../app/api.gen.ts';
import { useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { Link, navigate } from '../../app/router.tsx';
import { Page } from '../../ui/page.tsx';
import { SecretDialog } from '../../ui/secret-dialog.tsx';
import { Await, Empty } from '../../ui/states.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';
import { WebhookState } from './webhook-state.tsx';
import { WEBHOOKS_TEXTS } from './webhooks-texts.ts';

export function WebhooksPage() {
  const texts = useTexts(WEBHOOKS_TEXTS);
  const webhooks = useRead('GET /api/webhooks', {});
  const [isCreating, setIsCreating] = useState(false);
  const [created, setCreated] = useState<CreatedWebhook | null>(null);
  const create = (
    <button type="button" className="main" onClick={() => setIsCreating(true)}>
      {texts.create}
    </button>
  );
  return (
    <Page title={texts.title} actions={webhooks.data && webhooks.data.webhooks.length > 0 && create}>
      <p className="quiet-text">{texts.lead}</p>
      <Await read={webhooks}>
        {(data) =>
          data.webhooks.length === 0 ? (
            <Empty title={texts.none}>
              <p>{texts.noneHint}</p>
              <div>{create}</div>
            </Empty>
          ) : (
            <ul className="list">
              {data.webhooks.map((webhook) => (
                <WebhookRow key={webhook.webhookId} webhook={webhook} />
              ))}
            </ul>
          )
        }
      </Await>
      {isCreating && (
        <WebhookDialog
          webhook={null}
          onClose={() => setIsCreating(false)}
          onCreated={(webhook) => {
            setIsCreating(false);
            setCreated(webhook);
          }}
        />
      )}
      {created && (
        <SecretDialog
          title={texts.created}
          values={[[texts.secret, created.signingSecret]]}
          onClose={() => navigate(`/webhooks/${created.webhookId}`)}
        >
          <p>{texts.verifyHint}</p>
        </SecretDialog>
      )}
    </Page>
  );
}

function WebhookRow({ webhook }: { webhook: Webhook }) {
  const texts = useTexts(WEBHOOKS_TEXTS);
  return (
    <li>
      <div>
        <Link to={`/webhooks/${webhook.webhookId}`} className="strong">
          {webhook.description || webhook.endpoint}
        </Link>
        <small>
          {webhook.description && `${webhook.endpoint} · `}
          {texts.events(webhook.events.length)}
        </small>
      </div>
      <WebhookState webhook={webhook} />
    </li>
  );
}
