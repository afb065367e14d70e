import { listBots } from '#modules/bots/index.ts';
import { knowledgeChanged, type Article as LiveArticle, visibleArticles } from '#modules/knowledge/index.ts';
import type { Context } from '#platform/context.ts';
import { sha256Hex } from '#platform/crypto/random.ts';
import { subscribe } from '#platform/events/events.ts';
import { lockIndex, saveIndex, selectFingerprint, selectIndex } from './agent.queries.ts';
import { buildIndex } from './retrieval/build-index.ts';
import type { Article } from './retrieval/retrieval.types.ts';
import { decodeIndex, encodeIndex, INDEX_FORMAT } from './retrieval/store-index.ts';
import { updateIndex } from './retrieval/update-index.ts';

/** Trains the bots anew when what they may answer from has changed; in the worker, after the change has committed. */
export const indexBots = subscribe(knowledgeChanged, 'index-bots', async (ctx) => {
  for (const bot of await listBots(ctx)) await indexBot(ctx, bot.id);
});

/**
 * Trains the bot's index on what it may answer from now, beginning with the one before where there is one. Does nothing when
 * that is what the stored one was trained on: many changes in a row are one training.
 */
export async function indexBot(ctx: Context, botId: string): Promise<void> {
  await lockIndex(ctx.session, botId);
  const live = await visibleArticles(ctx, botId);
  const fingerprint = sha256Hex(
    [INDEX_FORMAT, ...live.map(({ articleId, version }) => `${articleId}:${version}`)].join(),
  );
  if ((await selectFingerprint(ctx.session, botId)) === fingerprint) return;
  const articles = live.map(toIndexed);
  const stored = await selectIndex(ctx.session, botId, 0);
  const before = stored?.content ? decodeIndex(stored.content) : null;
  const index = before ? updateIndex(before, articles) : buildIndex(articles);
  await saveIndex(ctx.session, ctx.workspaceId, botId, { fingerprint, content: encodeIndex(index) });
}

const toIndexed = (article: LiveArticle): Article => ({
  id: article.articleId,
  title: article.title,
  questions: article.questions,
  keywords: article.keywords,
  text: article.mainKnowledge,
});
