import { listBots } from '#modules/bots/index.ts';
import { knowledgeChanged, type Article as LiveArticle, visibleArticles } from '#modules/knowledge/index.ts';
import type { Context } from '#platform/context.ts';
import { subscribe } from '#platform/events/events.ts';
import { lockIndex, saveIndex, selectIndex } from './agent.queries.ts';
import { buildIndex } from './retrieval/build-index.ts';
import type { Article, RetrievalIndex } from './retrieval/retrieval.types.ts';
import { decodeIndex, encodeIndex } from './retrieval/store-index.ts';
import { updateIndex } from './retrieval/update-index.ts';

/** Trains the bots anew when what they may answer from has changed; in the worker, after the change has committed. */
export const indexBots = subscribe(knowledgeChanged, 'index-bots', async (ctx) => {
  for (const bot of await listBots(ctx)) await indexBot(ctx, bot.id);
});

/** The bot's index over what it may answer from now, made from the one before where there is one. */
export async function indexBot(ctx: Context, botId: string): Promise<RetrievalIndex> {
  await lockIndex(ctx.session, botId);
  const articles = (await visibleArticles(ctx, botId)).map(toIndexed);
  const stored = await selectIndex(ctx.session, botId, 0);
  const before = stored?.content ? decodeIndex(stored.content) : null;
  const index = before ? updateIndex(before, articles) : buildIndex(articles);
  if (index !== before) await saveIndex(ctx.session, ctx.workspaceId, botId, encodeIndex(index));
  return index;
}

const toIndexed = (article: LiveArticle): Article => ({
  id: article.articleId,
  title: article.title,
  questions: article.questions,
  keywords: article.keywords,
  text: article.mainKnowledge,
});
