import { expect, test } from 'vitest';
import { createTotpSecret, matchTotp, stepAt, totpCode, totpUri } from './totp.ts';

/** RFC 6238, appendix B: the secret is "12345678901234567890"; the last six of its eight digits. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %i s the code is %s', (seconds, code) => {
  expect(totpCode(SECRET, stepAt(seconds * 1000))).toBe(code);
});

test('a code is taken one step off either way, with blanks, and once', () => {
  const nowMs = 1_234_567_890_000;
  const now = stepAt(nowMs);
  for (const step of [now - 1, now, now + 1]) {
    const code = totpCode(SECRET, step);
    expect(matchTotp(SECRET, `${code.slice(0, 3)} ${code.slice(3)}`, nowMs, 0)).toBe(step);
    expect(matchTotp(SECRET, code, nowMs, step)).toBeNull();
  }
  for (const step of [now - 2, now + 2]) expect(matchTotp(SECRET, totpCode(SECRET, step), nowMs, 0)).toBeNull();
  expect(matchTotp(SECRET, '', nowMs, 0)).toBeNull();
});

test('secrets are 160 random bits in base32, and stand in the key URI', () => {
  const secret = createTotpSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(createTotpSecret()).not.toBe(secret);
  expect(totpUri(secret, 'a+b@example.com')).toBe(
    `otpauth://totp/Kontor%3Aa%2Bb%40example.com?secret=${secret}&issuer=Kontor`,
  );
});
