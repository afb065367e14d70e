import { pair } from '../../app/language.ts';
import type { PageEntry } from '../../app/page-entry.ts';

const loadArticles = () =>
  import('./articles/articles-page.tsx').then(({ ArticlesPage }) => ({ id }: Record<string, string>) => (
    <ArticlesPage articleId={id} />
  ));

export const KNOWLEDGE_PAGES: PageEntry[] = [
  {
    pattern: '/sources',
    scope: 'read',
    menu: { group: 'agent', name: pair('Sources', 'Quellen') },
    load: () =>
      import('./sources/sources-page.tsx').then(({ SourcesPage }) => () => <SourcesPage />),
  },
  {
    pattern: '/sources/{id}',
    scope: 'read',
    load: () =>
      import('./sources/document-page.tsx').then(({ DocumentPage }) => ({ id = '' }) => (
        <DocumentPage key={id} documentId={id} />
      )),
  },
  {
    pattern: '/sources/websites/{id}',
    scope: 'read',
    load: () =>
      import('./sources/website-page.tsx').then(({ WebsitePage }) => ({ id = '' }) => (
        <WebsitePage key={id} crawlId={id} />
      )),
  },
  {
    pattern: '/articles',
    scope: 'read',
    menu: { group: 'agent', name: pair('Articles', 'Artikel') },
    load: loadArticles,
  },
  { pattern: '/articles/{id}', scope: 'read', load: loadArticles },
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
