/** People work in the console, in a real browser: each journey looks at its pages in both themes, wide and narrow. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stepAt, totpCode } from '../../src/modules/identity/operators/totp.ts';
import { addOperator, FROM_CONSOLE, TEST_PASSWORD } from '../harness/operator-seed.ts';
import { untilTrained, untilWorked } from '../harness/until-worked.ts';
import { expectAccessible, PHONE } from './browser.ts';
import { type ConsoleScene, heading, look, startConsoleScene } from './console-scene.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

let scene: ConsoleScene;
beforeAll(async () => {
  scene = await startConsoleScene();
  await addOperator(scene.workspace, 'viewer@browser.example.com', 'viewer');
  await addKnowledge();
});
afterAll(() => scene.stop());

const ARTICLE = {
  title: 'Block a card',
  mainKnowledge: 'Block your card in the app under Cards, or call us at any hour.\nA new card costs 10 €.',
  agentInstruction: '',
  questions: ['I lost my card', 'How do I block my card?'],
  keywords: ['card', 'lost'],
  escalation: false,
};

/** A bot with a live article, a draft that changes it, and one that is new. */
async function addKnowledge() {
  const { v2 } = scene.workspace;
  const bot = await v2.post('/agents', { name: 'Help' });
  const folder = await v2.post('/hc-folders/public', { title: 'Cards', description: 'Cards', parentFolderId: '' });
  const junctions = [{ folderId: folder.body.id, botId: bot.body.id, action: 'ADD' }];
  await v2.post('/hc-bot-folder-junctions/public', { junctions });
  const live = await v2.post('/hc-articles/public', { ...ARTICLE, parentFolderId: folder.body.id, isDraft: false });
  const fork = await v2.post(`/hc-articles/${live.body.id}/draft/public`);
  await v2.send('PUT', `/hc-articles/${fork.body.id}/public`, {
    body: JSON.stringify({ mainKnowledge: ARTICLE.mainKnowledge.replace('10 €', '12 €') }),
    headers: { 'content-type': 'application/json' },
  });
  const child = { ...ARTICLE, title: 'A card for a child', mainKnowledge: 'From the seventh birthday on, in the app.' };
  await v2.post('/hc-articles/public', { ...child, parentFolderId: folder.body.id, isDraft: true });
  await untilWorked(scene.kontor, scene.workspace, ['train-bots', 'event.examine-drafts']);
}

test('the first load is 250 kB of script at most, gzipped: up to Home, with somebody who signs in before', async () => {
  const opened = await scene.open();
  const scripts = new Set<string>();
  opened.page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(path.basename(new URL(request.url()).pathname));
  });
  await scene.signIn(opened.page);
  await heading(opened.page, 'Home').waitFor();
  expect(scripts.size).toBeGreaterThan(1);
  const folder = path.join(ROOT, 'console/dist/assets');
  const sizes = await Promise.all([...scripts].map((name) => readFile(path.join(folder, name))));
  expect(sizes.reduce((sum, script) => sum + gzipSync(script).length, 0)).toBeLessThan(250_000);
  // Not the whole console.
  expect((await readdir(folder)).filter((name) => name.endsWith('.js')).length).toBeGreaterThan(scripts.size + 3);
  await scene.expectCleanEnd(opened);
});

test('a page whose code can not be loaded says so, and is there after another try', async () => {
  const { page, context } = await scene.open();
  await scene.signIn(page);
  await heading(page, 'Home').waitFor();
  await context.route(/audit-page-/, (route) => route.abort());
  await page.getByRole('link', { name: 'Audit log' }).click();
  await heading(page, 'This page could not be loaded').waitFor();
  await look(page, 'page-not-loaded');
  await context.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await heading(page, 'Audit log').waitFor();
  expect(page.url()).toBe(`${scene.kontor.url}/console/audit`);
  await context.close();
});

test('on a phone the menu opens where one is, and each group by itself', async () => {
  const opened = await scene.open({ viewport: PHONE, colorScheme: 'dark' });
  const { page } = opened;
  await scene.signIn(page, '/console/people');
  await heading(page, 'People').waitFor();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('link', { name: 'Audit log' }).waitFor();
  expect(await page.getByRole('link', { name: 'Users', exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'Bank data' }).click();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await heading(page, 'Users').waitFor();
  expect(await page.getByRole('link', { name: 'Audit log' }).count()).toBe(0);
  await scene.expectCleanEnd(opened);
});

test('what somebody else changes is there without a reload, in every tab; who is signed out elsewhere is asked to sign in', async () => {
  const email = 'watcher@browser.example.com';
  await addOperator(scene.workspace, email, 'owner');
  const opened = await scene.open();
  const { page, context } = opened;
  await scene.signIn(page, '/console/people', email);
  await page.getByText(email).first().waitFor();
  const tab = await context.newPage();
  await tab.goto(`${scene.kontor.url}/console/people`);
  await tab.getByText(email).first().waitFor();
  await expect.poll(() => scene.kontor.services.changes.count).toBe(1);
  await addOperator(scene.workspace, 'newcomer@browser.example.com', 'viewer');
  await page.getByText('newcomer@browser.example.com').waitFor();
  await tab.bringToFront();
  await tab.getByText('newcomer@browser.example.com').waitFor();
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  await scene.kontor.anonymous.delete('/console/sessions', undefined, { ...FROM_CONSOLE, cookie });
  await page.getByLabel('Email').waitFor();
  await scene.expectCleanEnd(opened);
});

test('a new workspace is told what to do first; nobody is asked for what their role does not show', async () => {
  const fresh = await scene.kontor.createWorkspace();
  await addOperator(fresh, 'first@browser.example.com', 'owner');
  await addOperator(fresh, 'analyst@browser.example.com', 'analyst');
  const opened = await scene.open();
  await scene.signIn(opened.page, '/console', 'first@browser.example.com');
  await opened.page.getByRole('link', { name: 'Make a bot' }).waitFor();
  await opened.page.getByText('Nothing waits for you.').waitFor();
  await look(opened.page, 'home-new');
  // Signing out loads the page anew, and would break off a visit that has begun.
  await Promise.all([
    opened.page.waitForEvent('load'),
    opened.page.getByRole('button', { name: 'Sign out', exact: true }).click(),
  ]);
  await scene.signIn(opened.page, '/console', 'analyst@browser.example.com');
  await opened.page.getByRole('link', { name: 'Add a customer' }).waitFor();
  expect(await opened.page.getByRole('link', { name: 'Make a bot' }).count()).toBe(0);
  await scene.expectCleanEnd(opened);
});

test('no page makes more than six calls to show itself', { timeout: 120_000 }, async () => {
  const features = path.join(ROOT, 'console/src/features');
  const files = (await readdir(features, { recursive: true })).filter((name) => path.basename(name) === 'pages.tsx');
  const sources = await Promise.all(files.map((name) => readFile(path.join(features, name), 'utf8')));
  const patterns = sources.flatMap((source) =>
    [...source.matchAll(/pattern: '([^']*)'/g)].map(([, pattern = '']) => pattern),
  );
  expect(patterns.length).toBeGreaterThan(15);
  const { page, context } = await scene.open({ meant: /status of 40[14]/ });
  const calls = new Map<string, string[]>();
  let pattern = '';
  let [asked, answered] = [0, 0];
  const isCall = (url: string) => /^\/(api|v2)\//.test(new URL(url).pathname);
  page.on('request', (request) => {
    if (!isCall(request.url())) return;
    asked += 1;
    calls.set(pattern, [...(calls.get(pattern) ?? []), new URL(request.url()).pathname]);
  });
  const end = (request: { url(): string }) => void (isCall(request.url()) && (answered += 1));
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  await scene.signIn(page, '/console/account');
  await heading(page, 'Your account').waitFor();
  const { body: user } = await scene.workspace.api.post('/users', { type: 'person' });
  // Where nothing stands for a parameter, an id that nothing has: the page then says so.
  const idOf = () => (pattern.startsWith('/users/') ? user.userId : '00000000-0000-7000-8000-000000000000');
  for (pattern of patterns) {
    await page.goto(`${scene.kontor.url}/console${pattern.replace(/\{[^}]+\}/g, idOf)}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    // What one answer makes the page ask next is asked at once: three looks in a row see nothing under way.
    let calm = 0;
    await expect.poll(() => (calm = asked === answered ? calm + 1 : 0), { interval: 100 }).toBeGreaterThanOrEqual(3);
  }
  for (const [shown, made] of calls) expect(made.length, `${shown}: ${made.join(' ')}`).toBeLessThanOrEqual(6);
  expect(calls.size).toBeGreaterThan(10);
  await context.close();
});

test('the page and its files come with a policy that lets in nobody else, and nothing beside them is given away', async () => {
  const answer = await scene.kontor.anonymous.get('/console/reviews/1');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  expect(answer.headers.get('cache-control')).toBe('no-cache');
  const assets = [...answer.text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, address = '']) => address);
  expect(assets).toHaveLength(2);
  for (const asset of assets) {
    const file = await scene.kontor.anonymous.get(asset);
    expect(file.status).toBe(200);
    expect(file.headers.get('cache-control')).toContain('immutable');
  }
  for (const name of ['..%2f..%2fpackage.json', '.sources', 'index-00000000.js', 'index.html']) {
    expect((await scene.kontor.anonymous.get(`/console/assets/${name}`)).status, name).toBe(404);
  }
});

test('somebody signs in, adds a second factor, and signs in with it', async () => {
  await addOperator(scene.workspace, 'factor@browser.example.com', 'owner');
  const { page, context } = await scene.open();
  await page.goto(`${scene.kontor.url}/console/account`);
  await page.getByLabel('Email').fill('factor@browser.example.com');
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').waitFor();
  await look(page, 'sign-in');
  await page.getByLabel('Password').fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await heading(page, 'Your account').waitFor();
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
  const secret = ((await page.locator('code.secret').textContent()) ?? '').replaceAll(' ', '');
  await look(page, 'second-factor');
  const step = stepAt(Date.now());
  await page.getByLabel('Code').fill(totpCode(secret, step));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('button', { name: 'Remove the second factor' }).waitFor();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByLabel('Email').fill('factor@browser.example.com');
  await page.getByLabel('Password').fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  // The code of the next step is taken too: the one before was used.
  await page.getByLabel('Code').fill(totpCode(secret, step + 1));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await heading(page, 'Your account').waitFor();
  await page.getByRole('button', { name: 'Deutsch' }).first().click();
  await heading(page, 'Ihr Konto').waitFor();
  await expect.poll(() => page.title()).toBe('Ihr Konto · Kontor');
  await look(page, 'account-german');
  await context.close();
});

test('an owner makes a key, uses it, and revokes it; a viewer sees what there is, but no keys, and nothing that changes anything', async () => {
  const opened = await scene.open();
  const { page } = opened;
  await scene.signIn(page, '/console/api-keys');
  await page.getByRole('button', { name: 'Create a key' }).click();
  await page.getByLabel('What is it for?').fill('Website');
  await page.getByLabel('Until when?').fill('2099-12-31');
  await look(page, 'create-key');
  await page.getByRole('dialog').getByRole('button', { name: 'Create a key' }).click();
  const apiKey = (await page.getByTestId('api-key').textContent()) ?? '';
  const use = () => scene.kontor.anonymous.get('/v2/workspace', { authorization: `Bearer ${apiKey}` });
  expect((await use()).body.scopes).toEqual(['read', 'write']);
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Show Website' }).waitFor();
  await look(page, 'api-keys');
  await page.getByRole('button', { name: 'Show Website' }).click();
  await expect.poll(() => page.getByTestId('api-key').textContent()).toBe(apiKey);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Revoke Website' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('Revoked').waitFor();
  expect((await use()).status).toBe(401);
  await page.getByRole('link', { name: 'Audit log' }).click();
  await page.getByText('api_key.revoked').waitFor();
  expect(await page.getByText('api_key.revealed').count()).toBe(1);
  await look(page, 'audit');
  await scene.expectCleanEnd(opened);

  const viewer = await scene.open();
  await scene.signIn(viewer.page, '/console/api-keys', 'viewer@browser.example.com');
  await heading(viewer.page, 'There is no such page').waitFor();
  expect(await viewer.page.getByRole('link', { name: 'API Keys' }).count()).toBe(0);
  const { body: user } = await scene.workspace.api.post('/users', {
    type: 'person',
    email: 'seen@browser.example.com',
  });
  const review = (await scene.workspace.v2.get('/reviews')).body.reviews[0].id;
  for (const [address, shown] of [
    [`/reviews/${review}`, 'What it rests on'],
    ['/articles', 'Cards'],
    ['/rulebook', 'Rulebook'],
    ['/tags', 'Sentiment'],
    [`/users/${user.userId}`, 'No account yet'],
  ]) {
    await viewer.page.goto(`${scene.kontor.url}/console${address}`);
    await viewer.page
      .getByText(shown ?? '')
      .first()
      .waitFor();
    const offered = await viewer.page.locator('main').getByRole('button').allTextContents();
    expect(offered.filter((text) => /approve|edit|reject|new|add|make|delete|import|choose|link/i.test(text))).toEqual(
      [],
    );
  }
  await viewer.context.close();
});

test('an owner invites somebody, who joins by the link', async () => {
  const { page, context } = await scene.open();
  await scene.signIn(page, '/console/people');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByLabel('Email').fill('new@browser.example.com');
  await page.getByRole('button', { name: 'Make the link' }).click();
  const url = (await page.locator('code.secret').textContent()) ?? '';
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText('new@browser.example.com').waitFor();
  await look(page, 'people');
  await context.close();
  const guest = await scene.open();
  await guest.page.goto(url);
  await guest.page.getByLabel('Your name').fill('Kim');
  await guest.page.getByLabel('Choose a password').fill('three red bicycles');
  await look(guest.page, 'join');
  await guest.page.getByRole('button', { name: 'Join' }).click();
  await heading(guest.page, 'Home').waitFor();
  await guest.page.getByRole('link', { name: 'Kim' }).waitFor();
  expect(guest.page.url()).toBe(`${scene.kontor.url}/console/`);
  await guest.context.close();
});

test('a reviewer reads what changes, approves by keyboard, and the bot answers so; another draft is sent back', async () => {
  const opened = await scene.open();
  const { page } = opened;
  await scene.signIn(page);
  await page.getByText('2 drafts wait for review').waitFor();
  await look(page, 'home');
  await page.getByRole('link', { name: 'Review them' }).click();
  await page.getByRole('link', { name: 'A card for a child' }).waitFor();
  await look(page, 'reviews');
  await page.getByRole('link', { name: 'Block a card' }).click();
  await page.getByText('+ A new card costs 12 €.').waitFor();
  await look(page, 'review');
  await page.keyboard.press('a');
  await page.getByRole('link', { name: 'Block a card' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'A card for a child' }).click();
  await page.getByRole('button', { name: 'Ask for changes' }).waitFor();
  await page.keyboard.press('c');
  await page.getByLabel('What is wrong?').fill('Say how to order it.');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Nothing waits here.').waitFor();
  await page.getByLabel('Show').selectOption('changes_requested');
  await page.getByRole('link', { name: 'A card for a child' }).waitFor();
  await page.goBack();
  await page.getByText('Nothing waits here.').waitFor();

  await untilTrained(scene.kontor, scene.workspace);
  await page.getByRole('link', { name: 'Playground' }).click();
  await page.getByLabel('Message').fill('I lost my card');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('A new card costs 12 €.').waitFor();
  await page.getByText('Answered from articles').waitFor();
  await look(page, 'playground');
  await scene.expectCleanEnd(opened);
});
