import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import type { Catalogue } from '../flow/catalogue.ts';
import { insertNewRule, requireBots } from '../manage-rules.ts';
import { presentRule } from '../present-rule.ts';
import { readCatalogue } from '../read-catalogue.ts';
import { requireRuleForChange } from '../require-rule.ts';
import { contentOf, type Rule } from '../rule.types.ts';
import { instructionsNotUnderstood } from '../rulebook.errors.ts';
import { updateRuleRow } from '../rules.queries.ts';
import type { DraftRule, RefineRule } from '../rules.schemas.ts';
import { buildFlow, type DraftedRule, refineFlow } from './build-flow.ts';
import { outlineOf } from './outline.ts';
import { readInstructions } from './read-instructions.ts';

/** A draft from a rule in words. What can not be read is refused and named, so that nothing is left out in silence. */
export async function draftRule(ctx: Context, { behaviorInstructions, botIds = [] }: Static<typeof DraftRule>) {
  await requireBots(ctx, botIds);
  const outline = understand('/behaviorInstructions', behaviorInstructions);
  const { inputSchema, steps } = buildFlow(outline, await readCatalogue(ctx, { steps: [] }));
  const name = (outline.intent ?? outline.action ?? 'New rule').slice(0, 200);
  const rule = await insertNewRule(ctx, {
    name: name.charAt(0).toUpperCase() + name.slice(1),
    description: behaviorInstructions.slice(0, 5_000),
    examples: outline.intent === null ? [] : [outline.intent],
    inputSchema,
    flow: steps.length > 0 ? { steps } : null,
    state: 'draft',
    type: 'intent',
    triggerType: null,
    source: 'instructions',
    original: null,
    botIds,
  });
  return presentRule(ctx, rule);
}

/** The draft with the change; of a live rule a draft is made that updates it when it is published. */
export async function refineRule(ctx: Context, ruleId: string, { refinementInstructions }: Static<typeof RefineRule>) {
  const rule = await requireRuleForChange(ctx, ruleId);
  const outline = understand('/refinementInstructions', refinementInstructions);
  const refined: DraftedRule = { inputSchema: rule.inputSchema, steps: rule.flow?.steps ?? [] };
  const catalogue: Catalogue = await readCatalogue(ctx, { steps: [] });
  refineFlow(refined, outline, catalogue);
  const content = { ...contentOf(rule), inputSchema: refined.inputSchema, flow: { steps: refined.steps } };
  return presentRule(ctx, await storeRefined(ctx, rule, content));
}

async function storeRefined(ctx: Context, rule: Rule, content: ReturnType<typeof contentOf>): Promise<Rule> {
  if (rule.state === 'draft') {
    await updateRuleRow(ctx.session, rule.ruleId, content);
    return requireRuleForChange(ctx, rule.ruleId);
  }
  return insertNewRule(ctx, { ...rule, ...content, state: 'draft', original: rule });
}

function understand(path: string, instructions: string) {
  const { clauses, notUnderstood } = readInstructions(instructions);
  if (notUnderstood.length === 0) return outlineOf(clauses);
  throw new AppError(
    instructionsNotUnderstood,
    `Not understood: ${notUnderstood.map((piece) => `“${piece.slice(0, 200)}”`).join(', ')}. Write sentences such as: When a customer wants to …, ask for … and …, then call ACTION. If it works reply "…", otherwise hand over. If ATTRIBUTE is true, hand over. Tag it as "…".`,
    { errors: notUnderstood.map((piece) => ({ path, message: `not understood: ${piece.slice(0, 200)}` })) },
  );
}
