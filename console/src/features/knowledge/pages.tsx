import { pair } from '../../app/language.ts';
import type { PageEntry } from '../../app/page-entry.ts';

export const KNOWLEDGE_PAGES: PageEntry[] = [
  {
    pattern: '/reviews',
    scope: 'read',
    menu: { group: 'agent', name: pair('Review and Approvals', 'Prüfen und Freigeben') },
    load: () =>
      import('./reviews-page.tsx').then(({ ReviewsPage }) => () => <ReviewsPage />),
  },
  {
    pattern: '/reviews/{id}',
    scope: 'read',
    load: () =>
      import('./review-page.tsx').then(({ ReviewPage }) => ({ id = '' }) => <ReviewPage key={id} reviewId={id} />),
  },
];
