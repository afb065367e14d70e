import type { Language } from '#platform/text/language.ts';

/**
 * A rule's flow: a tree of steps. A list of steps runs from the first to the last; what follows a list that has ended is the
 * step after the one that holds it, so branches join again by themselves.
 */

/** Words in one language for everybody, or at least one text per language. `{{…}}` in it is filled in, see templates.ts. */
export type FlowText = string | Partial<Record<Language, string>>;

export type Literal = string | number | boolean | null;

/**
 * `attributes.NAME`, `inputs.NAME`, or `outputs.STEP.FIELD` for what an action answered (`success`, `message` and
 * `error_code` among them).
 */
export type Reference = string;

export type FlowValue = Literal | { ref: Reference };

export type Condition =
  | { op: 'all' | 'any'; of: Condition[] }
  | { op: 'not'; of: Condition }
  | { op: 'equals' | 'less' | 'at_most' | 'more' | 'at_least' | 'contains'; ref: Reference; value: FlowValue }
  | { op: 'one_of'; ref: Reference; values: Literal[] }
  | { op: 'known'; ref: Reference }
  | { op: 'tagged'; tag: string };

export interface ConditionStep {
  id: string;
  kind: 'condition';
  branches: { when: Condition; steps: RuleStep[] }[];
  otherwise: RuleStep[];
}

export interface CollectStep {
  id: string;
  kind: 'collect';
  input: string;
  question: FlowText;
  /** After two answers that were no answer. Left out: a person takes over. */
  failure?: RuleStep[];
}

export interface ConfirmStep {
  id: string;
  kind: 'confirm';
  text: FlowText;
  yes: RuleStep[];
  no: RuleStep[];
}

export interface ToolStep {
  id: string;
  kind: 'tool';
  /** Name of the action. */
  action: string;
  inputs: Record<string, FlowValue>;
  /** True: the author says that this needs no yes of the customer. */
  withoutConfirmation?: boolean;
  success: RuleStep[];
  /** When the answer's `error_code` is the key. */
  errors?: Record<string, RuleStep[]>;
  /** For every other `success: false`, and for calls that could not be made. */
  failure: RuleStep[];
  /** When nobody knows whether it took effect. Left out: said as it is, and a person takes over. */
  unknown?: RuleStep[];
}

export interface ReplyStep {
  id: string;
  kind: 'reply';
  text: FlowText;
}

export interface ArticleStep {
  id: string;
  kind: 'article';
  /** A live article, or one per language. */
  articleId: FlowText;
}

export interface TagStep {
  id: string;
  kind: 'tag';
  /** Name of the tag. */
  tag: string;
}

export interface EscalateStep {
  id: string;
  kind: 'escalate';
  text?: FlowText;
  /** For the person who takes over. */
  reason?: string;
}

export interface GotoStep {
  id: string;
  kind: 'goto';
  step: string;
}

export type RuleStep =
  | ConditionStep
  | CollectStep
  | ConfirmStep
  | ToolStep
  | ReplyStep
  | ArticleStep
  | TagStep
  | EscalateStep
  | GotoStep;

export interface RuleFlow {
  steps: RuleStep[];
}

/** What a value is: it decides how it is read from a message, compared and written. */
export type ValueType = 'string' | 'number' | 'boolean' | 'date';

/** What a `collect` step asks for. */
export type InputType =
  | 'text'
  | 'number'
  | 'amount'
  | 'date'
  | 'boolean'
  | 'choice'
  | 'email'
  | 'phone'
  | 'iban'
  | 'order_number';

export interface InputDefinition {
  type: InputType;
  description: string;
  /** Of a `choice`: what is stored, how customers call it, and how texts write it. */
  choices?: { value: string; names: string[]; label?: FlowText }[];
  /** Of `number` and `amount`, both included. Amounts in major units. */
  minimum?: number;
  maximum?: number;
  /** Of `date`: relative to today, in days; 0 is today. Both included. */
  earliestInDays?: number;
  latestInDays?: number;
}

export type InputSchema = Record<string, InputDefinition>;

/** What a value of an input is once it was collected: amounts are `12.5`, dates `2026-03-31`, phones E.164. */
export const VALUE_TYPES: Record<InputType, ValueType> = {
  text: 'string',
  number: 'number',
  amount: 'number',
  date: 'date',
  boolean: 'boolean',
  choice: 'string',
  email: 'string',
  phone: 'string',
  iban: 'string',
  order_number: 'string',
};
