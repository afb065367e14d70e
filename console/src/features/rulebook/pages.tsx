import { pair } from '../../app/language.ts';
import type { PageEntry } from '../../app/page-entry.ts';

export const RULEBOOK_PAGES: PageEntry[] = [
  {
    pattern: '/rulebook',
    scope: 'read',
    menu: { group: 'integrations', name: pair('Rulebook', 'Regelwerk') },
    load: () =>
      import('./rules-page.tsx').then(({ RulesPage }) => () => <RulesPage />),
  },
  {
    pattern: '/rulebook/{id}',
    scope: 'read',
    load: () =>
      import('./rule-page.tsx').then(({ RulePage }) => ({ id = '' }) => <RulePage key={id} ruleId={id} />),
  },
];
