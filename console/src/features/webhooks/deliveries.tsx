import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Webhook, WebhookDelivery } from '../../app/api.gen.ts';
import { call } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { Link, useAddress } from '../../app/router.tsx';
import { Badge, Section } from '../../ui/page.tsx';
import { Await, Empty } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { DeliveryDetail } from './delivery-detail.tsx';
import { RedeliverDialog } from './redeliver-dialog.tsx';
import { DELIVERIES_TEXTS } from './webhooks-texts.ts';

const STATES = ['delivered', 'pending', 'failed'] as const;
type State = (typeof STATES)[number];
const TONES = { delivered: 'good', pending: 'plain', failed: 'bad' } as const;

/** What was sent, newest first; the state to show and the one that is open stand in the address. */
export function Deliveries({ webhook }: { webhook: Webhook }) {
  const texts = useTexts(DELIVERIES_TEXTS);
  const { query } = useAddress();
  const [isAsking, setIsAsking] = useState(false);
  const state = STATES.find((each) => each === query.get('state'));
  const here = `/webhooks/${webhook.webhookId}`;
  const at = (wanted: State | undefined) => (wanted ? `${here}?state=${wanted}` : here);
  const found = useDeliveries(webhook.webhookId, state);
  return (
    <Section title={texts.title}>
      <Tabs
        label={texts.filter}
        here={at(state)}
        entries={[undefined, ...STATES].map((each) => [at(each), texts.states[each ?? 'all']])}
      />
      <Await read={found}>
        {({ pages }) => {
          const rows = pages.flatMap(({ deliveries }) => deliveries);
          if (rows.length === 0) {
            return <Empty title={state ? texts.noneOf : texts.none}>{!state && <p>{texts.noneHint}</p>}</Empty>;
          }
          return (
            <ul className="list">
              {rows.map((row) => (
                <DeliveryRow key={row.deliveryId} webhook={webhook} delivery={row} list={at(state)} />
              ))}
            </ul>
          );
        }}
      </Await>
      <div className="actions">
        {found.hasNextPage && (
          <button type="button" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {texts.older}
          </button>
        )}
        {webhook.active && (
          <button type="button" onClick={() => setIsAsking(true)}>
            {texts.since}
          </button>
        )}
      </div>
      {isAsking && <RedeliverDialog webhookId={webhook.webhookId} onClose={() => setIsAsking(false)} />}
    </Section>
  );
}

function useDeliveries(webhookId: string, status: State | undefined) {
  const params = { 'webhook-id': webhookId };
  return useInfiniteQuery({
    queryKey: ['GET /api/webhooks/{webhook-id}/deliveries', { params, status }],
    queryFn: ({ pageParam }) =>
      call('GET /api/webhooks/{webhook-id}/deliveries', {
        params,
        query: { limit: 25, ...(status && { status }), ...(pageParam && { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

interface RowProps {
  webhook: Webhook;
  delivery: WebhookDelivery;
  /** The address of the list, with its filter. */
  list: string;
}

function DeliveryRow({ webhook, delivery, list }: RowProps) {
  const texts = useTexts(DELIVERIES_TEXTS);
  const formats = useFormats();
  const { query } = useAddress();
  const { deliveryId, type, status, attempts, createdAt, nextAttemptAt } = delivery;
  const isOpen = query.get('delivery') === deliveryId;
  const to = isOpen ? list : `${list}${list.includes('?') ? '&' : '?'}delivery=${deliveryId}`;
  const facts = [
    formats.moment(createdAt),
    texts.attempts(attempts.length),
    nextAttemptAt && attempts.length > 0 && texts.next(formats.moment(nextAttemptAt)),
  ];
  return (
    <li>
      <div>
        <Link to={to} className="strong" aria-expanded={isOpen}>
          {type}
        </Link>
        <small>{facts.filter(Boolean).join(' · ')}</small>
      </div>
      <Badge tone={TONES[status]}>{texts.states[status]}</Badge>
      {isOpen && <DeliveryDetail webhook={webhook} deliveryId={deliveryId} />}
    </li>
  );
}
