import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replaceCategories } from '#modules/banking/index.ts';
import { findUser } from '#modules/users/index.ts';
import { account, createUser, expectRefused, transaction, upload } from './harness/bank-data.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
});
afterAll(() => kontor.stop());

interface Listed {
  transactionId: string;
  amount: number;
  bookingDate: string;
}

const MAJOR = { EUR: 100, JPY: 1, KWD: 1000 } as const;
const row = fc.record({
  amountMinor: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -100_000, max: 100_000 })),
  currency: fc.constantFrom<keyof typeof MAJOR>('EUR', 'JPY', 'KWD'),
  day: fc.integer({ min: 1, max: 5 }),
  purpose: fc.constantFrom('Miete', 'miete 50%', 'a_b', 'axb', 'Größe', null),
  account: fc.constantFrom('a', 'b'),
});
const asSent = (
  rows: { amountMinor: number; currency: keyof typeof MAJOR; day: number; purpose: string | null; account: string }[],
) =>
  rows.map((r, n) => ({
    account: r.account,
    transactionId: `t${String(n).padStart(3, '0')}`,
    amount: r.amountMinor / MAJOR[r.currency],
    currency: r.currency,
    bookingDate: `2026-03-0${r.day}`,
    purpose: r.purpose,
  }));

interface Asked {
  q?: string;
  from?: string;
  to?: string;
  accountId?: string;
  min?: number;
  max?: number;
  sort?: string;
}

function plainList(
  sent: ReturnType<typeof asSent>,
  { q, from, to, accountId, min, max, sort = '-bookingDate' }: Asked,
) {
  const sign = sort.startsWith('-') ? -1 : 1;
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return sent
    .filter(
      (t) =>
        (q === undefined ||
          [t.purpose ?? '', t.transactionId].some((text) => text.toLowerCase().includes(q.toLowerCase()))) &&
        (from === undefined || t.bookingDate >= from) &&
        (to === undefined || t.bookingDate <= to) &&
        (accountId === undefined || t.account === accountId) &&
        (min === undefined || t.amount >= min) &&
        (max === undefined || t.amount <= max),
    )
    .sort((a, b) => {
      const first = sort.endsWith('amount') ? a.amount - b.amount : byText(a.bookingDate, b.bookingDate);
      return sign * (first || byText(a.transactionId, b.transactionId));
    });
}

const search = (fields: object) =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );

/** Every id, page by page. */
async function walk(
  get: (extra: {
    cursor?: string;
  }) => Promise<{ body: { transactions: Listed[]; total: number; nextCursor: string | null } }>,
  total: number,
) {
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const { body } = await get({ cursor });
    expect(body.total).toBe(total);
    seen.push(...body.transactions.map((t) => t.transactionId));
    if (body.nextCursor === null) return seen;
    expect(body.transactions.length).toBeGreaterThan(0);
    cursor = body.nextCursor;
  }
}

describe('listing', () => {
  test('gives what a plain filter and sort give, in any page size, every transaction exactly once', async () => {
    const { api } = await kontor.createWorkspace();
    const query = fc.record({
      q: fc.constantFrom(undefined, 'miete', '50%', '_', '\\', 'grösse', 'GRÖSSE', 'GRÖßE', 't00'),
      from: fc.constantFrom(undefined, '2026-03-02'),
      to: fc.constantFrom(undefined, '2026-03-04'),
      accountId: fc.constantFrom(undefined, 'a'),
      min: fc.constantFrom(undefined, -0.02, 0, 1.5),
      max: fc.constantFrom(undefined, 0, 2.003, 400),
      sort: fc.constantFrom(undefined, '-bookingDate', 'bookingDate', '-amount', 'amount'),
      limit: fc.integer({ min: 1, max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 40 }),
        fc.array(query, { minLength: 4, maxLength: 4 }),
        async (rows, queries) => {
          const user = await createUser(api);
          const sent = asSent(rows);
          await upload(
            api,
            user,
            ...['a', 'b'].map((accountId) =>
              account(
                sent.filter((t) => t.account === accountId),
                { accountId },
              ),
            ),
          );
          for (const asked of queries) {
            const wanted = plainList(sent, asked);
            const seen = await walk(
              (extra) => api.get(`${user}/banking/transactions?${search({ ...asked, ...extra }).toString()}`),
              wanted.length,
            );
            expect(seen, JSON.stringify(asked)).toEqual(wanted.map((t) => t.transactionId));
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  test('a cursor goes on where it was, though transactions came and went meanwhile', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    const days = ['2026-03-05', '2026-03-04', '2026-03-03', '2026-03-02'];
    await upload(
      api,
      user,
      account(
        days.map((bookingDate, n) => transaction({ bookingDate, transactionId: `d${n}` })),
        { accountId: 'a' },
      ),
    );
    const first = await api.get(`${user}/banking/transactions?limit=2`);
    await api.post(`${user}/banking/accounts/a/transactions`, {
      transactions: [transaction({ bookingDate: '2026-03-06' })],
    });
    await api.delete(`${user}/banking/accounts/a/transactions`, { ids: ['d1'] });
    const second = await api.get(`${user}/banking/transactions?limit=2&cursor=${first.body.nextCursor}`);
    expect(second.body.transactions.map((t: Listed) => t.transactionId)).toEqual(['d2', 'd3']);
  });

  test('finds by partner, booking text and id, and by category as the last analysis decided', async () => {
    const workspace = await kontor.createWorkspace();
    const { api, workspaceId } = workspace;
    const user = await createUser(api);
    const partner = transaction({ paymentPartner: 'Bäckerei Süß' });
    const text = transaction({ bookingText: 'GEHALT' });
    await upload(api, user, account([partner, text, transaction()], { accountId: 'a' }));
    const found = async (query: string) =>
      (await api.get(`${user}/banking/transactions?${query}`)).body.transactions.map((t: Listed) => t.transactionId);
    expect(await found('q=s%C3%BC%C3%9F')).toEqual([partner.transactionId]);
    expect(await found('q=gehalt')).toEqual([text.transactionId]);
    expect(await found(`q=${text.transactionId}&accountId=a`)).toEqual([text.transactionId]);
    expect(await found('category=INCOME_SALARY')).toEqual([]);
    await workspace.run(async (ctx) => {
      const { userKey } = await findUser(ctx.session, workspaceId, user.slice('/users/'.length));
      await replaceCategories(ctx.session, { workspaceId, userKey }, [
        { categoryId: 'INCOME_SALARY', transactionIds: [text.transactionId] },
      ]);
    });
    expect(await found('category=INCOME_SALARY')).toEqual([text.transactionId]);
    expect(await found('category=income_salary')).toEqual([]);
    const ofAccount = await api.get(`${user}/banking/accounts/a/transactions?category=INCOME_SALARY`);
    expect(ofAccount.body).toMatchObject({ total: 1, nextCursor: null });
  });

  const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  test.each(
    [
      ['limit=0', '?limit'],
      ['limit=501', '?limit'],
      ['limit=1e2', '?limit'],
      ['from=2026-02-30', '?from'],
      ['to=yesterday', '?to'],
      ['min=cheap', '?min'],
      [`max=${'9'.repeat(400)}`, '?max'],
      ['sort=name', '?sort'],
      ['q=%00', '?q'],
      [`q=${'x'.repeat(201)}`, '?q'],
      ['category=%00', '?category'],
      ['cursor=abc', '?cursor'],
      ['cursor=', '?cursor'],
      [`cursor=${forged('-bookingDate', '2026-99-99', 't')}`, '?cursor'],
      [`cursor=${forged('-bookingDate', '2026-01-01', 't\0')}`, '?cursor'],
      [`cursor=${forged('-bookingDate', '2026-01-01')}`, '?cursor'],
      [`cursor=${forged('amount', '12', 't')}`, '?cursor'],
      [`cursor=${forged('-bookingDate', '2026-01-01', 't')}&sort=amount`, '?cursor'],
      [`cursor=${Buffer.from('null').toString('base64url')}`, '?cursor'],
    ].map(([query = '', path = '']) => ({ query, path, start: query.slice(0, 60) })),
  )('refuses ?$start', async ({ query, path }) => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    expectRefused(await api.get(`${user}/banking/transactions?${query}`), 400, 'validation_failed', path);
  });

  test('the account asked for must be one of the user', async () => {
    const { api } = await kontor.createWorkspace();
    const other = await createUser(api);
    await upload(api, other, account([transaction()], { accountId: 'theirs' }));
    expectRefused(
      await api.get(`${await createUser(api)}/banking/transactions?accountId=theirs`),
      404,
      'account_not_found',
    );
  });
});

describe('of an account that exists', () => {
  test('are added once each, in the currency of the account', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    const known = transaction({ amount: 100 });
    await upload(api, user, account([known], { accountId: 'yen', currency: 'JPY', balance: 100 }));
    const path = `${user}/banking/accounts/yen/transactions`;
    const added = transaction({ amount: 2000 });
    expect((await api.post(path, { transactions: [{ ...known, amount: 999 }, added] })).body).toEqual({
      added: 1,
      skipped: 1,
    });
    expect((await api.post(path, { transactions: [added] })).body).toEqual({ added: 0, skipped: 1 });
    expect((await api.post(path, { transactions: [] })).body).toEqual({ added: 0, skipped: 0 });
    const { body } = await api.get(`${path}?sort=amount`);
    expect(body.transactions.map((t: Listed & { currency: string }) => [t.amount, t.currency])).toEqual([
      [100, 'JPY'],
      [2000, 'JPY'],
    ]);
    expectRefused(
      await api.post(path, { transactions: [transaction({ amount: 0.5 })] }),
      400,
      'validation_failed',
      '/transactions/0/amount',
    );
    expectRefused(
      await api.post(`${user}/banking/accounts/none/transactions`, { transactions: [] }),
      404,
      'account_not_found',
    );
  });

  test('are changed in part: only those that exist, all or none', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    const [one, two] = [transaction({ purpose: 'eins', status: 'pending' }), transaction({ purpose: 'zwei' })];
    await upload(
      api,
      user,
      account([one, two], { accountId: 'a' }),
      account([transaction({ transactionId: 'of-b' })], { accountId: 'b' }),
    );
    const path = `${user}/banking/accounts/a`;
    const patches = [
      { transactionId: one.transactionId, purpose: null, status: 'booked' },
      { transactionId: two.transactionId },
    ];
    expect((await api.patch(path, { transactions: patches })).body).toEqual({ updated: { transactions: 1 } });
    const stored = async () => (await api.get(`${path}/transactions?sort=bookingDate`)).body.transactions;
    const before = await stored();
    expect(before).toMatchObject([{ purpose: null, status: 'booked', amount: -12.34 }, { purpose: 'zwei' }]);
    for (const [wrong, field] of [
      [{ transactionId: 'of-b' }, 'transactionId'],
      [{ transactionId: two.transactionId, valueDate: '2026-13-01' }, 'valueDate'],
      [{ transactionId: two.transactionId, paymentPartner: { iban: 'D'.repeat(35) } }, 'paymentPartner/iban'],
      [{ transactionId: two.transactionId, purpose: 'a\0' }, 'purpose'],
    ] as const) {
      const answer = await api.patch(path, {
        transactions: [{ transactionId: one.transactionId, purpose: 'x' }, wrong],
      });
      expectRefused(answer, 400, 'validation_failed', `/transactions/1/${field}`);
    }
    expect(await stored()).toEqual(before);
    expectRefused(
      await api.patch(`${user}/banking/accounts/none`, { transactions: patches }),
      404,
      'account_not_found',
    );
    expectRefused(await api.patch(path, { transactions: [] }), 400, 'validation_failed', '/transactions');
  });

  test('are deleted; ids of another account are not there', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    const [one, two] = [transaction(), transaction()];
    await upload(
      api,
      user,
      account([one, two], { accountId: 'a' }),
      account([transaction({ transactionId: 'of-b' })], { accountId: 'b' }),
    );
    const path = `${user}/banking/accounts/a/transactions`;
    expect((await api.delete(path, { ids: [one.transactionId, 'of-b', 'none'] })).body).toEqual({
      deleted: { transactions: 1 },
      notFound: ['of-b', 'none'],
    });
    expect((await api.get(`${user}/banking/transactions`)).body.total).toBe(2);
    expectRefused(
      await api.delete(`${user}/banking/accounts/none/transactions`, { ids: ['a'] }),
      404,
      'account_not_found',
    );
    // The id is free again, in another account too.
    expect((await api.post(`${user}/banking/accounts/b/transactions`, { transactions: [one] })).body).toEqual({
      added: 1,
      skipped: 0,
    });
  });
});
