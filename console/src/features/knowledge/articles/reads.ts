/** What the pages of articles read, by the names under which a change says that it is stale. */
import type { Operation } from '../../../app/api.ts';
import { useRead } from '../../../app/api.ts';

export const TREE = 'GET /v2/hc-folders/public';
const DRAFTS = 'GET /v2/hc-articles/public';
const BY_IDS = 'POST /v2/hc-articles/ids/public';

/** Everything that shows articles. */
export const ARTICLES: Operation[] = [TREE, DRAFTS, BY_IDS];
/** The same after something was published. */
export const PUBLISHED: Operation[] = [
  ...ARTICLES,
  'GET /v2/articles/{article-id}/versions',
  'GET /v2/reviews',
  'GET /v2/reviews/{review-id}',
];

export const useTree = () => useRead(TREE, {});
export const useDrafts = () => useRead(DRAFTS, { query: { type: 'draft' } });

/** One article, live or a draft; null: there is none of this id. */
export function useArticle(articleId: string) {
  const read = useRead(BY_IDS, { body: { articleIds: [articleId] } });
  return { ...read, data: read.data && { article: read.data[0] ?? null } };
}
