import { pair } from '../../app/language.ts';
import type { PageEntry } from '../../app/page-entry.ts';

export const LANGUAGE_MODEL_PAGES: PageEntry[] = [
  {
    pattern: '/language-model',
    scope: 'read',
    menu: { group: 'workspace', name: pair('Language model', 'Sprachmodell') },
    load: () =>
      import('./model-page.tsx').then(({ ModelPage }) => () => <ModelPage />),
  },
];
