import { audit } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { contentOf, type Rule } from './rule.types.ts';
import { rulesChanged } from './rulebook.events.ts';
import { insertRuleVersion } from './rules.queries.ts';

/** What goes with every new version of a live rule: its place in the history, who made it, and the news. */
export async function recordRuleVersion(ctx: Context, rule: Rule, action: string) {
  const { ruleId, version } = rule;
  await insertRuleVersion(ctx.session, ctx.workspaceId, {
    ruleId,
    version,
    content: contentOf(rule),
    createdBy: `${ctx.actor.kind}:${ctx.actor.id}`,
  });
  await ctx.events.publish(ctx, rulesChanged, { ruleIds: [ruleId] });
  await audit(ctx, { action, targetKind: 'rule', targetId: ruleId, details: { version, botIds: rule.botIds } });
}
