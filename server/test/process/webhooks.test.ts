/** Deliveries by whole processes: killed in the middle, one after the other, several at a time. */
import { afterEach, expect, test } from 'vitest';
import type { ApiClient } from '../harness/api-client.ts';
import { adminQuery } from '../harness/databases.ts';
import { startReceiver, status, type WebhookReceiver } from '../harness/webhook-receiver.ts';
import { cleanUp, launchKontor, makeDataDir, signIn, until } from './kontor-process.ts';
import { createUser } from './load.ts';
import { createSeededDatabase } from './seeded-database.ts';

const receivers: WebhookReceiver[] = [];
afterEach(async () => {
  for (const receiver of receivers.splice(0)) await receiver.stop();
  await cleanUp();
});

async function subscribe(api: ApiClient): Promise<WebhookReceiver> {
  const receiver = await startReceiver();
  receivers.push(receiver);
  const created = await api.post('/webhooks', { endpoint: receiver.url, events: ['user.created'] });
  expect(created.status, created.text).toBe(201);
  return receiver;
}
const usersSeen = ({ received }: WebhookReceiver) => new Set(received.map(({ body }) => body.data.userId));

test('kill -9 between the commit and the delivery, and in the middle of deliveries, loses none', async () => {
  const { adminUrl, env, ...credentials } = await createSeededDatabase('process_webhooks');
  const dataDir = await makeDataDir();
  const launch = (roles: string) =>
    launchKontor({ dataDir, env: { ...env, KONTOR_ROLES: roles, KONTOR_LOG_LEVEL: 'warn' } });
  const api = await launch('api');
  await api.ready();
  await adminQuery(adminUrl, `update workspaces set outbound_allow_list = '{127.0.0.1}'`);
  const client = await signIn(api.url, credentials);
  const receiver = await subscribe(client);
  const dead = await subscribe(client);
  dead.answer(() => undefined);

  // Committed, and nobody there to deliver it: the process that has published dies too.
  const committed = await Promise.all(Array.from({ length: 20 }, () => createUser(client)));
  await api.kill();
  expect(receiver.received).toEqual([]);

  // A worker that dies with requests under way, whose outcome it can not store.
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  receiver.answer(status(204), status(204), async (response) => {
    await held;
    response.writeHead(204).end();
  });
  const first = await launch('worker');
  await first.ready();
  await until(() => receiver.received.length >= 8);
  await first.kill();
  release();
  receiver.answer(status(204));

  // Two that share the rest: each webhook is one's at a time, so only what was under way comes twice.
  const before = receiver.received.length;
  const workers = await Promise.all([launch('worker'), launch('worker')]);
  await Promise.all(workers.map((worker) => worker.ready()));
  const readyMs = performance.now();
  await until(() => usersSeen(receiver).size === 20);
  console.log(`all delivered ${Math.round(performance.now() - readyMs)} ms after the next workers were ready`);
  expect(usersSeen(receiver)).toEqual(new Set(committed.map((path) => path.split('/').at(-1))));
  await until(async () => {
    const { rows } = await adminQuery(
      adminUrl,
      `select count(*)::int as n from webhook_deliveries d where status = 'delivered'`,
    );
    return rows[0].n === 20;
  });
  expect(receiver.received.length - before).toBeLessThanOrEqual(20);
  const ids = receiver.received.slice(before).map(({ body }) => body.id);
  expect(new Set(ids).size, 'no two workers sent the same').toBe(ids.length);
  await until(() => dead.received.length > 0);
});
