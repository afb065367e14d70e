import { pair } from '../../app/language.ts';
import type { PageEntry } from '../../app/page-entry.ts';

export const CONVERSATIONS_PAGES: PageEntry[] = [
  {
    pattern: '/tags',
    scope: 'read',
    menu: { group: 'agent', name: pair('Tags', 'Tags') },
    load: () =>
      import('./tags-page.tsx').then(({ TagsPage }) => () => <TagsPage />),
  },
];
