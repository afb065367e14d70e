// node check-visibility.mjs ARTICLE BOT: does this bot answer from this article? Everything in between, and the bot itself.
import { connect } from '../../../lib/access.mjs';
import { EXIT, runScript, Stop } from '../../../lib/exit.mjs';

await runScript(async ([articleId, botId]) => {
  if (!articleId || !botId) throw new Stop(EXIT.usage, 'Say which: node check-visibility.mjs ARTICLE BOT');
  const kontor = await connect();
  const [article] = await kontor.getArticles({ body: { articleIds: [articleId] } });
  if (!article) throw new Stop(EXIT.failed, `There is no article ${articleId} in this workspace.`);
  const { archivedAt } = await kontor.getAgent({ botId });
  const { snapshotObjV2: tree } = await kontor.getFolderTree({ query: { botId } });
  const question = article.questions[0] ?? article.title;
  const says = (isSo, what, otherwise) =>
    console.log(`${isSo ? 'yes' : 'NO '}  ${what}${isSo ? '' : `: ${otherwise}`}`);

  says(!article.isDraft, 'it is live', 'it is a draft and waits in review');
  says(article.active, 'it is active', 'updateArticle active=true switches it on');
  says(!archivedAt, 'the bot is not archived', 'updateAgent archived=false brings it back');
  const isAssigned = JSON.stringify(tree).includes(article.parentFolderId);
  says(isAssigned, 'its folder is assigned to the bot', `assignFolders with folderId ${article.parentFolderId}`);
  const events = await kontor.generateAnswer({ body: { botId, content: question, metadata: { channel: 'skill' } } });
  const reply = events.find(({ role }) => role === 'finibot');
  const isUsed = reply?.usedArticles.some(({ id }) => id === articleId) === true;
  says(
    isUsed,
    `asked “${question}” it answers from it`,
    `it says “${reply?.message}”; ask again in a few seconds, it may be training`,
  );
  return isUsed && isAssigned ? EXIT.ok : EXIT.failed;
});
