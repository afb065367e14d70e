import { afterAll, expect, test } from 'vitest';
import { createGuardedFetch } from './guarded-fetch.ts';
import { createOutboundClient } from './outbound-client.ts';
import { OutboundError } from './outbound-error.ts';
import { listenHttp, seen } from './servers.testing.ts';

const port = await listenHttp();
const client = createOutboundClient({ version: '1.2.3' });
afterAll(() => client.close());
const limits = { allowList: ['127.0.0.1'], maxBytes: 200_000 };
const allowed = createGuardedFetch(client, limits);
const impatient = createGuardedFetch(client, { ...limits, timeoutMs: 500 });
const url = (path: string) => `http://127.0.0.1:${port}${path}`;

test('sends what a library asks for, without headers that are ours to set', async () => {
  const response = await allowed(url('/echo'), {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: 'Bearer k',
      'User-Agent': 'library/1',
      Cookie: 'a=b',
    },
    body: '{"ä":1}',
  });
  const { method, headers, body } = (await response.json()) as {
    method: string;
    headers: Record<string, string>;
    body: string;
  };
  expect([response.status, method, body, headers.authorization, headers['user-agent'], headers.cookie]).toEqual([
    200,
    'POST',
    '{"ä":1}',
    'Bearer k',
    'Kontor/1.2.3',
    undefined,
  ]);
});

test('hands parts on while they come, and stops when nobody wants more', async () => {
  const response = await allowed(url('/drip'));
  const reader = response.body!.getReader();
  expect((await reader.read()).value?.length).toBeGreaterThan(0);
  await reader.cancel();
});

test.each([
  ['/reset', 'protocol_error', allowed],
  ['/drip', 'timeout', impatient],
  ['/endless', 'too_large', allowed],
] as const)('the body of %s ends with the error of the client', async (path, code, get) => {
  const response = await get(url(path));
  await expect(response.text()).rejects.toMatchObject({ code });
});

test('refuses what the allow-list does not name before anything is sent, and follows no redirect', async () => {
  const before = seen.requests;
  await expect(createGuardedFetch(client, { allowList: [] })(url('/echo'))).rejects.toBeInstanceOf(OutboundError);
  expect(seen.requests).toBe(before);
  expect((await allowed(url('/redirect'))).status).toBe(302);
});
