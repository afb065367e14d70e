/** What a feature says of each of its pages, in its `pages.tsx`. */
import type { ReactNode } from 'react';
import { pair } from './language.ts';

/** The groups of the menu, in their order. */
export const GROUPS = {
  work: pair('Work', 'Arbeit'),
  bank: pair('Bank data', 'Bankdaten'),
  agent: pair('Agent', 'Agent'),
  integrations: pair('Integrations', 'Anbindungen'),
  deploy: pair('Deploy', 'Einbinden'),
  workspace: pair('Workspace', 'Arbeitsbereich'),
};

export type Group = keyof typeof GROUPS;

export interface PageEntry {
  /** Behind /console; `/users/{id}` takes any id. */
  pattern: string;
  /** What the role must hold; null: everybody. */
  scope: string | null;
  /** Where it stands in the menu, and what it is called there; none: it is reached from another page. */
  menu?: { group: Group; name: readonly [english: string, german: string] };
  /** Brings the code of the page, which no visitor needs before they open it, and what it makes of an address. */
  load(): Promise<(params: Record<string, string>) => ReactNode>;
}
