import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { drawSigningSecret, sign } from './sign.ts';

const headers = (id: string, seconds: number, signature: string) => ({
  'webhook-id': id,
  'webhook-timestamp': String(seconds),
  'webhook-signature': signature,
});
const now = Math.floor(Date.now() / 1000);

test('signs as the library of the standard does, and the library verifies it', () => {
  for (const body of ['{"a":1}', '{"name":"Jürgen ✓ 🦊"}', '']) {
    const secret = drawSigningSecret();
    const signature = sign('evt-1', now, body, [secret]);
    expect(signature).toBe(new Webhook(secret).sign('evt-1', new Date(now * 1000), body));
    if (body !== '') {
      expect(new Webhook(secret).verify(body, headers('evt-1', now, signature))).toEqual(JSON.parse(body));
    }
  }
});

test('either of two secrets verifies, a third and a changed body do not', () => {
  const secrets = [drawSigningSecret(), drawSigningSecret()];
  const signed = headers('evt-1', now, sign('evt-1', now, '{"a":1}', secrets));
  for (const secret of secrets) expect(new Webhook(secret).verify('{"a":1}', signed)).toEqual({ a: 1 });
  expect(() => new Webhook(drawSigningSecret()).verify('{"a":1}', signed)).toThrow('No matching signature found');
  expect(() => new Webhook(secrets[0] ?? '').verify('{"a":2}', signed)).toThrow('No matching signature found');
});

test('secrets are of the form of the standard and never the same', () => {
  const drawn = Array.from({ length: 100 }, drawSigningSecret);
  expect(new Set(drawn).size).toBe(100);
  for (const secret of drawn) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
});
