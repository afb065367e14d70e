import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { AppError } from '#platform/http/errors.ts';
import { ruleNotFound } from './categorization.errors.ts';
import {
  deleteRuleRow,
  insertRule,
  type RuleRow,
  selectRule,
  selectRules,
  updateRuleRow,
} from './categorization.queries.ts';
import type { RuleChange, RuleInput } from './categorization.schemas.ts';
import { presentRule, readRule } from './rule-values.ts';

/** A rule decides from the next analysis of each user on; what was analysed stays as it is. */
export async function createRule(ctx: Context, input: Static<typeof RuleInput>) {
  const ruleId = uuidv7(ctx.now().getTime());
  await insertRule(ctx.session, ctx.workspaceId, ruleId, readRule(input));
  return presentRule(await requireRule(ctx, ruleId));
}

export async function listRules(ctx: Context) {
  return { rules: (await selectRules(ctx.session, ctx.workspaceId)).map(presentRule) };
}

export async function getRule(ctx: Context, ruleId: string) {
  return presentRule(await requireRule(ctx, ruleId));
}

export async function updateRule(ctx: Context, ruleId: string, change: Static<typeof RuleChange>) {
  const stored = presentRule(await requireRule(ctx, ruleId));
  await updateRuleRow(ctx.session, ctx.workspaceId, ruleId, readRule({ ...stored, ...change }));
  return presentRule(await requireRule(ctx, ruleId));
}

export async function deleteRule(ctx: Context, ruleId: string) {
  await requireRule(ctx, ruleId);
  await deleteRuleRow(ctx.session, ctx.workspaceId, ruleId);
}

/** Rejects with `rule_not_found`. */
export async function requireRule(ctx: Context, ruleId: string): Promise<RuleRow> {
  const rule = await selectRule(ctx.session, ctx.workspaceId, ruleId);
  if (!rule) throw new AppError(ruleNotFound, 'There is no rule with this id.');
  return rule;
}
