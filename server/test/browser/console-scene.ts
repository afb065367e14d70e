/** A console with somebody to sign in, for the tests of one file: each journey looks at its pages in both themes, wide and narrow. */
import { expect } from 'vitest';
import { buildConsole } from '../../../console/build.ts';
import { GERMAN } from '../../../console/src/app/said/german.ts';
import { translate, twinsOf } from '../../../console/src/app/said.ts';
import { addOperator, TEST_PASSWORD } from '../harness/operator-seed.ts';
import {
  startTestKontor,
  type TestKontor,
  type TestKontorOptions,
  type TestWorkspace,
} from '../harness/test-kontor.ts';
import {
  arePicturesWanted,
  type Browser,
  type BrowserContextUnderTest,
  DESKTOP,
  expectAccessible,
  launchBrowser,
  openBrowserContext,
  type Page,
  PHONE,
  takePicture,
} from './browser.ts';

export interface ConsoleScene {
  kontor: TestKontor;
  browser: Browser;
  /** The email of the owner: emails of operators are everybody's once, also of other files' on the same database. */
  owner: string;
  /** It has one operator, an owner; `addOperator(workspace, …)` makes others. */
  workspace: TestWorkspace;
  /** A browser of somebody who has not signed in. `meant`: what it may complain of. */
  open(options?: Parameters<typeof openBrowserContext>[1]): Promise<BrowserContextUnderTest & { page: Page }>;
  /** Signs in as the owner, or as the operator of `email`, and waits for the frame around the pages; the page of `address` may come later. */
  signIn(page: Page, address?: string, email?: string): Promise<void>;
  /** Nothing went wrong in this browser, and it spoke with nobody but the server; then closes it. */
  expectCleanEnd(opened: BrowserContextUnderTest): Promise<void>;
  stop(): Promise<void>;
}

/** Nobody is signed in yet; there is no such thing. The pages say both in words. */
const REFUSALS = /status of (401 .*\/console\/(session|changes)|404 .*\/users\/nobody$)/;

/** One server and one browser, for all cases of a file. */
export async function startConsoleScene(options: TestKontorOptions = {}): Promise<ConsoleScene> {
  const [kontor, browser] = await Promise.all([
    startTestKontor({ linksToItself: true, ...options }),
    launchBrowser(),
    buildConsole(),
  ]);
  const workspace = await kontor.createWorkspace();
  const owner = `owner.${workspace.workspaceId}@browser.example.com`;
  await addOperator(workspace, owner, 'owner');
  return {
    kontor,
    browser,
    workspace,
    owner,
    async open(more = {}) {
      const looks = { viewport: DESKTOP, colorScheme: 'light' as const };
      const opened = await openBrowserContext(browser, { ...looks, meant: REFUSALS, ...more });
      return { ...opened, page: await opened.context.newPage() };
    },
    async signIn(page, address = '/console', email = owner) {
      await page.goto(`${kontor.url}${address}`);
      await page.getByLabel('Email').fill(email);
      await page.getByLabel('Password').fill(TEST_PASSWORD);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('link', { name: 'To the content' }).waitFor({ state: 'attached' });
    },
    async expectCleanEnd({ context, expectClean }) {
      expectClean(new URL(kontor.url).host);
      await context.close();
    },
    async stop() {
      await browser.close();
      await kontor.stop();
    },
  };
}

/** The heading of the page, which is there once the page is. */
export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

interface Look {
  viewport: typeof PHONE;
  colorScheme: 'light' | 'dark';
}

/** The page as it is now is accessible, narrow and wide, dark and light, in both languages, and says nothing in English to those who read German. */
export async function look(page: Page, name: string) {
  const language = await languageOf(page);
  const other = language === 'en' ? 'de' : 'en';
  await read(page, other);
  await lookAt(page, `${name}-${other}`, { viewport: PHONE, colorScheme: 'light' });
  if (arePicturesWanted) await lookAt(page, `${name}-${other}`, { viewport: DESKTOP, colorScheme: 'light' }, true);
  if (other === 'de') await expectNoEnglish(page);
  await read(page, language);
  await lookAt(page, name, { viewport: PHONE, colorScheme: 'light' }, true);
  await lookAt(page, name, { viewport: PHONE, colorScheme: 'dark' });
  await lookAt(page, name, { viewport: DESKTOP, colorScheme: 'dark' }, true);
  // The look that the journey goes on with.
  await lookAt(page, name, { viewport: DESKTOP, colorScheme: 'light' });
}

async function lookAt(page: Page, name: string, { viewport, colorScheme }: Look, isOnlyRecoloured = false) {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expectAccessible(page, isOnlyRecoloured);
  await takePicture(page, `${name}-${viewport === PHONE ? 'narrow' : 'wide'}-${colorScheme}`);
}

const languageOf = (page: Page) => page.evaluate<string>('document.documentElement.lang');

/** As if the language had been chosen in another tab: what is open stays so. */
async function read(page: Page, language: string) {
  await page.evaluate(`localStorage.setItem('kontor.language', '${language}');
    dispatchEvent(new StorageEvent('storage', { key: 'kontor.language' }))`);
  await expect.poll(() => languageOf(page)).toBe(language);
}

const TWINS = twinsOf(GERMAN);

/** None of the server's own sentences stands there as the server says it. */
async function expectNoEnglish(page: Page) {
  const lines = (await page.evaluate<string>('document.body.innerText')).split('\n');
  const english = lines.filter((line) => line.includes(' ') && translate(TWINS, line) !== line);
  expect(english, `${await page.title()} says this in English`).toEqual([]);
}
