/**
 * Ten endpoints hear of 10,000 events, one of them dead, one slow: what the healthy eight notice of the sick two, and how
 * many deliveries per second there are. With and without the sick in turn, so that both have the same machine.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchClient } from './harness/api-client.ts';
import { report } from './harness/report.ts';
import { percentile, round } from './harness/statistics.ts';
import { withKontor } from './harness/with-kontor.ts';
import { allowLoopback } from './webhooks/allow-loopback.ts';
import { type Receiver, startReceivers } from './webhooks/receivers.ts';

const HEALTHY = 8;
const SLICES = 10;
const EVENTS_PER_SLICE = 1_000;
const EVENTS_PER_SECOND = 100;
const AT_MOST_RATIO = 1.5;

await withKontor(async (kontor, client) => {
  await allowLoopback(await kontor.adminUrl());
  const receivers = await startReceivers(HEALTHY);
  try {
    for (const { url } of receivers.healthy) await subscribe(client, url);
    const sick = [await subscribe(client, receivers.dead.url), await subscribe(client, receivers.slow.url)];
    const delays: Record<'alone' | 'withSick', number[]> = { alone: [], withSick: [] };
    let lastTwoSince = '';
    for (let slice = -1; slice < SLICES * 2; slice += 1) {
      if (slice === SLICES * 2 - 2) lastTwoSince = new Date().toISOString();
      const withSick = slice >= 0 && slice % 2 === 1;
      for (const webhookId of sick) await client.patch(`/webhooks/${webhookId}`, { active: withSick });
      // The first one warms up.
      const sliceDelays = await publish(client, receivers.healthy, slice < 0 ? 500 : EVENTS_PER_SLICE);
      if (slice >= 0) delays[withSick ? 'withSick' : 'alone'].push(...sliceDelays);
    }
    const perSecond = await redeliver(client, receivers.healthy, lastTwoSince);
    const [alone, withSick] = [percentile(delays.alone, 0.95), percentile(delays.withSick, 0.95)];
    const ratio = withSick / alone;
    report('webhooks', {
      events: SLICES * EVENTS_PER_SLICE,
      eventsPerSecond: EVENTS_PER_SECOND,
      p50Ms: round(percentile(delays.alone, 0.5)),
      p95Ms: round(alone),
      p50WithSickMs: round(percentile(delays.withSick, 0.5)),
      p95WithSickMs: round(withSick),
      ratio: { value: round(ratio), atMost: AT_MOST_RATIO },
      attemptsAtSick: { dead: receivers.dead.requests(), slow: receivers.slow.requests() },
      deliveriesPerSecond: Math.round(perSecond),
    });
  } finally {
    receivers.stop();
  }
});

async function subscribe(client: BenchClient, endpoint: string): Promise<string> {
  const { text } = await client.post('/webhooks', { endpoint, events: ['user.created'] });
  return JSON.parse(text).webhookId;
}

/** Publishes at a steady pace; answers how long after its transaction began each delivery arrived. Throws when one is missing. */
async function publish(client: BenchClient, healthy: Receiver[], events: number): Promise<number[]> {
  for (const receiver of healthy) receiver.reset();
  const startMs = performance.now();
  for (let n = 0; n < events; n += 1) {
    const aheadMs = (n * 1_000) / EVENTS_PER_SECOND - (performance.now() - startMs);
    if (aheadMs > 0) await sleep(aheadMs);
    await client.post('/users', { type: 'person' });
  }
  await untilAllHave(healthy, events);
  return healthy.flatMap((receiver) => receiver.delaysMs());
}

/** What was sent in the last two slices, once more and at once; answers deliveries per second. */
async function redeliver(client: BenchClient, healthy: Receiver[], since: string): Promise<number> {
  const { text } = await client.get('/webhooks');
  const events = 2 * EVENTS_PER_SLICE;
  for (const receiver of healthy) receiver.reset();
  const startMs = performance.now();
  for (const { webhookId } of JSON.parse(text).webhooks.slice(0, HEALTHY)) {
    await client.post(`/webhooks/${webhookId}/redeliver`, { since, include: 'all' });
  }
  await untilAllHave(healthy, events);
  return (HEALTHY * events * 1_000) / (performance.now() - startMs);
}

async function untilAllHave(healthy: Receiver[], events: number) {
  const deadlineMs = performance.now() + 600_000;
  while (healthy.some((receiver) => receiver.events() < events)) {
    if (performance.now() > deadlineMs) throw new Error('Deliveries are missing after ten minutes.');
    await sleep(20);
  }
}
