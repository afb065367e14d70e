import { pair } from '../../app/language.ts';
import type { PageEntry } from '../../app/page-entry.ts';

export const WIDGETS_PAGES: PageEntry[] = [
  {
    pattern: '/widgets',
    scope: 'read',
    menu: { group: 'deploy', name: pair('Widget', 'Widget') },
    load: () =>
      import('./widgets-page.tsx').then(({ WidgetsPage }) => () => <WidgetsPage />),
  },
  {
    pattern: '/widgets/{id}',
    scope: 'read',
    load: () =>
      import('./widget-page.tsx').then(({ WidgetPage }) => ({ id = '' }) => <WidgetPage key={id} widgetId={id} />),
  },
];
