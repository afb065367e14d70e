import type { Language } from '#platform/text/language.ts';
import type { InputSchema, RuleFlow } from './flow/flow.types.ts';
import { wordingsOf } from './flow/templates.ts';
import { walkSteps } from './flow/walk-steps.ts';

/** What a rule says; a version of it. */
export interface RuleContent {
  name: string;
  /** How customers are offered it. */
  labels: Partial<Record<Language, string>>;
  /** When it applies: what the choice among rules is made by. */
  description: string;
  /** Messages of customers that it is for. */
  examples: string[];
  inputSchema: InputSchema;
  /** null only in drafts. */
  flow: RuleFlow | null;
}

export type RuleType = 'intent' | 'business';

export interface Rule extends RuleContent {
  ruleId: string;
  state: 'live' | 'draft';
  type: RuleType;
  triggerType: 'on_escalation' | null;
  source: string;
  version: number;
  /** Of a draft: the live rule that it will update. */
  originalRuleId: string | null;
  originalRuleVersion: number | null;
  botIds: string[];
  createdAt: Date;
  updatedAt: Date;
}

export const contentOf = ({ name, labels, description, examples, inputSchema, flow }: RuleContent): RuleContent => ({
  name,
  labels,
  description,
  examples,
  inputSchema,
  flow,
});

/** What a customer is offered it as. */
export const labelOf = ({ name, labels }: Pick<RuleContent, 'name' | 'labels'>, language: Language): string =>
  labels[language] ?? name;

/** Ids of the articles that it shows, in any language. */
export const articlesOf = ({ flow }: Pick<RuleContent, 'flow'>): string[] =>
  walkSteps(flow?.steps ?? []).flatMap(({ step }) => (step.kind === 'article' ? wordingsOf(step.articleId) : []));
