import type { OutputField, Scalar, Step } from './integrations.types.ts';

export type AttributeSourceRow =
  | { kind: 'steps'; steps: Step[] }
  | { kind: 'bank' }
  | { kind: 'customer' }
  | { kind: 'user_attributes' }
  | { kind: 'customer_token' };

export interface AttributeFieldRow extends OutputField {
  /** With `steps` an expression, else the name of the source's field. */
  value: string;
  visibleToModel: boolean;
  usableInRules: boolean;
  usableInReplies: boolean;
}

export interface AttributeRow {
  attributeId: string;
  name: string;
  description: string;
  source: AttributeSourceRow;
  fields: AttributeFieldRow[];
  botIds: string[];
  createdAt: Date;
  updatedAt: Date;
}

/** A fact about the customer, as it was read for one message. */
export interface ResolvedField extends Omit<AttributeFieldRow, 'value'> {
  attribute: string;
  /** Null: not known, or not readable right now. */
  value: Scalar;
}
