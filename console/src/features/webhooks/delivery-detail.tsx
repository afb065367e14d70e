import type { Webhook, WebhookDelivery } from '../../app/api.gen.ts';
import { useChange, useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { said } from '../../app/said.ts';
import { Await, ErrorNotice } from '../../ui/states.tsx';
import { DELIVERIES_TEXTS } from './webhooks-texts.ts';

const STALE = [
  'GET /api/webhooks/{webhook-id}/deliveries',
  'GET /api/webhooks/{webhook-id}/deliveries/{delivery-id}',
] as const;

/** What was sent, and what came back each time. */
export function DeliveryDetail({ webhook, deliveryId }: { webhook: Webhook; deliveryId: string }) {
  const texts = useTexts(DELIVERIES_TEXTS);
  const params = { 'webhook-id': webhook.webhookId, 'delivery-id': deliveryId };
  const delivery = useRead('GET /api/webhooks/{webhook-id}/deliveries/{delivery-id}', { params });
  const redeliver = useChange('POST /api/webhooks/{webhook-id}/deliveries/{delivery-id}/redeliver', [...STALE]);
  return (
    <div className="sides">
      <Await read={delivery}>
        {({ request, attempts }) => (
          <>
            <div className="stack tight">
              <h3>{texts.request}</h3>
              {request ? (
                <code className="request">
                  {`${request.method} ${request.url}\n\n${JSON.stringify(JSON.parse(request.body), null, 2)}`}
                </code>
              ) : (
                <p>{texts.requestGone}</p>
              )}
            </div>
            <div className="stack tight">
              <h3>{texts.log}</h3>
              {attempts.length === 0 && <p>{texts.noAttempt}</p>}
              {attempts.toReversed().map((attempt) => (
                <AttemptView key={attempt.at} attempt={attempt} />
              ))}
              <ErrorNotice error={redeliver.error} />
              {webhook.active && (
                <div>
                  <button type="button" disabled={redeliver.isPending} onClick={() => redeliver.mutate({ params })}>
                    {texts.redeliver}
                  </button>
                </div>
              )}
            </div>
          </>
        )}
      </Await>
    </div>
  );
}

function AttemptView({ attempt }: { attempt: WebhookDelivery['attempts'][number] }) {
  const texts = useTexts(DELIVERIES_TEXTS);
  const formats = useFormats();
  const { at, status, error, response, durationMs } = attempt;
  return (
    <div className="stack tight">
      <p>
        <small>{formats.moment(at)}</small>{' '}
        {status === null ? said(error?.message ?? '') : texts.answered(status, formats.count(durationMs))}
      </p>
      {status !== null && (response ? <code className="request">{response}</code> : <small>{texts.noAnswer}</small>)}
    </div>
  );
}
