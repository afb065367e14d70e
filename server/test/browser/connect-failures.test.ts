/** What goes wrong has a screen, an end and an event of its own. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adminQuery } from '../harness/databases.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from '../harness/test-kontor.ts';
import {
  type Browser,
  type BrowserContextUnderTest,
  expectAccessible,
  launchBrowser,
  openBrowserContext,
  type Page,
  PHONE,
} from './browser.ts';
import {
  type Created,
  chooseBank,
  createSession,
  eventsOf,
  expectEnd,
  expectHeading,
  logIn,
  press,
  RETURN_URL,
  stateOf,
} from './hosted-page.ts';

let kontor: TestKontor;
let browser: Browser;
let workspace: TestWorkspace;
beforeAll(async () => {
  [kontor, browser] = await Promise.all([
    startTestKontor({ sandbox: true, linksToItself: true, worker: false }),
    launchBrowser(),
  ]);
  workspace = await kontor.createWorkspace();
});
afterAll(async () => {
  await browser.close();
  await kontor.stop();
});

/** A browser on the first page of a session. */
async function visit(options: Parameters<typeof createSession>[1] = {}) {
  const opened = await openBrowserContext(browser, { viewport: PHONE });
  const session = await createSession(workspace, options);
  const page = await opened.context.newPage();
  await page.goto(session.redirectURL);
  return { ...opened, page, session };
}

const typesOf = async (session: Created) =>
  (await eventsOf(kontor, session)).map(({ type, data }) => [type, data.reason ?? data.step ?? null]);

async function finish({ context, expectClean }: BrowserContextUnderTest) {
  expectClean(new URL(kontor.url).host, new URL(kontor.services.bankAccess.sandboxUrl ?? '').host);
  await context.close();
}

const byCode = async (page: Page, code: string) => {
  await page.getByRole('button', { name: /SMS an/ }).click();
  await page.getByLabel('Code (TAN)').fill(code);
  await press(page, 'Confirm');
};

describe('the bank says no', () => {
  test('wrong PIN: said at the form, and the right one goes on', async () => {
    const { page, session, ...opened } = await visit();
    await chooseBank(page, 'en', /SMS-Code/);
    await logIn(page, 'en', 'company', '99999');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('did not accept that');
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('alert');
    expect(await page.getByLabel('PIN').inputValue()).toBe('');
    await expectAccessible(page);
    expect(await stateOf(workspace, session)).toMatchObject({ status: 'open', problem: 'wrong_credentials' });
    await logIn(page, 'en', 'company');
    await expectHeading(page, 'How do you want to confirm?');
    expect(await stateOf(workspace, session)).toMatchObject({ step: 'choose-method', problem: null });
    await press(page, 'Cancel');
    await expectEnd(page, 'You have cancelled');
    expect(await typesOf(session)).toEqual([['connection.cancelled', 'choose-method']]);
    await finish(opened);
  });

  const failures = [
    { user: 'employee.locked', title: 'Your online access is locked', reason: 'login_locked' },
    { user: 'employee.down', title: 'Your bank can not be reached', reason: 'bank_unavailable' },
    {
      user: 'employee.code-expired',
      title: 'The time for the confirmation is over',
      reason: 'code_expired',
      code: true,
    },
    { user: 'employee.refused', title: 'You have not given your consent', reason: 'consent_refused', code: true },
  ];
  test.for(failures)('$reason', async ({ user, title, reason, code }) => {
    const { page, session, ...opened } = await visit({ body: { webhookData: 'w' } });
    await chooseBank(page, 'en', /SMS-Code/);
    await logIn(page, 'en', user);
    if (code) await byCode(page, '123456');
    await expectHeading(page, title);
    await expectAccessible(page);
    expect(await eventsOf(kontor, session)).toMatchObject([
      {
        type: 'connection.failed',
        data: { reason, sessionEnded: false, webhookData: 'w', bank: { bankCode: '99900001' } },
      },
    ]);
    await press(page, 'End without connecting');
    await expectEnd(page, 'No bank was connected');
    await expectAccessible(page);
    expect(await stateOf(workspace, session)).toMatchObject({ status: 'failed', problem: reason });
    expect(await page.getByRole('link').getAttribute('href')).toBe(
      `${RETURN_URL}?sessionId=${session.sessionId}&status=failed`,
    );
    expect(await typesOf(session)).toEqual([['connection.failed', reason]]);
    await finish(opened);
  });

  test('refused in the app, and on the pages of the bank', async () => {
    const { page, session, ...opened } = await visit();
    await chooseBank(page, 'en', /\(App\)/);
    await logIn(page, 'en', 'employee.refused');
    await expectHeading(page, 'You have not given your consent');
    await press(page, 'Choose another bank');
    await page.getByLabel('Name, BIC or bank code').fill('sandbox');
    await page.getByRole('button', { name: /Weiterleitung/ }).click();
    await press(page, 'Agree and log in');
    await page.getByRole('link', { name: /^Go to/ }).click();
    await page.getByRole('button', { name: /Ablehnen|Decline/ }).click();
    await expectHeading(page, 'You have not given your consent');
    expect(await typesOf(session)).toEqual([
      ['connection.failed', 'consent_refused'],
      ['connection.failed', 'consent_refused'],
    ]);
    await finish(opened);
  });

  test('wrong code: said at the form; three of them end the log-in, and it can be begun again', async () => {
    const { page, session, ...opened } = await visit();
    await chooseBank(page, 'en', /SMS-Code/);
    await logIn(page, 'en', 'employee');
    await byCode(page, '000000');
    expect(await page.getByRole('alert').textContent()).toContain('That code was not right');
    await expectAccessible(page);
    for (const code of ['000001', '000002']) {
      await page.getByLabel('Code (TAN)').fill(code);
      await Promise.all([page.waitForEvent('load'), press(page, 'Confirm')]);
    }
    await expectHeading(page, 'The code was not accepted');
    expect(await typesOf(session)).toEqual([['connection.failed', 'wrong_code']]);
    await press(page, 'Try again');
    await logIn(page, 'en', 'employee');
    await byCode(page, '123456');
    await press(page, 'Share the chosen accounts');
    await expectEnd(page, 'Your bank is connected');
    expect((await typesOf(session)).at(-1)?.[0]).toBe('connection.completed');
    await finish(opened);
  });
});

describe('the end user goes another way', () => {
  test('before anything has begun', async () => {
    const { page, session, ...opened } = await visit();
    await press(page, 'Cancel');
    await expectEnd(page, 'You have cancelled');
    await expectAccessible(page);
    expect(await typesOf(session)).toEqual([['connection.cancelled', 'welcome']]);
    expect((await stateOf(workspace, session)).status).toBe('cancelled');
    await opened.context.close();
  });

  const steps: [step: string, heading: string, reach: (page: Page) => Promise<void>][] = [
    ['find-bank', 'Which bank do you want to connect?', (page) => press(page, 'Continue')],
    [
      'account-type',
      'Which access do you use?',
      async (page) => {
        await press(page, 'Continue');
        await page.getByLabel('Name, BIC or bank code').fill('sandbox');
        await page.getByRole('button', { name: /Privat\/Geschäft/ }).click();
      },
    ],
    [
      'consent',
      'Please confirm what you agree to',
      async (page) => {
        await press(page, 'Continue');
        await page.getByLabel('Name, BIC or bank code').fill('sandbox');
        await page.getByRole('button', { name: /SMS-Code/ }).click();
      },
    ],
    ['credentials', 'Log in to your bank', (page) => chooseBank(page, 'en', /SMS-Code/)],
    ['redirect', 'Continue at your bank', (page) => chooseBank(page, 'en', /Weiterleitung/)],
    [
      'choose-method',
      'How do you want to confirm?',
      async (page) => {
        await chooseBank(page, 'en', /SMS-Code/);
        await logIn(page, 'en', 'employee');
      },
    ],
    [
      'approve-in-app',
      'Approve it in your banking app',
      async (page) => {
        await chooseBank(page, 'en', /\(App\)/);
        await logIn(page, 'en', 'employee');
      },
    ],
    [
      'enter-code',
      'Enter the code from your bank',
      async (page) => {
        await chooseBank(page, 'en', /SMS-Code/);
        await logIn(page, 'en', 'employee');
        await page.getByRole('button', { name: /chipTAN/ }).click();
      },
    ],
    [
      'choose-accounts',
      'Which accounts do you want to share?',
      async (page) => {
        await chooseBank(page, 'en', /SMS-Code/);
        await logIn(page, 'en', 'employee');
        await byCode(page, '123456');
      },
    ],
  ];
  test.for(steps)('cancels at %s', async ([step, heading, reach]) => {
    const { page, session, ...opened } = await visit();
    await reach(page);
    await expectHeading(page, heading);
    await expectAccessible(page);
    await press(page, 'Cancel');
    await expectEnd(page, 'You have cancelled');
    expect(await typesOf(session)).toEqual([['connection.cancelled', step]]);
    expect(await stateOf(workspace, session)).toMatchObject({ status: 'cancelled', step });
    const { rows } = await adminQuery(
      kontor.adminUrl,
      'select sealed_talk from connect_sessions where session_id = $1',
      [session.sessionId],
    );
    expect(rows).toEqual([{ sealed_talk: null }]);
    await finish(opened);
  });

  test('reload, back and a second tab show where things stand, and old forms change nothing', async () => {
    const { page, session, context, ...opened } = await visit();
    await chooseBank(page, 'en', /SMS-Code/);
    await page.reload();
    await expectHeading(page, 'Log in to your bank');
    const second = await context.newPage();
    await second.goto(session.redirectURL);
    await expectHeading(second, 'Log in to your bank');
    await logIn(second, 'en', 'company');
    await expectHeading(second, 'How do you want to confirm?');
    // The first tab still shows the log-in.
    await logIn(page, 'en', 'company', '99999');
    await expectHeading(page, 'How do you want to confirm?');
    expect(await page.getByRole('alert').textContent()).toContain('no longer current');
    await page.goBack();
    await expectHeading(page, 'How do you want to confirm?');
    await page.getByRole('button', { name: /SMS an/ }).click();
    await expectHeading(page, 'Enter the code from your bank');
    expect(await typesOf(session)).toEqual([]);
    await finish({ context, ...opened });
  });

  test('a second click sends nothing twice', async () => {
    const { page, session, ...opened } = await visit();
    await chooseBank(page, 'en', /SMS-Code/);
    let sent = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST') sent += 1;
    });
    await page.getByLabel('User name').fill('employee');
    await page.getByLabel('PIN').fill('12345');
    await page.getByRole('button', { name: 'Log in', exact: true }).dblclick();
    await expectHeading(page, 'How do you want to confirm?');
    expect(sent).toBe(1);
    expect((await stateOf(workspace, session)).step).toBe('choose-method');
    await finish(opened);
  });

  test('takes too long: the page says so, once, and so does the event', async () => {
    const { page, session, ...opened } = await visit();
    await chooseBank(page, 'en', /\(App\)/);
    await adminQuery(kontor.adminUrl, 'update connect_sessions set expires_at = now() where session_id = $1', [
      session.sessionId,
    ]);
    await page.getByLabel('User name').fill('employee');
    await page.getByLabel('PIN').fill('12345');
    await press(page, 'Log in');
    await expectEnd(page, 'The time is over');
    await expectAccessible(page);
    await page.reload();
    await expectEnd(page, 'The time is over');
    expect(await eventsOf(kontor, session)).toMatchObject([
      { type: 'connection.failed', data: { reason: 'session_expired', sessionEnded: true } },
    ]);
    expect(await stateOf(workspace, session)).toMatchObject({ status: 'expired', problem: 'session_expired' });
    await finish(opened);
  });
});
