import { Type } from 'typebox';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { uuidv7 } from '#platform/crypto/random.ts';
import { insertEvent } from '#platform/events/events.queries.ts';
import { type ApiClient, createApiClient } from '../../../test/harness/api-client.ts';
import { adminQuery } from '../../../test/harness/databases.ts';
import { fetchToken, startTestKontor, type TestKontor, type TestWorkspace } from '../../../test/harness/test-kontor.ts';
import { startTestServer } from '../../../test/harness/test-server.ts';
import { AppError, defineError } from './errors.ts';
import { route } from './route.ts';

const noteRefused = defineError('note_refused', 409, 'Of this test.');
let kontor: TestKontor;
let workspace: TestWorkspace;
let server: Awaited<ReturnType<typeof startTestServer>>;
let api: ApiClient;
/** What the handler waits for, or fails with, after it has written its row. */
let after: () => Promise<void>;
let entered: () => void;

/** Its effect is a row of the outbox. */
const createNote = (path: string, operationId: string) =>
  route({
    method: 'POST',
    path,
    operationId,
    summary: 'Of this test',
    description: 'Of this test.',
    tag: 'Test',
    scope: 'users',
    body: Type.Object({ text: Type.String() }),
    outputs: { 201: { description: 'The note.', schema: Type.Object({ noteId: Type.String(), text: Type.String() }) } },
    errors: [noteRefused],
    async handle(ctx, { body }) {
      const noteId = uuidv7(Date.now());
      await insertEvent(ctx.session, { eventId: noteId, workspaceId: ctx.workspaceId, type: 'test.note', data: {} });
      entered();
      await after();
      return { status: 201, body: { noteId, text: body.text }, headers: { location: `/api/notes/${noteId}` } };
    },
  });
const routes = [createNote('/api/notes', 'createNote'), createNote('/api/other-notes', 'createOtherNote')];

beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
  server = await startTestServer(kontor, routes);
});
beforeEach(async () => {
  workspace = await kontor.createWorkspace();
  api = await clientOf(workspace);
  after = async () => {};
  entered = () => {};
});
afterAll(async () => {
  await server.stop();
  await kontor.stop();
});

const clientOf = async (tenant: TestWorkspace, url = server.url) =>
  createApiClient(url, { authorization: `Bearer ${await fetchToken(kontor.url, tenant)}` });
const create = (key?: string, text = 'secret text', path = '/api/notes') =>
  api.post(path, { text }, key === undefined ? {} : { 'idempotency-key': key });
const COUNTED = { events: `events where type = 'test.note' and`, idempotency_keys: 'idempotency_keys where' };
const count = async (table: keyof typeof COUNTED) =>
  (await adminQuery(kontor.adminUrl, `select from ${COUNTED[table]} workspace_id = $1`, [workspace.workspaceId]))
    .rowCount;

test('the same key and request get the first answer again, and one effect', async () => {
  const first = await create('k1');
  const again = await create('k1');
  expect(first.status).toBe(201);
  expect(first.headers.get('idempotency-replayed')).toBeNull();
  expect(again).toMatchObject({ status: 201, body: first.body });
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(again.headers.get('location')).toBe(first.headers.get('location'));
  expect(again.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
  expect(await count('events')).toBe(1);
});

test('without a key every request has its effect', async () => {
  await create();
  await create();
  expect([await count('events'), await count('idempotency_keys')]).toEqual([2, 0]);
});

test('the same key with another body or path is refused', async () => {
  await create('k1');
  for (const answer of [await create('k1', 'other'), await create('k1', 'secret text', '/api/other-notes')]) {
    expect(answer).toMatchObject({ status: 422, body: { type: 'idempotency_key_reused' } });
  }
  expect(await count('events')).toBe(1);
});

test('a repetition while the first still runs is a 409, and a replay afterwards', async () => {
  let release = () => {};
  after = () => new Promise((resolve) => (release = resolve));
  const running = new Promise<void>((resolve) => (entered = resolve));
  const first = create('k1');
  await running;
  const during = await create('k1');
  expect(during).toMatchObject({ status: 409, body: { type: 'idempotency_in_progress' } });
  expect(during.headers.get('retry-after')).toBe('1');
  release();
  expect((await first).status).toBe(201);
  expect((await create('k1')).body).toEqual((await first).body);
  expect(await count('events')).toBe(1);
});

test('of many at once one has the effect; the others get its answer or a 409', async () => {
  after = () => new Promise((resolve) => setTimeout(resolve, 20));
  const answers = await Promise.all(Array.from({ length: 8 }, () => create('k1')));
  const made = answers.filter(({ status }) => status === 201);
  expect(new Set(made.map(({ body }) => body.noteId)).size).toBe(1);
  expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
  expect(await count('events')).toBe(1);
});

test('a failure is not stored and leaves nothing', async () => {
  after = async () => {
    throw new AppError(noteRefused, 'Not now.');
  };
  expect((await create('k1')).status).toBe(409);
  expect([await count('events'), await count('idempotency_keys')]).toEqual([0, 0]);
  after = async () => {};
  const answer = await create('k1');
  expect(answer.status).toBe(201);
  expect(answer.headers.get('idempotency-replayed')).toBeNull();
});

test('effect and stored answer are one transaction: when the answer can not be stored, there is no effect', async () => {
  const secrets = {
    ...kontor.services.secrets,
    seal: () => {
      throw new Error('the process dies here');
    },
  };
  const dying = await startTestServer(kontor, routes, { services: { ...kontor.services, secrets } });
  const answer = await (await clientOf(workspace, dying.url)).post(
    '/api/notes',
    { text: 'x' },
    { 'idempotency-key': 'k1' },
  );
  expect(answer.status).toBe(500);
  expect([await count('events'), await count('idempotency_keys')]).toEqual([0, 0]);
  await dying.stop();
});

test('keys of other clients and other workspaces are theirs', async () => {
  const first = await create('k1');
  const other = await kontor.createWorkspace();
  const elsewhere = await (await clientOf(other)).post('/api/notes', { text: 'other' }, { 'idempotency-key': 'k1' });
  expect(elsewhere.status).toBe(201);
  expect(elsewhere.body.noteId).not.toBe(first.body.noteId);
});

test('what is stored is sealed', async () => {
  await create('k1');
  const { rows } = await adminQuery(kontor.adminUrl, 'select * from idempotency_keys where workspace_id = $1', [
    workspace.workspaceId,
  ]);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('secret text');
});

test.each(['', 'x'.repeat(256)])('a key of no or of too many characters is refused', async (key) => {
  expect(await create(key)).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'header Idempotency-Key', message: 'must have 1 to 255 characters' }] },
  });
  expect(await count('events')).toBe(0);
});
