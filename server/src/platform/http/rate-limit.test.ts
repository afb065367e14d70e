import { describe, expect, test } from 'vitest';
import { createApiClient } from '../../../test/harness/api-client.ts';
import { fetchToken, startTestKontor } from '../../../test/harness/test-kontor.ts';
import { createRateLimiter } from './rate-limit.ts';

describe('the limiter', () => {
  test('grants the limit per key and window, and tells what is left', () => {
    const limiter = createRateLimiter();
    const take = (nowMs: number, key = 'a') => limiter.take(key, 2, nowMs);
    expect(take(1_000)).toEqual({
      allowed: true,
      retryAfterSeconds: 60,
      headers: { 'ratelimit-policy': '"default";q=2;w=60', ratelimit: '"default";r=1;t=60' },
    });
    expect(take(31_500)).toMatchObject({ allowed: true, headers: { ratelimit: '"default";r=0;t=30' } });
    expect(take(60_999)).toMatchObject({
      allowed: false,
      retryAfterSeconds: 1,
      headers: { ratelimit: '"default";r=0;t=1' },
    });
    expect(take(60_999, 'b')).toMatchObject({ allowed: true });
    expect(take(61_000)).toMatchObject({ allowed: true, headers: { ratelimit: '"default";r=1;t=60' } });
  });

  test('a clock that was set back locks nobody out', () => {
    const limiter = createRateLimiter();
    limiter.take('a', 1, 10_000_000);
    expect(limiter.take('a', 1, 1_000)).toMatchObject({ allowed: true });
  });
});

test('callers are limited each for itself, on each half of the API', async () => {
  let nowMs = Date.now();
  const kontor = await startTestKontor({ worker: false, now: () => new Date(nowMs), rateLimits: { api: 3, v2: 2 } });
  try {
    const workspace = await kontor.createWorkspace();
    const { api, v2 } = workspace;
    const first = await api.get('/users');
    expect(first.headers.get('ratelimit')).toBe('"default";r=2;t=60');
    expect(first.headers.get('ratelimit-policy')).toBe('"default";q=3;w=60');
    // What lacks its scope or is malformed counts as well.
    await api.get('/users?limit=x');
    await api.get('/users/unknown');
    const refused = await api.get('/users');
    expect(refused).toMatchObject({ status: 429, body: { type: 'rate_limited', requestId: expect.any(String) } });
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(refused.headers.get('ratelimit')).toBe('"default";r=0;t=60');

    expect([(await v2.get('/workspace')).status, (await v2.get('/workspace')).status]).toEqual([200, 200]);
    const other = await v2.get('/workspace');
    expect(other).toMatchObject({
      status: 429,
      body: { statusCode: 429, error: 'Too Many Requests', code: 'rate_limited' },
    });

    nowMs += 60_000;
    expect((await v2.get('/workspace')).status).toBe(200);
    const again = createApiClient(kontor.url, { authorization: `Bearer ${await fetchToken(kontor.url, workspace)}` });
    expect((await again.get('/api/users')).status).toBe(200);
  } finally {
    await kontor.stop();
  }
});

test('attempts to get a token are limited by address', async () => {
  const kontor = await startTestKontor({ worker: false, rateLimits: { api: 2, v2: 2 } });
  try {
    const ask = () => kontor.anonymous.send('POST', '/api/auth', { body: new URLSearchParams({ client_id: 'x' }) });
    expect([(await ask()).status, (await ask()).status]).toEqual([400, 400]);
    const refused = await ask();
    expect(refused).toMatchObject({
      status: 429,
      body: { error: 'rate_limited', error_description: expect.any(String) },
    });
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
  } finally {
    await kontor.stop();
  }
});
