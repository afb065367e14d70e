import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';

/** For tests: X.509 certificates (RFC 5280) written as DER by hand, since Node has nothing that makes them. */
export type TestCertificate = { readonly cert: string; readonly key: string };
export type TestAuthority = TestCertificate & {
  /** A certificate for these host names and addresses; by default valid from yesterday until tomorrow, with a P-256 key. */
  issue(names: readonly string[], options?: Partial<Validity> & { keyType?: 'ec' | 'rsa' }): TestCertificate;
};

type Validity = { notBefore: Date; notAfter: Date };

const DAY_MS = 86_400_000;
const OIDS = {
  ecdsaWithSha256: '06082a8648ce3d040302',
  commonName: '0603550403',
  basicConstraints: '0603551d13',
  subjectAltName: '0603551d11',
};

/** A new certificate authority, trusted by nobody yet. */
export function createTestAuthority(name = 'Test authority'): TestAuthority {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const isAuthority = sequence(hex('0101ff'));
  const constraints = sequence(hex(OIDS.basicConstraints), hex('0101ff'), element(0x04, isAuthority));
  const own = certificate(name, name, publicKey, privateKey, constraints, yesterdayToTomorrow());
  return {
    cert: own,
    key: pemKey(privateKey),
    issue(names, { keyType = 'ec', ...span } = {}) {
      const validity = { ...yesterdayToTomorrow(), ...span };
      const leaf =
        keyType === 'rsa'
          ? generateKeyPairSync('rsa', { modulusLength: 2048 })
          : generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const alternatives = sequence(...names.map((text) => element(isIP(text) ? 0x87 : 0x82, nameBytes(text))));
      const extension = sequence(hex(OIDS.subjectAltName), element(0x04, alternatives));
      const cert = certificate(names[0] ?? 'leaf', name, leaf.publicKey, privateKey, extension, validity);
      return { cert, key: pemKey(leaf.privateKey) };
    },
  };
}

function certificate(
  subject: string,
  issuer: string,
  subjectKey: KeyObject,
  issuerKey: KeyObject,
  extension: Buffer,
  { notBefore, notAfter }: Validity,
): string {
  const algorithm = sequence(hex(OIDS.ecdsaWithSha256));
  const toBeSigned = sequence(
    element(0xa0, hex('020102')),
    element(0x02, Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    algorithm,
    distinguishedName(issuer),
    sequence(time(notBefore), time(notAfter)),
    distinguishedName(subject),
    createPublicKey(subjectKey.export({ type: 'spki', format: 'pem' })).export({ type: 'spki', format: 'der' }),
    element(0xa3, sequence(extension)),
  );
  const signature = element(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', toBeSigned, issuerKey)]));
  const base64 = sequence(toBeSigned, algorithm, signature).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${base64.match(/.{1,64}/g)!.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** One DER element: tag, length (short form below 128, long form from there), content. */
function element(tag: number, content: Buffer): Buffer {
  const length = content.length;
  const longForm = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...(length < 128 ? [length] : longForm)]), content]);
}

function sequence(...parts: Buffer[]): Buffer {
  return element(0x30, Buffer.concat(parts));
}

function distinguishedName(commonName: string): Buffer {
  const attribute = sequence(hex(OIDS.commonName), element(0x0c, Buffer.from(commonName)));
  return sequence(element(0x31, attribute));
}

function time(date: Date): Buffer {
  return element(0x18, Buffer.from(`${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z`));
}

function nameBytes(name: string): Buffer {
  if (isIP(name) === 0) return Buffer.from(name);
  if (isIP(name) === 4) return Buffer.from(name.split('.').map(Number));
  throw new Error(`a test certificate for the IPv6 address ${name} is not supported`);
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}

function pemKey(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function yesterdayToTomorrow(): Validity {
  return { notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + DAY_MS) };
}
