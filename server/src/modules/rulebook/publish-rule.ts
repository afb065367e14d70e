import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { mistakesOf } from './check-rule.ts';
import { insertNewRule, requireBots } from './manage-rules.ts';
import { presentRule } from './present-rule.ts';
import { recordRuleVersion } from './record-rule-version.ts';
import { requireRule, requireRuleForChange } from './require-rule.ts';
import { contentOf, type Rule } from './rule.types.ts';
import { refuseMistakes, ruleChanged, ruleIsDraft, ruleIsLive, ruleVersionNotFound } from './rulebook.errors.ts';
import { deleteRuleRow, replaceRuleBots, selectRuleVersions, updateRuleRow } from './rules.queries.ts';

/**
 * Makes a draft live for these bots. A draft of a live rule updates that rule, which keeps its id, and is gone; it is refused
 * when that rule has moved on since. A live rule is given to the bots.
 */
export async function publishRule(ctx: Context, ruleId: string, botIds: string[]) {
  const draft = await requireRuleForChange(ctx, ruleId);
  if (draft.state === 'live')
    throw new AppError(ruleIsLive, 'This rule is live already; PATCH its botIds to change who plays it.');
  await requireBots(ctx, botIds);
  refuseMistakes(await mistakesOf(ctx, draft));
  const target = draft.originalRuleId === null ? draft : await requireOriginal(ctx, draft, draft.originalRuleId);
  await updateRuleRow(ctx.session, target.ruleId, { ...contentOf(draft), state: 'live' });
  await replaceRuleBots(ctx.session, ctx.workspaceId, target.ruleId, botIds);
  if (target !== draft) await deleteRuleRow(ctx.session, draft.ruleId);
  const published = await requireRule(ctx, target.ruleId);
  await recordRuleVersion(ctx, published, 'rule.published');
  return presentRule(ctx, published);
}

async function requireOriginal(ctx: Context, draft: Rule, originalRuleId: string) {
  const original = await requireRuleForChange(ctx, originalRuleId);
  if (original.version !== draft.originalRuleVersion) {
    throw new AppError(
      ruleChanged,
      `The live rule is at version ${original.version}, but this draft was made from version ${draft.originalRuleVersion}. Make a new draft and carry your changes over.`,
    );
  }
  return original;
}

/** A draft of a live rule, which updates it when it is published: for changes that take more than one sitting. */
export async function createDraftOfRule(ctx: Context, ruleId: string) {
  const rule = await requireRule(ctx, ruleId);
  if (rule.state === 'draft') throw new AppError(ruleIsDraft, 'This rule is a draft already: change it as it is.');
  return presentRule(ctx, await insertNewRule(ctx, { ...rule, state: 'draft', original: rule }));
}

/** A draft that says what the rule says, as a rule of its own. */
export async function duplicateRule(ctx: Context, ruleId: string) {
  const rule = await requireRule(ctx, ruleId);
  const copy = await insertNewRule(ctx, {
    ...rule,
    name: `${rule.name} (copy)`.slice(0, 200),
    state: 'draft',
    original: null,
  });
  return presentRule(ctx, copy);
}

/** Newest first. */
export async function listRuleVersions(ctx: Context, ruleId: string) {
  const rule = await requireRule(ctx, ruleId);
  const versions = (await selectRuleVersions(ctx.session, rule.ruleId)).flatMap(({ content, ...row }) =>
    content.flow === null
      ? []
      : [
          {
            version: row.version,
            createdBy: row.createdBy,
            createdAt: row.createdAt.toISOString(),
            name: content.name,
            flowConfig: content.flow,
            inputSchema: content.inputSchema,
          },
        ],
  );
  return { versions };
}

/** Makes an old version what the rule says, as a new version: nothing of the history is lost. */
export async function restoreRuleVersion(ctx: Context, ruleId: string, version: number) {
  const rule = await requireRuleForChange(ctx, ruleId);
  const row = (await selectRuleVersions(ctx.session, rule.ruleId)).find((entry) => entry.version === version);
  if (!row) throw new AppError(ruleVersionNotFound, `The rule has no version ${version} that was ever live.`);
  // What it refers to may have gone since.
  refuseMistakes(await mistakesOf(ctx, row.content));
  await updateRuleRow(ctx.session, rule.ruleId, row.content);
  const restored = await requireRule(ctx, ruleId);
  await recordRuleVersion(ctx, restored, 'rule.restored');
  return presentRule(ctx, restored);
}
