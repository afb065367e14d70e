import { type Article as LiveArticle, listVisible, visibleArticles } from '#modules/knowledge/index.ts';
import { intentsOf, type Rule } from '#modules/rulebook/index.ts';
import { type Context, type Services, withWorkspace } from '#platform/context.ts';
import { sha256Hex } from '#platform/crypto/random.ts';
import { replaceIndex, selectFingerprint, selectIndex } from './agent.queries.ts';
import type { Article } from './retrieval/retrieval.types.ts';
import { INDEX_FORMAT } from './retrieval/store-index.ts';
import { trainAside } from './train-aside.ts';

/** Bots that this process trains at the moment: who comes meanwhile waits, and then mostly finds nothing left to do. */
const inTraining = new Map<string, Promise<void>>();

/**
 * Trains a bot's index on what it may answer from now, beginning with the one before where there is one. Does nothing when
 * that is what the stored one was trained on: many changes in a row are one training. No connection is held meanwhile.
 */
export async function trainBot(services: Services, workspaceId: string, botId: string): Promise<void> {
  while (inTraining.has(botId)) await inTraining.get(botId);
  const training = train(services, workspaceId, botId).finally(() => inTraining.delete(botId));
  // Those who wait look for themselves; only who began it hears of its failure.
  inTraining.set(
    botId,
    training.catch(() => undefined),
  );
  await training;
}

/** Another process may have trained the bot meanwhile; then its index is the one before, and what is missing is looked for again. */
async function train(services: Services, workspaceId: string, botId: string): Promise<void> {
  for (;;) {
    const work = await withWorkspace(services, workspaceId, (ctx) => readWork(ctx, botId));
    if (!work) return;
    const content = await trainAside(work.articles, work.before);
    const saved = await withWorkspace(services, workspaceId, (ctx) =>
      replaceIndex(ctx.session, workspaceId, botId, { ...work, content, format: INDEX_FORMAT }),
    );
    if (saved) return;
  }
}

async function readWork(ctx: Context, botId: string) {
  const rules = await intentsOf(ctx, botId);
  const visible = [...(await listVisible(ctx, botId)).values()];
  if ((await selectFingerprint(ctx.session, botId)) === fingerprintOf(visible, rules)) return null;
  const live = await visibleArticles(ctx, botId);
  const stored = await selectIndex(ctx.session, botId, 0);
  return {
    articles: [...live.map(toIndexed), ...rules.map(ruleToIndexed)],
    fingerprint: fingerprintOf(live, rules),
    version: stored?.version ?? 0,
    before: stored?.content ?? null,
  };
}

/** Which versions of which articles and rules, read by which version of the engine. */
function fingerprintOf(articles: readonly { articleId: string; version: number }[], rules: readonly Rule[]): string {
  const versions = [
    ...articles.map(({ articleId, version }) => `${articleId}:${version}`),
    ...rules.map(({ ruleId, version }) => `${ruleId}:${version}`),
  ].sort();
  return sha256Hex([INDEX_FORMAT, ...versions].join());
}

/** A rule stands among the articles, so that each is chosen only where the others fit less. */
export const ruleToIndexed = ({ ruleId, name, labels, description, examples }: Rule): Article => ({
  id: ruleId,
  title: [...new Set([name, labels.en, labels.de])].filter((title) => title !== undefined).join(' / '),
  questions: examples,
  keywords: [],
  text: description,
  isRule: true,
});

export const toIndexed = (article: LiveArticle): Article => ({
  id: article.articleId,
  title: article.title,
  questions: article.questions,
  keywords: article.keywords,
  text: article.mainKnowledge,
});
