/** What rules may refer to, as the pickers show it. */

import { type Described, nameOf } from './describe.ts';
import type { Catalogue } from './editor-context.ts';
import type { ValueType } from './flow.types.ts';
import { VALUE_TYPE_OF_INPUT } from './input-types.ts';
import { walk } from './tree.ts';

export interface AttributeField {
  name: string;
  type: 'string' | 'number' | 'boolean';
  description: string;
  /** The attribute that it is read by. */
  attributeId: string;
  attribute: string;
  usableInRules: boolean;
  usableInReplies: boolean;
}

export interface Action {
  id: string;
  name: string;
  description: string;
  inputs: { name: string; type: 'string' | 'number' | 'boolean'; required: boolean; description: string }[];
  outputs: { name: string; type: 'string' | 'number' | 'boolean'; description?: string }[];
}

export interface ArticleChoice {
  id: string;
  title: string;
}

export interface Known {
  ref: string;
  name: string;
  type: ValueType;
}

export interface KnownGroup {
  kind: 'inputs' | 'attributes' | 'outputs';
  known: Known[];
}

/** Everything that a condition, a value or a text may read. `said`: only what may be told to customers. */
export function knownOf(described: Described, { fields, actions }: Catalogue, said = false): KnownGroup[] {
  const { flow } = described;
  const inputs = Object.entries(flow.inputSchema).map(([name, { type }]) => ({
    ref: `inputs.${name}`,
    name: nameOf(`inputs.${name}`, described),
    type: VALUE_TYPE_OF_INPUT[type],
  }));
  const attributes = fields
    .filter(({ usableInRules, usableInReplies }) => (said ? usableInReplies : usableInRules))
    .map(({ name, type, attribute }) => ({
      ref: `attributes.${name}`,
      name: `${nameOf(`attributes.${name}`, described)} (${attribute})`,
      type,
    }));
  const outputs = walk(flow.steps).flatMap(({ step }) => {
    const action = step.kind === 'tool' ? actions.find(({ name }) => name === step.action) : undefined;
    if (!action) return [];
    const known = [
      ...action.outputs,
      { name: 'success', type: 'boolean' as const },
      { name: 'message', type: 'string' as const },
      { name: 'error_code', type: 'string' as const },
    ];
    return known.map(({ name, type }) => {
      const ref = `outputs.${step.id}.${name}`;
      return { ref, name: nameOf(ref, described), type };
    });
  });
  const groups: KnownGroup[] = [
    { kind: 'inputs', known: inputs },
    { kind: 'attributes', known: attributes },
    { kind: 'outputs', known: outputs },
  ];
  return groups.filter(({ known }) => known.length > 0);
}

export const typeOfKnown = (groups: readonly KnownGroup[], ref: string): ValueType | null =>
  groups.flatMap(({ known }) => known).find((each) => each.ref === ref)?.type ?? null;

/** How a value is put into a text: with a fallback where it may be missing, in the format of its kind. */
export function placeholderOf({ ref, type }: Known, inputType: string | undefined): string {
  const [root] = ref.split('.');
  const fallback = root === 'inputs' ? '' : ' ?? "…"';
  const format =
    inputType === 'amount'
      ? ' | amount EUR'
      : type === 'date'
        ? ' | date'
        : type === 'number' && ref.endsWith('_cents')
          ? ' | cents EUR'
          : type === 'number'
            ? ' | number'
            : '';
  return `{{${ref}${fallback}${format}}}`;
}
