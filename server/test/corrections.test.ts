import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { categories } from '#modules/categorization/index.ts';
import type { ApiClient } from './harness/api-client.ts';
import { fetchToken, startTestKontor, type TestKontor } from './harness/test-kontor.ts';
import { waitForAnalysis } from './harness/wait-for-analysis.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

const months = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];
const account = {
  accountId: 'giro',
  accountNumber: '1',
  currency: 'EUR',
  balance: 100,
  transactions: months.flatMap((month, n) => [
    {
      transactionId: `gym-${n}`,
      amount: -29.9,
      bookingDate: `${month}-03`,
      purpose: 'Mitgliedsbeitrag',
      paymentPartner: { name: 'Turnhalle am Park GmbH', iban: 'DE89370400440532013000' },
    },
    {
      transactionId: `canteen-${n}`,
      amount: -6.5,
      bookingDate: `${month}-11`,
      purpose: 'Mittagessen',
      paymentPartner: { name: 'Zappelphilipp Betriebe' },
    },
  ]),
};

async function analysedUser(api: ApiClient, automaticAnalysis = 'suspended') {
  const { body } = await api.post('/users', { type: 'person', automaticAnalysis });
  const path = `/users/${body.userId}`;
  await api.post(`${path}/banking/accounts`, { accounts: [account] });
  await analyse(api, path);
  return { path, userId: body.userId as string };
}

async function analyse(api: ApiClient, path: string) {
  const { body } = await api.post(`${path}/trigger-analysis`);
  await waitForAnalysis(api, path, body.correlationId);
}

async function categoryOf(api: ApiClient, path: string, transactionId: string) {
  const { body } = await api.get(`${path}/categorization?limit=500`);
  return body.transactions.find((entry: { transactionId: string }) => entry.transactionId === transactionId);
}

test('the taxonomy is served as it is, with its counterpart at Plaid', async () => {
  const { api } = await kontor.createWorkspace();
  const { status, body } = await api.get('/categories');
  expect(status).toBe(200);
  expect(body.categories).toEqual(categories.map(({ id, primary, name, pfc }) => ({ id, primary, name, pfc })));
  expect(body.categories).toContainEqual({
    id: 'groceries',
    primary: 'food_drink',
    name: { en: 'Groceries', de: 'Lebensmittel' },
    pfc: { primary: 'FOOD_AND_DRINK', detailed: 'FOOD_AND_DRINK_GROCERIES' },
  });
});

describe('corrections', () => {
  test('show at once, hold in later runs, and can be taken back', async () => {
    const { api } = await kontor.createWorkspace();
    const { path } = await analysedUser(api);
    const before = await categoryOf(api, path, 'canteen-2');
    expect(before.category.id).not.toBe('gifts');
    const corrected = await api.patch(`${path}/categorization/canteen-2`, { categoryId: 'restaurants' });
    expect(corrected.body).toEqual({ transactionId: 'canteen-2', categoryId: 'restaurants' });
    const decided = { category: { id: 'restaurants' }, confidence: 1, reason: 'A person corrected this' };
    expect(await categoryOf(api, path, 'canteen-2')).toMatchObject(decided);
    expect(await categoryOf(api, path, 'canteen-3')).toMatchObject({ category: before.category });
    await api.patch(`${path}/categorization/canteen-2`, { categoryId: null });
    expect(await categoryOf(api, path, 'canteen-2')).toEqual(before);
    await api.patch(`${path}/categorization/canteen-2`, { categoryId: 'restaurants' });
    await analyse(api, path);
    expect(await categoryOf(api, path, 'canteen-2')).toMatchObject(decided);
    const filtered = await api.get(`${path}/banking/transactions?category=restaurants`);
    expect(filtered.body.transactions.map((entry: { transactionId: string }) => entry.transactionId)).toContain(
      'canteen-2',
    );
    await api.patch(`${path}/categorization/canteen-2`, { categoryId: null });
    await analyse(api, path);
    expect(await categoryOf(api, path, 'canteen-2')).toMatchObject({ category: before.category });
  });

  test('show at once however far down the list', async () => {
    const workspace = await kontor.createWorkspace();
    const { api } = workspace;
    const { body } = await api.post('/users', { type: 'person', automaticAnalysis: 'suspended' });
    const path = `/users/${body.userId}`;
    const lunch = account.transactions[1];
    const transactions = Array.from({ length: 5_100 }, (_, n) => ({ ...lunch, transactionId: `lunch-${10_000 + n}` }));
    await api.post(`${path}/banking/accounts`, { accounts: [{ ...account, transactions }] });
    await analyse(api, path);
    await api.patch(`${path}/categorization/lunch-10001`, { categoryId: 'restaurants' });
    const pages = [await api.get(`${path}/categorization?limit=500`)];
    for (let cursor = pages[0]?.body.nextCursor; cursor; cursor = pages.at(-1)?.body.nextCursor) {
      pages.push(await api.get(`${path}/categorization?limit=500&cursor=${cursor}`));
    }
    const listed = pages.flatMap((page) => page.body.transactions);
    const corrected = listed.filter(({ confidence }) => confidence === 1);
    expect(corrected).toMatchObject([{ transactionId: 'lunch-10001', reason: 'A person corrected this' }]);
    // The same at once, as lines, in each coding that a client may take.
    const authorization = `Bearer ${await fetchToken(kontor.url, workspace)}`;
    const stream = async (encoding: string) => {
      const headers = { authorization, 'accept-encoding': encoding };
      const answer = await request(new URL(`/api${path}/categorization/stream`, kontor.url), { headers });
      expect(answer.headers).toMatchObject({ 'content-type': 'application/x-ndjson; charset=utf-8' });
      return { coding: answer.headers['content-encoding'], bytes: Buffer.from(await answer.body.arrayBuffer()) };
    };
    const plain = (await stream('br, zstd;q=0')).bytes.toString();
    const zstd = await stream('gzip, deflate, br, zstd');
    expect(zstd.coding).toBe('zstd');
    expect(zstdDecompressSync(zstd.bytes).equals(Buffer.from(plain))).toBe(true);
    const gzip = await stream('gzip;q=1.0');
    expect(gzip.coding).toBe('gzip');
    expect(gunzipSync(gzip.bytes).equals(Buffer.from(plain))).toBe(true);
    const [head, ...lines] = plain
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(head).toEqual({ correlationId: pages[0]?.body.correlationId, transactionCount: 5_100 });
    expect(JSON.stringify(lines.flat()) === JSON.stringify(listed)).toBe(true);
    const nobody = await api.get('/users/nobody/categorization/stream');
    expect(nobody).toMatchObject({ status: 404, body: { type: 'user_not_found' } });
  });

  test('of several transactions are one step, all or none', async () => {
    const { api } = await kontor.createWorkspace();
    const { path } = await analysedUser(api);
    const canteens = months.map((_, n) => `canteen-${n}`);
    const before = await Promise.all(canteens.map((id) => categoryOf(api, path, id)));
    const correct = (categoryId: string | null, ids = canteens) =>
      api.patch(`${path}/categorization`, {
        corrections: ids.map((transactionId) => ({ transactionId, categoryId })),
      });
    expect(await correct('restaurants', [...canteens, 'nobody'])).toMatchObject({ status: 404 });
    const twice = await correct('restaurants', ['canteen-0', 'canteen-0']);
    expect(twice).toMatchObject({ status: 400, body: { errors: [{ path: '/corrections/1/transactionId' }] } });
    const unknown = await correct('no_such_thing');
    expect(unknown).toMatchObject({ status: 400, body: { errors: [{ path: '/corrections/0/categoryId' }] } });
    expect(await Promise.all(canteens.map((id) => categoryOf(api, path, id)))).toEqual(before);
    expect((await correct('restaurants')).body.corrections).toHaveLength(6);
    for (const id of canteens) {
      expect(await categoryOf(api, path, id)).toMatchObject({ category: { id: 'restaurants' }, confidence: 1 });
    }
    expect((await correct(null)).status).toBe(200);
    expect(await Promise.all(canteens.map((id) => categoryOf(api, path, id)))).toEqual(before);
  });

  test('start a run by themselves for an active user', async () => {
    const { api } = await kontor.createWorkspace();
    const { path } = await analysedUser(api, 'active');
    const { headers } = await api.patch(`${path}/categorization/gym-0`, { categoryId: 'restaurants' });
    await waitForAnalysis(api, path, headers.get('finoos-correlation-id') ?? '');
    expect(await categoryOf(api, path, 'gym-0')).toMatchObject({ category: { id: 'restaurants' } });
  });

  test('of what does not exist are refused', async () => {
    const { api } = await kontor.createWorkspace();
    const { path } = await analysedUser(api);
    const unknownTransaction = await api.patch(`${path}/categorization/nobody`, { categoryId: 'groceries' });
    expect(unknownTransaction).toMatchObject({ status: 404, body: { type: 'transaction_not_found' } });
    const unknownCategory = await api.patch(`${path}/categorization/gym-0`, { categoryId: 'no_such_thing' });
    expect(unknownCategory).toMatchObject({ status: 400, body: { errors: [{ path: '/categoryId' }] } });
  });
});

describe('rules of the workspace', () => {
  const rule = { name: 'Canteen', categoryId: 'restaurants', partner: 'zappelphilipp', amountTo: 0 };

  test('are tried without a trace, then decide, then are gone', async () => {
    const { api } = await kontor.createWorkspace();
    const { path, userId } = await analysedUser(api);
    const trial = await api.post('/categorization-rules/try', { rule, userId });
    expect(trial.body).toMatchObject({ transactions: 12, matches: 6, changes: 6 });
    expect(trial.body.examples[0]).toMatchObject({ transactionId: 'canteen-5', categoryAfter: 'restaurants' });
    const onAll = await api.post('/categorization-rules/try', { rule });
    expect(onAll.body).toEqual({ ...trial.body, users: 1 });
    expect((await api.get('/categorization-rules')).body.rules).toEqual([]);

    const created = await api.post('/categorization-rules', rule);
    expect(created.status).toBe(201);
    await analyse(api, path);
    expect(await categoryOf(api, path, 'canteen-0')).toMatchObject({ category: { id: 'restaurants' }, confidence: 1 });
    expect((await categoryOf(api, path, 'canteen-0')).reason).toContain('Canteen');

    const rulePath = `/categorization-rules/${created.body.ruleId}`;
    const narrower = { rule: { ...rule, amountTo: -100 }, userId };
    const { ruleId } = created.body;
    const replaced = await api.post('/categorization-rules/try', { ...narrower, ruleId });
    expect(replaced.body).toMatchObject({ matches: 0, changes: 6, examples: { length: 6 } });
    // As one more behind the stored rule it would change nothing.
    expect((await api.post('/categorization-rules/try', narrower)).body).toMatchObject({ matches: 0, changes: 0 });
    const unknown = await api.post('/categorization-rules/try', { ...narrower, ruleId: 'none' });
    expect(unknown).toMatchObject({ status: 404, body: { type: 'rule_not_found' } });
    const narrowed = await api.patch(rulePath, { amountTo: -100 });
    expect(narrowed.body).toMatchObject({ partner: 'zappelphilipp', amountTo: -100 });
    await analyse(api, path);
    expect((await categoryOf(api, path, 'canteen-0')).category.id).not.toBe('restaurants');
    expect((await api.delete(rulePath)).status).toBe(204);
    expect((await api.get(rulePath)).status).toBe(404);
  });

  test('match what the statement says, in its own fields or in the purpose, tried and decided alike', async () => {
    const { api } = await kontor.createWorkspace();
    const { body } = await api.post('/users', { type: 'person', automaticAnalysis: 'suspended' });
    const path = `/users/${body.userId}`;
    const [iban, creditorId] = ['DE89370400440532013000', 'DE98ZZZ09999999999'];
    const sent = { amount: -12, bookingDate: '2026-10-01' };
    const transactions = [
      { ...sent, transactionId: 'fields', purpose: 'Qorvex', paymentPartner: { name: 'Blimflu', iban, creditorId } },
      {
        ...sent,
        transactionId: 'mt940',
        purpose: `105?20CRED+${creditorId}?21SVWZ+Qor?22vex?31${iban}?32Blim?33flu`,
      },
      { ...sent, transactionId: 'other', purpose: 'Anderes', paymentPartner: { name: 'Niemand' } },
    ];
    await api.post(`${path}/banking/accounts`, { accounts: [{ ...account, transactions }] });
    const categoryOfCondition = [
      [{ creditorId }, 'fitness'],
      [{ iban }, 'books_press'],
      [{ partner: 'blimflu' }, 'music_audio'],
      [{ purpose: 'qorvex' }, 'donation'],
    ] as const;
    for (const [condition, categoryId] of categoryOfCondition) {
      const single = { name: 'One condition', categoryId, ...condition };
      const trial = await api.post('/categorization-rules/try', { rule: single, userId: body.userId });
      expect(trial.body).toMatchObject({ transactions: 3, matches: 2, changes: 2 });
      const examples = trial.body.examples.map(({ transactionId }: { transactionId: string }) => transactionId);
      expect(examples.sort()).toEqual(['fields', 'mt940']);
      const created = await api.post('/categorization-rules', single);
      await analyse(api, path);
      for (const id of examples) expect((await categoryOf(api, path, id)).category.id).toBe(categoryId);
      expect((await categoryOf(api, path, 'other')).category.id).not.toBe(categoryId);
      await api.delete(`/categorization-rules/${created.body.ruleId}`);
    }
  });

  test.each([
    [{ name: 'Nothing', categoryId: 'restaurants' }, '/'],
    [{ name: 'Wrong', categoryId: 'no_such_thing', partner: 'x' }, '/categoryId'],
    [{ name: 'Signs', categoryId: 'restaurants', partner: '***' }, '/partner'],
    [{ name: 'Cents', categoryId: 'restaurants', amountTo: 1.234 }, '/amountTo'],
    [{ name: 'Never', categoryId: 'restaurants', amountFrom: 2, amountTo: 1 }, '/amountFrom'],
    [{ categoryId: 'restaurants', partner: 'x' }, '/name'],
  ])('that mean nothing are refused: %j', async (input, path) => {
    const { api } = await kontor.createWorkspace();
    expect(await api.post('/categorization-rules', input)).toMatchObject({ status: 400, body: { errors: [{ path }] } });
  });
});

test('a dismissed contract stays dismissed', async () => {
  const { api } = await kontor.createWorkspace();
  const { path } = await analysedUser(api);
  const gym = async () => {
    const { body } = await api.get(`${path}/contracts`);
    return body.contracts.find((contract: { name: string }) => contract.name.includes('Turnhalle'));
  };
  const found = await gym();
  const { contractId, status } = found;
  expect(status).toBe('active');
  const dismissed = await api.patch(`${path}/contracts/${contractId}`, { decision: 'dismissed' });
  expect(dismissed.body).toMatchObject({ contractId, status: 'dismissed', nextExpectedDate: null });
  expect(await gym()).toMatchObject({ status: 'dismissed' });
  // Taken back it is what was found; a word before it holds again.
  const say = async (decision: string | null) =>
    (await api.patch(`${path}/contracts/${contractId}`, { decision })).body.status;
  expect([await say(null), await gym()]).toEqual(['active', found]);
  expect([await say('dismissed'), await say('confirmed'), await say(null)]).toEqual([
    'dismissed',
    'active',
    'dismissed',
  ]);
  const fixedSpending = async () => {
    const { monthlyOverview } = (await api.get(`${path}/analysis/person/household-budget`)).body;
    return monthlyOverview.reduce((sum: number, month: { fixedSpending: number }) => sum + month.fixedSpending, 0);
  };
  const before = await fixedSpending();
  await analyse(api, path);
  expect(await gym()).toMatchObject({ contractId, status: 'dismissed' });
  const { transactionIDs } = await gym();
  expect(before - (await fixedSpending())).toBeCloseTo(29.9 * transactionIDs.length);
  // The text of another booking tells which merchant this is: the contract goes by another name, with another id.
  const named = { transactionId: 'gym-6', amount: -29.9, bookingDate: '2026-11-03', purpose: 'Mitgliedsbeitrag' };
  const gymIban = account.transactions[0]?.paymentPartner.iban;
  const next = { ...named, paymentPartner: { name: 'McFIT GmbH', iban: gymIban } };
  await api.post(`${path}/banking/accounts`, {
    accounts: [{ ...account, transactions: [...account.transactions, next] }],
  });
  await analyse(api, path);
  const renamed = (await api.get(`${path}/contracts`)).body.contracts.find(({ name }: { name: string }) =>
    /mcfit/i.test(name),
  );
  expect(renamed).toMatchObject({ status: 'dismissed', nextExpectedDate: null });
  expect(renamed.contractId).not.toBe(contractId);
  const confirmed = await api.patch(`${path}/contracts/${renamed.contractId}`, { decision: 'confirmed' });
  expect(confirmed.body).toMatchObject({ status: 'active' });
  await analyse(api, path);
  const { body } = await api.get(`${path}/contracts`);
  expect(body.contracts.filter((contract: { status: string }) => contract.status === 'dismissed')).toEqual([]);
  expect(await api.patch(`${path}/contracts/nobody`, { decision: 'dismissed' })).toMatchObject({ status: 404 });
});
