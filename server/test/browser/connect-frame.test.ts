/** The hosted page in an iframe of a company's page, and what the two tell each other. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestKontor, type TestKontor, type TestWorkspace } from '../harness/test-kontor.ts';
import { type Browser, launchBrowser, openBrowserContext, type Page, PHONE } from './browser.ts';
import { createSession, eventsOf, stateOf } from './hosted-page.ts';

let kontor: TestKontor;
let browser: Browser;
let workspace: TestWorkspace;
let company: Server;
let origin: string;
beforeAll(async () => {
  company = createServer((request, response) => {
    const address = new URL(request.url ?? '', 'http://localhost').searchParams.get('page') ?? '';
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><title>Shop</title><link rel="icon" href="data:,">
<script>messages = []; addEventListener('message', ({ origin, data }) => messages.push({ origin, ...data }));</script>
<iframe src="${address}" width="100%" height="700"></iframe>`);
  });
  await new Promise<void>((resolve) => company.listen(0, 'localhost', resolve));
  // Another site than 127.0.0.1, so the frame is a third party in it.
  origin = `http://localhost:${(company.address() as AddressInfo).port}`;
  [kontor, browser] = await Promise.all([
    startTestKontor({ sandbox: true, linksToItself: true, worker: false }),
    launchBrowser(),
  ]);
  workspace = await kontor.createWorkspace();
});
afterAll(async () => {
  await browser.close();
  await kontor.stop();
  company.close();
});

interface Message {
  origin: string;
  type: string;
  sessionId: string;
  code?: string;
  height?: number;
}

async function embed(body: object = { origin }) {
  const opened = await openBrowserContext(browser, { viewport: PHONE });
  const session = await createSession(workspace, { body });
  const page = await opened.context.newPage();
  await page.goto(`${origin}/?page=${encodeURIComponent(session.redirectURL)}`);
  return { ...opened, page, session, frame: page.frameLocator('iframe') };
}

type Frame = ReturnType<Page['frameLocator']>;

const press = (frame: Frame, name: string) => frame.getByRole('button', { name, exact: true }).click();

async function chooseBank(frame: Frame, bank: RegExp) {
  await press(frame, 'Continue');
  await frame.getByLabel('Name, BIC or bank code').fill('sandbox');
  await frame.getByRole('button', { name: bank }).click();
  await press(frame, 'Agree and log in');
}

async function logIn(frame: Frame, user: string) {
  await frame.getByLabel('User name').fill(user);
  await frame.getByLabel('PIN').fill('12345');
  await press(frame, 'Log in');
}

const expectHeading = (frame: Frame, name: string) => frame.getByRole('heading', { level: 1, name }).waitFor();

/** Everything that the page has told, without its sizes. */
async function told(page: Page): Promise<Message[]> {
  const messages = await page.evaluate<Message[]>('messages');
  return messages.filter(({ type }) => type !== 'kontor:resize');
}

test('connects within the frame, and tells the page around it', async () => {
  const { page, session, frame, context } = await embed();
  await chooseBank(frame, /SMS-Code/);
  await logIn(frame, 'employee');
  await frame.getByRole('button', { name: /SMS an/ }).click();
  await frame.getByLabel('Code (TAN)').fill('123456');
  await press(frame, 'Confirm');
  await press(frame, 'Share the chosen accounts');
  await expectHeading(frame, 'Your bank is connected');
  const from = { origin: new URL(kontor.url).origin, sessionId: session.sessionId };
  const messages = await told(page);
  expect(messages[0]).toEqual({ ...from, type: 'kontor:ready' });
  expect(messages.at(-1)).toEqual({ ...from, type: 'kontor:success' });
  const sizes = (await page.evaluate<Message[]>('messages')).filter(({ type }) => type === 'kontor:resize');
  expect(sizes.length).toBeGreaterThan(3);
  expect(sizes.every(({ height = 0 }) => height > 200 && height < 1500)).toBe(true);
  // The page around it decides what comes next: nothing leaves the frame by itself.
  expect(await frame.getByRole('link').getAttribute('target')).toBe('_top');
  await context.close();
});

test('goes to the bank in a window of its own, and goes on when that comes back', async () => {
  const { page, session, frame, context } = await embed();
  await chooseBank(frame, /Weiterleitung/);
  const opening = context.waitForEvent('page');
  await frame.getByRole('button', { name: /^Go to/ }).click();
  const bank = await opening;
  await bank.getByRole('link', { name: /^Go to/ }).click();
  await bank.getByLabel(/Anmeldename|User name/).fill('employee');
  await bank.getByLabel('PIN').fill('12345');
  await bank.getByRole('button', { name: /Zustimmen|Approve/ }).click();
  await bank.getByRole('heading', { name: 'You can close this window' }).waitFor();
  await press(frame, 'Share the chosen accounts');
  await expectHeading(frame, 'Your bank is connected');
  expect((await told(page)).at(-1)?.type).toBe('kontor:success');
  expect((await stateOf(workspace, session)).status).toBe('completed');
  await context.close();
});

test('tells what went wrong, and that it was cancelled', async () => {
  const { page, session, frame, context } = await embed();
  await chooseBank(frame, /SMS-Code/);
  await logIn(frame, 'employee.down');
  await expectHeading(frame, 'Your bank can not be reached');
  await press(frame, 'Choose another bank');
  await press(frame, 'Cancel');
  await expectHeading(frame, 'You have cancelled');
  expect((await told(page)).map(({ type, code }) => [type, code])).toEqual(
    expect.arrayContaining([
      ['kontor:error', 'bank_unavailable'],
      ['kontor:cancel', undefined],
    ]),
  );
  expect((await eventsOf(kontor, session)).map(({ type }) => type)).toEqual([
    'connection.failed',
    'connection.cancelled',
  ]);
  await context.close();
});

test('says so in the frame, and to the page around it, when the browser has lost the cookie', async () => {
  const { page, session, frame, context } = await embed();
  await press(frame, 'Continue');
  await frame.getByLabel('Name, BIC or bank code').waitFor();
  await context.clearCookies();
  await press(frame, 'Cancel');
  await expectHeading(frame, 'This page is not available here');
  const from = { origin: new URL(kontor.url).origin, sessionId: session.sessionId };
  await expect
    .poll(async () => (await told(page)).at(-1))
    .toEqual({
      ...from,
      type: 'kontor:error',
      code: 'not_available',
    });
  expect((await stateOf(workspace, session)).status).toBe('open');
  await context.close();
});

test('says so in a frame whose link leads to nothing', async () => {
  const { context } = await openBrowserContext(browser, { viewport: PHONE });
  const page = await context.newPage();
  const nothing = `${new URL(kontor.url).origin}/connect/open/${'x'.repeat(43)}`;
  await page.goto(`${origin}/?page=${encodeURIComponent(nothing)}`);
  await expectHeading(page.frameLocator('iframe'), 'This page is not available here');
  await expect
    .poll(() => told(page))
    .toEqual([{ origin: new URL(kontor.url).origin, type: 'kontor:error', code: 'not_available' }]);
  await context.close();
});

test.for([{}, { origin: 'https://another.example' }])(
  'shows nothing in the frame of anybody else: %j',
  async (body) => {
    const { page, frame, context } = await embed(body);
    await page.waitForLoadState();
    expect(await frame.getByRole('button').count()).toBe(0);
    expect(await page.evaluate('messages')).toEqual([]);
    await context.close();
  },
);
