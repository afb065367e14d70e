import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

test('trusted proxies are addresses and ranges, none by default', () => {
  const proxies = (value?: string) => readConfig({ KONTOR_TRUSTED_PROXIES: value }).trustedProxies;
  expect(proxies()).toEqual([]);
  expect(proxies(' 10.0.0.5, 10.1.0.0/16,fd00::/8 ,::1')).toEqual(['10.0.0.5', '10.1.0.0/16', 'fd00::/8', '::1']);
});

test.each([
  'true',
  'proxy.internal',
  '10.0.0',
  '10.0.0.0/33',
  '0.0.0.0/0',
  '::/0',
  '10.0.0.0/8/8',
  'fd00::/129',
  '10.0.0.1/',
])('%s is no trusted proxy, and the start says so', (value) => {
  const read = () => readConfig({ KONTOR_TRUSTED_PROXIES: `10.0.0.5,${value}` });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(
    `KONTOR_TRUSTED_PROXIES lists addresses and ranges such as 10.0.0.5 or 10.1.0.0/16, not "${value}".`,
  );
});
