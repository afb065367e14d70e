/** Linked banks are looked after, on the smallest of phones; where it does not go on there; and the page without a script. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminQuery } from '../harness/databases.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from '../harness/test-kontor.ts';
import { type Browser, expectAccessible, launchBrowser, openBrowserContext } from './browser.ts';
import { chooseBank, createSession, expectEnd, expectHeading, logIn, press, WORDS } from './hosted-page.ts';

const SMALLEST = { width: 320, height: 568 };

const DEAD_ENDS = {
  en: {
    blocked: 'Please open this in a window of its own',
    newWindow: 'Open in a new window',
    used: 'This link has been used already',
    ended: 'This visit has ended',
    cancelled: 'You have cancelled',
  },
  de: {
    blocked: 'Bitte in einem eigenen Fenster öffnen',
    newWindow: 'In neuem Fenster öffnen',
    used: 'Dieser Link wurde bereits benutzt',
    ended: 'Dieser Vorgang ist beendet',
    cancelled: 'Sie haben abgebrochen',
  },
};

let kontor: TestKontor;
let browser: Browser;
let workspace: TestWorkspace;
beforeAll(async () => {
  [kontor, browser] = await Promise.all([startTestKontor({ sandbox: true, linksToItself: true }), launchBrowser()]);
  workspace = await kontor.createWorkspace();
});
afterAll(async () => {
  await browser.close();
  await kontor.stop();
});

test('add, see the state of the consent, renew, refresh and remove', async () => {
  const { context, expectClean } = await openBrowserContext(browser, { viewport: SMALLEST, colorScheme: 'dark' });
  const first = await createSession(workspace, { query: '?multiple=true', body: { language: 'de' } });
  const page = await context.newPage();
  await page.goto(first.redirectURL);
  await expectAccessible(page);
  await press(page, 'Weiter');
  await page.getByLabel(WORDS.de.query).fill('sparkasse');
  await page.getByText('Noch nicht verfügbar').first().waitFor();
  await expectAccessible(page);
  await page.getByLabel(WORDS.de.query).fill('99900001');
  await page.getByRole('button', { name: /SMS-Code/ }).click();
  await press(page, WORDS.de.agree);
  await logIn(page, 'de', 'newcomer');
  await page.getByRole('button', { name: /SMS an/ }).click();
  await page.getByLabel(WORDS.de.code).fill('123456');
  await press(page, WORDS.de.confirm);
  await page.getByRole('checkbox').first().waitFor();
  await expectAccessible(page);
  await press(page, WORDS.de.share);
  await expectHeading(page, 'Ihre verbundenen Banken');
  // The page follows the fetching by itself.
  await page.getByText(/^1 Konto · Zuletzt abgerufen/).waitFor({ timeout: 30_000 });
  await expectAccessible(page);

  const managed = await createSession(workspace, {
    kind: 'manage',
    userId: first.userIdentifier,
    body: { language: 'de' },
  });
  await page.goto(managed.redirectURL);
  await press(page, 'Weiter');
  await page.getByText(/Einwilligung gültig bis/).waitFor();
  await press(page, 'Aktualisieren (Sandbox Bank (SMS-Code))');
  expect(await page.getByRole('alert').textContent()).toContain('werden abgerufen');
  await press(page, 'Einwilligung erneuern (Sandbox Bank (SMS-Code))');
  await expectHeading(page, 'Bitte erneuern Sie Ihre Einwilligung');
  await press(page, 'Abbrechen');
  await press(page, 'Entfernen (Sandbox Bank (SMS-Code))');
  await expectHeading(page, 'Sandbox Bank (SMS-Code) entfernen?');
  await expectAccessible(page);
  await press(page, 'Bank entfernen');
  await page.getByText('Es ist noch keine Bank verbunden.').waitFor();
  expect((await workspace.api.get(`/users/${first.userIdentifier}/banking/accounts`)).body.accounts).toEqual([]);
  await press(page, 'Fertig');
  await expectEnd(page, 'Alles erledigt');
  expectClean(new URL(kontor.url).host);
  await context.close();
});

const change = (statement: string) => adminQuery(kontor.adminUrl, statement);

test.for([
  { colorScheme: 'light', language: 'en', other: 'Deutsch' },
  { colorScheme: 'dark', language: 'de', other: 'English' },
] as const)('says where it does not go on, in the $colorScheme', async ({ colorScheme, language, other }) => {
  const opened = () => openBrowserContext(browser, { viewport: SMALLEST, colorScheme });
  const [first, second] = [await opened(), await opened()];
  const [page, elsewhere] = [await first.context.newPage(), await second.context.newPage()];
  const words = DEAD_ENDS[language];
  const session = await createSession(workspace, { body: { language, origin: 'https://shop.example' } });
  await page.goto(session.redirectURL);

  // The browser keeps no cookie: the link stays good.
  await first.context.clearCookies();
  await press(page, WORDS[language].go);
  await expectHeading(page, words.blocked);
  await expectAccessible(page);
  const opening = first.context.waitForEvent('page');
  await page.getByRole('link', { name: words.newWindow }).click();
  const fresh = await opening;
  await press(fresh, WORDS[language].go);
  await fresh.getByLabel(WORDS[language].query).waitFor();

  await elsewhere.goto(session.redirectURL);
  await expectHeading(elsewhere, words.used);
  await expectAccessible(elsewhere);
  // What is not here is an error to the browser too, which says so on its console.
  await elsewhere.goto(fresh.url());
  await expectHeading(elsewhere, 'This page is not available here');
  await expectAccessible(elsewhere);

  await press(fresh, WORDS[language].cancel);
  await expectHeading(fresh, words.cancelled);
  await elsewhere.goto(session.redirectURL);
  await expectHeading(elsewhere, words.cancelled);
  await press(elsewhere, other);
  await expectHeading(elsewhere, DEAD_ENDS[language === 'en' ? 'de' : 'en'].cancelled);

  await change(`update connect_sessions set status = 'completed' where session_id = '${session.sessionId}'`);
  await elsewhere.goto(session.redirectURL);
  await expectHeading(elsewhere, words.ended);
  await expectAccessible(elsewhere);
  await change('alter table connect_sessions rename to sessions_away');
  await elsewhere
    .goto(session.redirectURL)
    .finally(() => void change('alter table sessions_away rename to connect_sessions'));
  await expectHeading(elsewhere, 'Something went wrong on our side');
  await expectAccessible(elsewhere);
  for (const { context } of [first, second]) await context.close();
});

test('everything is reached by the keyboard, beginning at the heading', async () => {
  const { context } = await openBrowserContext(browser);
  const page = await context.newPage();
  await page.goto((await createSession(workspace)).redirectURL);
  const focused = () =>
    page.evaluate<string>('(document.activeElement.innerText || document.activeElement.id || "").trim().slice(0, 40)');
  expect(await focused()).toBe('Connect your bank with Test');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Continue');
  await page.keyboard.press('Enter');
  await expectHeading(page, 'Which bank do you want to connect?');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('bank-query');
  // Whoever goes on before the banks are found does not lose their place when they come.
  const [sms, answer] = [page.getByRole('button', { name: 'Sandbox Bank (SMS-Code)' }), Promise.withResolvers<void>()];
  await page.route('**/banks?q=*', async (route) => {
    await answer.promise;
    await route.continue();
  });
  await page.keyboard.type('99900001');
  await sms.focus();
  answer.resolve();
  await page.getByText('1 bank found').waitFor({ state: 'attached' });
  expect(await focused()).toMatch(/Sandbox Bank \(SMS-Code\)/);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  expect(await focused()).toMatch(/Sandbox Bank \(SMS-Code\)/);
  await page.keyboard.press('Enter');
  await expectHeading(page, 'Please confirm what you agree to');
  expect(await focused()).toBe('Please confirm what you agree to');
  await context.close();
});

test('the language is switched on every page, and the step stays', async () => {
  const { context } = await openBrowserContext(browser);
  const page = await context.newPage();
  await page.goto((await createSession(workspace)).redirectURL);
  await press(page, 'Deutsch');
  await expectHeading(page, 'Ihre Bank mit Test verbinden');
  await chooseBank(page, 'de', /SMS-Code/);
  await press(page, 'English');
  await expectHeading(page, 'Log in to your bank');
  await press(page, 'Cancel');
  await press(page, 'Deutsch');
  await expectEnd(page, 'Sie haben abgebrochen');
  await context.close();
});

test('without a script the search has its button, and the app is followed by pressing', async () => {
  const { context } = await openBrowserContext(browser, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto((await createSession(workspace)).redirectURL);
  await press(page, 'Continue');
  await page.getByLabel('Name, BIC or bank code').fill('99900002');
  await press(page, 'Search');
  await page.getByRole('button', { name: /\(App\)/ }).click();
  await press(page, 'Agree and log in');
  await logIn(page, 'en', 'employee');
  await expectHeading(page, 'Approve it in your banking app');
  while ((await page.getByRole('heading', { level: 1, name: 'Approve it in your banking app' }).count()) > 0) {
    await Promise.all([page.waitForEvent('load'), press(page, 'I have approved it')]);
  }
  await press(page, 'Share the chosen accounts');
  await expectHeading(page, 'Your bank is connected');
  await context.close();
});
