import type { Static } from 'typebox';
import { openModel } from '#modules/language-model/index.ts';
import { type Context, type DetachedContext, inTransaction } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { insertNewRule, requireBots } from '../manage-rules.ts';
import { presentRule } from '../present-rule.ts';
import { readCatalogue } from '../read-catalogue.ts';
import { requireRule, requireRuleForChange } from '../require-rule.ts';
import { contentOf, type Rule } from '../rule.types.ts';
import { instructionsNotUnderstood } from '../rulebook.errors.ts';
import { updateRuleRow } from '../rules.queries.ts';
import type { DraftRule, RefineRule } from '../rules.schemas.ts';
import { buildFlow, type DraftedRule, refineFlow } from './build-flow.ts';
import type { WrittenRule } from './check-written.ts';
import { outlineOf } from './outline.ts';
import { readInstructions } from './read-instructions.ts';
import { writeWithModel } from './write-with-model.ts';

/**
 * A draft from a rule in words: by the workspace's model where it has one whose rule holds, else by fixed patterns. What these
 * can not read is refused and named, so that nothing is left out in silence.
 */
export async function draftRule(
  ctx: DetachedContext,
  { behaviorInstructions: words, botIds = [] }: Static<typeof DraftRule>,
) {
  const { model, catalogue } = await inTransaction(ctx, async (inner) => {
    await requireBots(inner, botIds);
    return { model: await openModel(inner), catalogue: await readCatalogue(inner, { steps: [] }) };
  });
  const written = model && (await writeWithModel(ctx, model, { words, catalogue, before: null }));
  const drafted = written ?? draftByPatterns(words, (outline) => buildFlow(outline, catalogue));
  return inTransaction(ctx, async (inner) => {
    await requireBots(inner, botIds);
    const { inputSchema, steps, name, description, examples } = drafted;
    const rule = await insertNewRule(inner, {
      ...{ name, labels: {}, description, examples, inputSchema, botIds },
      flow: steps.length > 0 ? { steps } : null,
      state: 'draft',
      type: 'intent',
      triggerType: null,
      source: written ? 'instructions, by a language model' : 'instructions',
      original: null,
    });
    return presentRule(inner, rule);
  });
}

function draftByPatterns(words: string, build: (outline: ReturnType<typeof outlineOf>) => DraftedRule): WrittenRule {
  const outline = understand('/behaviorInstructions', words);
  const name = (outline.intent ?? outline.action ?? 'New rule').slice(0, 200);
  return {
    ...build(outline),
    name: name.charAt(0).toUpperCase() + name.slice(1),
    description: words.slice(0, 5_000),
    examples: outline.intent === null ? [] : [outline.intent],
  };
}

/** The draft with the change; of a live rule a draft is made that updates it when it is published. */
export async function refineRule(
  ctx: DetachedContext,
  ruleId: string,
  { refinementInstructions: words }: Static<typeof RefineRule>,
) {
  const { rule, model, catalogue } = await inTransaction(ctx, async (inner) => {
    const found = await requireRule(inner, ruleId);
    const known = await readCatalogue(inner, found.flow ?? { steps: [] });
    return { rule: found, model: await openModel(inner), catalogue: known };
  });
  const before: DraftedRule = { inputSchema: rule.inputSchema, steps: rule.flow?.steps ?? [] };
  const written = model && (await writeWithModel(ctx, model, { words, catalogue, before }));
  const refined: DraftedRule = written ?? before;
  if (!written) refineFlow(refined, understand('/refinementInstructions', words), catalogue);
  const { inputSchema, steps } = refined;
  return inTransaction(ctx, async (inner) => {
    // Refused when somebody else has changed it meanwhile.
    const current = await requireRuleForChange(inner, ruleId, rule.version);
    const content = { ...contentOf(current), inputSchema, flow: { steps } };
    return presentRule(inner, await storeRefined(inner, current, content));
  });
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
