import type { Context } from '#platform/context.ts';
import { type Article, contentOf } from './article.types.ts';
import { insertVersion } from './articles.queries.ts';
import { articlePublished, knowledgeChanged } from './knowledge.events.ts';
import { actorName } from './require-article.ts';

/** What goes with every new version of a live article: its place in the history, and the news. */
export async function recordPublication(ctx: Context, article: Article) {
  const { articleId, version, title } = article;
  await insertVersion(ctx.session, ctx.workspaceId, {
    articleId,
    version,
    content: contentOf(article),
    createdBy: actorName(ctx),
  });
  await ctx.events.publish(ctx, articlePublished, { articleId, version, title });
  await ctx.events.publish(ctx, knowledgeChanged, { articleIds: [articleId] });
}
