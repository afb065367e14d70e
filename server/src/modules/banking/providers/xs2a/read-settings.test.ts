import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createTestAuthority } from '#platform/outbound/certificates.testing.ts';
import { readXs2aSettings } from './read-settings.ts';

const folder = await mkdtemp(join(tmpdir(), 'kontor-xs2a-'));
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const entry = { bankId: 'example', name: 'Example Bank', baseUrl: 'https://xs2a.example-bank.de/berlingroup' };
const none = { tls: null, seal: null, ca: null };

test('reads banks with their defaults, and the certificates', async () => {
  const { cert, key } = createTestAuthority().issue(['tpp.test']);
  const pair = { cert: await file('cert.pem', cert), key: await file('key.pem', key) };
  const banks = await file('banks.json', { banks: [{ ...entry, bic: 'EXAMDEFF', amounts: 'unsigned' }] });
  const settings = await readXs2aSettings({ banks, tls: pair, seal: pair, ca: pair.cert });
  expect(settings.banks).toEqual([
    expect.objectContaining({
      ...entry,
      bic: 'EXAMDEFF',
      amounts: 'unsigned',
      login: 'user-and-password',
      consentDays: 180,
    }),
  ]);
  expect(settings.transport).toMatchObject({ tls: { cert, key, ca: cert }, seal: { cert, key }, allowList: [] });
});

test.each<[string, unknown, RegExp]>([
  ['no JSON', '{"banks": [', /banks\.json is no JSON/],
  ['no list', {}, /\/banks: /],
  ['an address without TLS', { banks: [{ ...entry, baseUrl: 'http://xs2a.example-bank.de' }] }, /\/banks\/0\/baseUrl/],
  [
    'an address with a slash at its end',
    { banks: [{ ...entry, baseUrl: `${entry.baseUrl}/` }] },
    /\/banks\/0\/baseUrl/,
  ],
  ['an address with a password', { banks: [{ ...entry, baseUrl: 'https://a:b@example.de' }] }, /\/banks\/0\/baseUrl/],
  ['a setting that is none', { banks: [{ ...entry, consentdays: 90 }] }, /consentdays/],
  ['a bank twice', { banks: [entry, entry] }, /two banks with the bankId example/],
])('%s is refused with file and place', async (_, content, message) => {
  const banks = await file('banks.json', content);
  await expect(readXs2aSettings({ banks, ...none })).rejects.toThrow(message);
});

test('files that are missing or of another kind are refused by the name of their setting', async () => {
  const banks = await file('banks.json', { banks: [entry] });
  const missing = join(folder, 'missing.pem');
  await expect(readXs2aSettings({ banks: missing, ...none })).rejects.toThrow(
    /KONTOR_XS2A_BANKS: .*cannot be read \(ENOENT\)/,
  );
  const seal = { cert: await file('a.pem', 'secret words'), key: missing };
  const refused = readXs2aSettings({ banks, ...none, seal });
  await expect(refused).rejects.toThrow(/^KONTOR_XS2A_SEAL_CERT: .* holds no CERTIFICATE in PEM$/);
});
