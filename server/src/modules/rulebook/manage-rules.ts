import type { Static } from 'typebox';
import { requireBot } from '#modules/bots/index.ts';
import { audit } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { invalidField } from '#platform/http/errors.ts';
import { mistakesOf } from './check-rule.ts';
import { readFlow } from './flow/read-flow.ts';
import { presentRule } from './present-rule.ts';
import { recordRuleVersion } from './record-rule-version.ts';
import { requireRule, requireRuleForChange } from './require-rule.ts';
import type { Rule, RuleContent, RuleType } from './rule.types.ts';
import { refuseMistakes } from './rulebook.errors.ts';
import { rulesChanged } from './rulebook.events.ts';
import {
  deleteRuleRow,
  insertRule,
  replaceRuleBots,
  selectRules,
  selectRulesOfBot,
  updateRuleRow,
} from './rules.queries.ts';
import type { CreateRule, ListRulesQuery, UpdateRule } from './rules.schemas.ts';

/** Newest first. */
export async function listRules(ctx: Context, query: Static<typeof ListRulesQuery>) {
  const rules = await selectRules(ctx.session, ctx.workspaceId, {
    type: query.type ?? 'intent',
    state: query.isDraft ? 'draft' : 'live',
    limit: query.limit ?? 100,
    before: query.cursor ?? null,
  });
  const presented = [];
  for (const rule of rules) presented.push(await presentRule(ctx, rule));
  return presented;
}

/** The live rules that a bot plays, oldest first. */
export const rulesOfBot = (ctx: Context, botId: string) => selectRulesOfBot(ctx.session, botId);

/** Those among them that a customer's wish begins. */
export const intentsOf = async (ctx: Context, botId: string) =>
  (await rulesOfBot(ctx, botId)).filter(({ type }) => type === 'intent');

export const getRule = async (ctx: Context, ruleId: string) => presentRule(ctx, await requireRule(ctx, ruleId));

/** A new rule: live at once when it has a flow that can be played, unless a draft is asked for. */
export async function createRule(ctx: Context, input: Static<typeof CreateRule>) {
  const { type = 'intent', botIds = [] } = input;
  const content: RuleContent = {
    name: input.name,
    labels: input.labels ?? {},
    description: input.description,
    examples: input.examples ?? [],
    inputSchema: input.inputSchema ?? {},
    flow: input.flowConfig ? readFlow(input.flowConfig) : null,
  };
  const isDraft = input.isDraft ?? content.flow === null;
  const triggerType = checkTrigger(type, input.triggerType ?? null);
  await requireBots(ctx, botIds);
  if (!isDraft) refuseMistakes(await mistakesOf(ctx, content));
  const rule = await insertNewRule(ctx, {
    ...content,
    state: isDraft ? 'draft' : 'live',
    type,
    triggerType,
    source: input.source ?? 'api',
    original: null,
    botIds,
  });
  if (!isDraft) await recordRuleVersion(ctx, rule, 'rule.published');
  return presentRule(ctx, rule);
}

export type RuleToInsert = RuleContent &
  Pick<Rule, 'state' | 'type' | 'triggerType' | 'source' | 'botIds'> & { original: Rule | null };

export async function insertNewRule(ctx: Context, { original, ...rule }: RuleToInsert): Promise<Rule> {
  const ruleId = uuidv7(ctx.now().getTime());
  await insertRule(ctx.session, ctx.workspaceId, {
    ...rule,
    ruleId,
    originalRuleId: original?.ruleId ?? null,
    originalRuleVersion: original?.version ?? null,
  });
  return requireRule(ctx, ruleId);
}

/** A live rule stays one that can be played; runs that have begun go on with the version they began with. */
export async function updateRule(ctx: Context, ruleId: string, change: Static<typeof UpdateRule>) {
  const { version, botIds, flowConfig, ...fields } = change;
  const rule = await requireRuleForChange(ctx, ruleId, version);
  const flow = flowConfig && readFlow(flowConfig);
  const type = fields.type ?? rule.type;
  const triggerType = checkTrigger(type, fields.triggerType === undefined ? rule.triggerType : fields.triggerType);
  if (botIds) await requireBots(ctx, botIds);
  if (rule.state === 'live') refuseMistakes(await mistakesOf(ctx, { ...rule, ...fields, flow: flow ?? rule.flow }));
  await updateRuleRow(ctx.session, rule.ruleId, { ...fields, type, triggerType, ...(flow && { flow }) });
  if (botIds) await replaceRuleBots(ctx.session, ctx.workspaceId, rule.ruleId, botIds);
  const changed = await requireRule(ctx, ruleId);
  if (changed.state === 'live') await recordRuleVersion(ctx, changed, 'rule.updated');
  return presentRule(ctx, changed);
}

/** For good, with its versions. Runs that have begun end as they began; drafts of it stay, as drafts of new rules. */
export async function deleteRule(ctx: Context, ruleId: string) {
  const rule = await requireRuleForChange(ctx, ruleId);
  await deleteRuleRow(ctx.session, rule.ruleId);
  await ctx.events.publish(ctx, rulesChanged, { ruleIds: [rule.ruleId] });
  await audit(ctx, { action: 'rule.deleted', targetKind: 'rule', targetId: rule.ruleId, details: { name: rule.name } });
  return { success: true };
}

/** @throws AppError 404 for a bot of another workspace or none. */
export async function requireBots(ctx: Context, botIds: string[]) {
  for (const botId of botIds) await requireBot(ctx, botId);
}

function checkTrigger(type: RuleType, triggerType: 'on_escalation' | null) {
  if ((type === 'business') === (triggerType !== null)) return triggerType;
  throw invalidField(
    '/triggerType',
    type === 'business' ? 'is required for a business rule: on_escalation' : 'is only for business rules',
  );
}
