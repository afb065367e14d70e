/** What becomes of a delivery, and of a webhook, when the endpoint does wrong. */
import { describe, expect, test } from 'vitest';
import { createTestAuthority } from '../src/platform/outbound/certificates.testing.ts';
import { listenHttps, listenTcp } from '../src/platform/outbound/servers.testing.ts';
import { expectDeclared } from './harness/bank-data.ts';
import { adminQuery } from './harness/databases.ts';
import { type Answer, type Received, startReceiver, status } from './harness/webhook-receiver.ts';
import { useWebhooks } from './harness/webhook-scene.ts';

const scene = useWebhooks();
const types = () => scene.receiver.received.map(({ body }) => body.type);

describe('an attempt that fails', () => {
  const attemptWith = async (answer: Answer, timeoutMs?: number) => {
    const { webhookId } = await scene.subscribe();
    await scene.createUser();
    scene.receiver.answer(answer, status(204));
    await scene.work(webhookId, timeoutMs);
    const [delivery] = await scene.deliveries(webhookId);
    return { webhookId, delivery, attempt: delivery.attempts[0] };
  };

  test('is tried again after five seconds, and a 200 ends it', async () => {
    const { webhookId, delivery, attempt } = await attemptWith(
      status(500, {}, 'Out of "disk" for DE89370400440532013000'),
    );
    expect(delivery.status).toBe('pending');
    expect(attempt).toMatchObject({ status: 500, error: null, response: 'Out of "disk" for [iban]' });
    expect(Date.parse(delivery.nextAttemptAt) - Date.parse(attempt.at)).toBeGreaterThanOrEqual(5_000);
    expect((await scene.webhook(webhookId)).failingSince).not.toBeNull();
    await scene.pass(4);
    await scene.work(webhookId);
    expect(scene.receiver.received).toHaveLength(1);
    await scene.pass(2);
    await scene.work(webhookId);
    const [first, second] = scene.receiver.received as [Received, Received];
    expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
    expect(second.text).toBe(first.text);
    expect(Number(second.headers['webhook-timestamp'])).toBeGreaterThan(Number(first.headers['webhook-timestamp']));
    expect((await scene.deliveries(webhookId))[0]).toMatchObject({
      status: 'delivered',
      attempts: [{ status: 500 }, { status: 204 }],
    });
    expect((await scene.webhook(webhookId)).failingSince).toBeNull();
  });

  test('lets later events of the same user pass', async () => {
    const { webhookId } = await scene.subscribe();
    const userId = await scene.createUser();
    scene.receiver.answer(status(500), status(204));
    await scene.work(webhookId);
    await scene.workspace.api.delete(`/users/${userId}`);
    await scene.work(webhookId);
    expect(types()).toEqual(['user.created', 'user.deleted']);
  });

  test('by silence ends at the timeout', async () => {
    const { delivery, attempt } = await attemptWith(() => undefined, 200);
    expect([delivery.status, attempt.status, attempt.error.type]).toEqual(['pending', null, 'timeout']);
    expect(attempt.durationMs).toBeGreaterThanOrEqual(190);
  });

  test('with Retry-After waits that long, and so does everything for this endpoint', async () => {
    const { webhookId, delivery, attempt } = await attemptWith(status(429, { 'retry-after': '120' }));
    const waitMs = Date.parse(delivery.nextAttemptAt) - Date.parse(attempt.at);
    expect([waitMs >= 120_000, waitMs < 125_000]).toEqual([true, true]);
    await scene.createUser();
    await scene.pass(60);
    await scene.work(webhookId);
    expect(scene.receiver.received).toHaveLength(1);
    await scene.pass(65);
    await scene.work(webhookId);
    expect(scene.receiver.received).toHaveLength(3);
  });

  test('by a redirect is not followed', async () => {
    const { delivery, attempt } = await attemptWith(
      status(302, { location: `http://${scene.receiver.host}/elsewhere` }),
    );
    expect([delivery.status, attempt.status, scene.receiver.received.length]).toEqual(['pending', 302, 1]);
  });

  test('by a connection that is reset, refused or not what it should be is named', async () => {
    const reset = await attemptWith((response) => response.socket?.resetAndDestroy());
    expect(reset.attempt.error.type).toBe('protocol_error');
    const errorAt = async (endpoint: string) => {
      const { webhookId } = await scene.subscribe({ endpoint });
      await scene.createUser();
      await scene.work(webhookId);
      return (await scene.deliveries(webhookId))[0].attempts[0].error.type;
    };
    expect(await errorAt('http://127.0.0.1:9/')).toBe('connect_failed');
    const stranger = createTestAuthority('Nobody knows it').issue(['localhost', '127.0.0.1']);
    expect(await errorAt(`https://127.0.0.1:${await listenHttps(stranger)}/`)).toBe('tls_failed');
    expect(await errorAt(`https://127.0.0.1:${await listenTcp((socket) => socket.end('SSH-2.0\r\n'))}/`)).toBe(
      'tls_failed',
    );
  });

  test('never happens because of a body nobody asked for', async () => {
    const endless: Answer = (response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write('x'.repeat(65_536)), 1);
      response.on('close', () => clearInterval(timer));
    };
    const { delivery, attempt } = await attemptWith(endless);
    expect([delivery.status, attempt.status]).toEqual(['delivered', 200]);
    expect(attempt.response).toBe('x'.repeat(500));
    const secretive = await attemptWith(status(200, {}, '{"token":"hunter2hunter2","at":"\u0000"}'));
    expect(secretive.attempt.response).toBe('{"token":[secret],"at":" "}');
  });

  test('ten times is given up, and can be sent again', async () => {
    const { webhookId } = await scene.subscribe();
    await scene.createUser();
    scene.receiver.answer(status(503));
    const startedMs = scene.now().getTime();
    for (let guard = 0; guard < 20; guard += 1) {
      await scene.work(webhookId);
      const [delivery] = await scene.deliveries(webhookId);
      if (delivery.status === 'failed') break;
      await scene.pass(Math.max(0, (Date.parse(delivery.nextAttemptAt) - scene.now().getTime()) / 1000) + 0.001);
    }
    expect(scene.receiver.received).toHaveLength(10);
    expect((scene.now().getTime() - startedMs) / 3_600_000).toBeCloseTo(75.58, 1);
    const [delivery] = await scene.deliveries(webhookId, '?status=failed');
    expect([delivery.attempts.length, delivery.nextAttemptAt]).toEqual([10, null]);
    await scene.work(webhookId);
    expect(scene.receiver.received).toHaveLength(10);

    scene.receiver.answer(status(200));
    const again = await scene.workspace.api.post(`/webhooks/${webhookId}/deliveries/${delivery.deliveryId}/redeliver`);
    expectDeclared('redeliverWebhookDelivery', again);
    expect(again.body.status).toBe('pending');
    await scene.work(webhookId);
    expect((await scene.deliveries(webhookId))[0]).toMatchObject({ status: 'delivered' });
    expect((await scene.deliveries(webhookId))[0].attempts).toHaveLength(11);
  });
});

describe('an endpoint that fails', () => {
  test('again and again is asked once a minute whether it is back, and then gets everything', async () => {
    const { webhookId } = await scene.subscribe();
    for (let n = 0; n < 20; n += 1) await scene.createUser();
    scene.receiver.answer(status(500));
    await scene.work(webhookId);
    const before = scene.receiver.received.length;
    expect(before).toBeLessThan(16);
    expect((await scene.webhook(webhookId)).pausedUntil).not.toBeNull();
    await scene.pass(10);
    await scene.work(webhookId);
    expect(scene.receiver.received).toHaveLength(before);
    await scene.pass(51);
    await scene.work(webhookId);
    expect(scene.receiver.received).toHaveLength(before + 1);
    scene.receiver.answer(status(204));
    await scene.pass(61);
    await scene.work(webhookId);
    await scene.pass(400);
    await scene.work(webhookId);
    expect(new Set(scene.receiver.received.map(({ body }) => body.id)).size).toBe(20);
    expect(await scene.deliveries(webhookId, '?status=delivered')).toHaveLength(20);
    expect((await scene.webhook(webhookId)).pausedUntil).toBeNull();
  });

  test('for five days is switched off, others are told, and nothing is lost', async () => {
    const { webhookId } = await scene.subscribe();
    const observer = await startReceiver();
    const { webhookId: observing } = await scene.subscribe({ endpoint: observer.url, events: ['webhook.disabled'] });
    scene.receiver.answer(status(500));
    await scene.createUser();
    await scene.work(webhookId);
    await scene.pass(5 * 86_400);
    expect((await scene.webhook(webhookId)).active).toBe(true);
    await scene.createUser();
    await scene.work(webhookId);
    const disabled = await scene.webhook(webhookId);
    expect(disabled).toMatchObject({ active: false, disabledReason: 'failing', disabledAt: expect.any(String) });
    await scene.work(observing);
    expect(observer.received.map(({ body }) => [body.type, body.data])).toEqual([
      ['webhook.disabled', { webhookId, reason: 'failing', failingSince: disabled.failingSince }],
    ]);
    await observer.stop();
    await scene.createUser();
    const sent = scene.receiver.received.length;
    await scene.work(webhookId);
    expect(scene.receiver.received).toHaveLength(sent);

    // Switched on again, it gets what waited; what it missed comes when asked for.
    scene.receiver.answer(status(204));
    await scene.workspace.api.patch(`/webhooks/${webhookId}`, { active: true });
    expect(await scene.webhook(webhookId)).toMatchObject({ active: true, disabledReason: null, failingSince: null });
    await scene.pass(86_400);
    await scene.work(webhookId);
    expect(await scene.deliveries(webhookId, '?status=delivered')).toHaveLength(2);
    const again = await scene.workspace.api.post(`/webhooks/${webhookId}/redeliver`, { since: '2026-01-01T00:00:00Z' });
    expectDeclared('redeliverSince', again);
    expect(again.body).toEqual({ again: 0, missed: 1 });
    await scene.work(webhookId);
    expect(await scene.deliveries(webhookId, '?status=delivered')).toHaveLength(3);
    const { rows } = await adminQuery(
      scene.kontor.adminUrl,
      `select action, actor_kind from audit_entries where target_id = $1 order by audit_entry_id`,
      [webhookId],
    );
    expect(rows.map(({ action, actor_kind }) => `${action} by ${actor_kind}`)).toEqual([
      'webhook.created by client',
      'webhook.disabled by system',
      'webhook.updated by client',
      'webhook.redelivered by client',
    ]);
  });

  test('with 410 is switched off at once', async () => {
    const { webhookId } = await scene.subscribe();
    await scene.createUser();
    scene.receiver.answer(status(410));
    await scene.work(webhookId);
    expect(await scene.webhook(webhookId)).toMatchObject({ active: false, disabledReason: 'gone' });
    expect((await scene.deliveries(webhookId))[0].status).toBe('failed');
  });
});
