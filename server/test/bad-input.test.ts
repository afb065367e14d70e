import { type IncomingMessage, request } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { account, createUser, expectRefused, transaction, upload } from './harness/bank-data.ts';
import { adminQuery } from './harness/databases.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
});
afterAll(() => kontor.stop());

const JSON_BODY = { 'content-type': 'application/json' };

async function storedAccounts({ workspaceId }: TestWorkspace): Promise<number> {
  const { rows } = await adminQuery(
    kontor.adminUrl,
    `select (select count(*) from accounts where workspace_id = $1) + (select count(*) from transactions where workspace_id = $1) as stored`,
    [workspaceId],
  );
  return Number(rows[0].stored);
}

async function tokenOf({ clientId, clientSecret }: TestWorkspace): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  return (await kontor.anonymous.send('POST', '/api/auth', { body: new URLSearchParams(form) })).body.access_token;
}

describe('an upload is refused with the place that is wrong, and nothing of it is stored', () => {
  const rows = (fields: object) => [0, 1, 2, 3, 4].map(() => transaction()).concat(transaction(fields));
  const at = (field: string) => `/accounts/0/transactions/5/${field}`;

  test.each<[object, string]>([
    [{ amount: 12.345 }, at('amount')],
    [{ amount: '12,34' }, at('amount')],
    [{ amount: '1e3' }, at('amount')],
    [{ amount: null }, at('amount')],
    [{ amount: 10 ** 15 }, at('amount')],
    [{ amount: 0.5, currency: 'JPY' }, at('amount')],
    [{ amount: 0.0001, currency: 'KWD' }, at('amount')],
    [{ currency: 'euro' }, at('currency')],
    [{ bookingDate: '2026-02-29' }, at('bookingDate')],
    [{ bookingDate: '2026-03-01T10:00:00Z' }, at('bookingDate')],
    [{ bookingDate: undefined }, at('bookingDate')],
    [{ valueDate: '0000-00-00' }, at('valueDate')],
    [{ status: 'done' }, at('status')],
    [{ transactionId: 5 }, at('transactionId')],
    [{ transactionId: '' }, at('transactionId')],
    [{ paymentPartner: { iban: 5 } }, at('paymentPartner/iban')],
    [{ purpose: 'a\0b' }, at('purpose')],
    [{ purpose: 'x'.repeat(4_001) }, at('purpose')],
  ])('transaction %#', async (fields, path) => {
    const workspace = await kontor.createWorkspace();
    const user = await createUser(workspace.api);
    const answer = await workspace.api.post(`${user}/banking/accounts`, {
      accounts: [account(rows(fields)), account(undefined)],
    });
    expectRefused(answer, 400, 'validation_failed', path);
    expect(await storedAccounts(workspace)).toBe(0);
  });

  test.each<[unknown, string, string?]>([
    ['{"accounts":[{"accountId":"a"}', '/', 'invalid_json'],
    ['{"accounts":[{"accountId":"a"}]} {}', '/', 'invalid_json'],
    ['{"accounts":[{"accountId":"a",}]}', '/', 'invalid_json'],
    ['\ufeffaccounts', '/', 'invalid_json'],
    ['', '/', 'invalid_json'],
    ['[]', '/'],
    ['null', '/'],
    ['{}', '/accounts'],
    ['{"accounts":{}}', '/accounts'],
    ['{"accounts":[5]}', '/accounts/0'],
    ['{"accounts":[{"accountId":"a"},{"accountId":"a"}]}', '/accounts/1/accountId'],
    ['{"accounts":[{"accountId":"a","type":"CHECKING"}]}', '/accounts/0/type'],
    ['{"accounts":[{"accountId":"a","balance":"viel"}]}', '/accounts/0/balance'],
    ['{"accounts":[{"accountId":"a","transactions":{}}]}', '/accounts/0/transactions'],
    [`{"accounts":[{"accountId":"a","securities":${'['.repeat(1_000)}${']'.repeat(1_000)}}]}`, '/accounts/0'],
  ])('body %#', async (body, path, type = 'validation_failed') => {
    const workspace = await kontor.createWorkspace();
    const user = await createUser(workspace.api);
    const answer = await workspace.api.send('POST', `${user}/banking/accounts`, {
      body: body as string,
      headers: JSON_BODY,
    });
    expectRefused(answer, 400, type, path);
    expect(await storedAccounts(workspace)).toBe(0);
  });

  test('the same transaction twice in one body, with both places', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    const twice = transaction();
    const answer = await api.post(`${user}/banking/accounts`, {
      accounts: [account([transaction(), twice]), account([twice])],
    });
    expectRefused(answer, 400, 'validation_failed', '/accounts/1/transactions/0/transactionId');
    expect(answer.body.message).toContain('/accounts/0/transactions/1');
  });

  test('a fault behind so many right transactions that the database has many of them by then', async () => {
    const workspace = await kontor.createWorkspace();
    const user = await createUser(workspace.api);
    const many = Array.from({ length: 10_000 }, () => transaction());
    const faulty = await workspace.api.post(`${user}/banking/accounts`, {
      accounts: [account([...many, transaction({ amount: 1.234 })])],
    });
    expectRefused(faulty, 400, 'validation_failed', '/accounts/0/transactions/10000/amount');
    expect(await storedAccounts(workspace)).toBe(0);
    await upload(workspace.api, user, account(many.slice(0, 10)));
    expect(await storedAccounts(workspace)).toBe(11);
  });

  test('bytes that are no UTF-8', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    const body = Buffer.from('{"accounts":[{"accountId":"a","name":"M\xfcller"}]}', 'latin1');
    expect((await api.send('POST', `${user}/banking/accounts`, { body, headers: JSON_BODY })).status).toBe(400);
    expect(
      (await api.send('PATCH', user, { body: Buffer.from('{"externalId":"\xfc"}', 'latin1'), headers: JSON_BODY }))
        .status,
    ).toBe(400);
  });
});

describe('bodies of other calls', () => {
  test.each([
    ['POST', '/users', '{"type":"person"', 'invalid_json'],
    ['POST', '/users', '[]', 'validation_failed'],
    ['POST', '/users', '"person"', 'validation_failed'],
    ['POST', '/users', 'null', 'validation_failed'],
    [
      'POST',
      '/users',
      `{"type":"company","company":{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}}`,
      'validation_failed',
    ],
  ])('%s %s with body %# is a 400', async (method, path, body, type) => {
    const { api } = await kontor.createWorkspace();
    const answer = await api.send(method, path, { body, headers: JSON_BODY });
    expect(answer.status).toBe(400);
    expect(answer.body.type).toBe(type);
  });

  test('no body, or one of another type, is told what to send', async () => {
    const { api } = await kontor.createWorkspace();
    const user = await createUser(api);
    for (const path of ['/users', `${user}/banking/accounts`]) {
      const none = await api.send('POST', path);
      expect(none.status, none.text).toBe(400);
      expectRefused(
        await api.send('POST', path, { body: '<xml/>', headers: { 'content-type': 'text/xml' } }),
        415,
        'unsupported_media_type',
      );
    }
  });

  test('a path that can not be is a 400 or a 404, never a 500', async () => {
    const { api } = await kontor.createWorkspace();
    for (const id of ['%00', '%ff', '%', 'x'.repeat(250), '..%2f..', "'; drop table users;--", '%F0%9F%99%82']) {
      const answer = await api.get(`/users/${id}`);
      expect([400, 404, 414], `${id}: ${answer.text}`).toContain(answer.status);
      expect(answer.body).toMatchObject({ type: expect.any(String), message: expect.any(String) });
    }
  });
});

describe('bodies that are too long or never end', () => {
  test('60 MB are a 413 at once, announced or not, and the server lives', async () => {
    const workspace = await kontor.createWorkspace();
    const user = await createUser(workspace.api);
    const authorization = `Bearer ${await tokenOf(workspace)}`;
    const chunk = Buffer.alloc(1024 * 1024, ' ');
    for (const length of [{ 'content-length': String(60 * chunk.length) }, { 'transfer-encoding': 'chunked' }]) {
      const startedMs = performance.now();
      const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
        const sending = request(`${kontor.url}/api${user}/banking/accounts`, {
          method: 'POST',
          headers: { ...JSON_BODY, ...length, authorization },
        });
        const answered = async (response: IncomingMessage) => {
          resolve({ status: response.statusCode ?? 0, text: await text(response) });
          sending.destroy();
        };
        sending.on('response', (response) => void answered(response).catch(reject));
        pipeline(Readable.from(Array<Buffer>(60).fill(chunk)), sending).catch(reject);
      });
      expect(answer.status).toBe(413);
      expect(JSON.parse(answer.text).type).toBe('body_too_large');
      if ('content-length' in length) expect(performance.now() - startedMs).toBeLessThan(10_000);
    }
    const fetched = await workspace.api.send('POST', `${user}/banking/accounts`, {
      body: Buffer.alloc(60 * chunk.length, ' '),
      headers: JSON_BODY,
    });
    expectRefused(fetched, 413, 'body_too_large');
    const large = await workspace.api.send('POST', '/users', {
      body: `{"type":"person","x":"${'x'.repeat(30_000_000)}"}`,
      headers: JSON_BODY,
    });
    expectRefused(large, 413, 'body_too_large');
    await upload(workspace.api, user, account([transaction()]));
  });

  test('senders that pause hold up nobody: they have no connection to the database yet', async () => {
    const workspace = await kontor.createWorkspace();
    const user = await createUser(workspace.api);
    const authorization = `Bearer ${await tokenOf(workspace)}`;
    const body = JSON.stringify({ accounts: [account(Array.from({ length: 2_000 }, () => transaction()))] });
    // More than the connections of the pool.
    const senders = Array.from({ length: 12 }, () => {
      const sending = request(`${kontor.url}/api${user}/banking/accounts`, {
        method: 'POST',
        headers: { ...JSON_BODY, authorization, 'content-length': String(Buffer.byteLength(body)) },
      });
      const status = new Promise<number | undefined>((resolve, reject) => {
        sending.on('error', reject);
        sending.on('response', (response) => {
          response.resume();
          resolve(response.statusCode);
        });
      });
      sending.write(body.slice(0, -10));
      return { sending, status };
    });
    const other = await createUser(workspace.api);
    await upload(workspace.api, other, account([transaction()]));
    for (const { sending } of senders) sending.end(body.slice(-10));
    expect(await Promise.all(senders.map(({ status }) => status))).toEqual(Array(12).fill(201));
  });

  test('a sender that hangs up in the middle leaves nothing behind', async () => {
    const workspace = await kontor.createWorkspace();
    const user = await createUser(workspace.api);
    const whole = JSON.stringify({ accounts: [account(Array.from({ length: 2_000 }, () => transaction()))] });
    const authorization = `Bearer ${await tokenOf(workspace)}`;
    for (let n = 0; n < 12; n += 1) {
      const sending = request(`${kontor.url}/api${user}/banking/accounts`, {
        method: 'POST',
        headers: { ...JSON_BODY, authorization, 'content-length': String(Buffer.byteLength(whole)) },
      });
      sending.on('error', () => undefined);
      await new Promise((resolve) => sending.write(whole.slice(0, whole.length / 2), resolve));
      sending.destroy();
      await new Promise((resolve) => sending.once('close', resolve));
    }
    await upload(workspace.api, user, account([transaction()]));
    expect(await storedAccounts(workspace)).toBe(2);
  });
});

test('who opens the address of an installation in a browser is led to the console, a program hears that nothing is there', async () => {
  const get = (accept: string) => fetch(kontor.url, { headers: { accept }, redirect: 'manual' });
  const browser = await get('text/html,application/xhtml+xml');
  expect([browser.status, browser.headers.get('location')]).toEqual([302, expect.stringMatching(/\/console\/$/)]);
  expect((await get('application/json')).status).toBe(404);
});

test('a body of a hundred thousand unknown properties is refused by their number', async () => {
  const { api } = await kontor.createWorkspace();
  const wide = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`k${n}`, 1]));
  const { status, body } = await api.post('/users', wide);
  expect(status).toBe(400);
  expect(JSON.stringify(body)).toContain('more than 10000 properties');
});
