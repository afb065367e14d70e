import { AppError, defineError } from '#platform/http/errors.ts';

export const articleNotFound = defineError('article_not_found', 404, 'There is no such article in this workspace.');
export const folderNotFound = defineError('folder_not_found', 404, 'There is no such folder in this workspace.');
export const versionNotFound = defineError('version_not_found', 404, 'The article never had this version.');
export const reviewNotFound = defineError('review_not_found', 404, 'There is no such review in this workspace.');
export const treeChangeNotAllowed = defineError(
  'tree_change_not_allowed',
  406,
  'The change would break the tree: a folder below itself, or the deletion of one that is not empty.',
);
export const articleIsLive = defineError(
  'article_is_live',
  409,
  'The article is live already; only a draft can be published.',
);
export const articleIsDraft = defineError(
  'article_is_draft',
  409,
  'The article is a draft; only a live one can be forked.',
);
export const articleChanged = defineError(
  'article_changed',
  409,
  'Somebody changed the article after you read it: read it again and decide on what it says now.',
);
export const reviewRequired = defineError(
  'review_required',
  409,
  'This workspace publishes nothing past Review and Approvals: create a draft and have it approved.',
);
export const reviewDecided = defineError('review_decided', 409, 'Somebody has decided this review already.');

export const noSuchArticle = (id: string) =>
  new AppError(articleNotFound, `There is no article ${quote(id)} in this workspace.`);
export const noSuchFolder = (id: string) =>
  new AppError(folderNotFound, `There is no folder ${quote(id)} in this workspace.`);

/** Ids are told back as they came, but never at any length. */
const quote = (id: string) => `"${id.slice(0, 60)}"`;
