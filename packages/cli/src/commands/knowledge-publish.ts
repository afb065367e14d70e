import type { Call } from '../command.types.ts';
import { CommandError, usageError } from '../exit.ts';
import { confirm } from '../prompt.ts';

export async function run(call: Call): Promise<undefined> {
  const { terminal } = call;
  const kontor = await call.connect();
  const articles = await kontor.getArticles({ body: { articleIds: call.all('article-id') } });
  const live = articles.find(({ isDraft }) => !isDraft);
  if (live) throw usageError(`“${live.title}” (${live.id}) is live already.`);
  for (const { id, title, originalArticleId } of articles) {
    terminal.note(`${originalArticleId ? 'changes a live article' : 'new article'}: ${title} (${id})`);
  }
  if (!(await confirm(call, `Publish ${articles.length === 1 ? 'it' : `these ${articles.length}`} past the review?`))) {
    throw new CommandError('failed', 'Nothing was published.');
  }
  const published: typeof articles = [];
  for (const { id } of articles) published.push(await kontor.publishArticle({ articleId: id }));
  terminal.result(published, () => published.map(({ id, title }) => `Live: ${title} (${id})`).join('\n'));
}
