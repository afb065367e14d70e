import type { Static } from 'typebox';
import { audit, nameActors } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { selectVersions, updateArticleRow } from './articles.queries.ts';
import type { ArticleVersion, ArticleVersionList } from './articles.schemas.ts';
import { diffContents } from './diff-contents.ts';
import { allowDirectPublish } from './direct-publish.ts';
import { versionNotFound } from './knowledge.errors.ts';
import { presentArticle } from './present-article.ts';
import { recordPublication } from './record-publication.ts';
import { requireArticle, requireArticleForChange } from './require-article.ts';

export async function listVersions(ctx: Context, articleId: string): Promise<Static<typeof ArticleVersionList>> {
  const article = await requireArticle(ctx, articleId);
  const rows = await selectVersions(ctx.session, article.articleId);
  const names = await nameActors(
    ctx,
    rows.map(({ createdBy }) => createdBy),
  );
  const versions = rows.map(({ version, content, createdBy, createdAt }) => ({
    version,
    title: content.title,
    createdBy,
    createdByName: names.get(createdBy) ?? null,
    createdAt: createdAt.toISOString(),
  }));
  return { versions };
}

/** What the article said then, and what differs from what it says now. */
export async function getVersion(
  ctx: Context,
  articleId: string,
  version: number,
): Promise<Static<typeof ArticleVersion>> {
  const article = await requireArticle(ctx, articleId);
  const row = await requireVersion(ctx, article.articleId, version);
  return {
    version,
    id: article.articleId,
    ...row.content,
    createdBy: row.createdBy,
    createdByName: (await nameActors(ctx, [row.createdBy])).get(row.createdBy) ?? null,
    createdAt: row.createdAt.toISOString(),
    changes: diffContents(row.content, article),
  };
}

/** Makes an old version what the article says, as a new version: nothing of the history is lost. */
export async function restoreVersion(ctx: Context, articleId: string, version: number) {
  const article = await requireArticleForChange(ctx, articleId);
  const { content } = await requireVersion(ctx, article.articleId, version);
  await allowDirectPublish(ctx);
  await updateArticleRow(ctx.session, article.articleId, content);
  const restored = await requireArticle(ctx, articleId);
  await recordPublication(ctx, restored);
  await audit(ctx, { action: 'article.restored', targetKind: 'article', targetId: articleId, details: { version } });
  return presentArticle(restored);
}

async function requireVersion(ctx: Context, articleId: string, version: number) {
  const row = (await selectVersions(ctx.session, articleId)).find((entry) => entry.version === version);
  if (!row) {
    throw new AppError(versionNotFound, `The article has no version ${version} that was ever live.`);
  }
  return row;
}
