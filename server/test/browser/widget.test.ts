/** The chat in a company's page, in a real browser, until a person answers. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rotateTokenSecret } from '../../src/modules/integrations/customer/customer-token.ts';
import { untilTrained } from '../harness/until-worked.ts';
import {
  DESKTOP,
  expectAccessible,
  lookInBothThemes,
  openBrowserContext,
  type Page,
  PHONE,
  takePicture,
} from './browser.ts';
import { type ConsoleScene, startConsoleScene } from './console-scene.ts';

let scene: ConsoleScene;
let site: Server;
let siteUrl: string;
let widgetId: string;
let secret: string;
beforeAll(async () => {
  scene = await startConsoleScene();
  const { kontor } = scene;
  site = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://site');
    const attributes = [...searchParams].map(([name, value]) => `data-${name}="${value}"`).join(' ');
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${kontor.url}; frame-src ${kontor.url}; style-src 'none'; img-src data:`,
    );
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="${searchParams.get('language') ?? 'en'}"><head><title>A bank</title>
      <link rel="icon" href="data:,"><meta name="viewport" content="width=device-width, initial-scale=1"></head>
      <body><main><h1>A bank</h1><p>Its page.</p></main>
      <script src="${kontor.url}/widget.js" data-widget="${widgetId}" ${attributes} async></script></body></html>`);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  await addKnowledge();
});
afterAll(async () => {
  site.close();
  await scene.stop();
});

async function addKnowledge() {
  const { v2 } = scene.workspace;
  const bot = await v2.post('/agents', { name: 'Help' });
  const folder = await v2.post('/hc-folders/public', { title: 'Cards', description: '', parentFolderId: '' });
  const junctions = [{ folderId: folder.body.id, botId: bot.body.id, action: 'ADD' }];
  await v2.post('/hc-bot-folder-junctions/public', { junctions });
  const article = { agentInstruction: '', escalation: false, parentFolderId: folder.body.id, isDraft: false };
  for (const [title, mainKnowledge, question] of [
    ['Block a card', 'Block your card in the app under Cards, or call us at any hour.', 'I lost my card'],
    ['Karte sperren', 'Sperren Sie Ihre Karte in der App unter Karten.', 'Ich habe meine Karte verloren'],
  ]) {
    const published = await v2.post('/hc-articles/public', {
      ...article,
      title,
      mainKnowledge,
      questions: [question],
      keywords: [title],
    });
    expect(published.status, published.text).toBe(201);
  }
  await untilTrained(scene.kontor, scene.workspace);
  const widget = await v2.post('/widgets', {
    botId: bot.body.id,
    name: 'Page',
    allowedOrigins: [siteUrl],
    title: { en: 'Bank support', de: 'Hilfe Ihrer Bank' },
  });
  widgetId = widget.body.id;
  secret = (await scene.workspace.run(rotateTokenSecret)).secret;
}

const frameOf = (page: Page) => page.frameLocator('iframe[title="Chat"]');
const log = (page: Page) => frameOf(page).getByRole('log');

async function ask(page: Page, question: string) {
  await frameOf(page).getByRole('textbox').fill(question);
  await frameOf(page).getByRole('textbox').press('Enter');
}

test('is small, and zipped', async () => {
  let bytes = 0;
  for (const file of ['widget.js', 'widget/assets/chat.js', 'widget/assets/chat.css']) {
    const response = await fetch(`${scene.kontor.url}/${file}`, { headers: { 'accept-encoding': 'gzip' } });
    expect([response.status, response.headers.get('content-encoding')], file).toEqual([200, 'gzip']);
    bytes += gzipSync(await response.text(), { level: 9 }).byteLength;
  }
  expect(bytes).toBeLessThan(30_000);
  expect((await fetch(`${scene.kontor.url}/widget/assets/loader.js`)).status).toBe(404);
});

test('a visitor asks by keyboard, is answered with a source, and goes on after a reload; a person takes over', async () => {
  const { context, expectClean } = await openBrowserContext(scene.browser);
  const page = await context.newPage();
  await page.goto(siteUrl);
  await page.getByRole('button', { name: 'Open chat' }).focus();
  await page.keyboard.press('Enter');
  await frameOf(page).getByRole('heading', { name: 'Bank support' }).waitFor();
  await frameOf(page).locator('textarea:focus').waitFor();
  await page.keyboard.type('I lost my card');
  await page.keyboard.press('Enter');
  await log(page).getByText('in the app under Cards').waitFor();
  await log(page).getByText('Block a card').waitFor();
  await lookInBothThemes(page, 'widget-answer');

  // Nothing but whether it was open stays in the company's page.
  expect(await page.evaluate('JSON.stringify(localStorage)')).toBe('{"kontor-widget":"open"}');
  await page.reload();
  await log(page).getByText('in the app under Cards').waitFor();
  expect(await log(page).getByText('I lost my card').count()).toBe(1);

  await ask(page, 'I want to talk to a person');
  await frameOf(page).getByText('A person takes over from here').waitFor();
  const { body } = await scene.workspace.v2.get('/hc-interactions/public?limit=1');
  const [conversation] = body.interactions;
  expect(conversation.channel).toBe('widget');
  // Beside it a colleague in the inbox; while they have the conversation, the visitor hears nobody else.
  const inbox = await scene.open();
  await scene.signIn(inbox.page, `/console/inbox/${conversation.id}`);
  await inbox.page.getByRole('button', { name: 'Take over' }).click();
  await inbox.page.getByText('You have this conversation: the bot is silent.').waitFor();
  await ask(page, 'Are you there?');
  await inbox.page.getByText('Are you there?', { exact: true }).waitFor();
  await inbox.page.getByLabel('Your reply to the customer').fill('Mia here. See https://bank.example.com/cards');
  await inbox.page.getByLabel('Your reply to the customer').press('Control+Enter');
  await log(page).getByText('Mia here').waitFor();
  await log(page).getByText('Our team').waitFor();
  expect(await log(page).getByRole('link').getAttribute('rel')).toBe('noopener noreferrer');
  await takePicture(page, 'widget-person');
  await frameOf(page).getByRole('textbox').press('Escape');
  await expect.poll(() => page.locator('iframe').isVisible()).toBe(false);
  await inbox.page.getByLabel('Your reply to the customer').fill('Anything else?');
  await inbox.page.getByLabel('Your reply to the customer').press('Control+Enter');
  await page.getByRole('button', { name: /1 new message/ }).waitFor();
  await scene.expectCleanEnd(inbox);
  expectClean(new URL(scene.kontor.url).host, new URL(siteUrl).host);
  await context.close();
});

test.each([
  ['light', PHONE],
  ['dark', PHONE],
  ['dark', DESKTOP],
] as const)('in German, %s, %o, with a known customer who changes', async (colorScheme, viewport) => {
  const { context, expectClean } = await openBrowserContext(scene.browser, { colorScheme, viewport });
  const page = await context.newPage();
  const tokenOf = (sub: string) =>
    new SignJWT({ sub })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(secret));
  await page.goto(`${siteUrl}?language=de&token=${await tokenOf('customer-1')}`);
  await page.getByRole('button', { name: 'Chat öffnen' }).click();
  await ask(page, 'Ich habe meine Karte verloren');
  await log(page).getByText('unter Karten').waitFor();
  await expectAccessible(page);
  await takePicture(page, `widget-de-${colorScheme}-${viewport.width}`);
  const { body } = await scene.workspace.v2.get('/hc-interactions/public?limit=1');
  expect(body.interactions[0].events).toHaveLength(2);
  // Somebody else signs in: nothing of the one before is left on the screen.
  await page.evaluate(`Kontor.identify(${JSON.stringify(await tokenOf('customer-2'))})`);
  await expect.poll(() => log(page).getByRole('listitem').count()).toBe(1);
  expectClean(new URL(scene.kontor.url).host, new URL(siteUrl).host);
  await context.close();
});

test('what the server refuses is said in words, and can be sent again', async () => {
  const { context } = await openBrowserContext(scene.browser);
  const page = await context.newPage();
  await page.goto(siteUrl);
  await page.getByRole('button', { name: 'Open chat' }).click();
  await frameOf(page).getByRole('textbox').waitFor();
  await context.route('**/messages', (route) => route.abort());
  await ask(page, 'I lost my card');
  await frameOf(page).getByRole('alert').getByText('did not reach us').waitFor();
  await expectAccessible(page);
  await takePicture(page, 'widget-offline');
  await context.unroute('**/messages');
  await frameOf(page).getByRole('button', { name: 'Send again' }).click();
  await log(page).getByText('in the app under Cards').waitFor();
  expect(await log(page).getByText('I lost my card').count()).toBe(1);
  await context.close();
});

test('a page that the widget does not name can not show it', async () => {
  await scene.workspace.v2.patch(`/widgets/${widgetId}`, { allowedOrigins: ['https://www.example.com'] });
  const { context } = await openBrowserContext(scene.browser, { meant: /frame-ancestors|chrome-error/ });
  const page = await context.newPage();
  const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
  await page.goto(siteUrl);
  await page.getByRole('button', { name: 'Open chat' }).click();
  await refused;
  expect(await frameOf(page).getByRole('textbox').count()).toBe(0);
  await scene.workspace.v2.patch(`/widgets/${widgetId}`, { allowedOrigins: [siteUrl] });
  await context.close();
});
