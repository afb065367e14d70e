/** The SDK against a real Kontor, whose answers are held to the reference that the SDK's types are made of. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createKontor } from '../../packages/sdk/src/index.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

const connect = async () => createKontor({ baseUrl: kontor.url, ...(await kontor.createWorkspace()) });

test('users by pages, and an error that names the field', async () => {
  const sdk = await connect();
  const made = new Set<string>();
  for (let count = 0; count < 3; count += 1) made.add((await sdk.createUser({ body: { type: 'person' } })).userId);
  const found = new Set<string>();
  for await (const { userId } of sdk.items('listUsers', { query: { limit: 2 } })) found.add(userId);
  expect(found).toEqual(made);
  const wrong = sdk.createUser({ body: { type: 'ghost' as 'person' } });
  await expect(wrong).rejects.toMatchObject({ code: 'validation_failed', fields: [{ path: '/type' }] });
});

test('the same key creates one user', async () => {
  const sdk = await connect();
  const once = () => sdk.createUser({ body: { type: 'company' } }, { idempotencyKey: 'crm-4711' });
  expect(await once()).toEqual(await once());
});

test('an answer of the bot by pieces; articles by pages', async () => {
  const sdk = await connect();
  const { id: botId } = await sdk.createAgent({ body: { name: 'Robin' } });
  const pieces = [];
  for await (const piece of sdk.streamAnswer({ body: { botId, content: 'I lost my card' } })) pieces.push(piece);
  const reply = pieces.at(-1);
  expect(pieces[0]).toMatchObject({ type: 'message', message: { message: 'I lost my card' } });
  const text = pieces.map((piece) => (piece.type === 'delta' ? piece.text : '')).join('');
  expect(reply).toMatchObject({ type: 'reply', reply: { message: text } });
});
