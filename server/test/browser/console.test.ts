/** People work in the console, in a real browser: each journey looks at its pages in both themes, wide and narrow. */
import { mkdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPersona } from '#modules/personas/index.ts';
import { buildConsole } from '../../../console/build.ts';
import { stepAt, totpCode } from '../../src/modules/identity/operators/totp.ts';
import { addOperator, TEST_PASSWORD } from '../harness/operator-seed.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from '../harness/test-kontor.ts';
import { untilTrained, untilWorked } from '../harness/until-worked.ts';
import { waitForAnalysis } from '../harness/wait-for-analysis.ts';
import {
  type Browser,
  DESKTOP,
  expectAccessible,
  launchBrowser,
  openBrowserContext,
  type Page,
  PHONE,
} from './browser.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
/** Where to put pictures of all pages, for those who want to look at them. */
const PICTURES = process.env.KONTOR_TEST_PICTURES;

let kontor: TestKontor;
let browser: Browser;
let workspace: TestWorkspace;
let personId: string;
let companyId: string;
beforeAll(async () => {
  [kontor, browser] = await Promise.all([startTestKontor({ linksToItself: true }), launchBrowser(), buildConsole()]);
  workspace = await kontor.createWorkspace();
  await addOperator(workspace, 'owner@browser.example.com', 'owner');
  await addOperator(workspace, 'viewer@browser.example.com', 'viewer');
  [personId, companyId] = [await addCustomer('employee'), await addCustomer('company')];
  await addKnowledge();
});
afterAll(async () => {
  await browser.close();
  await kontor.stop();
});

async function addCustomer(name: 'employee' | 'company'): Promise<string> {
  const { api } = workspace;
  const { user, accounts } = createPersona(name, { until: '2026-10-31', seed: 1 });
  const { body } = await api.post('/users', { ...user, automaticAnalysis: 'suspended' });
  await api.post(`/users/${body.userId}/banking/accounts`, { accounts });
  const run = await api.post(`/users/${body.userId}/trigger-analysis`);
  await waitForAnalysis(api, `/users/${body.userId}`, run.body.correlationId);
  return body.userId;
}

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
  const { v2 } = workspace;
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
  await untilWorked(kontor, workspace, ['train-bots', 'event.examine-drafts']);
}

/** Nobody is signed in yet; there is no such user. The pages say both in words. */
const REFUSALS = /status of (401 .*\/console\/session|404 .*\/users\/nobody$)/;

/** A browser of somebody who has not signed in. */
async function openConsole(options: Parameters<typeof openBrowserContext>[1] = {}) {
  const looks = { viewport: DESKTOP, colorScheme: 'light' as const };
  const opened = await openBrowserContext(browser, { ...looks, meant: REFUSALS, ...options });
  return { ...opened, page: await opened.context.newPage() };
}

async function signIn(page: Page, address = '/console', email = 'owner@browser.example.com') {
  await page.goto(`${kontor.url}${address}`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor({ state: 'attached' });
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** The page as it is now: wide and light, then narrow and dark. */
async function look(page: Page, name: string) {
  for (const [viewport, colorScheme] of [[PHONE, 'dark'] as const, [DESKTOP, 'light'] as const]) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page);
    if (!PICTURES) continue;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: path.join(PICTURES, `${name}-${colorScheme}.png`), fullPage: true });
  }
}

test('the first load is 250 kB of script at most, gzipped', async () => {
  const folder = path.join(ROOT, 'console/dist/assets');
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  const sizes = await Promise.all(
    scripts.map(async (name) => gzipSync(await readFile(path.join(folder, name))).length),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000);
});

test('the page and its files come with a policy that lets in nobody else, and nothing beside them is given away', async () => {
  const answer = await kontor.anonymous.get('/console/reviews/1');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  expect(answer.headers.get('cache-control')).toBe('no-cache');
  const assets = [...answer.text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, address = '']) => address);
  expect(assets).toHaveLength(2);
  for (const asset of assets) {
    const file = await kontor.anonymous.get(asset);
    expect(file.status).toBe(200);
    expect(file.headers.get('cache-control')).toContain('immutable');
  }
  for (const name of ['..%2f..%2fpackage.json', '.sources', 'index-00000000.js', 'index.html']) {
    expect((await kontor.anonymous.get(`/console/assets/${name}`)).status, name).toBe(404);
  }
});

test('somebody signs in, adds a second factor, and signs in with it', async () => {
  await addOperator(workspace, 'factor@browser.example.com', 'owner');
  const { page, context } = await openConsole();
  await page.goto(`${kontor.url}/console/account`);
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

test('an owner makes a key, uses it, and revokes it; a viewer is not shown that there are keys', async () => {
  const { page, context, expectClean } = await openConsole();
  await signIn(page, '/console/api-keys');
  await page.getByRole('button', { name: 'Create a key' }).click();
  await page.getByLabel('What is it for?').fill('Website');
  await page.getByLabel('Until when?').fill('2099-12-31');
  await look(page, 'create-key');
  await page.getByRole('dialog').getByRole('button', { name: 'Create a key' }).click();
  const apiKey = (await page.getByTestId('api-key').textContent()) ?? '';
  const use = () => kontor.anonymous.get('/v2/workspace', { authorization: `Bearer ${apiKey}` });
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
  expectClean(new URL(kontor.url).host);
  await context.close();

  const viewer = await openConsole();
  await signIn(viewer.page, '/console/api-keys', 'viewer@browser.example.com');
  await heading(viewer.page, 'There is no such page').waitFor();
  expect(await viewer.page.getByRole('link', { name: 'API Keys' }).count()).toBe(0);
  await viewer.context.close();
});

test('an owner invites somebody, who joins by the link', async () => {
  const { page, context } = await openConsole();
  await signIn(page, '/console/people');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByLabel('Email').fill('new@browser.example.com');
  await page.getByRole('button', { name: 'Make the link' }).click();
  const url = (await page.locator('code.secret').textContent()) ?? '';
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText('new@browser.example.com').waitFor();
  await look(page, 'people');
  await context.close();
  const guest = await openConsole();
  await guest.page.goto(url);
  await guest.page.getByLabel('Your name').fill('Kim');
  await guest.page.getByLabel('Choose a password').fill('three red bicycles');
  await look(guest.page, 'join');
  await guest.page.getByRole('button', { name: 'Join' }).click();
  await heading(guest.page, 'Home').waitFor();
  await guest.page.getByRole('link', { name: 'Kim' }).waitFor();
  expect(guest.page.url()).toBe(`${kontor.url}/console/`);
  await guest.context.close();
});

test('a reviewer reads what changes, approves by keyboard, and the bot answers so; another draft is sent back', async () => {
  const { page, context, expectClean } = await openConsole();
  await signIn(page);
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

  await untilTrained(kontor, workspace);
  await page.getByRole('link', { name: 'Playground' }).click();
  await page.getByLabel('Message').fill('I lost my card');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('A new card costs 12 €.').waitFor();
  await page.getByText('Decision').waitFor();
  await look(page, 'playground');
  expectClean(new URL(kontor.url).host);
  await context.close();
});

test('an analyst finds a customer, sees income and spending, and filters the transactions', async () => {
  const { page, context, expectClean } = await openConsole();
  await signIn(page, '/console/users');
  await page.getByRole('link', { name: 'Users', exact: true }).waitFor();
  await page.locator(`a[href$="/users/${personId}"]`).waitFor();
  await look(page, 'users');
  await page.locator(`a[href$="/users/${personId}"]`).click();
  await page.getByRole('img', { name: /^Income/ }).waitFor();
  await page.getByRole('img', { name: /^Spending/ }).waitFor();
  await page.getByRole('table', { name: 'Transactions' }).getByRole('row').nth(5).waitFor();
  await look(page, 'user');
  await page.getByLabel('Filter').fill('gehalt');
  await page.getByText(/^[\d,]+ of [\d,]+ transactions$/).waitFor();
  await expect.poll(() => page.getByRole('table', { name: 'Transactions' }).getByRole('row').count()).toBeLessThan(60);
  await page.goto(`${kontor.url}/console/users/${companyId}`);
  // Time goes to the right.
  await page.getByRole('img', { name: /^Cash flow: .*Sept? 26 in.*Oct 26 in/ }).waitFor();
  await look(page, 'company');
  await page.goto(`${kontor.url}/console/users/nobody`);
  await page.getByRole('alert').waitFor();
  await look(page, 'missing-user');
  expectClean(new URL(kontor.url).host);
  await context.close();
});
