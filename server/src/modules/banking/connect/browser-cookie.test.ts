import { expect, test } from 'vitest';
import { formToken, readCookie, windowSecret, writeCookie } from './browser-cookie.ts';

const alone = { sessionId: 's1', embedOrigin: null };
const framed = { sessionId: 's1', embedOrigin: 'https://shop.example' };
const https = 'https://bank.example';

test('by https no sibling domain can plant it, and a frame of another site may keep it', () => {
  expect(writeCookie('session', alone, https, 'x')).toBe(
    '__Host-connect-session-s1=x; Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=Lax',
  );
  expect(writeCookie('session', framed, https, 'x')).toBe(
    '__Host-connect-session-s1=x; Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=None; Partitioned',
  );
});

test('the window that a frame opens for the bank is a page of its own', () => {
  expect(writeCookie('window', framed, https, 'x')).toMatch(/; Secure; SameSite=Lax$/);
});

test('without https it stays within its site, but on a loopback host a frame can be tried out', () => {
  expect(writeCookie('session', framed, 'http://kontor.internal:4800', 'x')).toMatch(/; HttpOnly; SameSite=Lax$/);
  expect(writeCookie('session', framed, 'http://127.0.0.1:4800', 'x')).toBe(
    'connect-session-s1=x; Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=None; Partitioned',
  );
});

test('is read by its own name only', () => {
  const header = 'a=1; connect-session-s2=two; __Host-connect-session-s1=one; connect-session-s1=planted';
  expect(readCookie('session', 's1', https, header)).toBe('one');
  expect(readCookie('session', 's2', https, header)).toBeNull();
  expect(readCookie('window', 's1', https, header)).toBeNull();
  expect(readCookie('session', 's1', https, undefined)).toBeNull();
});

test('neither the token of forms nor the secret of the window tells the secret', () => {
  expect(new Set(['secret', formToken('secret'), windowSecret('secret'), formToken(windowSecret('secret'))]).size).toBe(
    4,
  );
});
