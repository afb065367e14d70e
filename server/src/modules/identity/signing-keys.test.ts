import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { expect, inject, test } from 'vitest';
import { adminQuery, openWorkerDatabase } from '../../../test/harness/databases.ts';
import { fetchToken, startTestKontor } from '../../../test/harness/test-kontor.ts';
import { getSigningKeys, rotateSigningKeys } from './signing-keys.ts';

const DAY_MS = 24 * 3600 * 1000;

test('keys rotate without logging anyone out', async () => {
  const { adminUrl } = await openWorkerDatabase(inject('clusterUrl'));
  // A file before this one may have had a clock of its own, and its key would be old or from the future here.
  await adminQuery(adminUrl, 'delete from signing_keys');
  let nowMs = Date.now();
  const kontor = await startTestKontor({ worker: false, now: () => new Date(nowMs) });
  try {
    const workspace = await kontor.createWorkspace();
    const use = async (token: string) =>
      (await kontor.anonymous.get('/api/users', { authorization: `Bearer ${token}` })).status;
    const kids = async () =>
      (await kontor.anonymous.get('/.well-known/jwks.json')).body.keys.map(({ kid }: { kid: string }) => kid);
    const kidOf = (token: string) => decodeProtectedHeader(token).kid;
    const first = kidOf(await fetchToken(kontor.url, workspace));

    nowMs += 29 * DAY_MS;
    await rotateSigningKeys(kontor.services);
    expect(kidOf(await fetchToken(kontor.url, workspace))).toBe(first);

    // The daily job was missed for a while, and runs a minute after a token was handed out.
    nowMs += 10 * DAY_MS;
    const token = await fetchToken(kontor.url, workspace);
    expect(kidOf(token)).toBe(first);
    nowMs += 61_000;
    await Promise.all([rotateSigningKeys(kontor.services), rotateSigningKeys(kontor.services)]);
    const next = await fetchToken(kontor.url, workspace);
    expect(kidOf(next)).not.toBe(first);
    expect(await kids()).toEqual([kidOf(next), first]);
    expect([await use(token), await use(next)]).toEqual([200, 200]);
    const jwks = createLocalJWKSet((await kontor.anonymous.get('/.well-known/jwks.json')).body);
    await jwtVerify(token, jwks, { currentDate: new Date(nowMs) });

    nowMs += 2 * DAY_MS;
    await rotateSigningKeys(kontor.services);
    await getSigningKeys(kontor.services, true);
    expect(await kids()).toEqual([kidOf(next)]);
    expect([await use(token), await use(next)]).toEqual([401, 401]);
  } finally {
    await adminQuery(adminUrl, 'delete from signing_keys');
    await kontor.stop();
  }
});

test('private keys lie sealed in the database', async () => {
  const kontor = await startTestKontor({ worker: false });
  try {
    await getSigningKeys(kontor.services, true);
    const { rows } = await adminQuery(kontor.adminUrl, 'select * from signing_keys');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const privateJwk = JSON.parse(
        kontor.services.secrets.open(row.sealed_private_jwk, `signing_keys:${row.signing_key_id}`),
      );
      expect(privateJwk.d).toMatch(/^[\w-]{43}$/);
      expect(JSON.stringify(row)).not.toContain(privateJwk.d);
      expect(row.sealed_private_jwk).not.toContain('"d"');
      expect(row.public_jwk).not.toHaveProperty('d');
    }
  } finally {
    await kontor.stop();
  }
});
