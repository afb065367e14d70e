/** The authorisation of a consent against a bank behind real TLS that wants certificates. */
import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { ConnectAnswer, ConnectStep, ProviderState } from '../provider.types.ts';
import type { BankCall, BankReply } from '../sandbox/bank.types.ts';
import { authority, qseal, startFakeBank } from './fake-bank.testing.ts';

const bank = await startFakeBank();
const provider = bank.provider();
beforeEach(() => bank.behaveWell());
afterAll(() => bank.close());

const start = (bankId = 'sandbox-code', by = provider) =>
  by.start(bank.present, {
    ...{ bankId, accountType: null, recurring: true, language: 'en' as const },
    redirectUri: 'https://kontor.test/back?state=s1',
  });
const credentials = (userId: string, password = '12345'): ConnectAnswer => ({
  kind: 'credentials',
  values: { userId, password },
});
const go = (state: ProviderState, answer: ConnectAnswer, by = provider) => by.proceed(bank.present, state, answer);

/** Up to the question for the code. */
async function untilCode(userName: string, by = provider) {
  const chosen = await go((await start('sandbox-code', by)).state, credentials(userName), by);
  return chosen.step.kind === 'choose-method' ? go(chosen.state, { kind: 'method', methodId: 'chip' }, by) : chosen;
}

const header = (call: BankCall | undefined, name: string) => String(call?.headers[name] ?? '');

describe('every request', () => {
  test('has an id of its own, the user and their address, and a digest signed by the QSEAL', async () => {
    await untilCode('employee');
    expect(new Set(bank.seen.map((call) => header(call, 'x-request-id'))).size).toBe(bank.seen.length);
    const consent = bank.seen.find(({ path }) => path.length === 2);
    expect(header(consent, 'psu-ip-address')).toBe('203.0.113.7');
    expect(header(consent, 'tpp-redirect-uri')).toBe('https://kontor.test/back?state=s1');
    expect(header(consent, 'tpp-nok-redirect-uri')).toBe('https://kontor.test/back?state=s1&refused=1');
    for (const call of bank.seen) {
      const digest = `SHA-256=${createHash('sha256').update(call.body).digest('base64')}`;
      expect(header(call, 'digest')).toBe(digest);
      const fields = Object.fromEntries(
        [...header(call, 'signature').matchAll(/(\w+)="([^"]*)"/g)].map((m) => [m[1], m[2]]),
      );
      expect(fields.algorithm).toBe('rsa-sha256');
      const certificate = new X509Certificate(Buffer.from(header(call, 'tpp-signature-certificate'), 'base64'));
      expect(certificate.fingerprint256).toBe(new X509Certificate(qseal.cert).fingerprint256);
      expect(fields.keyId).toBe(`SN=${certificate.serialNumber},CA=CN=Test QTSP`);
      const names = String(fields.headers).split(' ');
      expect(names).toEqual(expect.arrayContaining(['digest', 'x-request-id', 'date']));
      if (call === consent) expect(names).toEqual(expect.arrayContaining(['psu-id', 'tpp-redirect-uri']));
      const text = names.map((name) => `${name}: ${header(call, name)}`).join('\n');
      const signature = Buffer.from(String(fields.signature), 'base64');
      expect(verify('sha256', Buffer.from(text), createPublicKey(qseal.cert), signature)).toBe(true);
    }
  });

  test('carries our client certificate: without one the bank is not reached', async () => {
    const bare = bank.provider({}, { tls: { ca: authority.cert } });
    const { step } = await go((await start('sandbox-code', bare)).state, credentials('employee'), bare);
    expect(step).toMatchObject({ kind: 'failed', problem: 'bank_unavailable', canRetry: true });
  });
});

describe('the embedded form', () => {
  test.each([
    ['sms', { text: null, codeLength: 6, digitsOnly: true }],
    ['chip', { text: 'Startcode 24180017', imagePng: null }],
    ['photo', { imagePng: expect.stringMatching(/^iVBORw0KGgo/) }],
  ])('%s: shows what the method needs', async (methodId, challenge) => {
    const chosen = await go((await start()).state, credentials('employee'));
    const { step } = await go(chosen.state, { kind: 'method', methodId });
    expect(step).toMatchObject({ kind: 'enter-code', method: { id: methodId }, challenge });
    expect((step as { message: string }).message).toContain('123456');
  });

  test('a method can be approval in the app', async () => {
    const chosen = await go((await start()).state, credentials('employee'));
    const asked = await go(chosen.state, { kind: 'method', methodId: 'app' });
    expect(asked.step).toMatchObject({ kind: 'approve-in-app', method: { type: 'PUSH_OTP' }, retryAfterMs: 2_000 });
    expect((asked.step as { message: string }).message).toContain('App');
  });

  test('a single method is not asked for', async () => {
    expect((await untilCode('student')).step).toMatchObject({ kind: 'enter-code', method: { id: 'sms' } });
  });

  test('an authorisation that we start by ourselves works too, with and without the password in its beginning', async () => {
    for (const link of ['startAuthorisation', 'startAuthorisationWithPsuAuthentication']) {
      bank.behave((reply, { path, method }) => {
        if (method !== 'POST' || path.length !== 2) return reply;
        const body = reply.body as { consentId: string };
        return {
          ...reply,
          body: { ...body, _links: { [link]: { href: `/sandbox-code/v1/consents/${body.consentId}/authorisations` } } },
        };
      });
      const asked = await untilCode('employee');
      const done = await go(asked.state, { kind: 'code', code: '123 456' });
      expect(done.step).toMatchObject({ kind: 'authorised' });
    }
  });

  test('a wrong PIN may be tried again; the third locks', async () => {
    const user = 'family.gap';
    const first = await go((await start()).state, credentials(user, '1'));
    expect(first.step).toMatchObject({ kind: 'credentials', problem: 'wrong_credentials' });
    expect(JSON.stringify(first.state)).not.toContain('wrong_credentials');
    const second = await go(first.state, credentials(user, '2'));
    expect(second.step).toMatchObject({ kind: 'credentials', problem: 'wrong_credentials' });
    const third = await go(second.state, credentials(user, '3'));
    expect(third.step).toMatchObject({ kind: 'failed', problem: 'login_locked', canRetry: false });
  });

  test('a wrong code may be tried again; after the third the bank gives up', async () => {
    const asked = await untilCode('employee');
    for (const code of ['1', '2']) {
      const again = await go(asked.state, { kind: 'code', code });
      expect(again.step).toMatchObject({ kind: 'enter-code', problem: 'wrong_code' });
    }
    const last = await go(asked.state, { kind: 'code', code: '3' });
    expect(last.step).toMatchObject({ kind: 'failed', problem: 'wrong_code', canRetry: true });
  });

  test('no password and no code is ever in the state', async () => {
    const asked = await untilCode('employee');
    const done = await go(asked.state, { kind: 'code', code: '123456' });
    for (const { state } of [asked, done]) expect(JSON.stringify({ ...state, step: null })).not.toMatch(/12345/);
  });
});

describe('answers that come twice', () => {
  test('a code sent again after a reload finds the authorised consent', async () => {
    const asked = await untilCode('employee');
    const once = await go(asked.state, { kind: 'code', code: '123456' });
    const twice = await go(asked.state, { kind: 'code', code: '123456' });
    expect(twice.step).toEqual(once.step);
  });

  test('an answer to another step gets the last step again, without a request', async () => {
    const asked = await untilCode('employee');
    bank.seen.length = 0;
    for (const answer of [
      credentials('employee'),
      { kind: 'poll' },
      { kind: 'returned', query: {} },
    ] as ConnectAnswer[]) {
      expect(await go(asked.state, answer)).toEqual(asked);
    }
    expect(bank.seen).toEqual([]);
  });

  test('credentials sent again from a second tab begin another consent', async () => {
    const { state } = await start();
    const steps = await Promise.all([go(state, credentials('employee')), go(state, credentials('employee'))]);
    expect(steps.map(({ step }) => step.kind)).toEqual(['choose-method', 'choose-method']);
  });
});

describe('a bank that does not behave', () => {
  const onConsent = (change: (reply: BankReply) => BankReply) =>
    bank.behave((reply, { path, method }) => (method === 'POST' && path.length === 2 ? change(reply) : reply));
  const withLinks = (links: object) =>
    onConsent((reply) => ({ ...reply, body: { ...(reply.body as object), _links: links } }));
  const stepAfterLogin = async (): Promise<ConnectStep> =>
    (await go((await start()).state, credentials('employee'))).step;

  test.each([
    ['a link to another host', { updatePsuAuthentication: { href: 'https://evil.test/v1/x' } }],
    ['a link to our own network', { updatePsuAuthentication: { href: 'http://127.0.0.1:22/' } }],
    ['no link at all', {}],
    ['an address that runs a script', { scaRedirect: { href: 'javascript:alert(1)' } }],
    ['a plain http address', { scaRedirect: { href: 'http://bank.test/login' } }],
  ])('%s is no way to go', async (_, links) => {
    withLinks(links);
    expect(await stepAfterLogin()).toMatchObject({ kind: 'failed', problem: 'bank_unavailable' });
    expect(bank.seen.filter(({ body }) => body.includes('password'))).toEqual([]);
  });

  test('a bank that asks for the password again and again gets it once', async () => {
    bank.behave((reply, { path, body }) =>
      body.includes('psuData')
        ? {
            status: 200,
            body: {
              scaStatus: 'received',
              _links: { updatePsuAuthentication: { href: `/${['sandbox-code', ...path].join('/')}` } },
            },
          }
        : reply,
    );
    expect(await stepAfterLogin()).toMatchObject({ kind: 'failed', problem: 'bank_unavailable' });
    expect(bank.seen.filter(({ body }) => body.includes('psuData'))).toHaveLength(1);
  });

  test.each<[string, BankReply, object]>([
    ['500 without a body', { status: 500 }, { problem: 'bank_unavailable', canRetry: true }],
    ['503', { status: 503, body: { tppMessages: [{ code: 'SERVICE_UNAVAILABLE' }] } }, { problem: 'bank_unavailable' }],
    [
      'a page instead of JSON',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<p>' },
      { problem: 'bank_unavailable' },
    ],
    ['broken JSON', { status: 201, body: '{"consentId": ' }, { problem: 'bank_unavailable' }],
    [
      'a consent without id',
      { status: 201, body: { consentStatus: 'received', _links: {} } },
      { problem: 'bank_unavailable' },
    ],
    ['429', { status: 429, headers: { 'retry-after': '30' } }, { problem: 'too_many_requests', canRetry: false }],
    [
      'blocked',
      { status: 403, body: { tppMessages: [{ code: 'SERVICE_BLOCKED' }], psuMessage: 'Rufen Sie uns an' } },
      { problem: 'login_locked', message: 'Rufen Sie uns an' },
    ],
    [
      'an unknown no',
      { status: 400, body: { tppMessages: [{ code: 'FORMAT_ERROR' }] } },
      { problem: 'bank_unavailable' },
    ],
  ])('%s', async (_, reply, expected) => {
    onConsent(() => reply);
    expect(await stepAfterLogin()).toMatchObject({ kind: 'failed', ...expected });
  });

  test('a consent that the bank authorises but does not grant', async () => {
    const asked = await untilCode('employee');
    bank.behave((reply, { path }) =>
      path.at(-1) === 'status' ? { status: 200, body: { consentStatus: 'partiallyAuthorised' } } : reply,
    );
    const { step } = await go(asked.state, { kind: 'code', code: '123456' });
    expect(step).toMatchObject({ kind: 'failed', problem: 'consent_refused' });
  });

  test('one that is too slow', async () => {
    const hasty = bank.provider({}, { timeoutMs: 50 });
    bank.behave((reply) => new Promise((resolve) => setTimeout(resolve, 150, reply)));
    const { step } = await go((await start('sandbox-code', hasty)).state, credentials('employee'), hasty);
    expect(step).toMatchObject({ kind: 'failed', problem: 'bank_unavailable' });
  });
});
