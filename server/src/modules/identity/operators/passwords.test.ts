import { expect, test } from 'vitest';
import { hashPassword, requireGoodPassword, verifyPassword } from './passwords.ts';

/** Of "password", made by another implementation (the Rust crate argon2). */
const FOREIGN = '$argon2id$v=19$m=4096,t=3,p=1$c29tZXNhbHRzb21lc2FsdA$pzmvvAKrIRoByOxsJeGqyCwiSHweKSok';

test('a password belongs to its hash, however its letters are composed, and no other does', async () => {
  const hash = await hashPassword('Übung macht Meister');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(await hashPassword('Übung macht Meister')).not.toBe(hash);
  expect(await verifyPassword(hash, 'Übung macht Meister')).toBe(true);
  expect(await verifyPassword(hash, 'U\u0308bung macht Meister')).toBe(true);
  expect(await verifyPassword(hash, 'übung macht Meister')).toBe(false);
  expect(await verifyPassword(hash, '')).toBe(false);
  expect(await verifyPassword(null, 'Übung macht Meister')).toBe(false);
});

test('hashes of other programs are read, with the cost that they name', async () => {
  expect(await verifyPassword(FOREIGN, 'password')).toBe(true);
  expect(await verifyPassword(FOREIGN, 'Password')).toBe(false);
  await expect(verifyPassword('$2b$10$abc', 'password')).rejects.toThrow('not argon2id');
});

test.each(['short', '            ', 'aaaaaaaaaaaaaaaa', 'kim@example.com', 'kim@example.com1'])(
  '%j is refused',
  (password) => {
    expect(() => requireGoodPassword(password, 'kim@example.com', '/password')).toThrow('/password');
  },
);

test('a sentence is taken', () => {
  expect(() => requireGoodPassword('three red bicycles', 'kim@example.com', '/password')).not.toThrow();
});
