import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { account, createUser, expectDeclared, expectRefused, transaction, upload } from './harness/bank-data.ts';
import { adminQuery } from './harness/databases.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
});
afterAll(() => kontor.stop());

/** What the tables hold of a workspace, whoever it belongs to. */
async function storedRows({ workspaceId }: TestWorkspace) {
  const { rows } = await adminQuery(
    kontor.adminUrl,
    `select (select count(*)::int from users where workspace_id = $1) as users,
       (select count(*)::int from accounts where workspace_id = $1) as accounts,
       (select count(*)::int from transactions where workspace_id = $1) as transactions,
       (select count(*)::int from events where workspace_id = $1 and type <> 'user.created') as events`,
    [workspaceId],
  );
  return rows[0];
}

describe('what is stored', () => {
  test('is what was sent: every field of accounts and transactions comes back', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    const full = {
      transactionId: 't-full',
      amount: -12.34,
      currency: 'EUR',
      bookingDate: '2026-02-28',
      valueDate: '2026-03-01',
      bookingText: 'LASTSCHRIFT',
      purpose: 'Miete "März" \\ \t Zeile\nzwei',
      merchantCategoryCode: '0742',
      paymentPartner: {
        name: 'Müller & Söhne',
        iban: 'de89 3704 0044 0532 0130 00',
        bic: 'COBADEFF',
        accountNumber: '1',
        bankCode: '2',
        creditorId: 'DE98',
      },
      endToEndId: 'e2e',
      mandateId: 'M-1',
      purposeCode: 'RENT',
      bankTransactionCode: 'PMNT',
      status: 'pending',
    };
    const sent = account(
      [full, { transactionId: 't-least', amount: '5', bookingDate: '2026-03-02', paymentPartner: 'Bäcker' }],
      {
        accountId: 'giro/1 ü',
        bankCode: '37040044',
        bankName: 'Commerzbank',
        bic: 'COBADEFFXXX',
        iban: 'DE89370400440532013000',
        icon: 'https://example.com/logo.svg',
        name: 'Girokonto',
        owner: 'Erika Mustermann',
        type: 'TAGESGELD',
        overdraftLimit: 1000,
        securities: [{ isin: 'DE000A0', pieces: 1.5 }],
        standingOrders: [{ amount: 5 }],
        supportedPayments: ['SEPA'],
      },
    );
    const answer = await upload(api, user, sent);
    expect(answer.body).toEqual({
      accounts: [{ accountId: sent.accountId, status: 'created' }],
      added: 2,
      updated: 0,
      skipped: 0,
      removed: 0,
    });
    expect(answer.headers.get('finoos-correlation-id')).toBeNull();
    const stored = await api.get(
      `${user}/banking/accounts/${encodeURIComponent(sent.accountId)}?withTransactions=true`,
    );
    expectDeclared('getAccount', stored);
    const { transactions, ...fields } = stored.body;
    const { transactions: _, ...sentFields } = sent as typeof sent & { transactions: unknown };
    expect(fields).toEqual(sentFields);
    expect(transactions[1]).toEqual({
      ...full,
      accountId: sent.accountId,
      paymentPartner: { ...full.paymentPartner, iban: 'DE89370400440532013000' },
    });
    expect(transactions[0]).toMatchObject({
      amount: 5,
      currency: 'EUR',
      status: 'booked',
      paymentPartner: { name: 'Bäcker', iban: null },
    });
  });

  test('is exact in the minor unit of every currency', async () => {
    const { api, workspaceId } = await kontor.createWorkspace();
    const user = await createUser(api);
    const yen = account(
      [
        transaction({ amount: 1500, transactionId: 'jpy' }),
        transaction({ amount: '0.10', currency: 'EUR', transactionId: 'eur' }),
      ],
      {
        currency: 'JPY',
        balance: 250000,
      },
    );
    const dinar = account(
      [
        transaction({ amount: -0.001, transactionId: 'kwd' }),
        transaction({ amount: '9999999999999.99', currency: 'EUR', transactionId: 'most' }),
      ],
      {
        currency: 'KWD',
        balance: '1.234',
      },
    );
    await upload(api, user, yen, dinar);
    const { body } = await api.get(`${user}/banking/transactions?sort=amount`);
    const amounts = body.transactions.map((t: { transactionId: string; amount: number; currency: string }) => [
      t.transactionId,
      t.amount,
      t.currency,
    ]);
    expect(amounts).toEqual([
      ['kwd', -0.001, 'KWD'],
      ['eur', 0.1, 'EUR'],
      ['jpy', 1500, 'JPY'],
      ['most', 9999999999999.99, 'EUR'],
    ]);
    const { rows } = await adminQuery(
      kontor.adminUrl,
      `select balance_minor::text as minor from accounts where workspace_id = $1 and account_id = any($2) order by 1`,
      [workspaceId, [yen.accountId, dinar.accountId]],
    );
    expect(rows.map((row) => row.minor)).toEqual(['1234', '250000']);
  });
});

describe('the same account again', () => {
  test('replaces its fields and its transactions, and counts what that did', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    const kept = transaction();
    const changed = transaction();
    const first = account([kept, changed, transaction(), transaction()], { name: 'Alt', owner: 'E. M.' });
    const { accountId } = first;
    await upload(api, user, first);
    const body = account([kept, { ...changed, amount: 1 }, transaction()], { accountId, name: 'Neu' });
    expect((await upload(api, user, body)).body).toEqual({
      accounts: [{ accountId, status: 'replaced' }],
      added: 1,
      updated: 1,
      skipped: 1,
      removed: 2,
    });
    const stored = (await api.get(`${user}/banking/accounts/${accountId}?withTransactions=true`)).body;
    expect(stored).toMatchObject({ name: 'Neu', owner: null });
    expect(stored.transactions).toHaveLength(3);
    expect(
      stored.transactions.find((t: { transactionId: string }) => t.transactionId === changed.transactionId).amount,
    ).toBe(1);
    expect((await upload(api, user, body)).body).toMatchObject({ added: 0, updated: 0, skipped: 3, removed: 0 });
  });

  test('without `transactions` keeps them, with an empty list it has none', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    const first = account([transaction(), transaction()]);
    const { accountId } = first;
    await upload(api, user, first, account([transaction()]));
    const total = async () => (await api.get(`${user}/banking/transactions?accountId=${accountId}`)).body.total;
    expect((await upload(api, user, account(undefined, { accountId }))).body).toMatchObject({ added: 0, removed: 0 });
    expect(await total()).toBe(2);
    expect((await upload(api, user, account([], { accountId }))).body).toMatchObject({ added: 0, removed: 2 });
    expect(await total()).toBe(0);
    expect((await api.get(`${user}/banking/transactions`)).body.total).toBe(1);
  });

  test('is refused under another number, and so is a transaction that stands in another account', async () => {
    const workspace = await kontor.createWorkspace();
    const { api } = workspace;
    const user = await createUser(api);
    const mine = transaction();
    const first = account([mine]);
    const second = account([transaction()]);
    await upload(api, user, first, second);
    const before = await storedRows(workspace);
    const path = `${user}/banking/accounts`;
    const other = account([transaction()], { accountId: second.accountId, accountNumber: '1' });
    expectRefused(
      await api.post(path, { accounts: [account([transaction()]), other] }),
      409,
      'account_number_differs',
      '/accounts/1/accountNumber',
    );
    const misplaced = { accounts: [account([]), account([transaction(), mine])] };
    expectRefused(
      await api.post(path, misplaced),
      409,
      'transaction_elsewhere',
      '/accounts/1/transactions/1/transactionId',
    );
    const adding = await api.post(`${path}/${second.accountId}/transactions`, { transactions: [transaction(), mine] });
    expectRefused(adding, 409, 'transaction_elsewhere', '/transactions/1/transactionId');
    expect(await storedRows(workspace)).toEqual(before);
    // Ids are unique per user, not beyond.
    await upload(api, await createUser(api), first);
  });
});

test('a hundred thousand transactions in one body are stored, all of them', async () => {
  const { api } = await kontor.createWorkspace();
  const user = await createUser(api);
  const row = (n: number) =>
    `{"transactionId":"t${n}","amount":${-n}.25,"bookingDate":"2026-0${1 + (n % 9)}-1${n % 10}","purpose":"Nr ${n}"}`;
  const rows = Array.from({ length: 100_000 }, (_, n) => row(n)).join(',');
  const body = `{"accounts":[{"accountId":"big","transactions":[${rows}]}]}`;
  const headers = { 'content-type': 'application/json' };
  const answer = await api.send('POST', `${user}/banking/accounts`, { body, headers });
  expect(answer.body).toMatchObject({ added: 100_000, updated: 0, skipped: 0, removed: 0 });
  const listed = await api.get(`${user}/banking/transactions?limit=1&sort=amount`);
  expect(listed.body).toMatchObject({ total: 100_000, transactions: [{ transactionId: 't99999', amount: -99999.25 }] });
});

describe('side by side', () => {
  test('two uploads of one user both succeed, one after the other', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    const rows = Array.from({ length: 300 }, () => transaction());
    const body = account(rows, { accountId: 'same' });
    const [first, second] = await Promise.all([upload(api, user, body), upload(api, user, body)]);
    expect(new Set([first.body.added, second.body.added])).toEqual(new Set([0, 300]));
    expect(new Set([first, second].map(({ body: { accounts } }) => accounts[0].status))).toEqual(
      new Set(['created', 'replaced']),
    );
    expect((await api.get(`${user}/banking/transactions?limit=1`)).body.total).toBe(300);
  });

  test('an upload and the erasure of its user leave no orphans, in whichever order', async () => {
    const workspace = await kontor.createWorkspace();
    const { api } = workspace;
    const rows = Array.from({ length: 200 }, () => transaction());
    for (let round = 0; round < 8; round += 1) {
      const user = await createUser(api, { automaticAnalysis: 'active' });
      await upload(api, user, account([transaction()]));
      const calls = [() => api.post(`${user}/banking/accounts`, { accounts: [account(rows)] }), () => api.delete(user)];
      if (round % 2) calls.reverse();
      const answers = await Promise.all(calls.map((call) => call()));
      if (round % 2) answers.reverse();
      const [uploaded, erased] = answers;
      expect([201, 404]).toContain(uploaded?.status);
      expect(erased?.status, erased?.text).toBe(200);
    }
    expect(await storedRows(workspace)).toMatchObject({ users: 0, accounts: 0, transactions: 0 });
  });
});

describe('events', () => {
  test('an upload says which accounts and how many transactions changed, under its correlation id', async () => {
    const { api, workspaceId } = await kontor.createWorkspace();
    const user = await createUser(api, { automaticAnalysis: 'active' });
    const userId = user.slice('/users/'.length);
    const sent = account([transaction(), transaction()]);
    const answer = await upload(api, user, sent);
    const correlationId = answer.headers.get('finoos-correlation-id');
    expect(correlationId).toMatch(/^[0-9a-f-]{36}$/);
    const { rows } = await adminQuery(
      kontor.adminUrl,
      `select type, data from events where workspace_id = $1 and type <> 'user.created' order by event_id`,
      [workspaceId],
    );
    const about = { userId, correlationId, webhookData: null, accountIDs: [sent.accountId] };
    expect(rows).toEqual([
      { type: 'accounts.changed', data: { ...about, change: 'uploaded' } },
      { type: 'transactions.changed', data: { ...about, added: 2, updated: 0, removed: 0 } },
    ]);
  });

  test('every change of an active user that starts a run names it, and one that changes nothing does not', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api, { automaticAnalysis: 'active' });
    const known = transaction();
    const { accountId } = await (async () => {
      const sent = account([known]);
      await upload(api, user, sent);
      return sent;
    })();
    const one = `${user}/banking/accounts/${accountId}`;
    const { transactionId } = known;
    const starting = [
      await api.post(`${one}/transactions`, { transactions: [transaction()] }),
      await api.patch(one, { transactions: [{ transactionId, purpose: 'neu' }] }),
      await api.patch(`${user}/banking/accounts`, { accounts: [{ accountId, name: 'neu' }] }),
      await api.delete(`${one}/transactions`, { ids: [transactionId] }),
      await api.delete(one),
    ];
    for (const answer of starting) {
      const correlationId = answer.headers.get('finoos-correlation-id');
      expect((await api.get(`${user}/analyses/${correlationId}`)).status, answer.text).toBe(200);
    }
    const idle = [await upload(api, user), await api.delete(`${user}/banking/accounts`, { ids: ['none'] })];
    for (const answer of idle) expect(answer.headers.get('finoos-correlation-id')).toBeNull();
  });
});
