import { describe, expect, test } from 'vitest';
import { createRedactor } from './redact-key.ts';

const KEY = 'sk/live+4711/äb?';

describe('a key', () => {
  test.each([
    ['as it is', KEY],
    ['in JSON with escaped slashes', String.raw`sk\/live+4711\/äb?`],
    ['percent-encoded', encodeURIComponent(KEY)],
    ['in base64', Buffer.from(KEY).toString('base64')],
    ['in base64 for addresses', Buffer.from(KEY).toString('base64url')],
  ])('%s is found and taken out', (_, shown) => {
    const { finds, text } = createRedactor(['', KEY]);
    const answer = `{"you_sent":"${shown}"}`;
    expect(finds(answer)).toBe(true);
    expect(text(answer)).toMatch(/^\{"you_sent":"<key>=*"\}$/);
    expect(text(answer)).not.toContain(shown);
    expect(finds(text(answer))).toBe(false);
  });

  test('that is in nothing is not found', () => {
    const { finds, text } = createRedactor(['', KEY]);
    expect([finds('sk/live'), text('sk/live')]).toEqual([false, 'sk/live']);
  });
});
