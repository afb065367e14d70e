import type { ValueType } from './flow.types.ts';

export interface ActionSignature {
  inputs: Readonly<Record<string, { type: ValueType; required: boolean }>>;
  /** The company lets no rule call it without a yes of the customer. */
  requiresConfirmation: boolean;
  /** Beside `success`, `message` and `error_code`, which every action answers. */
  outputs: Readonly<Record<string, ValueType>>;
}

/** What a rule may refer to in its workspace. */
export interface Catalogue {
  attributes: Readonly<Record<string, ValueType>>;
  /** Those that may be said to the customer. */
  sayable: Readonly<Record<string, ValueType>>;
  actions: Readonly<Record<string, ActionSignature>>;
  /** Live articles. */
  articles: ReadonlySet<string>;
  tags: ReadonlySet<string>;
}

export const ACTION_OUTPUTS: Readonly<Record<string, ValueType>> = {
  success: 'boolean',
  message: 'string',
  error_code: 'string',
};
