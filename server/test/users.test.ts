import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expireUsers } from '#modules/users/index.ts';
import { account, createUser, expectRefused, transaction, upload } from './harness/bank-data.ts';
import { adminQuery } from './harness/databases.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
});
afterAll(() => kontor.stop());

const eventsOf = async (workspaceId: string) =>
  (
    await adminQuery(
      kontor.adminUrl,
      'select type, data, user_id from events where workspace_id = $1 and user_id is not null order by event_id',
      [workspaceId],
    )
  ).rows;

describe('creating', () => {
  test('a person gets the documented defaults, an address and an event', async () => {
    const { api, workspaceId } = await kontor.createWorkspace();
    const created = await api.post('/users', { type: 'person' });
    expect(created.status).toBe(201);
    const { userId } = created.body;
    expect(created.headers.get('location')).toBe(`/api/users/${userId}`);
    expect(created.body).toMatchObject({
      type: 'person',
      automaticAnalysis: 'active',
      externalId: null,
      email: null,
      company: null,
      expiresAt: null,
    });
    expect((await api.get(`/users/${userId}`)).body).toEqual(created.body);
    expect(await eventsOf(workspaceId)).toEqual([{ type: 'user.created', data: { userId }, user_id: userId }]);
  });

  test('a company keeps its register data, a term becomes the moment of expiry', async () => {
    const { api } = await kontor.createWorkspace();
    const company = {
      name: 'Muster GmbH',
      legalForm: 'GmbH',
      registerNumber: 'HRB 1',
      address: { city: 'Köln', country: 'DE' },
    };
    const { body } = await api.post('/users', { type: 'company', company, expiresIn: 'P1Y2M3W4DT5H6M7S' });
    expect(body.company).toEqual(company);
    expect(new Date(body.expiresAt).getTime()).toBeGreaterThan(Date.now() + 400 * 86_400_000);
  });

  test.each([
    [{}, '/type'],
    [{ type: 'robot' }, '/type'],
    [{ type: 'person', automaticAnalysis: 'no' }, '/automaticAnalysis'],
    [{ type: 'person', expiresIn: '7 days' }, '/expiresIn'],
    [{ type: 'person', expiresIn: 'P' }, '/expiresIn'],
    [{ type: 'person', expiresIn: 'P1DT' }, '/expiresIn'],
    [{ type: 'person', email: 'nobody' }, '/email'],
    [{ type: 'person', externalId: '' }, '/externalId'],
    [{ type: 'person', externalId: 'a\0' }, '/externalId'],
    [{ type: 'person', company: {} }, '/company'],
    [{ type: 'company', company: { foundedOn: '2026-02-30' } }, '/company/foundedOn'],
    [{ type: 'company', company: { address: { country: 'Germany' } } }, '/company/address/country'],
    [{ type: 'company', company: { name: '\ud800' } }, '/company/name'],
  ])('refuses %j', async (body, path) => {
    const { api } = await kontor.createWorkspace();
    expectRefused(await api.post('/users', body), 400, 'validation_failed', path);
  });
});

describe('names', () => {
  test('externalId and email are unique in a workspace, the address whatever its case', async () => {
    const { api } = await kontor.createWorkspace();
    const other = await kontor.createWorkspace();
    const names = { externalId: 'K-1', email: 'Erika@example.com' };
    await createUser(api, names);
    expectRefused(await api.post('/users', { type: 'person', externalId: 'K-1' }), 409, 'external_id_taken');
    expectRefused(await api.post('/users', { type: 'person', email: 'ERIKA@example.com' }), 409, 'email_taken');
    await createUser(api, { externalId: 'k-1' });
    await createUser(other.api, names);
    const second = await createUser(api);
    expectRefused(await api.patch(second, { externalId: 'K-1' }), 409, 'external_id_taken');
    expectRefused(await api.patch(second, { email: 'erika@EXAMPLE.com' }), 409, 'email_taken');
  });

  test('expiry frees them at once, for new users and for changed ones, before the sweep comes by', async () => {
    const { api, workspaceId } = await kontor.createWorkspace();
    const gone = await createUser(api, { externalId: 'K-1', email: 'a@example.com', expiresIn: 'PT1S' });
    await createUser(api, { externalId: 'K-2', expiresIn: 'PT1S' });
    await upload(api, gone, account([transaction()]));
    await sleep(1_050);
    await createUser(api, { externalId: 'K-1', email: 'A@example.com' });
    expect((await api.patch(await createUser(api), { externalId: 'K-2' })).status).toBe(200);
    const expired = (await eventsOf(workspaceId)).filter((event) => event.type === 'user.expired');
    expect(expired.map((event) => `/users/${event.user_id}`)).toContain(gone);
    expect(expired).toHaveLength(2);
  });
});

describe('changing', () => {
  test('changes what is given, null clears, the rest stays', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api, {
      type: 'company',
      externalId: 'K',
      email: 'a@b.de',
      expiresIn: 'P1D',
      company: { name: 'A' },
    });
    const before = (await api.get(user)).body;
    const changed = await api.patch(user, {
      automaticAnalysis: 'active',
      expiresIn: null,
      email: null,
      company: { vatId: 'DE1' },
    });
    expect(changed.status).toBe(200);
    expect(changed.body).toEqual({
      ...before,
      automaticAnalysis: 'active',
      expiresAt: null,
      email: null,
      company: { vatId: 'DE1' },
      updatedAt: changed.body.updatedAt,
    });
    expect(
      (await api.patch(user, { company: null, externalId: null, type: 'company', userId: before.userId })).body,
    ).toMatchObject({
      company: null,
      externalId: null,
    });
  });

  test('type and userId are fixed', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    expectRefused(await api.patch(user, { type: 'company' }), 400, 'validation_failed', '/type');
    expectRefused(await api.patch(user, { userId: 'other' }), 400, 'validation_failed', '/userId');
    expectRefused(await api.patch(user, { company: { name: 'A' } }), 400, 'validation_failed', '/company');
  });
});

describe('listing', () => {
  test('newest first, every user exactly once, whatever the page size', async () => {
    const { api } = await kontor.createWorkspace();
    const made: string[] = [];
    for (let n = 0; n < 7; n += 1) made.unshift((await createUser(api)).slice('/users/'.length));
    for (const limit of [1, 3, 7, 500]) {
      const seen: string[] = [];
      for (let cursor = ''; ; ) {
        const { body } = await api.get(`/users?limit=${limit}${cursor}`);
        expect(body.users.length).toBeLessThanOrEqual(limit);
        seen.push(...body.users.map((user: { userId: string }) => user.userId));
        if (body.nextCursor === null) break;
        cursor = `&cursor=${body.nextCursor}`;
      }
      expect(seen).toEqual(made);
    }
  });

  test('filters by externalId, email and type, and leaves out who has expired', async () => {
    const { api } = await kontor.createWorkspace();
    const person = await createUser(api, { externalId: 'K 1', email: 'Erika+x@example.com' });
    const company = await createUser(api, { type: 'company' });
    await createUser(api, { expiresIn: 'PT0S', externalId: 'gone' });
    const found = async (query: string) =>
      (await api.get(`/users?${query}`)).body.users.map((user: { userId: string }) => `/users/${user.userId}`);
    expect(await found('externalId=K%201')).toEqual([person]);
    expect(await found('email=ERIKA%2Bx@example.com')).toEqual([person]);
    expect(await found('type=company')).toEqual([company]);
    expect(await found('externalId=gone')).toEqual([]);
    expect([await found('search=k%201'), await found('search=k_1')]).toEqual([[person], []]);
    expect(await found('')).toEqual([company, person]);
  });

  test.each([
    'limit=0',
    'limit=501',
    'limit=1.5',
    'limit=many',
    'cursor=abc',
    'type=robot',
    'externalId=%00',
    'email=%00',
  ])('refuses ?%s', async (query) => {
    const { api } = await kontor.createWorkspace();
    expectRefused(await api.get(`/users?${query}`), 400, 'validation_failed', `?${query.split('=')[0]}`);
  });
});

test('unknown, foreign and expired users answer the same 404 to every call', async () => {
  const { api } = await kontor.createWorkspace();
  const foreign = await createUser((await kontor.createWorkspace()).api);
  const expired = await createUser(api, { expiresIn: 'PT0S' });
  const unknown = '/users/00000000-0000-4000-8000-000000000000';
  const calls = [
    (user: string) => api.get(user),
    (user: string) => api.patch(user, {}),
    (user: string) => api.delete(user),
    (user: string) => api.get(`${user}/export`),
    (user: string) => api.get(`${user}/banking/accounts`),
    (user: string) => api.post(`${user}/banking/accounts`, { accounts: [] }),
    (user: string) => api.post(`${user}/trigger-analysis`),
    (user: string) => api.get(`${user}/analysis/person/income`),
  ];
  for (const call of calls) {
    for (const user of [unknown, foreign, expired, '/users/no-uuid'])
      expectRefused(await call(user), 404, 'user_not_found');
  }
});

test('every call of users needs the scope `users`', async () => {
  const workspace = await kontor.createWorkspace();
  const { api } = workspace;
  const user = await createUser(api);
  const narrow = await workspace.apiWith(['banking', 'analysis']);
  for (const answer of [
    await narrow.post('/users', { type: 'person' }),
    await narrow.get('/users'),
    await narrow.get(user),
    await narrow.patch(user, {}),
    await narrow.delete(user),
    await narrow.get(`${user}/export`),
  ]) {
    expectRefused(answer, 403, 'forbidden');
  }
});

test('a user is gone from the moment of its expiry; the sweep erases it and says so', async () => {
  const { api, workspaceId } = await kontor.createWorkspace();
  const user = await createUser(api, { expiresIn: 'PT1S' });
  const userId = user.slice('/users/'.length);
  await upload(api, user, account([transaction(), transaction()]));
  const { body } = await api.get(user);
  await sleep(new Date(body.expiresAt).getTime() - Date.now() + 20);
  expectRefused(await api.get(user), 404, 'user_not_found');
  await expireUsers(kontor.services);
  const left = await adminQuery(
    kontor.adminUrl,
    'select (select count(*) from users where workspace_id = $1) + (select count(*) from accounts where workspace_id = $1) + (select count(*) from transactions where workspace_id = $1) as rows',
    [workspaceId],
  );
  expect(Number(left.rows[0].rows)).toBe(0);
  expect(await eventsOf(workspaceId)).toEqual([{ type: 'user.expired', data: { userId }, user_id: userId }]);
});
