/** Who the client is, behind a reverse proxy and without one. The connections of these tests come from 127.0.0.1. */
import { Type } from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestKontor, type TestKontor } from '../../../test/harness/test-kontor.ts';
import { startTestServer } from '../../../test/harness/test-server.ts';
import { route } from './route.ts';

const whoAmI = route({
  summary: 'Of this test',
  description: 'Of this test.',
  tag: 'Test',
  scope: null,
  method: 'GET',
  path: '/api/who-am-i',
  operationId: 'whoAmI',
  outputs: { 200: { description: 'The address.', schema: Type.Object({ clientAddress: Type.String() }) } },
  handle: async (_, { clientAddress }) => ({ status: 200, body: { clientAddress } }),
});

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
});
afterAll(() => kontor.stop());

async function clientsOf(trustedProxies: string[], forwarded: string[]): Promise<(string | number)[]> {
  const rateLimits = { api: 1, v2: 1 };
  const server = await startTestServer(kontor, [whoAmI], { trustedProxies, rateLimits });
  try {
    const seen: (string | number)[] = [];
    for (const chain of forwarded) {
      const response = await fetch(`${server.url}/api/who-am-i`, { headers: { 'x-forwarded-for': chain } });
      const body = (await response.json()) as { clientAddress: string };
      seen.push(response.ok ? body.clientAddress : response.status);
    }
    return seen;
  } finally {
    await server.stop();
  }
}

test('nobody is believed by default: one client, one limit, whatever it says', async () => {
  expect(await clientsOf([], ['203.0.113.7', '203.0.113.8'])).toEqual(['127.0.0.1', 429]);
});

test('a proxy that is not in the list is a client like any other', async () => {
  expect(await clientsOf(['10.0.0.0/8'], ['203.0.113.7', '203.0.113.8'])).toEqual(['127.0.0.1', 429]);
});

test('a trusted proxy tells the client, and each client has its own limit', async () => {
  const seen = await clientsOf(['127.0.0.1'], ['203.0.113.7', '2001:db8::7', '203.0.113.7']);
  expect(seen).toEqual(['203.0.113.7', '2001:db8::7', 429]);
});

test('what a client writes before the entry of the proxy is not believed', async () => {
  const chains = ['198.51.100.1, 203.0.113.7', '198.51.100.2, 203.0.113.7', '198.51.100.3, 203.0.113.8, 10.1.2.3'];
  expect(await clientsOf(['127.0.0.0/8', '10.0.0.0/8'], chains)).toEqual(['203.0.113.7', 429, '203.0.113.8']);
});
