import { expect, test } from 'vitest';
import { isOwnHost, isOwnOrigin } from './allowed-hosts.ts';

const URL_OF_KONTOR = 'https://kontor.example.com';

test.each([
  ['kontor.example.com', true],
  ['kontor.example.com:8443', true],
  ['127.0.0.1:4800', true],
  ['[::1]:4800', true],
  ['localhost:4800', true],
  ['kontor', true],
  ['evil.example', false],
  ['kontor.example.com.evil.example', false],
  ['127.0.0.1.evil.example', false],
  ['kontor@evil.example', false],
  ['evil.example/kontor.example.com', false],
  ['', false],
  [undefined, false],
])('the host %s is ours: %s', (host, isOurs) => {
  expect(isOwnHost(host, URL_OF_KONTOR)).toBe(isOurs);
});

test.each([
  [undefined, true],
  ['https://kontor.example.com', true],
  ['http://kontor.example.com', false],
  ['https://evil.example', false],
  ['null', false],
])('the origin %s is ours: %s', (origin, isOurs) => {
  expect(isOwnOrigin(origin, URL_OF_KONTOR)).toBe(isOurs);
});
