import { pair } from '../../app/language.ts';
import type { PageEntry } from '../../app/page-entry.ts';

export const WEBHOOKS_PAGES: PageEntry[] = [
  {
    pattern: '/webhooks',
    scope: 'webhooks',
    menu: { group: 'deploy', name: pair('Webhooks', 'Webhooks') },
    load: () =>
      import('./webhooks-page.tsx').then(({ WebhooksPage }) => () => <WebhooksPage />),
  },
  {
    pattern: '/webhooks/{id}',
    scope: 'webhooks',
    load: () =>
      import('./webhook-page.tsx').then(({ WebhookPage }) => ({ id = '' }) => <WebhookPage key={id} webhookId={id} />),
  },
];
