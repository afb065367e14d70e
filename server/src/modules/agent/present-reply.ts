import type { WorkspaceTag } from '#modules/conversations/index.ts';
import type { Language } from '#platform/text/language.ts';
import { chooseTags } from './choose-tags.ts';
import type { ComposedReply } from './compose-reply.ts';
import type { Asked, Considered } from './consider-message.ts';

/** What is stored of a reply, with those of the workspace's tags that the exchange has. Pure. */
export function presentReply(
  { message, type, status, used, choices = [] }: ComposedReply,
  tags: readonly WorkspaceTag[],
  exchange: { message: string; language: Language; tagNames?: readonly string[] },
) {
  const named = used.filter((article) => article.public);
  return {
    type,
    message,
    status,
    choices,
    tags: chooseTags(tags, { ...exchange, status }),
    usedArticles: named.map(({ articleId, title, documentUrl }) => ({ id: articleId, title, documentUrl })),
    usedFolders: named.map(({ folderId, folderTitle }) => ({ id: folderId, title: folderTitle })),
  };
}

/** Which versions of its articles a reply rests on, for the trace. */
export const versionsOf = ({ used }: ComposedReply) => used.map(({ articleId, version }) => ({ articleId, version }));

/** How long an answer took so far, for the trace, in milliseconds: all of it, what was read beforehand, and the choice. */
export const timingsOf = ({ startedMs, knownMs }: Asked, { consideredMs }: Considered) => ({
  durationMs: Math.round(performance.now() - startedMs),
  timings: { known: Math.round(knownMs), considered: Math.round(consideredMs) },
});
