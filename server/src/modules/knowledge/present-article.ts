import type { Static } from 'typebox';
import { type Article, contentOf } from './article.types.ts';
import type { Article as WireArticle } from './articles.schemas.ts';

/** An article as the wire knows it. */
export const presentArticle = (article: Article): Static<typeof WireArticle> => ({
  id: article.articleId,
  ...contentOf(article),
  active: article.active,
  public: article.public,
  isDraft: article.state === 'draft',
  version: article.version,
  parentFolderId: article.folderId,
  originalArticleId: article.originalArticleId,
  originalArticleVersion: article.originalArticleVersion,
  origin: article.origin,
  createdAt: article.createdAt.toISOString(),
  updatedAt: article.updatedAt.toISOString(),
});
