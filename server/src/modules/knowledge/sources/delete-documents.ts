import type { Context } from '#platform/context.ts';
import { selectArticlesOfDocuments } from '../articles.queries.ts';
import { deleteArticle } from '../change-article.ts';
import { deleteDocumentRows, selectDocumentsByIds } from './documents.queries.ts';
import { noSuchDocument } from './sources.errors.ts';

/** Deletes documents, and with `withArticles` the articles and drafts that came of them as new ones. An unknown id refuses all. */
export async function deleteDocuments(ctx: Context, ids: string[], withArticles: boolean) {
  const documents = await selectDocumentsByIds(ctx.session, ctx.workspaceId, ids);
  if (documents.length < new Set(ids).size) throw noSuchDocument();
  const articleIds = await selectArticlesOfDocuments(
    ctx.session,
    documents.map(({ documentId }) => documentId),
  );
  const deletedDocuments = await deleteDocumentRows(ctx.session, ctx.workspaceId, ids);
  if (!withArticles) return { deletedDocuments, deletedArticles: 0 };
  for (const articleId of articleIds) await deleteArticle(ctx, articleId);
  return { deletedDocuments, deletedArticles: articleIds.length };
}
