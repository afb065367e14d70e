/** Knowledge in a real browser: from a website to an answer, articles in their tree, what bots are told, and tags. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FakeModel, startFakeModel } from '../../src/modules/language-model/testing/fake-model.ts';
import { adminQuery } from '../harness/databases.ts';
import { untilTrained } from '../harness/until-worked.ts';
import { type ConsoleScene, heading, look, startConsoleScene } from './console-scene.ts';

let scene: ConsoleScene;
/** A company's help pages. */
const PAGES: Record<string, string> = {
  '/help': '<h1>Help</h1><p>Welcome.</p><a href="/help/cards">Cards</a> <a href="/help/gone">Old</a>',
  '/help/cards':
    '<h1>Replace a card</h1><p>Order a new card in the app under Cards. A replacement card costs 9 EUR.</p><p>It arrives within five days.</p>',
};
const site = createServer(({ url = '' }, response) => {
  const page = PAGES[url];
  if (page === undefined) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': 'text/html' }).end(`<html lang="en"><main>${page}</main></html>`);
});
let siteUrl: string;
let model: FakeModel;

beforeAll(async () => {
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  [scene, model] = await Promise.all([startConsoleScene(), startFakeModel()]);
  await addBot();
  const allow = 'update workspaces set outbound_allow_list = $2 where workspace_id = $1';
  await adminQuery(scene.kontor.adminUrl, allow, [scene.workspace.workspaceId, [new URL(siteUrl).host, model.host]]);
});
afterAll(async () => {
  await scene.stop();
  await model.stop();
  site.closeAllConnections();
  site.close();
});

let botId: string;
let folderId: string;

/** A bot that answers from the folder of cards, which is empty. */
async function addBot() {
  const { v2 } = scene.workspace;
  botId = (await v2.post('/agents', { name: 'Help' })).body.id;
  const folder = { title: 'Cards', description: 'Debit and credit cards.', parentFolderId: '' };
  folderId = (await v2.post('/hc-folders/public', folder)).body.id;
  await v2.post('/hc-bot-folder-junctions/public', { junctions: [{ folderId, botId, action: 'ADD' }] });
}

test('an editor imports a website, reads what became of it, makes drafts, approves by keyboard, and hears the new answer', async () => {
  const opened = await scene.open();
  const { page } = opened;
  await scene.signIn(page, '/console/sources');
  await page.getByText('There are no documents yet.').waitFor();
  await look(page, 'sources-empty');
  await page.getByRole('button', { name: 'Add a website' }).click();
  await page.getByLabel('Where to begin').fill(`${siteUrl}/help`);
  await page.getByLabel('Pages at most').fill('20');
  await look(page, 'add-website');
  await page.getByRole('button', { name: 'Start' }).click();
  await heading(page, `${siteUrl}/help`).waitFor();
  await page.getByText('2 pages found').waitFor();
  await look(page, 'website');
  await page.getByRole('link', { name: 'To the documents' }).click();
  await page.getByRole('link', { name: 'Replace a card' }).waitFor();
  await expect.poll(() => page.getByText('Read', { exact: true }).count()).toBe(2);
  await look(page, 'sources');
  await page.getByRole('checkbox', { name: 'Select Replace a card' }).check();
  await page.getByRole('button', { name: 'Make drafts' }).click();
  await page.getByRole('link', { name: 'See how far they are' }).click();
  await page.getByRole('link', { name: 'Review it: Replace a card' }).waitFor();
  await look(page, 'drafting');
  await page.getByRole('link', { name: 'See the document' }).click();
  await page.getByText('A replacement card costs 9 EUR.').first().waitFor();
  await look(page, 'document');
  await page.getByRole('link', { name: 'Review it: Replace a card' }).click();
  await page.getByRole('button', { name: 'Approve' }).waitFor();
  await look(page, 'review-of-source');
  await page.keyboard.press('a');
  await heading(page, 'Review and Approvals').waitFor();
  await untilTrained(scene.kontor, scene.workspace);
  await page.getByRole('link', { name: 'Playground' }).click();
  await page.getByLabel('Message').fill('How much is a replacement card?');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('A replacement card costs 9 EUR.').waitFor();

  // The website says something else: what changed is told before anybody drafts again.
  PAGES['/help/cards'] = (PAGES['/help/cards'] ?? '').replace('9 EUR', '12 EUR');
  await page.getByRole('link', { name: 'Sources' }).click();
  await page.getByRole('link', { name: 'Replace a card' }).click();
  await page.getByRole('button', { name: 'Read again' }).click();
  await page.getByText('+ Order a new card in the app under Cards. A replacement card costs 12 EUR.').waitFor();
  await page.getByText('Changed since the draft').waitFor();
  await look(page, 'document-changed');
  await page.getByRole('button', { name: 'Remove' }).click();
  await look(page, 'remove-document');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await heading(page, 'Sources').waitFor();
  await page.getByRole('link', { name: 'Replace a card' }).waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Upload files' }).click();
  const file = {
    name: 'fees.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from('# Fees\n\nAn account costs nothing.'),
  };
  await page.getByLabel('Choose files').setInputFiles(file);
  await look(page, 'upload-files');
  await page.getByRole('dialog').getByRole('button', { name: 'Upload' }).click();
  await page.getByRole('link', { name: 'Fees' }).waitFor();
  await page.getByRole('link', { name: 'Connected systems' }).click();
  await page.getByRole('button', { name: 'Connect: Zendesk Guide' }).click();
  await page.getByLabel('Your site').fill('https://example.zendesk.com');
  await page.getByLabel('Email of its owner').fill('editor@example.com');
  await page.getByLabel('Token').fill('secret');
  await look(page, 'connect-system');
  await page.getByRole('dialog').getByRole('button', { name: 'Connect' }).click();
  await page.getByRole('button', { name: 'Disconnect: Zendesk Guide' }).waitFor();
  await look(page, 'systems');
  await scene.expectCleanEnd(opened);
});

const ARTICLE = {
  title: 'Block a card',
  mainKnowledge: 'Block your card in the app under Cards.\nA new card costs 10 EUR.',
  agentInstruction: '',
  questions: ['I lost my card'],
  keywords: ['lost'],
  escalation: false,
};

test('an editor orders the tree by keyboard, takes a move back, edits an article as a draft, publishes it and compares versions', async () => {
  const { v2 } = scene.workspace;
  const live = (await v2.post('/hc-articles/public', { ...ARTICLE, parentFolderId: folderId, isDraft: false })).body;
  const cases = [{ question: 'I lost my card', expectedArticleId: live.id }];
  await v2.post('/test-suites', { botId, name: 'Golden set', cases });
  const opened = await scene.open();
  const { page } = opened;
  await scene.signIn(page, '/console/articles');
  const tree = page.getByRole('tree');
  await tree.getByRole('treeitem', { name: 'Block a card' }).waitFor();
  await page.getByRole('button', { name: 'New folder' }).click();
  await page.getByLabel('Name').fill('Lost and stolen');
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('heading', { name: 'Lost and stolen' }).waitFor();
  await look(page, 'folder');
  await tree.getByRole('treeitem', { name: 'Block a card' }).focus();
  await page.keyboard.press('Control+x');
  await page.getByText('is taken up').waitFor();
  await page.keyboard.type('l');
  await page.keyboard.press('Control+v');
  await page.getByText('“Block a card” is now in Lost and stolen.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();

  await expect.poll(() => tree.getByRole('treeitem').last().textContent()).toContain('Lost and stolen');

  await tree.getByRole('treeitem', { name: 'Lost and stolen' }).dragTo(tree.getByRole('treeitem', { name: 'Cards' }));
  await page.getByText('“Lost and stolen” is now in Cards.').waitFor();
  await page.getByLabel('Search titles').fill('stolen');
  await expect.poll(() => tree.getByRole('treeitem').count()).toBe(2);
  await page.getByLabel('Search titles').fill('');
  await tree.getByRole('treeitem', { name: 'Block a card' }).click();
  await page.getByRole('button', { name: 'Edit as a draft' }).waitFor();
  await look(page, 'article');
  await page.getByRole('button', { name: 'Edit as a draft' }).click();
  await page.getByLabel('Answer', { exact: true }).fill(ARTICLE.mainKnowledge.replace('10 EUR', '12 EUR'));
  await look(page, 'edit-article');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'What it would change' }).click();
  await page.getByRole('button', { name: 'Try it: Golden set' }).click();
  await page.getByText('Every question is answered as before.').waitFor();
  await look(page, 'draft-impact');
  await page.getByRole('button', { name: 'Publish now' }).click();
  await look(page, 'publish-question');
  await page.getByRole('dialog').getByRole('button', { name: 'Publish now' }).click();
  await page.getByRole('link', { name: 'Versions' }).click();
  await page.getByText('+ A new card costs 12 EUR.').waitFor();
  await look(page, 'versions');
  await page.getByRole('button', { name: 'Restore version 1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
  await page.getByText('− A new card costs 12 EUR.').waitFor();
  await scene.expectCleanEnd(opened);
});

test('two reviewers at once: the second is told who decided what, and goes on to the next draft by keyboard', async () => {
  const { v2 } = scene.workspace;
  const draft = (title: string) =>
    v2.post('/hc-articles/public', { ...ARTICLE, title, parentFolderId: folderId, isDraft: true });
  await draft('A card for a child');
  await draft('A second card');
  const opened = await scene.open({ meant: /status of (401 .*\/console\/session|409 .*\/(approve|reject)$)/ });
  const { page } = opened;
  await scene.signIn(page, '/console/reviews');
  await page.getByRole('link', { name: 'A second card' }).click();
  await page.getByText('1 of 2').waitFor();
  await page.keyboard.press('j');
  await heading(page, 'A card for a child').waitFor();
  await page.keyboard.press('k');
  await heading(page, 'A second card').waitFor();
  const { reviews } = (await v2.get('/reviews?status=pending')).body;
  const [second] = reviews as { id: string; draftArticleId: string }[];
  const changed = { mainKnowledge: 'A second card costs 5 EUR.' };
  await v2.send('PUT', `/hc-articles/${second?.draftArticleId}/public`, {
    body: JSON.stringify(changed),
    headers: { 'content-type': 'application/json' },
  });
  // Told as it happens.
  await page.getByText('The draft was changed after you opened it').waitFor();
  await page.getByText('+ A second card costs 5 EUR.').waitFor();
  await look(page, 'review-changed');
  // Decides while the decision of the page is on its way.
  await page.route('**/approve', async (route) => {
    await v2.post(`/reviews/${second?.id}/approve`, { version: 2 });
    await route.continue();
  });
  await page.keyboard.press('a');
  await page.getByText('Test was quicker and approved this draft').waitFor();
  await look(page, 'review-decided');
  await page.keyboard.press('j');
  await heading(page, 'A card for a child').waitFor();
  await scene.expectCleanEnd(opened);
});

test('an editor makes a bot, gives it a folder, changes its prompt and restores it; makes a tag, and tries the language model', async () => {
  const opened = await scene.open({ meant: /status of (401 .*\/console\/session|404 .*\/v2\/language-model$)/ });
  const { page } = opened;
  await scene.signIn(page, '/console/bots');
  await page.getByRole('button', { name: 'Make a bot' }).click();
  await page.getByLabel('Name').fill('Cards only');
  await page.getByRole('dialog').getByRole('button', { name: 'Make a bot' }).click();
  await heading(page, 'Cards only').waitFor();
  await page.getByRole('checkbox', { name: 'Cards' }).check();
  await page.getByText('It answers from Cards.').waitFor();
  await look(page, 'bot');
  await page.getByRole('link', { name: 'Prompt', exact: true }).click();
  await page.getByRole('group', { name: 'Tone' }).getByLabel('What it is told').fill('Be warm.');
  await page.getByRole('button', { name: 'Add a section: Guidelines' }).click();
  const added = page.getByRole('group', { name: 'Heading' });
  await added.getByLabel('What it is told').fill('Say “per Sie”.');
  await added.getByLabel('Heading').fill('Address');
  await look(page, 'prompt');
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  await page.getByText('Version 1 applies from the next message on.').waitFor();
  await page.getByRole('group', { name: 'Tone' }).getByLabel('What it is told').fill('Be brief.');
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  await page.getByText('Version 2 applies from the next message on.').waitFor();
  await page.getByRole('link', { name: 'History of the prompt' }).click();
  await page.getByText('+   Be brief.').waitFor();
  await look(page, 'prompt-history');
  await page.getByRole('button', { name: 'Restore version 1' }).click();
  await page.getByText('Version 1 applies again, as a new version.').waitFor();
  await page.getByText('+   Be warm.').waitFor();

  await page.getByRole('link', { name: 'Tags' }).click();
  await page.getByRole('button', { name: 'Make a group' }).click();
  await page.getByLabel('Name').fill('Product');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Add a tag: Product' }).click();
  await page.getByLabel('Name').fill('Cards');
  await page.getByLabel('Keywords and examples').fill('card, Karte');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('region', { name: 'Product' }).getByText('card, Karte').waitFor();
  await look(page, 'tags');
  await page.getByRole('button', { name: 'Delete: Cards' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('region', { name: 'Product' }).getByText('No tags yet.').waitFor();

  await page.getByRole('link', { name: 'Language model' }).click();
  await page.getByRole('button', { name: 'Connect one' }).click();
  await page.getByLabel('Address of its API').fill(model.baseUrl);
  await page.getByLabel('Model', { exact: true }).fill('small');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Try the connection' }).click();
  await page.getByText('It answered after').waitFor();
  await look(page, 'language-model');
  model.answer('ok', 'wrong-key');
  await page.getByRole('button', { name: 'Try the connection' }).click();
  await page.locator('.notice.bad').waitFor();
  await scene.expectCleanEnd(opened);
});
