/** What an endpoint gets, and how its owner looks after it. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { createEndUser } from '../../scripts/quickstart/end-user.ts';
import { expectDeclared } from './harness/bank-data.ts';
import { adminQuery } from './harness/databases.ts';
import { type Received, status } from './harness/webhook-receiver.ts';
import { useWebhooks, verify } from './harness/webhook-scene.ts';

const scene = useWebhooks({ sandbox: true });
const types = () => scene.receiver.received.map(({ body }) => body.type);

describe('a notification', () => {
  test('says what happened, to whom and when, with a signature that verifies', async () => {
    const { webhookId, signingSecret } = await scene.subscribe();
    const userId = await scene.createUser();
    await scene.work(webhookId);
    const [one] = scene.receiver.received;
    expect(one?.body).toEqual({
      id: one?.headers['webhook-id'],
      type: 'user.created',
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      data: { userId },
    });
    expect(one?.method).toBe('POST');
    expect(one?.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': expect.stringMatching(/^Kontor\//),
    });
    expect(verify(signingSecret, one as Received)).toEqual(one?.body);
    const [delivery] = await scene.deliveries(webhookId);
    expect(delivery).toMatchObject({
      deliveryId: one?.body.id,
      type: 'user.created',
      userId,
      status: 'delivered',
      nextAttemptAt: null,
      attempts: [{ status: 204, error: null, response: null }],
    });
  });

  test('has the customer’s own secret in its body and the method that was asked for', async () => {
    const { webhookId } = await scene.subscribe({ secret: 'sesame', method: 'PATCH' });
    await scene.createUser();
    await scene.work(webhookId);
    const [one] = scene.receiver.received as [Received];
    expect([one.method, one.body.secret]).toEqual(['PATCH', 'sesame']);
    const shown = await scene.workspace.api.get(`/webhooks/${webhookId}/deliveries/${one.body.id}`);
    expectDeclared('getWebhookDelivery', shown);
    expect(shown.body.request).toMatchObject({ method: 'PATCH', url: scene.receiver.url });
    const { secret: _, ...rest } = one.body;
    expect(JSON.parse(shown.body.request.body)).toEqual(rest);
    await adminQuery(scene.kontor.adminUrl, 'delete from events where event_id = $1', [one.body.id]);
    expect((await scene.workspace.api.get(`/webhooks/${webhookId}/deliveries/${one.body.id}`)).body.request).toBeNull();
  });

  test('goes to those only that have subscribed, are switched on and belong to the workspace', async () => {
    const { webhookId } = await scene.subscribe();
    const { webhookId: off } = await scene.subscribe();
    await scene.workspace.api.patch(`/webhooks/${off}`, { active: false });
    const { webhookId: elsewhere } = await scene.subscribe({ events: ['analysis.completed'] });
    await scene.createUser();
    await (await scene.kontor.createWorkspace()).api.post('/users', { type: 'person' });
    expect(
      await Promise.all([webhookId, off, elsewhere].map(async (id) => (await scene.deliveries(id)).length)),
    ).toEqual([1, 0, 0]);
  });

  test('of a bank that was not connected has the ids and the data that the session was created with', async () => {
    const { webhookId, signingSecret } = await scene.subscribe({
      events: ['connection.cancelled', 'connection.failed'],
    });
    const visit = async (userId: string, webhookData: unknown) => {
      const answer = await scene.workspace.api.post(`/users/${userId}/banking/connect`, { webhookData });
      const endUser = createEndUser(scene.kontor.url);
      await endUser.open(answer.body.redirectURL);
      await endUser.press('open');
      await endUser.press('choose-bank', { bank: 'sandbox:sandbox-code' });
      const correlationId = answer.headers.get('finoos-correlation-id');
      expect(correlationId).toMatch(/./);
      return { endUser, known: { userId, sessionId: answer.body.sessionId, correlationId, webhookData } };
    };
    const bank = expect.objectContaining({ name: 'Sandbox Bank (SMS-Code)' });
    const cancelled = await visit('went-away', { order: 7, tags: ['ü', null] });
    await cancelled.endUser.press('cancel');
    const failed = await visit('locked-out', 'order 8');
    await failed.endUser.press('agree');
    await failed.endUser.press('log-in', { 'credential-userId': 'employee.locked', 'credential-password': '12345' });
    await scene.work(webhookId);
    const { received } = scene.receiver;
    expect(received.map(({ body }) => [body.type, body.data])).toEqual([
      ['connection.cancelled', { ...cancelled.known, step: 'consent', bank, problem: null }],
      ['connection.failed', { ...failed.known, reason: 'login_locked', bank, sessionEnded: false }],
    ]);
    for (const one of received) expect(verify(signingSecret, one)).toEqual(one.body);
  });

  test('exists exactly if what it tells of does', async () => {
    const { webhookId } = await scene.subscribe();
    const refused = await scene.workspace.api.post('/users', { type: 'person', company: { name: 'x' } });
    expect(refused.status).toBe(400);
    await scene.workspace.api.post('/users', { type: 'person', externalId: 'twice' });
    expect((await scene.workspace.api.post('/users', { type: 'person', externalId: 'twice' })).status).toBe(409);
    expect(await scene.deliveries(webhookId)).toHaveLength(1);
  });

  test('verifies by the code of the guide, which takes neither another secret nor another body nor an old request', async () => {
    const guide = await readFile(new URL('../../docs/webhooks.md', import.meta.url), 'utf8');
    const code = /```js\n(.*?)```/s.exec(guide)?.[1] ?? '';
    const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    const { webhookId, signingSecret } = await scene.subscribe();
    await scene.workspace.api.post(`/webhooks/${webhookId}/secret`);
    await scene.createUser();
    await scene.work(webhookId);
    const [{ headers, text, body }] = scene.receiver.received as [Received];
    expect(module.verify(signingSecret, headers, text)).toEqual(body);
    expect(() => module.verify(`whsec_${btoa('another')}`, headers, text)).toThrow('not from Kontor');
    expect(() => module.verify(signingSecret, headers, `${text} `)).toThrow('not from Kontor');
    const old = { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) - 600) };
    expect(() => module.verify(signingSecret, old, text)).toThrow('too old');
    expect(() => module.verify(signingSecret, {}, text)).toThrow('too old');
  });

  test('is signed by both secrets for a day after a rotation', async () => {
    const { webhookId, signingSecret: old } = await scene.subscribe();
    const { signingSecret: fresh } = (await scene.workspace.api.post(`/webhooks/${webhookId}/secret`)).body;
    await scene.createUser();
    await scene.work(webhookId);
    const [during] = scene.receiver.received as [Received];
    for (const secret of [old, fresh]) expect(verify(secret, during)).toEqual(during.body);
    await adminQuery(
      scene.kontor.adminUrl,
      `update webhooks set previous_signing_secret_until = now() where webhook_id = $1`,
      [webhookId],
    );
    await scene.createUser();
    await scene.work(webhookId);
    const after = scene.receiver.received[1] as Received;
    expect(verify(fresh, after)).toEqual(after.body);
    expect(() => verify(old, after)).toThrow('No matching signature found');
  });

  test('of one user comes in the order of the events, one at a time, while others go side by side', async () => {
    const { webhookId } = await scene.subscribe({
      events: ['user.created', 'accounts.changed', 'transactions.changed'],
    });
    const users = await Promise.all([1, 2, 3].map(() => scene.createUser()));
    for (let n = 0; n < 5; n += 1) {
      await Promise.all(
        users.map((userId) =>
          scene.workspace.api.post(`/users/${userId}/banking/accounts`, {
            accounts: [
              {
                accountId: `a${n}`,
                accountNumber: `${n}`,
                transactions: [{ transactionId: `${n}`, amount: n + 1, bookingDate: '2026-01-02' }],
              },
            ],
          }),
        ),
      );
    }
    const { rows } = await adminQuery(
      scene.kontor.adminUrl,
      `select user_id, array_agg(event_id order by sequence) as ids from webhook_deliveries where webhook_id = $1 group by 1`,
      [webhookId],
    );
    const open = new Map<string, number>();
    const together: number[] = [];
    scene.receiver.answer(async (response, { body }) => {
      const { userId } = body.data;
      open.set(userId, (open.get(userId) ?? 0) + 1);
      together.push([...open.values()].reduce((sum, n) => sum + n, 0));
      expect(open.get(userId)).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      open.set(userId, 0);
      response.writeHead(204).end();
    });
    await scene.work(webhookId);
    expect(rows).toHaveLength(3);
    for (const { user_id, ids } of rows) {
      expect(ids.length).toBeGreaterThanOrEqual(11);
      expect(
        scene.receiver.received.filter(({ body }) => body.data.userId === user_id).map(({ body }) => body.id),
      ).toEqual(ids);
    }
    expect(Math.max(...together)).toBe(3);
    expect((await scene.deliveries(webhookId)).every((one: { status: string }) => one.status === 'delivered')).toBe(
      true,
    );
  });
});

describe('sending again', () => {
  test('since a time takes what failed, or all', async () => {
    const { webhookId } = await scene.subscribe();
    scene.receiver.answer(status(410), status(204));
    await scene.createUser();
    await scene.work(webhookId);
    await scene.workspace.api.patch(`/webhooks/${webhookId}`, { active: true });
    await scene.createUser();
    await scene.work(webhookId);
    const since = '2026-01-01T00:00:00Z';
    const redeliver = async (body: object) =>
      (await scene.workspace.api.post(`/webhooks/${webhookId}/redeliver`, body)).body;
    expect(await redeliver({ since: '2999-01-01T00:00:00Z' })).toEqual({ again: 0, missed: 0 });
    expect(await redeliver({ since })).toEqual({ again: 1, missed: 0 });
    await scene.work(webhookId);
    expect(scene.receiver.received).toHaveLength(3);
    expect(await redeliver({ since, include: 'all' })).toEqual({ again: 2, missed: 0 });
    await scene.work(webhookId);
    expect(scene.receiver.received).toHaveLength(5);
    expect(new Set(scene.receiver.received.map(({ body }) => body.id)).size).toBe(2);
  });
});

describe('a test event', () => {
  test('goes to this webhook alone, once, and its failure has no consequences', async () => {
    const { webhookId } = await scene.subscribe();
    const { webhookId: other } = await scene.subscribe({ events: ['webhook.test'] });
    scene.receiver.answer(status(500));
    const answer = await scene.workspace.api.post(`/webhooks/${webhookId}/test`);
    expectDeclared('testWebhook', answer);
    await scene.work(webhookId);
    await scene.work(other);
    expect(scene.receiver.received.map(({ body }) => [body.type, body.data])).toEqual([
      ['webhook.test', { webhookId }],
    ]);
    expect((await scene.deliveries(webhookId))[0]).toMatchObject({
      deliveryId: answer.body.deliveryId,
      status: 'failed',
    });
    expect(await scene.webhook(webhookId)).toMatchObject({ active: true, failingSince: null });
  });
});

describe('the log', () => {
  test('is read in pages, newest first, and by state, event and user', async () => {
    const { webhookId } = await scene.subscribe();
    const users = [await scene.createUser(), await scene.createUser(), await scene.createUser()];
    await scene.workspace.api.delete(`/users/${users[2]}`);
    await scene.work(webhookId);
    const path = `/webhooks/${webhookId}/deliveries`;
    const first = (await scene.workspace.api.get(`${path}?limit=2`)).body;
    const second = (await scene.workspace.api.get(`${path}?limit=2&cursor=${first.nextCursor}`)).body;
    const shown = [...first.deliveries, ...second.deliveries].map(({ type, userId }) => [type, userId]);
    // What was about the erased user is gone, but for the news of it.
    expect(shown).toEqual([
      ['user.deleted', users[2]],
      ['user.created', users[1]],
      ['user.created', users[0]],
    ]);
    expect(second.nextCursor).toBeNull();
    expect(await scene.deliveries(webhookId, '?type=user.deleted')).toHaveLength(1);
    expect(await scene.deliveries(webhookId, `?userId=${users[0]}`)).toHaveLength(1);
    expect(types()).toEqual(['user.created', 'user.created', 'user.deleted']);
  });

  test('is part of what is exported and erased with a user', async () => {
    const { webhookId } = await scene.subscribe();
    const userId = await scene.createUser();
    const exported = await scene.workspace.api.get(`/users/${userId}/export`);
    expect(exported.body.data.webhook_deliveries).toMatchObject([
      { webhook_id: webhookId, event_type: 'user.created' },
    ]);
    const erased = await scene.workspace.api.delete(`/users/${userId}`);
    expect(erased.body.erased.webhook_deliveries).toBe(1);
  });
});
