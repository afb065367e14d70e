import { pair } from '../../app/language.ts';
import type { PageEntry } from '../../app/page-entry.ts';

export const AGENT_PAGES: PageEntry[] = [
  {
    pattern: '/playground',
    scope: 'write',
    menu: { group: 'agent', name: pair('Playground', 'Ausprobieren') },
    load: () =>
      import('./playground-page.tsx').then(({ PlaygroundPage }) => () => <PlaygroundPage />),
  },
];
