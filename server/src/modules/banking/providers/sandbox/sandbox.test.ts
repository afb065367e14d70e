import { afterAll, describe, expect, test } from 'vitest';
import { connectAs, openSandbox, readAll } from './sandbox.testing.ts';

const sandbox = await openSandbox('2026-11-20T10:00:00Z');
const { provider, present } = sandbox;
afterAll(() => sandbox.close());

describe('the three forms of authentication', () => {
  test('a code: PIN, choice of method, code', async () => {
    const { step, path } = await connectAs(sandbox, 'employee');
    expect(path).toEqual(['credentials', 'choose-method', 'enter-code']);
    expect(step).toEqual({ kind: 'authorised', validUntil: '2027-05-19' });
  });

  test('the app: the page asks until the customer has approved', async () => {
    const { step, path } = await connectAs(sandbox, 'employee', 'sandbox-app');
    expect(path).toEqual(['credentials', 'approve-in-app', 'approve-in-app', 'approve-in-app']);
    expect(step.kind).toBe('authorised');
  });

  test("the bank's own page: yes leads back and is a consent", async () => {
    const { state, step } = await sandbox.begin('sandbox-redirect');
    expect(step).toMatchObject({ kind: 'redirect' });
    const url = (step as { url: string }).url;
    const page = await fetch(url);
    expect(await page.text()).toContain('Zustimmen');
    const body = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) });
    const wrong = await fetch(url, body({ userName: 'employee', pin: '1', decision: 'yes' }));
    expect(await wrong.text()).toContain('PIN sind falsch');
    const early = await provider.proceed(present, state, { kind: 'returned', query: {} });
    expect(early.step).toEqual(step);
    const sent = await fetch(url, {
      ...body({ userName: 'employee', pin: '12345', decision: 'yes' }),
      redirect: 'manual',
    });
    expect(sent.headers.get('location')).toBe('https://kontor.test/connect/back?state=s1');
    const done = await provider.proceed(present, state, { kind: 'returned', query: { state: 's1' } });
    expect(done.step.kind).toBe('authorised');
  });

  test('speaks the language that was asked for', async () => {
    const start = {
      bankId: 'sandbox-redirect',
      accountType: null,
      recurring: false,
      redirectUri: 'https://kontor.test/',
    };
    const { step } = await provider.start(present, { ...start, language: 'en' });
    const page = await (await fetch((step as { url: string }).url)).text();
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('Approve');
    expect(page).not.toMatch(/Zustimmen|Anmeldename/);
  });

  test("the bank's own page: no leads back by the other address and is a refusal", async () => {
    const { state, step } = await sandbox.begin('sandbox-redirect');
    const body = new URLSearchParams({ decision: 'no' });
    const sent = await fetch((step as { url: string }).url, { method: 'POST', body, redirect: 'manual' });
    const back = new URL(sent.headers.get('location') ?? '');
    expect(back.href).toBe('https://kontor.test/connect/back?state=s1&refused=1');
    const query = Object.fromEntries(back.searchParams);
    const done = await provider.proceed(present, state, { kind: 'returned', query });
    expect(done.step).toMatchObject({ kind: 'failed', problem: 'consent_refused', canRetry: true });
  });
});

test('reads accounts with limit, bookings of two years and the balance', async () => {
  const { state } = await connectAs(sandbox, 'employee');
  const accounts = await provider.listAccounts(present, state);
  expect(accounts.map(({ account }) => account.type)).toEqual(['GIRO', 'TAGESGELD', 'KREDIT_KARTE']);
  const parts = await readAll(provider, present, state);
  const bookings = parts.flatMap((part) => (part.kind === 'transactions' ? part.transactions : []));
  expect(parts[0]).toMatchObject({
    kind: 'account',
    account: { overdraftLimitMinor: 1_000_00, owner: 'Lena Hoffmann' },
  });
  expect(bookings.length).toBeGreaterThan(1_000);
  expect(bookings.some(({ status }) => status === 'pending')).toBe(true);
  expect(parts.at(-1)).toMatchObject({ kind: 'balance', balance: { kind: 'closing', date: '2026-11-20' } });
});
