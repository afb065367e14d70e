import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { createTestAuthority } from './certificates.testing.ts';
import { createOutboundClient, type OutboundRequest } from './outbound-client.ts';
import { authority, codeOf, listenHttps, listenTcp, seen, serverCertificate } from './servers.testing.ts';

const securePort = await listenHttps(serverCertificate);
const client = createOutboundClient({
  version: '1.2.3',
  defaults: { timeoutMs: 5_000, allowList: ['bank.test'], tls: { ca: authority.cert } },
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
});
afterAll(() => client.close());
const secure = (path: string) => `https://bank.test:${securePort}${path}`;
const get = (url: string, rest: Partial<OutboundRequest> = {}) => client.request({ method: 'GET', url, ...rest });

describe('TLS', () => {
  afterEach(() => vi.unstubAllEnvs());
  const certificates = {
    'of another name': authority.issue(['other.test']),
    'that is expired': authority.issue(['bank.test'], { notBefore: new Date(0), notAfter: new Date(86_400_000) }),
    'of an unknown authority': createTestAuthority().issue(['bank.test']),
    'signed by itself': createTestAuthority('bank.test'),
  };
  test.each(Object.entries(certificates))('refuses a certificate %s', async (_name, { cert, key }) => {
    const port = await listenHttps({ cert, key });
    seen.requests = 0;
    expect(await codeOf(get(`https://bank.test:${port}/`))).toBe('tls_failed');
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    expect(await codeOf(get(`https://bank.test:${port}/`))).toBe('tls_failed');
    expect(seen.requests).toBe(0);
  });

  test('trusts a private authority only where it is given', async () => {
    expect(await codeOf(get(secure('/'), { tls: {} }))).toBe('tls_failed');
    expect((await get(secure('/'), { tls: { ca: authority.cert } })).status).toBe(200);
  });

  test('refuses TLS below 1.2', async () => {
    const port = await listenHttps({
      ...serverCertificate,
      maxVersion: 'TLSv1.1',
      minVersion: 'TLSv1',
      ciphers: 'ALL@SECLEVEL=0',
    });
    expect(await codeOf(get(`https://bank.test:${port}/`))).toBe('tls_failed');
  });

  test.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'shows its client certificate when it has one (%s)',
    async (maxVersion) => {
      const port = await listenHttps({
        ...serverCertificate,
        ca: authority.cert,
        requestCert: true,
        rejectUnauthorized: true,
        maxVersion,
      });
      const url = `https://bank.test:${port}/`;
      const { cert, key } = authority.issue(['tpp.test']);
      expect((await get(url, { tls: { ca: authority.cert, cert, key } })).status).toBe(200);
      expect(await codeOf(get(url))).toMatch(/^(tls_failed|protocol_error)$/);
    },
  );
});

describe('servers that misbehave', () => {
  const elapsed = async (request: Promise<unknown>) => {
    const startMs = performance.now();
    return [await codeOf(request), performance.now() - startMs] as const;
  };

  test.each(['/silent', '/drip'])('the deadline ends %s', async (path) => {
    const [code, ms] = await elapsed(get(secure(path), { timeoutMs: 300 }));
    expect(code).toBe('timeout');
    expect(ms).toBeGreaterThan(250);
    expect(ms).toBeLessThan(10_000);
  });

  test('the deadline ends name resolution and a handshake that never comes', async () => {
    const stuck = createOutboundClient({ version: '1', resolve: () => new Promise(() => {}) });
    expect(await codeOf(stuck.request({ method: 'GET', url: 'https://slow.test/', timeoutMs: 100 }))).toBe('timeout');
    const port = await listenTcp(() => {});
    expect(await codeOf(get(`https://bank.test:${port}/`, { timeoutMs: 100 }))).toBe('timeout');
  });

  test('more bytes than allowed are not read, announced or not', async () => {
    expect(await codeOf(get(secure('/endless'), { maxBytes: 200_000 }))).toBe('too_large');
    const [code, ms] = await elapsed(get(secure('/announced'), { maxBytes: 1000 }));
    expect([code, ms < 1000]).toEqual(['too_large', true]);
    expect(await codeOf(get(secure('/huge-headers')))).toBe('too_large');
    const body = (await get(secure('/'))).body;
    expect(await codeOf(get(secure('/'), { maxBytes: body.length }))).toBe('no error');
    expect(await codeOf(get(secure('/'), { maxBytes: body.length - 1 }))).toBe('too_large');
  });

  test('compressed answers are refused, so none can unfold', async () => {
    expect(await codeOf(get(secure('/gzip-bomb')))).toBe('protocol_error');
  });

  test('a connection that breaks, closes or speaks no HTTP', async () => {
    expect(await codeOf(get(secure('/reset')))).toBe('protocol_error');
    const resetting = await listenTcp((socket) => socket.on('data', () => socket.resetAndDestroy()));
    expect(await codeOf(get(`http://bank.test:${resetting}/`))).toBe('protocol_error');
    const nonsense = await listenTcp((socket) => socket.on('error', () => {}).end('SSH-2.0-x\r\n'));
    expect(await codeOf(get(`http://bank.test:${nonsense}/`))).toBe('protocol_error');
    expect(await codeOf(get(`https://bank.test:${nonsense}/`))).toBe('tls_failed');
    expect(await codeOf(get('https://bank.test:1/'))).toBe('connect_failed');
  });

  test('names without address, and resolution that fails', async () => {
    const failing = createOutboundClient({
      version: '1',
      resolve: async () => {
        throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
      },
    });
    await expect(failing.request({ method: 'GET', url: 'https://nowhere.test/x?token=hunter2' })).rejects.toMatchObject(
      {
        code: 'dns_failed',
        message: 'the host of https://nowhere.test cannot be resolved (ENOTFOUND)',
      },
    );
  });
});
