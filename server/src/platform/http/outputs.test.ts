import { type TSchema, Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Logger } from '#platform/log/index.ts';
import { type ApiClient, createApiClient } from '../../../test/harness/api-client.ts';
import { fetchToken, startTestKontor, type TestKontor } from '../../../test/harness/test-kontor.ts';
import { startTestServer } from '../../../test/harness/test-server.ts';
import { AppError, defineError } from './errors.ts';
import { type Reply, type Route, route } from './route.ts';

const Answer = Type.Object(
  { name: Type.String(), inner: Type.Optional(Type.Object({ n: Type.Integer() }, { additionalProperties: false })) },
  { additionalProperties: false },
);
const declaredError = defineError('thing_gone', 404, 'Of this test.');
const undeclaredError = defineError('thing_odd', 409, 'Of this test.');

const answering = (name: string, handle: () => Promise<Reply>, schema: TSchema = Answer): Route =>
  route({
    method: 'GET',
    path: `/api/${name}`,
    operationId: name,
    summary: 'Of this test',
    description: 'Of this test.',
    tag: 'Test',
    scope: 'users',
    outputs: { 200: { description: 'It.', schema } },
    errors: [declaredError],
    handle,
  });
const routes = [
  answering('right', async () => ({ status: 200, body: { name: 'x', inner: { n: 1 } } })),
  answering('field', async () => ({ status: 200, body: { name: 'x', password: 'y', inner: { n: 1, secret: 2 } } })),
  answering('type', async () => ({ status: 200, body: { name: 5 } })),
  answering('status', async () => ({ status: 202, body: { name: 'x' } })),
  answering('declared-error', async () => Promise.reject(new AppError(declaredError, 'Gone.'))),
  answering('undeclared-error', async () => Promise.reject(new AppError(undeclaredError, 'Odd.'))),
];

let kontor: TestKontor;
let strict: ApiClient;
let lenient: ApiClient;
const logged: string[] = [];
const stops: (() => Promise<void>)[] = [];
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
  stops.push(kontor.stop);
  const authorization = `Bearer ${await fetchToken(kontor.url, await kontor.createWorkspace())}`;
  const open = async (strictOutputs: boolean) => {
    const error = (fields: object, message: string) => logged.push(`${message} ${JSON.stringify(fields)}`);
    const log = { ...kontor.services.log, info() {}, error } as unknown as Logger;
    const server = await startTestServer(kontor, routes, { strictOutputs, services: { ...kontor.services, log } });
    stops.unshift(server.stop);
    return createApiClient(server.url, { authorization });
  };
  strict = await open(true);
  lenient = await open(false);
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

test('what is declared passes', async () => {
  for (const client of [strict, lenient]) {
    expect(await client.get('/api/right')).toMatchObject({ status: 200, body: { name: 'x', inner: { n: 1 } } });
    expect(await client.get('/api/declared-error')).toMatchObject({ status: 404, body: { type: 'thing_gone' } });
  }
});

describe('in test and development', () => {
  test.each(['field', 'type', 'status', 'undeclared-error'])('an undeclared %s is an error', async (name) => {
    expect(await strict.get(`/api/${name}`)).toMatchObject({
      status: 500,
      body: { type: 'internal_error', message: expect.stringMatching(/does not declare/) },
    });
  });
});

describe('in production', () => {
  const fresh = async (path: string) => {
    logged.length = 0;
    return lenient.get(path);
  };

  test('an undeclared field is stripped, wherever it stands, and logged without its value', async () => {
    const answer = await fresh('/api/field');
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body).toEqual({ name: 'x', inner: { n: 1 } });
    expect(logged.join()).toContain('/password is not a field of this object');
    expect(logged.join()).toContain('/inner/secret');
    expect(logged.join()).not.toContain('"y"');
  });

  test.each([
    ['status', 202],
    ['undeclared-error', 409],
    ['type', 200],
  ])('an undeclared %s passes and is logged', async (name, status) => {
    expect((await fresh(`/api/${name}`)).status).toBe(status);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain(name);
  });
});
