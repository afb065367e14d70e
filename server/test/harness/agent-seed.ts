/** The agent side of a seeded workspace: a bot with knowledge, and a conversation with it. */
import { openConversation, recordEvent, recordHandover } from '#modules/conversations/index.ts';
import { beginRun, rulesOfBot } from '#modules/rulebook/index.ts';
import { requireUser } from '#modules/users/index.ts';
import { insertDocumentFile } from '../../src/modules/knowledge/sources/documents.queries.ts';
import type { TestKontor, TestWorkspace } from './test-kontor.ts';
import { untilWorked } from './until-worked.ts';

export interface SeededAgent {
  suiteId: string;
  suiteRunId: string;
  botId: string;
  /** Empty. */
  folderId: string;
  /** Holds a live article and a draft, and is assigned to the bot. */
  parentFolderId: string;
  /** Live. */
  articleId: string;
  /** Of the draft. */
  reviewId: string;
  documentId: string;
  crawlId: string;
  conversationId: string;
  eventId: string;
  tagGroupId: string;
  tagId: string;
  jobId: string;
  /** Live, of the bot. */
  hcRuleId: string;
}

export async function seedAgent(
  kontor: TestKontor,
  workspace: TestWorkspace,
  personId: string,
  marker: string,
): Promise<SeededAgent> {
  const known = await seedKnowledge(workspace, marker);
  const said = await seedConversation(workspace, known.botId, personId, marker);
  const sources = await seedSources(workspace, marker);
  await workspace.v2.post('/hc-interactions/events/public', { botId: known.botId, content: marker });
  const job = await workspace.v2.post('/knowledge/public', { candidateKnowledge: marker, origin: 'sources' });
  const suite = await seedSuite(workspace, known, marker);
  const hcRuleId = await seedRule(workspace, known.botId, marker);
  await seedRun(workspace, { botId: known.botId, personId, conversationId: said.conversationId, marker });
  // They would change rows while others look at them.
  await untilWorked(kontor, workspace, ['train-bots', 'agent.run-suite', 'event.examine-drafts', 'drafting.run-job']);
  return { ...known, ...said, ...suite, ...sources, jobId: job.body.backgroundJobId, hcRuleId };
}

/** A bot that answers from a folder with an article and a draft. */
async function seedKnowledge({ v2 }: TestWorkspace, marker: string) {
  const bot = await v2.post('/agents', { name: marker });
  const section = [{ id: 'tone', title: 'Tone', content: marker, enabled: true }];
  const prompts = { hcPlanningPrompt: section, hcGuidelinePrompt: section, hcChannelPrompt: section };
  await v2.post(`/bots/${bot.body.id}/hc-prompt`, prompts);
  const folder = async (title: string) => {
    const { body } = await v2.post('/hc-folders/public', { title, description: marker, parentFolderId: '' });
    return body.id as string;
  };
  const [folderId, parentFolderId] = [await folder(`${marker} empty`), await folder(marker)];
  const junctions = [{ folderId: parentFolderId, botId: bot.body.id, action: 'ADD' }];
  await v2.post('/hc-bot-folder-junctions/public', { junctions });
  const article = async (isDraft: boolean) => {
    const text = {
      title: marker,
      mainKnowledge: marker,
      agentInstruction: '',
      questions: [marker],
      keywords: [marker],
    };
    const { body } = await v2.post('/hc-articles/public', { ...text, escalation: false, parentFolderId, isDraft });
    return body.id as string;
  };
  const articleId = await article(false);
  await article(true);
  const set = (path: string, body: object) =>
    v2.send('PUT', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  await set('/workspace/region', { country: 'DE', timeZone: 'Europe/Berlin' });
  await set('/knowledge/settings', { reviewRequired: false });
  await set('/knowledge/drafting-settings', { magicArticles: 'off' });
  await set('/conversations/settings', { keepAnonymousDays: null });
  // Switched off, so that nothing is asked of it.
  const model = { provider: 'openai-compatible', baseUrl: 'https://llm.example/v1', model: marker, enabled: false };
  await v2.send('PUT', '/language-model', {
    body: JSON.stringify({ ...model, apiKey: 'sk-1' }),
    headers: { 'content-type': 'application/json' },
  });
  const { body } = await v2.get('/reviews');
  return { botId: bot.body.id as string, folderId, parentFolderId, articleId, reviewId: body.reviews[0].id as string };
}

/** A conversation of the person with the bot, with a tag of the workspace's own. */
async function seedConversation(workspace: TestWorkspace, botId: string, personId: string, marker: string) {
  const group = await workspace.v2.post('/tag-groups/public', { title: marker });
  const tag = await workspace.v2.post(`/tag-groups/${group.body.id}/tags/public`, { tagName: marker });
  const said = await workspace.run(async (ctx) => {
    const { userKey } = await requireUser(ctx, personId);
    const about = { source: 'api', channel: 'chat', externalId: null, url: null, userAttributes: { marker } };
    const customer = { userKey, externalId: null, email: `${marker}@example.com` };
    const conversation = await openConversation(ctx, { ...about, botId, customer, firstMessage: marker });
    const tags = [{ id: tag.body.id, tagName: marker, tagGroupId: group.body.id, tagGroupTitle: marker }];
    const { eventId } = await recordEvent(ctx, conversation, { role: 'user', message: marker, tags });
    await recordHandover(ctx, conversation, { eventId, reason: marker, summary: marker, attributes: [] });
    return { conversationId: conversation.conversationId, eventId };
  });
  return { ...said, tagGroupId: group.body.id as string, tagId: tag.body.id as string };
}

/** A golden set of one question, and a run of it. */
async function seedSuite(
  { v2 }: TestWorkspace,
  { botId, articleId }: { botId: string; articleId: string },
  marker: string,
) {
  const cases = [{ question: marker, expectedArticleId: articleId }];
  const suite = await v2.post('/test-suites', { botId, name: marker, cases });
  const run = await v2.post(`/test-suites/${suite.body.id}/runs`, {});
  return { suiteId: suite.body.id as string, suiteRunId: run.body.id as string };
}

/** A live rule of the bot. */
async function seedRule({ v2 }: TestWorkspace, botId: string, marker: string): Promise<string> {
  const flowConfig = { steps: [{ id: 'hello', kind: 'reply', text: marker }] };
  const { body } = await v2.post('/hc-rules/public', {
    name: marker,
    description: marker,
    botIds: [botId],
    flowConfig,
  });
  return body.id;
}

/** The person was led through the rule. */
async function seedRun(
  workspace: TestWorkspace,
  run: { botId: string; personId: string; conversationId: string; marker: string },
) {
  await workspace.run(async (ctx) => {
    const { userKey } = await requireUser(ctx, run.personId);
    const [rule] = await rulesOfBot(ctx, run.botId);
    if (!rule) throw new Error('The rule that was just created is missing');
    const said = { conversationId: run.conversationId, userKey, message: run.marker };
    const reading = { today: '2026-01-31', dayFirst: true, country: 'DE' };
    await beginRun(ctx, rule, said, {
      attributes: {},
      sayable: {},
      tags: new Set(),
      language: 'en',
      locales: { en: 'en-GB', de: 'de-DE' },
      timeZone: 'Europe/Berlin',
      reading,
    });
  });
}

/** A connected provider, and a page and a file that were registered; neither can be reached. */
async function seedSources(workspace: TestWorkspace, marker: string) {
  await workspace.v2.send('PUT', '/sources/notion', {
    body: JSON.stringify({ token: marker }),
    headers: { 'content-type': 'application/json' },
  });
  const web = { source: 'web', documentIdsToAdd: [`https://${marker}.invalid/`] };
  const { body } = await workspace.v2.post('/documents/public', web);
  const documentId = body.addedDocumentIds[0] as string;
  await workspace.run((ctx) =>
    insertDocumentFile(ctx.session, ctx.workspaceId, { documentId, name: marker, content: Buffer.from(marker) }),
  );
  const crawl = await workspace.v2.post('/crawls', { links: [`https://${marker}.invalid/`], limit: 1 });
  return { documentId, crawlId: crawl.body.id as string };
}
