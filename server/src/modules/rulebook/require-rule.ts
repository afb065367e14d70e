import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import type { Rule } from './rule.types.ts';
import { noSuchRule, ruleChanged } from './rulebook.errors.ts';
import { selectRule } from './rules.queries.ts';

/** The rule, live or a draft; a 404 for an unknown id and one of another workspace. */
export async function requireRule(ctx: Context, ruleId: string): Promise<Rule> {
  const rule = await selectRule(ctx.session, ctx.workspaceId, ruleId);
  if (!rule) throw noSuchRule(ruleId);
  return rule;
}

/** The same, kept from changing until the transaction ends; a 409 when it is no longer at the version the caller read. */
export async function requireRuleForChange(ctx: Context, ruleId: string, readVersion?: number): Promise<Rule> {
  const rule = await selectRule(ctx.session, ctx.workspaceId, ruleId, true);
  if (!rule) throw noSuchRule(ruleId);
  if (readVersion !== undefined && readVersion !== rule.version) {
    const message = `The rule is at version ${rule.version}, you decided on version ${readVersion}: read it again.`;
    throw new AppError(ruleChanged, message, { errors: [{ path: '/version', message }] });
  }
  return rule;
}
