/** The sandbox bank is connected with each form of strong customer authentication, as people do it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../harness/test-kontor.ts';
import {
  type Browser,
  DESKTOP,
  launchBrowser,
  lookInBothThemes,
  openBrowserContext,
  type Page,
  PHONE,
} from './browser.ts';
import {
  chooseBank,
  createSession,
  eventsOf,
  expectEnd,
  findBank,
  type Language,
  logIn,
  press,
  RETURN_URL,
  stateOf,
  WORDS,
} from './hosted-page.ts';

let kontor: TestKontor;
let browser: Browser;
beforeAll(async () => {
  [kontor, browser] = await Promise.all([
    startTestKontor({ sandbox: true, linksToItself: true, worker: false }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await kontor.stop();
});

type Look = () => Promise<unknown>;

const FORMS: Record<string, (page: Page, language: Language, look: Look) => Promise<void>> = {
  async embedded(page, language, look) {
    await findBank(page, language, /Privat\/Geschäft/);
    await page.getByRole('button', { name: WORDS[language].business }).waitFor();
    await look();
    await press(page, WORDS[language].business);
    await press(page, WORDS[language].agree);
    await look();
    await logIn(page, language, 'employee');
    await look();
    await page.getByRole('button', { name: /photoTAN/ }).click();
    await page.getByRole('img').waitFor();
    await look();
    await page.getByLabel(WORDS[language].code).fill('123 456');
    await press(page, WORDS[language].confirm);
  },
  async decoupled(page, language, look) {
    // While the page is looked at nobody asks whether the app has approved: it would be another page then.
    const looked = Promise.withResolvers<void>();
    await page.route('**/state', async (route) => {
      await looked.promise;
      await route.continue();
    });
    await chooseBank(page, language, /\(App\)/);
    await logIn(page, language, 'employee');
    await page.getByRole('status').waitFor();
    await look();
    looked.resolve();
    // Nothing is pressed: the page follows the app.
  },
  async redirect(page, language, look) {
    await chooseBank(page, language, /Weiterleitung/);
    await look();
    await page.getByRole('link', { name: WORDS[language].toBank }).click();
    await page.getByLabel(/Anmeldename|User name/).fill('employee');
    await page.getByLabel('PIN').fill('12345');
    await page.getByRole('button', { name: /Zustimmen|Approve/ }).click();
  },
};

const cases = Object.keys(FORMS).flatMap((form) =>
  (['desktop', 'phone'] as const).flatMap((device) =>
    (['en', 'de'] as const).map((language) => ({ form, device, language })),
  ),
);

type FormCase = (typeof cases)[number];

// Who waits for the app leaves the machine to the others.
const isWaiting = ({ form }: FormCase) => form === 'decoupled';
test.concurrent.for(cases.filter(isWaiting))('$form on a $device in $language', connect);
test.for(cases.filter((one) => !isWaiting(one)))('$form on a $device in $language', connect);

async function connect({ form, device, language }: FormCase) {
  const workspace = await kontor.createWorkspace();
  const isLookedAt = (device === 'desktop') === (language === 'en');
  const { context, expectClean } = await openBrowserContext(browser, {
    viewport: device === 'desktop' ? DESKTOP : PHONE,
  });
  const session = await createSession(workspace, { body: { language, webhookData: { order: 7 } } });
  const page = await context.newPage();
  let looks = 0;
  const look = async () => {
    if (isLookedAt) await lookInBothThemes(page, `connect-${form}-${++looks}-${device}-${language}`);
  };
  await page.goto(session.redirectURL);
  await look();
  await FORMS[form]?.(page, language, look);
  await page.getByRole('checkbox').first().waitFor();
  await look();
  await press(page, WORDS[language].share);
  await expectEnd(page, WORDS[language].done);
  await look();
  const back = await page.getByRole('link').getAttribute('href');
  expect(back).toBe(`${RETURN_URL}?sessionId=${session.sessionId}&status=completed`);

  const { loginIDs, ...state } = await stateOf(workspace, session);
  expect(state).toMatchObject({ status: 'completed', problem: null });
  expect(await eventsOf(kontor, session)).toMatchObject([
    {
      type: 'connection.completed',
      data: {
        userId: session.userIdentifier,
        correlationId: session.correlationId,
        loginId: loginIDs[0],
        renewed: false,
        webhookData: { order: 7 },
      },
    },
  ]);
  const hosts = [kontor.url, kontor.services.bankAccess.sandboxUrl ?? ''].map((url) => new URL(url).host);
  expectClean(...hosts);
  await context.close();
}
