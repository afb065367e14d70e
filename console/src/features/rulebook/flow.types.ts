/** A rule as the editor holds it: what the public API takes and answers, with its tables typed. */
import type { RuleCondition } from '../../app/api.gen.ts';

export type Literal = string | number | boolean | null;
export type FlowValue = Literal | { ref: string };
/** One text for everybody, or one per language. */
export type FlowText = string | { en?: string; de?: string };
export type ValueType = 'string' | 'number' | 'boolean' | 'date';
export type Condition = RuleCondition;

export interface Branch {
  when: Condition;
  steps: Step[];
}

export type Step =
  | { id: string; kind: 'condition'; branches: Branch[]; otherwise: Step[] }
  | { id: string; kind: 'collect'; input: string; question: FlowText; failure?: Step[] }
  | { id: string; kind: 'confirm'; text: FlowText; yes: Step[]; no: Step[] }
  | ToolStep
  | { id: string; kind: 'reply'; text: FlowText }
  | { id: string; kind: 'article'; articleId: FlowText }
  | { id: string; kind: 'tag'; tag: string }
  | { id: string; kind: 'escalate'; text?: FlowText; reason?: string }
  | { id: string; kind: 'goto'; step: string };

export interface ToolStep {
  id: string;
  kind: 'tool';
  action: string;
  inputs: Record<string, FlowValue>;
  withoutConfirmation?: boolean;
  success: Step[];
  errors?: Record<string, Step[]>;
  failure: Step[];
  unknown?: Step[];
}

export type Kind = Step['kind'];
export type StepOf<K extends Kind> = Extract<Step, { kind: K }>;

export const KINDS: readonly Kind[] = [
  'reply',
  'collect',
  'condition',
  'confirm',
  'tool',
  'article',
  'tag',
  'escalate',
  'goto',
];

export const INPUT_TYPES = [
  'text',
  'number',
  'amount',
  'date',
  'boolean',
  'choice',
  'email',
  'phone',
  'iban',
  'order_number',
] as const;
export type InputType = (typeof INPUT_TYPES)[number];

export interface Choice {
  value: string;
  names: string[];
  label?: FlowText;
}

/** What a `collect` step asks for. */
export interface InputDefinition {
  type: InputType;
  description: string;
  choices?: Choice[];
  minimum?: number;
  maximum?: number;
  earliestInDays?: number;
  latestInDays?: number;
}

export type InputSchema = Record<string, InputDefinition>;

/** What the picture and the JSON are two views of. */
export interface Flow {
  steps: Step[];
  inputSchema: InputSchema;
}

export interface Problem {
  path: string;
  message: string;
}
