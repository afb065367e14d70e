import { Type } from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Context, withWorkspace } from '#platform/context.ts';
import { adminQuery } from '../../../test/harness/databases.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from '../../../test/harness/test-kontor.ts';
import { startTestWorker, type TestWorker } from '../../../test/harness/test-worker.ts';
import { createEventBus, defineEvent, type PublishedEvent, react, subscribe } from './events.ts';
import { definePublicEvent } from './public-event.ts';

interface NoteData {
  n: number;
}
const noteCreated = defineEvent<NoteData>('test.note.created');
const noteDeleted = defineEvent<NoteData>('test.note.deleted');
const promise = {
  description: 'For the test.',
  data: Type.Object({ n: Type.Integer() }, { additionalProperties: false }),
};
const notePublished = definePublicEvent('test.note.published', promise);
const noteForgotten = definePublicEvent('test.note.forgotten', promise);

const received: PublishedEvent<NoteData>[] = [];
let stumbles = 0;
const listener = subscribe(noteCreated, 'test-listener', async (_, event) => {
  if (event.data.n === 99 && stumbles++ === 0) throw new Error('the listener stumbles');
  received.push(event);
});
const bus = createEventBus({
  reactions: [
    react(noteDeleted, async () => 'of another event'),
    react(noteCreated, async (_, { n }) => `first ${n}`),
    react(notePublished, async (_, _data, publication) => publication),
    react(noteCreated, async (_, { n }) => {
      if (n < 0) throw new Error('the reaction refuses');
      return `second ${n}`;
    }),
  ],
  subscriptions: [listener],
  publicEvents: [notePublished],
  strict: true,
});

let kontor: TestKontor;
let workspace: TestWorkspace;
let worker: TestWorker;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
  workspace = await kontor.createWorkspace();
  worker = await startTestWorker(kontor, [listener.queue], { services: { events: bus } });
});
afterAll(async () => {
  await worker.jobs.stop(5_000);
  await kontor.stop();
});

const run = <T>(work: (ctx: Context) => Promise<T>) => withWorkspace(worker.services, workspace.workspaceId, work);
const publish = (n: number) => run((ctx) => ctx.events.publish(ctx, noteCreated, { n }));
const outbox = async (n: number) =>
  (
    await adminQuery(kontor.adminUrl, `select from events where type = 'test.note.created' and data ->> 'n' = $1`, [
      `${n}`,
    ])
  ).rowCount;
const jobs = async () =>
  (await adminQuery(kontor.adminUrl, `select from pgboss.job where name = 'event.test-listener'`)).rowCount;
const heard = (n: number) => received.filter(({ data }) => data.n === n).length;

test('a published event is in the outbox, answered by the reactions in their order, and heard by subscribers', async () => {
  expect(await publish(1)).toEqual(['first 1', 'second 1']);
  expect(await outbox(1)).toBe(1);
  await expect.poll(() => heard(1)).toBe(1);
  expect(received.find(({ data }) => data.n === 1)).toEqual({
    eventId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    type: 'test.note.created',
    createdAt: expect.any(Date),
    data: { n: 1 },
  });
});

test('a reaction that fails undoes the change: no event, no job', async () => {
  const before = await jobs();
  await expect(publish(-1)).rejects.toThrow('the reaction refuses');
  expect([await outbox(-1), await jobs()]).toEqual([0, before]);
});

test('subscribers hear nothing before the commit', async () => {
  await run(async (ctx) => {
    await ctx.events.publish(ctx, noteCreated, { n: 2 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(heard(2)).toBe(0);
  });
  await expect.poll(() => heard(2)).toBe(1);
});

test('a subscriber that fails is tried again, and undoes nothing', async () => {
  await publish(99);
  await expect.poll(() => heard(99)).toBe(1);
  expect([stumbles, await outbox(99)]).toEqual([2, 1]);
});

test('a question to the other modules leaves nothing behind', async () => {
  const before = await jobs();
  expect(await run((ctx) => ctx.events.ask(ctx, noteCreated, { n: 3 }))).toEqual(['first 3', 'second 3']);
  expect([await outbox(3), await jobs()]).toEqual([0, before]);
});

test('an event for customers keeps what its definition promises them', async () => {
  expect(await run((ctx) => ctx.events.publish(ctx, notePublished, { n: 4 }))).toEqual([
    { eventId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  ]);
  expect(await run((ctx) => ctx.events.ask(ctx, notePublished, { n: 4 }))).toEqual([null]);
  const wrong = { n: 4, more: 'than promised' };
  await expect(run((ctx) => ctx.events.publish(ctx, notePublished, wrong))).rejects.toThrow('/more is not a field');
  await expect(run((ctx) => ctx.events.publish(ctx, noteForgotten, { n: 4 }))).rejects.toThrow(
    'is missing in the `events`',
  );
});
