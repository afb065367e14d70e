import { pair } from '../../app/language.ts';
import type { PageEntry } from '../../app/page-entry.ts';

export const INTEGRATIONS_PAGES: PageEntry[] = [
  {
    pattern: '/integrations',
    scope: 'read',
    menu: { group: 'integrations', name: pair('Systems', 'Systeme') },
    load: () =>
      import('./integrations-page.tsx').then(({ IntegrationsPage }) => () => <IntegrationsPage />),
  },
  {
    pattern: '/integrations/{id}',
    scope: 'read',
    load: () =>
      import('./integration-page.tsx').then(({ IntegrationPage }) => ({ id = '' }) => (
        <IntegrationPage key={id} integrationId={id} />
      )),
  },
  {
    pattern: '/integrations/{id}/add',
    scope: 'write',
    load: () =>
      import('./add-endpoints-page.tsx').then(({ AddEndpointsPage }) => ({ id = '' }) => (
        <AddEndpointsPage key={id} integrationId={id} />
      )),
  },
  {
    pattern: '/integrations/{id}/endpoints/{endpoint}',
    scope: 'read',
    load: () =>
      import('./endpoint-page.tsx').then(({ EndpointPage }) => ({ id = '', endpoint = '' }) => (
        <EndpointPage key={endpoint} integrationId={id} endpointId={endpoint} />
      )),
  },
  {
    pattern: '/attributes',
    scope: 'read',
    menu: { group: 'integrations', name: pair('Attributes', 'Attribute') },
    load: () =>
      import('./attributes-page.tsx').then(({ AttributesPage }) => () => <AttributesPage />),
  },
  {
    pattern: '/attributes/{id}',
    scope: 'read',
    load: () =>
      import('./attribute-page.tsx').then(({ AttributePage }) => ({ id = '' }) => (
        <AttributePage key={id} attributeId={id} />
      )),
  },
  {
    pattern: '/actions',
    scope: 'read',
    menu: { group: 'integrations', name: pair('Actions', 'Aktionen') },
    load: () =>
      import('./actions-page.tsx').then(({ ActionsPage }) => () => <ActionsPage />),
  },
  {
    pattern: '/actions/{id}',
    scope: 'read',
    load: () =>
      import('./action-page.tsx').then(({ ActionPage }) => ({ id = '' }) => <ActionPage key={id} actionId={id} />),
  },
];
