import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { mistakesOf } from './check-rule.ts';
import type { Rule } from './rule.types.ts';
import type { BotRule } from './rules.schemas.ts';

/** The rule on the wire; a draft with what stands against publishing it. */
export async function presentRule(ctx: Context, rule: Rule): Promise<Static<typeof BotRule>> {
  return {
    id: rule.ruleId,
    name: rule.name,
    labels: rule.labels,
    description: rule.description,
    examples: rule.examples,
    flowConfig: rule.flow,
    inputSchema: rule.inputSchema,
    botIds: rule.botIds,
    type: rule.type,
    triggerType: rule.triggerType,
    source: rule.source,
    isDraft: rule.state === 'draft',
    version: rule.version,
    originalRuleId: rule.originalRuleId,
    problems: rule.state === 'draft' ? await mistakesOf(ctx, rule) : [],
    createdAt: rule.createdAt.toISOString(),
    updatedAt: rule.updatedAt.toISOString(),
  };
}
