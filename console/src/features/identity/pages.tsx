import { pair } from '../../app/language.ts';
import type { PageEntry } from '../../app/page-entry.ts';

export const IDENTITY_PAGES: PageEntry[] = [
  {
    pattern: '/api-keys',
    scope: 'console:keys',
    menu: { group: 'deploy', name: pair('API Keys', 'API-Schlüssel') },
    load: () =>
      import('./api-keys-page.tsx').then(({ ApiKeysPage }) => () => <ApiKeysPage />),
  },
  {
    pattern: '/clients',
    scope: 'console:keys',
    menu: { group: 'deploy', name: pair('API clients', 'API-Clients') },
    load: () =>
      import('./clients-page.tsx').then(({ ClientsPage }) => () => <ClientsPage />),
  },
  {
    pattern: '/contract',
    scope: 'console:keys',
    menu: { group: 'deploy', name: pair('Contract keys', 'Vertragsschlüssel') },
    load: () =>
      import('./contract-page.tsx').then(({ ContractPage }) => () => <ContractPage />),
  },
  {
    pattern: '/people',
    scope: 'console:people',
    menu: { group: 'workspace', name: pair('People', 'Personen') },
    load: () =>
      import('./people-page.tsx').then(({ PeoplePage }) => () => <PeoplePage />),
  },
  {
    pattern: '/audit',
    scope: 'read',
    menu: { group: 'workspace', name: pair('Audit log', 'Protokoll') },
    load: () =>
      import('./audit-page.tsx').then(({ AuditPage }) => () => <AuditPage />),
  },
  {
    pattern: '/account',
    scope: null,
    load: () =>
      import('./account-page.tsx').then(({ AccountPage }) => () => <AccountPage />),
  },
];
