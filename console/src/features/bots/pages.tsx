import { pair } from '../../app/language.ts';
import type { PageEntry } from '../../app/page-entry.ts';

export const BOTS_PAGES: PageEntry[] = [
  {
    pattern: '/bots',
    scope: 'read',
    menu: { group: 'agent', name: pair('Bots and prompts', 'Bots und Prompts') },
    load: () =>
      import('./bots-page.tsx').then(({ BotsPage }) => () => <BotsPage />),
  },
  {
    pattern: '/bots/{id}',
    scope: 'read',
    load: () =>
      import('./bot-page.tsx').then(({ BotPage }) => ({ id = '' }) => <BotPage key={id} botId={id} />),
  },
];
