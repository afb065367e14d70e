import { createContext, useContext } from 'react';
import type { Action, ArticleChoice, AttributeField } from './catalogue.ts';
import type { Described } from './describe.ts';
import type { Flow, Problem } from './flow.types.ts';

/** What a rule of this workspace may speak of. */
export interface Catalogue {
  fields: AttributeField[];
  actions: Action[];
  tags: string[];
  articles: ArticleChoice[];
}

/** What every part of the editor sees and may change. */
export interface Editor {
  flow: Flow;
  /** `about` names the field that is typed in, so that typing on is one change. `focus`: the step that has the focus then. */
  change(flow: Flow, more?: { about?: string; focus?: string }): void;
  canEdit: boolean;
  problems: Problem[];
  catalogue: Catalogue;
  described: Described;
  /** Id of the step whose form is open. */
  open: string | null;
  setOpen(id: string | null): void;
  /** Ids of the steps that the simulated customer passed, and the one that waits for them. */
  passed: ReadonlySet<string>;
  waitsAt: string | null;
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('There is no rule around this component');
  return editor;
}
