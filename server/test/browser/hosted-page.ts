/** What an end user does on the hosted page, by what can be read on it. */
import { expect } from 'vitest';
import { adminQuery } from '../harness/databases.ts';
import type { TestKontor, TestWorkspace } from '../harness/test-kontor.ts';
import type { Page } from './browser.ts';

export type Language = 'en' | 'de';

export const RETURN_URL = 'http://127.0.0.1:9/after';

export const WORDS = {
  en: {
    go: 'Continue',
    cancel: 'Cancel',
    business: 'Business banking',
    agree: 'Agree and log in',
    logIn: 'Log in',
    confirm: 'Confirm',
    share: 'Share the chosen accounts',
    toBank: /^Go to/,
    done: 'Your bank is connected',
    query: 'Name, BIC or bank code',
    user: 'User name',
    code: 'Code (TAN)',
    other: 'Deutsch',
  },
  de: {
    go: 'Weiter',
    cancel: 'Abbrechen',
    business: 'Geschäftskunden',
    agree: 'Einwilligen und anmelden',
    logIn: 'Anmelden',
    confirm: 'Bestätigen',
    share: 'Ausgewählte Konten freigeben',
    toBank: /^Zu /,
    done: 'Ihre Bank ist verbunden',
    query: 'Name, BIC oder Bankleitzahl',
    user: 'Anmeldename',
    code: 'Code (TAN)',
    other: 'English',
  },
};

let users = 0;

export interface Created {
  sessionId: string;
  userIdentifier: string;
  redirectURL: string;
  correlationId: string;
}

/** A session of a user that this call creates, unless `userId` is one that exists. */
export async function createSession(
  { api }: TestWorkspace,
  options: { kind?: 'connect' | 'manage'; query?: string; body?: object; userId?: string } = {},
): Promise<Created> {
  const { kind = 'connect', query = '', body = {}, userId = `visitor-${(users += 1)}` } = options;
  const answer = await api.post(`/users/${userId}/banking/${kind}${query}`, { returnURL: RETURN_URL, ...body });
  expect(answer.status, answer.text).toBe(201);
  return { ...answer.body, correlationId: answer.headers.get('finoos-correlation-id') };
}

/** The heading is where the focus is, so that screen readers begin there; an alert goes before it. */
export async function expectHeading(page: Page, text: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: text }).waitFor();
}

/** The end of a visit. The page goes back by itself after four seconds, unless somebody does something on it. */
export async function expectEnd(page: Page, text: string): Promise<void> {
  await expectHeading(page, text);
  await page.keyboard.press('Shift');
}

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();

export async function findBank(page: Page, language: Language, bank: RegExp): Promise<void> {
  await press(page, WORDS[language].go);
  await page.getByLabel(WORDS[language].query).fill('sandbox');
  await page.getByRole('button', { name: bank }).click();
}

/** Ends on the page behind the consent: what comes next may reload it, or change the session beneath it. */
export async function chooseBank(page: Page, language: Language, bank: RegExp): Promise<void> {
  await findBank(page, language, bank);
  await press(page, WORDS[language].agree);
  await page.getByRole('button', { name: WORDS[language].agree, exact: true }).waitFor({ state: 'detached' });
}

export async function logIn(page: Page, language: Language, userName: string, pin = '12345'): Promise<void> {
  await page.getByLabel(WORDS[language].user).fill(userName);
  await page.getByLabel('PIN').fill(pin);
  await press(page, WORDS[language].logIn);
}

/** What was told of a session, in its order. */
export async function eventsOf(kontor: TestKontor, { sessionId }: Created) {
  const { rows } = await adminQuery(
    kontor.adminUrl,
    `select type, data from events where data ->> 'sessionId' = $1 order by event_id`,
    [sessionId],
  );
  return rows as { type: string; data: Record<string, unknown> }[];
}

export async function stateOf({ api }: TestWorkspace, { userIdentifier, sessionId }: Created) {
  const answer = await api.get(`/users/${userIdentifier}/banking/connect/${sessionId}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body as { status: string; step: string; problem: string | null; loginIDs: string[] };
}
