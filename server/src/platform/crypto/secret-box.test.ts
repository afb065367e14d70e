import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSecretBox, parseKeyring, SecretBoxError } from './secret-box.ts';

const newKey = () => randomBytes(32).toString('base64');
const codeOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof SecretBoxError) return error.code;
    throw error;
  }
  return 'no error';
};
const anyText = fc.string({ unit: 'grapheme', maxLength: 200 });

describe('sealing', () => {
  const key = newKey();
  const box = createSecretBox(parseKeyring(key));

  test('what was sealed opens again, only with its key and its associated data', () => {
    const strangers = createSecretBox(parseKeyring(newKey()));
    fc.assert(
      fc.property(anyText, anyText, anyText, (plaintext, place, otherPlace) => {
        const sealed = box.seal(plaintext, place);
        expect(box.open(sealed, place)).toBe(plaintext);
        expect(codeOf(() => strangers.open(sealed, place))).toBe('key_unknown');
        if (otherPlace !== place) expect(codeOf(() => box.open(sealed, otherPlace))).toBe('authentication_failed');
      }),
    );
  });

  test('no changed character goes unnoticed', () => {
    const sealed = box.seal('the bank password', 'bank_login.secret:1');
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=';
    for (let index = 0; index < sealed.length; index++) {
      for (const character of alphabet) {
        if (character === sealed[index]) continue;
        const changed = sealed.slice(0, index) + character + sealed.slice(index + 1);
        expect(
          codeOf(() => box.open(changed, 'bank_login.secret:1')),
          changed,
        ).not.toBe('no error');
      }
    }
  });

  test('shortened, lengthened and foreign texts are malformed or do not authenticate', () => {
    const sealed = box.seal('x', 'a');
    for (let length = 0; length < sealed.length; length++) {
      expect(codeOf(() => box.open(sealed.slice(0, length), 'a'))).not.toBe('no error');
    }
    for (const text of [
      `${sealed}A`,
      `${sealed}AAAA`,
      ` ${sealed}`,
      `${sealed}\n`,
      'plaintext',
      '',
      'v1..',
      'v2' + sealed.slice(2),
    ]) {
      expect(
        codeOf(() => box.open(text, 'a')),
        text,
      ).toMatch(/^(sealed_text_malformed|authentication_failed)$/);
    }
    expect(codeOf(() => box.needsReseal('plaintext'))).toBe('sealed_text_malformed');
  });

  test('the same text never seals to the same ciphertext and does not show', () => {
    const sealed = Array.from({ length: 500 }, () => box.seal('geheim', 'a'));
    expect(new Set(sealed).size).toBe(500);
    for (const text of sealed) {
      expect(text).toMatch(/^v1\.[0-9a-f]{8}\.[A-Za-z0-9_-]+$/);
      expect(Buffer.from(text.split('.')[2]!, 'base64url').includes('geheim')).toBe(false);
    }
  });
});

describe('rotation', () => {
  test('old secrets open after a new key was put first, and say that they need it', () => {
    const [oldKey, newerKey] = [newKey(), newKey()];
    const before = createSecretBox(parseKeyring(oldKey));
    const during = createSecretBox(parseKeyring(`${newerKey},${oldKey}`));
    const after = createSecretBox(parseKeyring(newerKey));
    const sealed = before.seal('token', 'a');

    expect(before.needsReseal(sealed)).toBe(false);
    expect(during.needsReseal(sealed)).toBe(true);
    const resealed = during.seal(during.open(sealed, 'a'), 'a');
    expect(during.needsReseal(resealed)).toBe(false);
    expect(after.open(resealed, 'a')).toBe('token');
    expect(codeOf(() => after.open(sealed, 'a'))).toBe('key_unknown');
  });

  test('a text is known again by any key of the ring, elsewhere or with other keys it is not', () => {
    const [oldKey, newerKey] = [newKey(), newKey()];
    const before = createSecretBox(parseKeyring(oldKey));
    const during = createSecretBox(parseKeyring(`${newerKey},${oldKey}`));
    const after = createSecretBox(parseKeyring(newerKey));
    const [stored] = before.fingerprints('user-4711', 'a');

    expect(stored).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(during.fingerprints('user-4711', 'a')).toContain(stored);
    expect(during.fingerprints('user-4711', 'a')[0]).toBe(after.fingerprints('user-4711', 'a')[0]);
    for (const foreign of [
      after.fingerprints('user-4711', 'a'),
      during.fingerprints('user-4711', 'b'),
      during.fingerprints('user-4712', 'a'),
      during.fingerprints('auser-4711', ''),
    ])
      expect(foreign).not.toContain(stored);
  });

  test('the key id named in a text cannot be exchanged for another key of the ring', () => {
    const ring = parseKeyring(`${newKey()} ${newKey()}`);
    const [first, second] = [...ring.keys.keys()];
    const box = createSecretBox(ring);
    expect(codeOf(() => box.open(box.seal('x', 'a').replace(first!, second!), 'a'))).toBe('authentication_failed');
  });
});

describe('keyring', () => {
  test('hex, base64 and base64url of one key are the same key', () => {
    const key = randomBytes(32);
    const rings = (['hex', 'base64', 'base64url'] as const).map((encoding) => parseKeyring(key.toString(encoding)));
    expect(new Set(rings.map((ring) => ring.activeKeyId)).size).toBe(1);
    expect(parseKeyring(key.toString('hex').toUpperCase()).activeKeyId).toBe(rings[0]!.activeKeyId);
  });

  test('names the key that is wrong and never its value', () => {
    const good = newKey();
    const wrong = [
      'c2hvcnQ=',
      'x'.repeat(44),
      '00'.repeat(32),
      `${good}=`,
      `${good.slice(0, 42)}!=`,
      `0x${'ab'.repeat(31)}`,
    ];
    for (const bad of wrong) {
      expect(
        codeOf(() => parseKeyring(`${good},${bad}`)),
        bad,
      ).toBe('keyring_invalid');
      expect(() => parseKeyring(`${good},${bad}`)).toThrow(/key 2 of 2/);
      expect(() => parseKeyring(`${good},${bad}`)).not.toThrow(bad);
    }
    expect(() => parseKeyring(`${good},${good}`)).toThrow(/same as an earlier one/);
    for (const empty of ['', ' , ,', '\n']) expect(() => parseKeyring(empty)).toThrow(/no encryption key/);
  });
});
