/**
 * What bots answer from: articles in a tree of folders, assigned to bots. Nothing becomes live but through Review and
 * Approvals, except by an explicit direct publish, which is audited. What a bot may see is decided when it is asked, from
 * the tree as it is then.
 */
import type { KontorModule } from '#platform/module.ts';
import { articleRoutes } from './articles.routes.ts';
import * as articleSchemas from './articles.schemas.ts';
import { folderRoutes } from './folders.routes.ts';
import * as folderSchemas from './folders.schemas.ts';
import { articlePublished, reviewCreated } from './knowledge.events.ts';
import { reviewRoutes } from './reviews.routes.ts';
import * as reviewSchemas from './reviews.schemas.ts';
import { crawlJobs } from './sources/crawl.jobs.ts';
import { crawlRoutes } from './sources/crawls.routes.ts';
import * as crawlSchemas from './sources/crawls.schemas.ts';
import { readDocumentJobs } from './sources/read-document.jobs.ts';
import { sourceRoutes } from './sources/sources.routes.ts';
import * as sourceSchemas from './sources/sources.schemas.ts';

export type { Article, ArticleContent } from './article.types.ts';
export type { VisibleArticle } from './articles.queries.ts';
export { countLiveArticles } from './articles-count.queries.ts';
export { assignFolders } from './assign-folders.ts';
export { createArticle, createDraft } from './create-article.ts';
export { allowDirectPublish, mayPublishDirectly } from './direct-publish.ts';
export { openDraft, recordFindings } from './draft-findings.ts';
export type { FolderRow } from './folders.queries.ts';
export { articleIsLive, articleNotFound, reviewRequired } from './knowledge.errors.ts';
export { draftChanged, knowledgeChanged } from './knowledge.events.ts';
export { currentVersions, knownArticles, listFolders } from './known-articles.ts';
export { getArticles, liveArticleIds } from './list-articles.ts';
export { createFolder, updateFolder } from './manage-folders.ts';
export type { ReviewFindings } from './open-review.ts';
export { publishDirectly } from './publish-directly.ts';
export { reviewedArticles } from './read-reviews.ts';
export { requireDraft } from './require-article.ts';
export {
  linkDocument,
  paragraphsOf,
  readyDocuments,
  requireDocument,
  requireDocuments,
} from './sources/known-documents.ts';
export { addFiles } from './sources/receive-files.ts';
export { documentNotFound } from './sources/sources.errors.ts';
export { listVisible, visibleArticles, visibleWithDraft } from './visible-articles.ts';
export { waitingReviews } from './waiting.queries.ts';

export const knowledge: KontorModule = {
  name: 'knowledge',
  routes: [...articleRoutes, ...folderRoutes, ...reviewRoutes, ...sourceRoutes, ...crawlRoutes],
  queues: [readDocumentJobs, crawlJobs],
  events: [reviewCreated, articlePublished],
  schemas: { ...articleSchemas, ...folderSchemas, ...reviewSchemas, ...sourceSchemas, ...crawlSchemas },
};
