import type { Context } from '#platform/context.ts';
import { deleteArticle } from '../change-article.ts';
import { deleteDocumentRows, selectDocumentsByIds } from './documents.queries.ts';
import { noSuchDocument } from './sources.errors.ts';

/** Deletes documents, and with `deleteArticles` what came of them. An unknown id refuses all. */
export async function deleteDocuments(ctx: Context, ids: string[], withArticles: boolean) {
  const documents = await selectDocumentsByIds(ctx.session, ctx.workspaceId, ids);
  if (documents.length < new Set(ids).size) throw noSuchDocument();
  const articleIds = new Set(documents.map(({ linkedArticleId }) => linkedArticleId).filter((id) => id !== null));
  const deletedDocuments = await deleteDocumentRows(ctx.session, ctx.workspaceId, ids);
  if (!withArticles) return { deletedDocuments, deletedArticles: 0 };
  for (const articleId of articleIds) await deleteArticle(ctx, articleId);
  return { deletedDocuments, deletedArticles: articleIds.size };
}
