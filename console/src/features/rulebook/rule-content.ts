/** What is edited of a rule, between the wire and the editor. */
import type { BotRule } from '../../app/api.gen.ts';
import type { Flow, InputSchema, Step } from './flow.types.ts';

export interface RuleContent {
  name: string;
  /** How customers are offered it, where that is not its name. */
  labels: { en?: string; de?: string };
  description: string;
  examples: string[];
  type: 'intent' | 'business';
  triggerType: 'on_escalation' | null;
  botIds: string[];
  flow: Flow;
}

export const contentOf = (rule: BotRule): RuleContent => ({
  name: rule.name,
  labels: rule.labels,
  description: rule.description,
  examples: rule.examples,
  type: rule.type,
  triggerType: rule.triggerType,
  botIds: rule.botIds,
  flow: flowOf(rule),
});

export const flowOf = ({ flowConfig, inputSchema }: Pick<BotRule, 'flowConfig' | 'inputSchema'>): Flow => ({
  steps: (flowConfig?.steps ?? []) as Step[],
  inputSchema: inputSchema as InputSchema,
});

/** As the API takes it; a rule without steps says nothing of them. */
export function bodyOf({ flow, ...rest }: RuleContent) {
  return {
    ...rest,
    examples: rest.examples.filter((example) => example.trim() !== ''),
    inputSchema: flow.inputSchema,
    ...(flow.steps.length > 0 && { flowConfig: { steps: flow.steps } }),
  };
}

export const isSame = (one: RuleContent, other: RuleContent) => JSON.stringify(one) === JSON.stringify(other);
