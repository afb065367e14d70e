import { tagsOfWorkspace } from '#modules/conversations/index.ts';
import type { Context } from '#platform/context.ts';
import type { Language } from '#platform/text/language.ts';
import { chooseTags } from './choose-tags.ts';
import type { ComposedReply } from './compose-reply.ts';

/** What is stored of a reply, with the tags of the exchange. */
export async function presentReply(
  ctx: Context,
  { message, type, status, used }: ComposedReply,
  exchange: { message: string; language: Language; tagNames?: readonly string[] },
) {
  const named = used.filter((article) => article.public);
  return {
    type,
    message,
    status,
    tags: chooseTags(await tagsOfWorkspace(ctx), { ...exchange, status }),
    usedArticles: named.map(({ articleId, title, documentUrl }) => ({ id: articleId, title, documentUrl })),
    usedFolders: named.map(({ folderId, folderTitle }) => ({ id: folderId, title: folderTitle })),
  };
}

/** Which versions of its articles a reply rests on, for the trace. */
export const versionsOf = ({ used }: ComposedReply) => used.map(({ articleId, version }) => ({ articleId, version }));
