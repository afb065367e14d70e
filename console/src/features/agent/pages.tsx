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
];
