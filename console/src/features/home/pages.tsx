import { pair } from '../../app/language.ts';
import type { PageEntry } from '../../app/page-entry.ts';

export const HOME_PAGES: PageEntry[] = [
  {
    pattern: '',
    scope: null,
    menu: { group: 'work', name: pair('Home', 'Start') },
    load: () =>
      import('./home-page.tsx').then(({ HomePage }) => () => <HomePage />),
  },
];
