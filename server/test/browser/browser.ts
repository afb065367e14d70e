/** A real browser for the tests of one file. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchBrowser } from './launch-browser.ts';

export { launchBrowser };

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** A browser of somebody who has never been here. What goes wrong on its pages fails the test at `expectClean`. */
export async function openBrowserContext(
  browser: Browser,
  options: {
    viewport?: { width: number; height: number };
    javaScriptEnabled?: boolean;
    colorScheme?: 'light' | 'dark';
    /** What the browser complains of though it is meant so, such as a 401 that the page puts into words. */
    meant?: RegExp;
  } = {},
) {
  const device = { viewport: DESKTOP, isMobile: options.viewport === PHONE };
  // What moves would be painted sixty times a second, by a processor that has others to serve.
  const { meant, ...looks } = options;
  const context = await browser.newContext({ ...device, reducedMotion: 'reduce', ...looks });
  context.setDefaultTimeout(30_000);
  const problems: string[] = [];
  const hosts = new Set<string>();
  context.on('request', (request) => hosts.add(new URL(request.url()).host));
  context.on('weberror', (error) => problems.push(error.error().message));
  context.on('console', (message) => {
    const problem = `${message.text()} ${message.location().url}`;
    if (message.type() === 'error' && !meant?.test(problem)) problems.push(problem);
  });
  return {
    context,
    /** Nothing broke, no policy was hurt, and nobody but `allowed` was asked for anything. */
    expectClean(...allowed: string[]) {
      expect(problems).toEqual([]);
      expect([...hosts].filter((host) => !allowed.includes(host))).toEqual([]);
    },
  };
}

export type BrowserContextUnderTest = Awaited<ReturnType<typeof openBrowserContext>>;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds by colours alone, which is all that another theme of the same page changes. */
const BY_COLOUR = ['color-contrast', 'link-in-text-block'];

/**
 * No violation of WCAG 2.2 A and AA or of good practice, in this theme; and nothing wider than the screen.
 *
 * @param isOnlyRecoloured the page was looked at before in this width and these words, in the other theme
 */
export async function expectAccessible(page: Page, isOnlyRecoloured = false): Promise<void> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE);
  const rules = isOnlyRecoloured ? { runOnly: { type: 'rule', values: BY_COLOUR } } : {};
  const options = JSON.stringify({ resultTypes: ['violations'], ...rules });
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(document, ${options})`);
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  expect(found, await page.title()).toEqual([]);
  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(overflow, `${await page.title()} is wider than the screen`).toBe(0);
}

/** Where to put pictures of all pages, for those who want to look at them. */
const PICTURES = process.env.KONTOR_TEST_PICTURES;
export const arePicturesWanted = PICTURES !== undefined;

/** The whole page, where pictures are wanted. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  // What stays at the top of the window would stand in the middle of the picture.
  await page.evaluate('scrollTo(0, 0)');
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true });
}

/** The page as it is now is accessible in both themes; the last one is the one that it goes on with. */
export async function lookInBothThemes(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page, colorScheme === 'light');
    await takePicture(page, `${name}-${colorScheme}`);
  }
}

export type { Browser, Page };
