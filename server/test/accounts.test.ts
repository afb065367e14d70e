import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { account, createUser, expectDeclared, expectRefused, transaction, upload } from './harness/bank-data.ts';
import { adminQuery } from './harness/databases.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
});
afterAll(() => kontor.stop());

describe('reading', () => {
  test('accounts page by page, every one exactly once, by id, with their transactions newest first where asked for', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    const ids = ['a', 'B', 'ä', '10', '9', 'a b'].map((id) => `${id}-acc`);
    const rows = () => [transaction({ bookingDate: '2026-01-01' }), transaction({ bookingDate: '2026-02-01' })];
    await upload(
      api,
      user,
      ...ids.map((accountId) => account(rows(), { accountId })),
      account(undefined, { accountId: 'none' }),
    );
    for (const limit of [1, 2, 7, 500]) {
      const seen: string[] = [];
      for (let cursor = ''; ; ) {
        const answer = await api.get(`${user}/banking/accounts?limit=${limit}${cursor}`);
        expectDeclared('listAccounts', answer);
        seen.push(...answer.body.accounts.map((a: { accountId: string }) => a.accountId));
        if (answer.body.nextCursor === null) break;
        cursor = `&cursor=${encodeURIComponent(answer.body.nextCursor)}`;
      }
      expect(seen).toHaveLength(7);
      expect(new Set(seen)).toEqual(new Set([...ids, 'none']));
    }
    const plain = await api.get(`${user}/banking/accounts`);
    expect(plain.body.accounts.every((a: object) => !('transactions' in a))).toBe(true);
    const full = await api.get(`${user}/banking/accounts?withTransactions=true`);
    expectDeclared('listAccounts', full);
    for (const { accountId, transactions } of full.body.accounts) {
      const dates = transactions.map((t: { bookingDate: string }) => t.bookingDate);
      expect(dates).toEqual(accountId === 'none' ? [] : ['2026-02-01', '2026-01-01']);
    }
  });

  test('an account with more transactions than one batch comes whole', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    const rows = Array.from({ length: 2_001 }, () => transaction());
    await upload(api, user, account(rows, { accountId: 'big' }));
    const one = await api.get(`${user}/banking/accounts/big?withTransactions=true`);
    expectDeclared('getAccount', one);
    const ids = one.body.transactions.map((t: { transactionId: string }) => t.transactionId);
    expect(new Set(ids)).toEqual(new Set(rows.map((row) => row.transactionId)));
    expect(ids).toHaveLength(2_001);
    expect((await api.get(`${user}/banking/accounts/big`)).body).not.toHaveProperty('transactions');
  });

  test('a reader that goes away in the middle harms nobody', async () => {
    const { api, clientId, clientSecret } = await kontor.createWorkspace();
    const user = await createUser(api);
    const rows = Array.from({ length: 20_000 }, () => transaction({ purpose: 'x'.repeat(200) }));
    await upload(api, user, account(rows, { accountId: 'big' }));
    const credentials = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
    const { body: token } = await kontor.anonymous.send('POST', '/api/auth', {
      body: new URLSearchParams(credentials),
    });
    for (let n = 0; n < 12; n += 1) {
      const reading = new AbortController();
      const response = await fetch(`${kontor.url}/api${user}/banking/accounts/big?withTransactions=true`, {
        headers: { authorization: `Bearer ${token.access_token}` },
        signal: reading.signal,
      });
      expect((await response.body?.getReader().read())?.done).toBe(false);
      reading.abort();
    }
    // More of them than connections: had one been kept, nothing would be left to answer with.
    const answers = await Promise.all(Array.from({ length: 20 }, () => upload(api, user, account([transaction()]))));
    expect(answers).toHaveLength(20);
  });

  test('the summary is a PDF in the language asked for', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    await upload(
      api,
      user,
      account([transaction({ purpose: 'Miete März 🙂' })], { accountId: 'giro', owner: 'Jürgen Groß' }),
    );
    for (const query of ['', '?language=de', '?language=en']) {
      const answer = await api.get(`${user}/banking/accounts/giro/summary${query}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      expect(answer.text.slice(0, 5)).toBe('%PDF-');
      expect(answer.text).toContain('%%EOF');
    }
    expectRefused(
      await api.get(`${user}/banking/accounts/giro/summary?language=fr`),
      400,
      'validation_failed',
      '?language',
    );
  });

  test('unknown accounts are a 404, wrong questions a 400', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    for (const path of ['', '/transactions', '/summary']) {
      expectRefused(await api.get(`${user}/banking/accounts/none${path}`), 404, 'account_not_found');
    }
    for (const query of ['limit=0', 'limit=501', 'withTransactions=yes', 'cursor=%00']) {
      expectRefused(
        await api.get(`${user}/banking/accounts?${query}`),
        400,
        'validation_failed',
        `?${query.split('=')[0]}`,
      );
    }
    expectRefused(await api.get(`${user}/banking/accounts/%00`), 400, 'validation_failed', ':accountId');
  });
});

describe('changing', () => {
  test('changes what is given, null clears, the rest stays; transactions in the same body too', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    const known = transaction({ purpose: 'alt', paymentPartner: { name: 'A', iban: 'DE1' }, valueDate: '2026-03-02' });
    const sent = account([known], { name: 'Giro', owner: 'E. M.', overdraftLimit: 500, securities: [1] });
    const untouched = account([transaction()], { name: 'Spar' });
    await upload(api, user, sent, untouched);
    const { accountId } = sent;
    const patch = {
      accountId,
      name: null,
      balance: '1900.10',
      type: 'SPARKONTO',
      transactions: [{ transactionId: known.transactionId, amount: 7, valueDate: null, paymentPartner: { bic: 'X' } }],
    };
    const answer = await api.patch(`${user}/banking/accounts`, { accounts: [patch] });
    expect(answer.body).toEqual({ updated: { accounts: 1, transactions: 1 } });
    const { body } = await api.get(`${user}/banking/accounts/${accountId}?withTransactions=true`);
    expect(body).toMatchObject({
      name: null,
      owner: 'E. M.',
      balance: 1900.1,
      overdraftLimit: 500,
      type: 'SPARKONTO',
      securities: [1],
    });
    expect(body.transactions[0]).toMatchObject({
      amount: 7,
      purpose: 'alt',
      valueDate: null,
      bookingDate: '2026-03-01',
      paymentPartner: { name: 'A', iban: 'DE1', bic: 'X' },
    });
    expect((await api.get(`${user}/banking/accounts/${untouched.accountId}`)).body.name).toBe('Spar');
  });

  test('what is read can be sent back as it is', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    await upload(
      api,
      user,
      account([transaction({ purpose: 'x' }), transaction({ amount: 5, currency: 'JPY' })], { accountId: 'a' }),
    );
    const { body } = await api.get(`${user}/banking/accounts/a?withTransactions=true`);
    expect((await api.patch(`${user}/banking/accounts`, { accounts: [body] })).body).toEqual({
      updated: { accounts: 1, transactions: 0 },
    });
    expect((await upload(api, user, body)).body).toMatchObject({ added: 0, updated: 0, skipped: 2, removed: 0 });
    expect((await api.get(`${user}/banking/accounts/a?withTransactions=true`)).body).toEqual(body);
  });

  test.each([
    [{ accountId: 'none' }, '/accounts/1/accountId'],
    [{ accountId: 'b', accountNumber: '1' }, '/accounts/1/accountNumber'],
    [{ accountId: 'b', accountNumber: null }, '/accounts/1/accountNumber'],
    [{ accountId: 'a' }, '/accounts/1/accountId'],
    [{ accountId: 'b', balance: 0.001 }, '/accounts/1/balance'],
    [{ accountId: 'b', type: 'giro' }, '/accounts/1/type'],
    [{ accountId: 'b', currency: 'ZZZ' }, '/accounts/1/currency'],
    [{ name: 'x' }, '/accounts/1/accountId'],
    [{ accountId: 'b', transactions: [{ transactionId: 'none' }] }, '/accounts/1/transactions/0/transactionId'],
    [{ accountId: 'b', transactions: [{ transactionId: 'of-a' }] }, '/accounts/1/transactions/0/transactionId'],
    [
      { accountId: 'b', transactions: [{ transactionId: 'of-b', accountId: 'a' }] },
      '/accounts/1/transactions/0/accountId',
    ],
    [{ accountId: 'b', transactions: [{ transactionId: 'of-b', amount: 0.001 }] }, '/accounts/1/transactions/0/amount'],
    [
      { accountId: 'b', transactions: [{ transactionId: 'of-b', currency: 'JPY' }] },
      '/accounts/1/transactions/0/amount',
    ],
    [
      { accountId: 'b', transactions: [{ transactionId: 'of-b', bookingDate: '2026-02-30' }] },
      '/accounts/1/transactions/0/bookingDate',
    ],
    [
      { accountId: 'b', transactions: [{ transactionId: 'of-b', bookingDate: null }] },
      '/accounts/1/transactions/0/bookingDate',
    ],
    [
      { accountId: 'b', transactions: [{ transactionId: 'of-b' }, { transactionId: 'of-b' }] },
      '/accounts/1/transactions/1/transactionId',
    ],
  ])('refuses %j and stores nothing of the body', async (wrong, path) => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    await upload(
      api,
      user,
      account([transaction({ transactionId: 'of-a' })], { accountId: 'a', name: 'vorher' }),
      account([transaction({ transactionId: 'of-b' })], { accountId: 'b' }),
    );
    const before = (await api.get(`${user}/banking/accounts?withTransactions=true`)).body;
    const right = { accountId: 'a', name: 'nachher', transactions: [{ transactionId: 'of-a', purpose: 'nachher' }] };
    expectRefused(
      await api.patch(`${user}/banking/accounts`, { accounts: [right, wrong] }),
      400,
      'validation_failed',
      path,
    );
    expect((await api.get(`${user}/banking/accounts?withTransactions=true`)).body).toEqual(before);
  });
});

describe('deleting', () => {
  test('many, with their transactions; ids that are not there are named', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    const [one, two, three] = [
      account([transaction(), transaction()]),
      account([transaction()]),
      account([transaction()]),
    ] as const;
    await upload(api, user, one, two, three);
    const answer = await api.delete(`${user}/banking/accounts`, { ids: [one.accountId, 'none', two.accountId] });
    expect(answer.body).toEqual({ deleted: { accounts: 2, transactions: 3 }, notFound: ['none'] });
    expect((await api.get(`${user}/banking/transactions`)).body.total).toBe(1);
    expect((await api.delete(`${user}/banking/accounts/${three.accountId}`)).body).toEqual({
      deleted: { accounts: 1, transactions: 1 },
    });
    expectRefused(await api.delete(`${user}/banking/accounts/${three.accountId}`), 404, 'account_not_found');
    expect((await api.get(`${user}/banking/accounts`)).body.accounts).toEqual([]);
    // The id is free again, under another number too.
    await upload(api, user, account([transaction()], { accountId: one.accountId, accountNumber: '1' }));
  });

  test.each([[{}], [{ ids: [] }], [{ ids: 'a' }], [{ ids: [''] }], [{ ids: [5] }]])('refuses %j', async (body) => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    const answer = await api.delete(`${user}/banking/accounts`, body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].path).toMatch(/^\/ids/);
  });

  test('data fetched from a bank can be read and deleted, not altered', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    const known = transaction();
    const sent = account([known]);
    await upload(api, user, sent);
    const { accountId } = sent;
    await adminQuery(kontor.adminUrl, `update accounts set origin = 'bank' where account_id = $1`, [accountId]);
    const one = `${user}/banking/accounts/${accountId}`;
    const ids = [known.transactionId];
    expectRefused(
      await api.post(`${user}/banking/accounts`, { accounts: [account([]), sent] }),
      409,
      'bank_data_is_fixed',
      '/accounts/1',
    );
    expectRefused(
      await api.patch(`${user}/banking/accounts`, { accounts: [{ accountId }] }),
      409,
      'bank_data_is_fixed',
    );
    expectRefused(
      await api.patch(one, { transactions: [{ transactionId: known.transactionId }] }),
      409,
      'bank_data_is_fixed',
    );
    expectRefused(await api.post(`${one}/transactions`, { transactions: [transaction()] }), 409, 'bank_data_is_fixed');
    expectRefused(await api.delete(`${one}/transactions`, { ids }), 409, 'bank_data_is_fixed');
    expect((await api.get(`${one}/transactions`)).body.total).toBe(1);
    expect((await api.delete(one)).status).toBe(200);
  });
});

test('writing needs `banking-upload`, reading that or `banking`', async () => {
  const workspace = await kontor.createWorkspace();
  const { api } = workspace;
  const user = await createUser(api);
  await upload(api, user, account([transaction()], { accountId: 'a' }));
  const reader = await workspace.apiWith(['banking']);
  const other = await workspace.apiWith(['users', 'analysis']);
  const list = `${user}/banking/accounts`;
  const reads = [list, `${list}/a`, `${list}/a/transactions`, `${list}/a/summary`, `${user}/banking/transactions`];
  for (const path of reads) {
    expect((await reader.get(path)).status).toBe(200);
    expectRefused(await other.get(path), 403, 'forbidden');
  }
  for (const refused of [
    await reader.post(list, { accounts: [] }),
    await reader.patch(list, { accounts: [{ accountId: 'a' }] }),
    await reader.delete(list, { ids: ['a'] }),
    await reader.patch(`${list}/a`, { transactions: [] }),
    await reader.delete(`${list}/a`),
    await reader.post(`${list}/a/transactions`, { transactions: [] }),
    await reader.delete(`${list}/a/transactions`, { ids: ['a'] }),
  ]) {
    expectRefused(refused, 403, 'forbidden');
  }
});
