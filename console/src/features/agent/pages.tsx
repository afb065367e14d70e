import { pair } from '../../app/language.ts';
import type { PageEntry } from '../../app/page-entry.ts';

export const AGENT_PAGES: PageEntry[] = [
  {
    pattern: '/inbox',
    scope: 'read',
    menu: { group: 'agent', name: pair('Inbox', 'Posteingang') },
    load: () =>
      import('./inbox/inbox-page.tsx').then(({ InboxPage }) => () => <InboxPage />),
  },
  {
    pattern: '/inbox/{id}',
    scope: 'read',
    load: () =>
      import('./inbox/conversation-page.tsx').then(({ ConversationPage }) => ({ id = '' }) => (
        <ConversationPage key={id} conversationId={id} />
      )),
  },
  {
    pattern: '/playground',
    scope: 'write',
    menu: { group: 'agent', name: pair('Playground', 'Ausprobieren') },
    load: () =>
      import('./playground-page.tsx').then(({ PlaygroundPage }) => () => <PlaygroundPage />),
  },
  {
    pattern: '/test-suites',
    scope: 'read',
    menu: { group: 'agent', name: pair('Test suites', 'Testreihen') },
    load: () =>
      import('./suites/suites-page.tsx').then(({ SuitesPage }) => () => <SuitesPage />),
  },
  {
    pattern: '/test-suites/new',
    scope: 'write',
    load: () =>
      import('./suites/new-suite-page.tsx').then(({ NewSuitePage }) => () => <NewSuitePage />),
  },
  {
    pattern: '/test-suites/{id}',
    scope: 'read',
    load: () =>
      import('./suites/suite-page.tsx').then(({ SuitePage }) => ({ id = '' }) => <SuitePage key={id} suiteId={id} />),
  },
  {
    pattern: '/figures',
    scope: 'read',
    menu: { group: 'agent', name: pair('Figures', 'Zahlen') },
    load: () =>
      import('./figures/figures-page.tsx').then(({ FiguresPage }) => () => <FiguresPage />),
  },
];
