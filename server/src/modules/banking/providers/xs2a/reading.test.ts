/** Accounts, balances and bookings of a bank behind real TLS, and what it does wrong. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StatementPart } from '../../statements/statement.types.ts';
import { type ProviderCall, ProviderError, type ProviderState } from '../provider.types.ts';
import type { BankReply } from '../sandbox/bank.types.ts';
import { startFakeBank } from './fake-bank.testing.ts';

const bank = await startFakeBank();
const provider = bank.provider();
beforeEach(() => bank.behaveWell());
afterAll(() => bank.close());

async function connect(userName: string, by = provider, recurring = true): Promise<ProviderState> {
  let reached = await by.start(bank.present, {
    ...{ bankId: 'sandbox-app', accountType: null, recurring, language: 'de' },
    redirectUri: 'https://kontor.test/back',
  });
  const values = { userId: userName, password: '12345' };
  reached = await by.proceed(bank.present, reached.state, { kind: 'credentials', values });
  for (let count = 0; count < 3; count += 1) reached = await by.proceed(bank.present, reached.state, { kind: 'poll' });
  expect(reached.step.kind).toBe('authorised');
  return reached.state;
}

async function read(state: ProviderState, call: ProviderCall, from: string | null, by = provider) {
  const [first] = await by.listAccounts(call, state);
  const parts: StatementPart[] = [];
  for await (const part of by.readAccount(call, state, first!.account, { from })) parts.push(part);
  return parts;
}

const bookings = (parts: StatementPart[]) =>
  parts.flatMap((part) => (part.kind === 'transactions' ? part.transactions : []));
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => {
      expect(error).toBeInstanceOf(ProviderError);
      return (error as ProviderError).problem;
    },
  );

test('sends the address of the end user exactly when they are there', async () => {
  const state = await connect('pensioner');
  bank.seen.length = 0;
  await read(state, bank.present, '2026-11-01');
  expect(bank.seen.map(({ headers }) => headers['psu-ip-address'])).toEqual(bank.seen.map(() => '203.0.113.7'));
  bank.seen.length = 0;
  await read(state, bank.alone, '2026-11-01');
  expect(bank.seen.filter(({ headers }) => 'psu-ip-address' in headers || 'psu-user-agent' in headers)).toEqual([]);
});

test('reads alone four times a day, then leaves the bank alone', async () => {
  const state = await connect('pensioner');
  for (let count = 0; count < 4; count += 1) await read(state, bank.alone, '2026-11-01');
  const error = await read(state, bank.alone, '2026-11-01').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ problem: 'too_many_requests', retryAfterMs: 6 * 3_600_000, consentEnded: false });
  await read(state, bank.present, '2026-11-01');
  bank.clock.now = new Date('2026-11-21T10:00:00Z');
  await read(state, bank.alone, '2026-11-01');
  bank.clock.now = new Date('2026-11-20T10:00:00Z');
});

test('asks for two years while the end user is there, and for what the bank must give when alone', async () => {
  const state = await connect('pensioner');
  const all = bookings(await read(state, bank.present, null));
  expect(all.at(-1)?.bookingDate.slice(0, 7)).toBe('2024-11');
  const alone = bookings(await read(state, bank.alone, null));
  expect(alone.at(-1)!.bookingDate >= '2026-08-23').toBe(true);
  expect(alone.length).toBeGreaterThan(50);
});

test('follows pages, in one request for both kinds or one for each', async () => {
  const state = await connect('employee');
  bank.seen.length = 0;
  const both = bookings(await read(state, bank.present, '2026-08-01'));
  expect(bank.seen.filter(({ query }) => query.has('page')).length).toBeGreaterThan(1);
  const apart = bank.provider({ bothStatuses: false });
  const split = bookings(await read(state, bank.present, '2026-08-01', apart));
  const sorted = (list: typeof both) => list.map((one) => JSON.stringify(one)).toSorted();
  expect(sorted(split)).toEqual(sorted(both));
  expect(both.some(({ status }) => status === 'pending')).toBe(true);
});

test('reads card accounts where the bank has them, with the category of the merchant', async () => {
  const state = await connect('employee');
  const accounts = await provider.listAccounts(bank.present, state);
  const card = accounts.find(({ account }) => account.type === 'KREDIT_KARTE')!.account;
  expect(card).toMatchObject({ iban: null, accountNumber: '4871 78XX XXXX 3309' });
  const parts: StatementPart[] = [];
  for await (const part of provider.readAccount(bank.present, state, card, { from: '2026-10-01' })) parts.push(part);
  expect(bookings(parts)[0]).toMatchObject({ merchantCategoryCode: expect.stringMatching(/^\d{4}$/) });
  expect(bookings(parts)[0]?.purpose).toBeTruthy();
  const without = bank.provider({ cardAccounts: false });
  expect(await without.listAccounts(bank.present, state)).toHaveLength(2);
});

test('a consent for one visit ends with it; revoking is silent the second time', async () => {
  const once = await connect('student', provider, false);
  bank.clock.now = new Date('2026-11-23T10:00:00Z');
  const error = await provider.listAccounts(bank.present, once).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ problem: 'consent_expired', consentEnded: true });
  bank.clock.now = new Date('2026-11-20T10:00:00Z');
  const state = await connect('student');
  await provider.revoke(bank.present, state);
  await provider.revoke(bank.present, state);
  expect(await problemOf(provider.listAccounts(bank.present, state))).toBe('consent_expired');
});

describe('answers that are none', () => {
  let state: ProviderState;
  beforeAll(async () => {
    state = await connect('employee');
  });
  const onBookings = (change: (reply: BankReply) => BankReply) =>
    bank.behave((reply, { path }) => (path.at(-1) === 'transactions' ? change(reply) : reply));
  const withBookings = (transactions: unknown) => onBookings(() => ({ status: 200, body: { transactions } }));
  const outcome = () => problemOf(read(state, bank.present, '2026-08-01'));

  test.each<[string, BankReply, string]>([
    ['broken JSON', { status: 200, body: '{"transactions": {"booked": [' }, 'invalid_answer'],
    ['a web page', { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>' }, 'invalid_answer'],
    [
      'camt where JSON was asked for',
      { status: 200, headers: { 'content-type': 'application/xml' }, body: '<Document/>' },
      'invalid_answer',
    ],
    ['nothing', { status: 200 }, 'invalid_answer'],
    ['more than anybody reads', { status: 200, body: `"${'x'.repeat(9_000_000)}"` }, 'invalid_answer'],
    ['a list that is none', { status: 200, body: { transactions: { booked: 'many' } } }, 'invalid_answer'],
    ['a server error', { status: 500, body: { tppMessages: [{ code: 'INTERNAL_SERVER_ERROR' }] } }, 'bank_unavailable'],
    ['an expired consent', { status: 401, body: { tppMessages: [{ code: 'CONSENT_EXPIRED' }] } }, 'consent_expired'],
    ['an invalid token', { status: 401, body: { tppMessages: [{ code: 'TOKEN_INVALID' }] } }, 'consent_expired'],
    ['a blocked customer', { status: 403, body: { tppMessages: [{ code: 'SERVICE_BLOCKED' }] } }, 'login_locked'],
    [
      'too many, as a problem document',
      { status: 429, headers: { 'content-type': 'application/problem+json' }, body: { code: 'ACCESS_EXCEEDED' } },
      'too_many_requests',
    ],
  ])('%s', async (_, reply, problem) => {
    onBookings(() => reply);
    expect(await outcome()).toBe(problem);
  });

  test('pages that never end: the same address, or ever new addresses with the same content', async () => {
    const next = (page: number) => ({ next: { href: `/sandbox-app/v1/accounts/x/transactions?page=${page}` } });
    const entry = { transactionAmount: { amount: '1.00', currency: 'EUR' }, bookingDate: '2026-11-02' };
    withBookings({ booked: [entry], _links: next(2) });
    expect(await outcome()).toBe('invalid_answer');
    let page = 1;
    onBookings(() => ({ status: 200, body: { transactions: { booked: [entry], _links: next((page += 1)) } } }));
    expect(await outcome()).toBe('invalid_answer');
    expect(page).toBeLessThan(5);
  });

  test('a page that leads to another host is not followed', async () => {
    withBookings({ booked: [], _links: { next: { href: 'https://evil.test/v1/next' } } });
    expect(await outcome()).toBe('invalid_answer');
  });

  test('one booking that can not be read is rejected with its number, the others are kept', async () => {
    const good = { transactionAmount: { amount: '-12.34', currency: 'EUR' }, bookingDate: '2026-11-02' };
    withBookings({
      booked: [good, { bookingDate: '2026-11-03' }, good, { ...good, bookingDate: '2026-02-30' }],
      pending: [null],
    });
    const parts = await read(state, bank.present, '2026-11-01');
    expect(bookings(parts)).toHaveLength(2);
    expect(parts.flatMap((part) => (part.kind === 'rejected' ? [part.line] : []))).toEqual([2, 4, 5]);
  });

  test('accounts without a list, without id or of another host', async () => {
    const onAccounts = (body: object) =>
      bank.behave((reply, { path }) => (path.length === 2 ? { status: 200, body } : reply));
    for (const body of [{}, { accounts: {} }, { accounts: [{ iban: 'DE89370400440532013000' }] }]) {
      onAccounts(body);
      expect(await problemOf(provider.listAccounts(bank.present, state))).toBe('invalid_answer');
    }
    onAccounts({ accounts: [{ resourceId: 'a b/../c?x', currency: 'EUR', status: 'enabled' }], cardAccounts: [] });
    const [found] = await provider.listAccounts(bank.present, state);
    expect(found?.account).toMatchObject({ resourceId: 'a b/../c?x', iban: null, type: null });
    const parts = provider.readAccount(bank.present, state, found!.account, { from: null });
    expect(await problemOf(parts[Symbol.asyncIterator]().next())).toBe('bank_unavailable');
    expect(bank.seen.at(-1)?.path).toEqual(['v1', 'accounts', 'a b/../c?x', 'balances']);
  });
});
