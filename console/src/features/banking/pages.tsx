import { pair } from '../../app/language.ts';
import type { PageEntry } from '../../app/page-entry.ts';

export const BANKING_PAGES: PageEntry[] = [
  {
    pattern: '/users',
    scope: 'users',
    menu: { group: 'bank', name: pair('Users', 'Nutzer') },
    load: () =>
      import('./users-page.tsx').then(({ UsersPage }) => () => <UsersPage />),
  },
  {
    pattern: '/rules',
    scope: 'categorization',
    menu: { group: 'bank', name: pair('Category rules', 'Kategorieregeln') },
    load: () =>
      import('./rules-page.tsx').then(({ RulesPage }) => () => <RulesPage />),
  },
  {
    pattern: '/users/{id}',
    scope: 'users',
    load: () =>
      import('./user-page.tsx').then(({ UserPage }) => ({ id = '' }) => <UserPage key={id} userId={id} />),
  },
  {
    pattern: '/users/{id}/transactions',
    scope: 'users',
    load: () =>
      import('./user-page.tsx').then(({ UserTransactionsPage }) => ({ id = '' }) => (
        <UserTransactionsPage key={id} userId={id} />
      )),
  },
  {
    pattern: '/users/{id}/runs',
    scope: 'analysis',
    load: () =>
      import('./user-page.tsx').then(({ UserRunsPage }) => ({ id = '' }) => <UserRunsPage key={id} userId={id} />),
  },
  {
    pattern: '/users/{id}/analysis',
    scope: 'users',
    load: () =>
      import('./user-page.tsx').then(({ UserAnalysisPage }) => ({ id = '' }) => (
        <UserAnalysisPage key={id} userId={id} />
      )),
  },
];
