import { tagsOfWorkspace } from '#modules/conversations/index.ts';
import { type KnownToRules, knownToRules } from '#modules/integrations/index.ts';
import { liveArticleIds } from '#modules/knowledge/index.ts';
import type { Context } from '#platform/context.ts';
import type { ActionSignature, Catalogue } from './flow/catalogue.ts';
import type { RuleFlow, ValueType } from './flow/flow.types.ts';
import { articlesOf } from './rule.types.ts';

/** What rules of this workspace may refer to; of the articles those that the flow names. */
export async function readCatalogue(ctx: Context, flow: RuleFlow): Promise<Catalogue> {
  const articles = await liveArticleIds(ctx, articlesOf({ flow }));
  const tags = await tagsOfWorkspace(ctx);
  const { actions, fields } = await knownToRules(ctx);
  return {
    attributes: typesOf(fields.filter(({ usableInRules }) => usableInRules)),
    sayable: typesOf(fields.filter(({ usableInReplies }) => usableInReplies)),
    actions: Object.fromEntries(actions.map((action) => [action.name, signatureOf(action)])),
    articles: new Set(articles),
    tags: new Set(tags.map(({ tagName }) => tagName)),
  };
}

const typesOf = (fields: readonly { name: string; type: ValueType }[]) =>
  Object.fromEntries(fields.map(({ name, type }) => [name, type]));

const signatureOf = ({ inputs, outputs, requiresConfirmation }: KnownToRules['actions'][number]): ActionSignature => ({
  requiresConfirmation,
  inputs: Object.fromEntries(inputs.map(({ name, type, required }) => [name, { type, required }])),
  outputs: typesOf(outputs),
});
