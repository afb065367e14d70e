import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Resolve } from './guarded-connector.ts';
import { createOutboundClient, type OutboundRequest } from './outbound-client.ts';
import { authority, codeOf, listenHttp, listenHttps, seen, serverCertificate } from './servers.testing.ts';

const securePort = await listenHttps(serverCertificate);
const plainPort = await listenHttp();
const client = createOutboundClient({
  version: '1.2.3',
  defaults: { timeoutMs: 5_000, allowList: ['bank.test'], tls: { ca: authority.cert } },
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
});
afterAll(() => client.close());
const secure = (path: string) => `https://bank.test:${securePort}${path}`;
const get = (url: string, rest: Partial<OutboundRequest> = {}) => client.request({ method: 'GET', url, ...rest });

describe('a request', () => {
  test('sends method, headers and body, and tells what came back from where', async () => {
    const response = await client.request({
      method: 'POST',
      url: secure('/echo?q=1'),
      headers: { 'Content-Type': 'application/json', 'X-Api-Key': 'k' },
      body: '{"ä":1}',
    });
    expect(response).toMatchObject({
      status: 200,
      remoteAddress: '127.0.0.1',
      headers: { 'content-type': 'application/json' },
    });
    expect(response.durationMs).toBeGreaterThan(0);
    expect(JSON.parse(response.body.toString())).toMatchObject({
      method: 'POST',
      body: '{"ä":1}',
      headers: {
        'user-agent': 'Kontor/1.2.3',
        'accept-encoding': 'identity',
        'x-api-key': 'k',
        host: `bank.test:${securePort}`,
      },
    });
  });

  test('uses connections again, but not for another allow-list or other TLS material', async () => {
    const portsOf = async (rest: Partial<OutboundRequest> = {}) => {
      const ports = new Set<number>();
      for (let count = 0; count < 10; count++)
        ports.add(JSON.parse((await get(secure('/'), rest)).body.toString()).port);
      return ports;
    };
    const first = await portsOf();
    const others = [
      await portsOf({ allowList: ['127.0.0.0/8'] }),
      await portsOf({ tls: { ca: `${authority.cert}\n` } }),
    ];
    for (const ports of [first, ...others]) expect(ports.size).toBeLessThanOrEqual(3);
    expect(new Set([...first, ...others.flatMap((ports) => [...ports])]).size).toBe(
      first.size + others[0]!.size + others[1]!.size,
    );
    expect([...first]).toEqual(expect.arrayContaining([...(await portsOf())]));
  });

  test('returns a redirect and does not follow it', async () => {
    const response = await get(secure('/redirect'));
    expect([response.status, response.headers.location]).toEqual([302, 'http://169.254.169.254/latest']);
  });

  test.each([
    ['a value with a line break', { x: 'a\r\nHost: evil' }],
    ['a value with NUL', { x: 'a\0b' }],
    ['a value beyond Latin-1', { x: '€' }],
    ['a name with a line break', { 'x\r\ny': 'a' }],
    ['a name with a colon', { 'x:y': 'a' }],
    ['an empty name', { '': 'a' }],
    ['another host', { Host: 'evil' }],
    ['another framing', { 'Transfer-Encoding': 'chunked' }],
    ['another encoding', { 'accept-encoding': 'gzip' }],
    ['a proxy header', { 'Proxy-Authorization': 'x' }],
    ['a name given twice', { 'X-A': '1', 'x-a': '2' }],
  ])('refuses a header with %s', async (_name, headers) => {
    expect(await codeOf(get(secure('/'), { headers }))).toBe('invalid_request');
  });

  test('refuses methods and limits that are none', async () => {
    for (const method of ['CONNECT', 'GET /x HTTP/1.1\r\nX: ', 'get']) {
      expect(await codeOf(client.request({ method: method as 'GET', url: secure('/') }))).toBe('invalid_request');
    }
    for (const limit of [{ timeoutMs: 0 }, { timeoutMs: 2 ** 31 }, { maxBytes: Number.NaN }]) {
      expect(await codeOf(get(secure('/'), limit))).toBe('invalid_request');
    }
  });

  test.each([
    ['ftp://bank.test/', 'blocked_scheme'],
    ['file:///etc/passwd', 'blocked_scheme'],
    ['https://user:pw@bank.test/', 'invalid_url'],
    ['https://user@bank.test/', 'invalid_url'],
    ['/relative', 'invalid_url'],
    ['https://', 'invalid_url'],
    ['https://bank.test:0/', 'invalid_url'],
    ['https://bank.test:99999/', 'invalid_url'],
    ['https://bank.test/a\r\nX: y', 'invalid_url'],
    [' https://bank.test/', 'invalid_url'],
    ['https://1.2.3.4.5/', 'invalid_url'],
  ])('refuses %j as %s', async (url, code) => {
    expect(await codeOf(get(url))).toBe(code);
  });
});

describe('targets that are not public', () => {
  const hosts = `
    127.0.0.1 2130706433 0x7f.1 0x7f000001 017700000001 0177.0.0.1 127.1 0 0.0.0.0 127.0.0.1. [::1] [::]
    [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1] [64:ff9b::127.0.0.1] [2002:7f00:1::] [fe80::1] [fd00::1]
    [ff02::1] 169.254.169.254 0xa9fea9fe 100.64.0.1 10.0.0.1 240.0.0.1 ①②⑦.0.0.1
  `
    .trim()
    .split(/\s+/);
  test.each(hosts)('%s is refused before a connection is made', async (host) => {
    seen.connections = 0;
    for (const [scheme, port] of [
      ['https', securePort],
      ['http', plainPort],
    ]) {
      const url = `${scheme}://${host}:${port}/`;
      expect(await codeOf(get(url, { allowList: [], tls: { ca: authority.cert } }))).toBe('blocked_address');
    }
    expect(seen.connections).toBe(0);
  });

  test.each([
    ['private', ['10.0.0.1']],
    ['mapped', ['::ffff:127.0.0.1']],
    ['public and private mixed', ['93.184.216.34', '127.0.0.1']],
    ['nonsense', ['localhost']],
  ])('a name whose addresses are %s is refused', async (_name, addresses) => {
    const resolving = createOutboundClient({
      version: '1',
      resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    });
    expect(await codeOf(resolving.request({ method: 'GET', url: `https://rebind.test:${securePort}/` }))).toBe(
      'blocked_address',
    );
    await resolving.close();
  });

  test('a name that changes its address is resolved once for a connection, and checked each time', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    const resolve = vi.fn<Resolve>(async () => (answers.shift() ?? []).map((address) => ({ address, family: 4 })));
    const rebinding = createOutboundClient({ version: '1', resolve });
    const request = {
      method: 'GET',
      url: secure('/'),
      allowList: ['127.0.0.0/8'],
      tls: { ca: authority.cert },
    } as const;
    expect((await rebinding.request(request)).status).toBe(200);
    expect(resolve).toHaveBeenCalledTimes(1);
    const otherOrigin = { ...request, url: `https://bank.test:${plainPort}/` };
    expect(await codeOf(rebinding.request(otherOrigin))).toBe('blocked_address');
    expect(await codeOf(rebinding.request({ ...otherOrigin, allowList: ['10.0.0.0/8', '127.0.0.1'] }))).toBe(
      'dns_failed',
    );
    await rebinding.close();
  });

  test('the message does not tell which address the name has', async () => {
    await expect(get(secure('/secret?token=hunter2'), { allowList: [] })).rejects.toThrow(
      `https://bank.test:${securePort} is not a public address and not on the allow-list`,
    );
  });
});

describe('the allow-list', () => {
  test.each([
    ['the host', ['bank.test']],
    ['the host with its port', [`bank.test:${securePort}`, `bank.test:${plainPort}`]],
    ['the address', ['127.0.0.1']],
    ['a range', ['10.0.0.0/8', '127.0.0.0/8']],
  ])('opens https and http to %s', async (_name, allowList) => {
    expect((await get(secure('/'), { allowList })).status).toBe(200);
    expect((await get(`http://bank.test:${plainPort}/`, { allowList })).status).toBe(200);
  });

  test('opens nothing else: another host, port or range', async () => {
    for (const allowList of [['other.test'], ['bank.test:1'], ['10.0.0.0/8'], ['127.0.0.1:1']]) {
      expect(await codeOf(get(secure('/'), { allowList }))).toBe('blocked_address');
    }
    expect(await codeOf(get('http://bank.test/', { allowList: ['other.test'] }))).toBe('blocked_scheme');
    expect(await codeOf(get('http://93.184.216.34/', { allowList: ['10.0.0.0/8'] }))).toBe('blocked_scheme');
    expect(await codeOf(get(secure('/'), { allowList: ['*'] }))).toBe('invalid_request');
  });

  test('opens literal addresses in any notation', async () => {
    for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]']) {
      const url = `http://${host}:${plainPort}/`;
      expect((await get(url, { allowList: ['127.0.0.1'] })).status, host).toBe(200);
    }
  });
});

test('the caller can give up, before and during the request', async () => {
  expect(await codeOf(get(secure('/'), { signal: AbortSignal.abort() }))).toBe('aborted');
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 50);
  expect(await codeOf(get(secure('/drip'), { signal: controller.signal }))).toBe('aborted');
});

test('many requests at once all come through, over a bounded number of connections', async () => {
  const answers = await Promise.all(Array.from({ length: 200 }, () => get(secure('/'))));
  const ports = new Set(answers.map(({ body }) => JSON.parse(body.toString()).port));
  expect(answers.every(({ status, remoteAddress }) => status === 200 && remoteAddress === '127.0.0.1')).toBe(true);
  expect(ports.size).toBeLessThanOrEqual(16);
});

test('after close, requests under way end well and new ones are refused', async () => {
  const closing = createOutboundClient({ version: '1', resolve: async () => [{ address: '127.0.0.1', family: 4 }] });
  const request = { method: 'GET', url: secure('/'), allowList: ['bank.test'], tls: { ca: authority.cert } } as const;
  const underWay = closing.request(request);
  await Promise.all([closing.close(), underWay]);
  expect((await underWay).status).toBe(200);
  expect(await codeOf(closing.request(request))).toBe('aborted');
});
