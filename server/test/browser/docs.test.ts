/** The documentation in a real browser: read, searched, by keyboard, without a script, in both themes, wide and narrow. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../../../site/build.ts';
import { startTestKontor, type TestKontor } from '../harness/test-kontor.ts';
import { type Browser, DESKTOP, expectAccessible, launchBrowser, openBrowserContext, PHONE } from './browser.ts';

const PICTURES = process.env.KONTOR_TEST_PICTURES;
/** One of each kind: front page, with steps and code, with pictures, with wide tables, a list, a page below another. */
const PAGES = ['', 'start', 'console', 'operate', 'decisions/index', 'decisions/2026-11-22-connect-session'];

let kontor: TestKontor;
let browser: Browser;
let host: string;
beforeAll(async () => {
  await buildSite();
  [kontor, browser] = await Promise.all([startTestKontor({ worker: false }), launchBrowser()]);
  host = new URL(kontor.url).host;
});
afterAll(async () => {
  await browser?.close();
  await kontor?.stop();
});

test.each([
  { name: 'wide-light', viewport: DESKTOP, colorScheme: 'light' as const },
  { name: 'narrow-dark', viewport: PHONE, colorScheme: 'dark' as const },
])('pages are accessible and complete: $name', async ({ name, ...looks }) => {
  const { context, expectClean } = await openBrowserContext(browser, looks);
  const page = await context.newPage();
  for (const slug of PAGES) {
    await page.goto(`${kontor.url}/docs/${slug}`);
    await page.getByRole('button', { name: /^Search/ }).waitFor();
    await expectAccessible(page);
    if (PICTURES) {
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: path.join(PICTURES, `docs-${slug.replaceAll('/', '-') || 'front'}-${name}.png`) });
    }
  }
  expectClean(host);
  await context.close();
});

test('the slash opens the search; arrows and Enter lead to what was found', async () => {
  const { context, expectClean } = await openBrowserContext(browser, { colorScheme: 'dark' });
  const page = await context.newPage();
  await page.goto(`${kontor.url}/docs/decisions/index`);
  await page.getByRole('button', { name: /^Search/ }).waitFor();
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('searchbox').fill('verify sender');
  const first = dialog.getByRole('listitem').first();
  await first.getByText('Verify the sender').waitFor();
  await expectAccessible(page);
  if (PICTURES) await page.screenshot({ path: path.join(PICTURES, 'docs-search.png') });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/docs/webhooks#verify-the-sender');
  await page.keyboard.press('/');
  await dialog.getByRole('searchbox').fill('qwertzuiop');
  await dialog.getByText('Nothing found for “qwertzuiop”.').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expectClean(host);
  await context.close();
});

test('code is copied by its button', async () => {
  const { context } = await openBrowserContext(browser);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: kontor.url });
  const page = await context.newPage();
  await page.goto(`${kontor.url}/docs/start`);
  const block = page.locator('.code').first();
  await block.hover();
  await block.getByRole('button', { name: 'Copy' }).click();
  await block.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await block.locator('code').textContent());
  await context.close();
});

test('without a script everything can be read, and other pages found', async () => {
  const { context } = await openBrowserContext(browser, { javaScriptEnabled: false, viewport: PHONE });
  const page = await context.newPage();
  await page.goto(`${kontor.url}/docs`);
  await page.getByText('All pages').click();
  await page
    .getByRole('navigation', { name: 'Pages' })
    .or(page.locator('.pages-small'))
    .getByRole('link', { name: 'Webhooks' })
    .click();
  await page.getByRole('heading', { level: 1, name: 'Webhooks' }).waitFor();
  expect(await page.getByRole('button').count()).toBe(0);
  await context.close();
});

test('a page is small, kept by browsers, and Markdown for who asks', async () => {
  const get = (address: string, headers: Record<string, string> = {}) =>
    fetch(`${kontor.url}/docs/${address}`, { headers: { 'accept-encoding': 'identity', ...headers } });
  const page = await get('webhooks');
  const html = await page.text();
  const [script = ''] = /assets\/site-[\w-]+\.js/.exec(html) ?? [];
  const [styles = ''] = /assets\/site-[\w-]+\.css/.exec(html) ?? [];
  const bytes = [html, await (await get(script)).text(), await (await get(styles)).text()].map(
    (text) => gzipSync(text).length,
  );
  expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(30_000);
  expect((await get(script)).headers.get('cache-control')).toContain('immutable');
  const again = await get('webhooks', { 'if-none-match': page.headers.get('etag') ?? '' });
  expect(again.status).toBe(304);
  expect(page.headers.get('content-security-policy')).toContain(`default-src 'none'; script-src 'self';`);
  const asked = await get('webhooks', { accept: 'text/markdown' });
  const twin = await get('webhooks.md');
  expect(asked.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
  expect(await asked.text()).toBe(await twin.text());
  expect(html).toContain('<link rel="alternate" type="text/markdown" href="webhooks.md"');
  for (const nothing of ['nowhere', '.sources', '..%2f..%2fpackage.json', 'assets/../.sources', 'nowhere.md']) {
    expect((await get(nothing)).status, nothing).toBe(404);
  }
});
