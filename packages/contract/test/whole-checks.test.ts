import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkContract, type Endpoint, type Plan, type RuleId, type RunSummary, type Verdict } from '../src/index.ts';
import { authority, type FakeCompany, KEY, startFakeCompany } from './fake-company.testing.ts';
import { fakePlan } from './fake-plan.testing.ts';

let company: FakeCompany;
const folder = mkdtempSync(path.join(tmpdir(), 'kontor-contract-'));
const file = (name: string) => path.join(folder, name);

beforeAll(async () => {
  company = await startFakeCompany();
});
afterAll(() => {
  company.close();
  rmSync(folder, { recursive: true, force: true });
});

const of = (verdicts: Verdict[], rule: RuleId) => verdicts.filter((verdict) => verdict.rule === rule);
const outcomes = (verdicts: Verdict[], rule: RuleId) => [...new Set(of(verdicts, rule).map(({ outcome }) => outcome))];
const few = { calls: 3 };
const plan = (change: (read: Endpoint, write: Endpoint) => Endpoint[]): Plan => {
  const whole = fakePlan(company, few);
  const [read, write] = whole.endpoints as [Endpoint, Endpoint];
  return { ...whole, endpoints: change(read, write) };
};

describe('one convention', () => {
  test('identifiers in the query here and in the body there', async () => {
    const mixed = plan((read, write) => [read, { ...write, identifier: { place: 'body', name: 'customer_id' } }]);
    const { verdicts } = await checkContract(mixed, KEY);
    expect(outcomes(verdicts, 'one_identifier_place')).toEqual(['finding']);
    expect(of(verdicts, 'one_identifier_name')[0]?.evidence).toBe('email: read customer; customer_id: cancel');
  });

  test('a write by PATCH', async () => {
    const { verdicts } = await checkContract(
      plan((read, write) => [read, { ...write, method: 'PATCH' }]),
      KEY,
    );
    expect(of(verdicts, 'write_method').map(({ outcome }) => outcome)).toEqual(['kept', 'finding']);
  });
});

test('plain http may lead to https', async () => {
  const redirecting = await startFakeCompany({
    plainHttp: true,
    change: (reply, { request }) =>
      'encrypted' in request.socket
        ? reply
        : { ...reply, status: 308, headers: { location: 'https://api.example.com/' } },
  });
  const { verdicts } = await checkContract(fakePlan(redirecting, few), KEY);
  redirecting.close();
  expect(of(verdicts, 'no_plain_http')[0]).toMatchObject({ outcome: 'kept', evidence: expect.stringContaining('308') });
});

describe('what is not sent', () => {
  test('nothing over plain http, unless it is allowed on this machine', async () => {
    const plain = await startFakeCompany({ plainHttp: true });
    const http = { ...fakePlan(plain, few) };
    http.endpoints = http.endpoints.map((each) => ({
      ...each,
      url: each.url.replace(plain.url, `http://127.0.0.1:${plain.plainHttpPort}`),
    }));
    const refused = await checkContract(http, KEY);
    expect(outcomes(refused.verdicts, 'https_only')).toEqual(['finding']);
    expect(of(refused.verdicts, 'key_accepted')[0]?.evidence).toContain('the key would travel over plain http');
    const allowed = await checkContract({ ...http, options: { ...http.options, allowLoopbackHttp: true } }, KEY);
    plain.close();
    expect(allowed.verdicts.filter(({ outcome }) => outcome === 'finding')).toEqual([]);
    expect(outcomes(allowed.verdicts, 'https_only')).toEqual(['open']);
  });

  test('no write without being asked, and none outside a sandbox', async () => {
    const reads = { ...fakePlan(company, { ...few, write: false }) };
    const { verdicts, summary } = await checkContract(reads, KEY);
    expect(of(verdicts, 'write_success')[0]?.evidence).toContain('only with --write');
    expect(summary.endpoints[1]?.sample).toBeNull();
    const production = { ...fakePlan(company, few) };
    production.environment = { ...production.environment, name: 'production', sandbox: false };
    await expect(checkContract(production, KEY)).rejects.toThrow('production is not marked as one');
  });

  test('no customer’s values outside a sandbox', async () => {
    const wrong = await startFakeCompany({
      change: (reply, { cause }) =>
        cause === 'ok'
          ? { ...reply, json: { ...(reply.json as object), subscription_renews_at: '15.06.2026' } }
          : reply,
    });
    const reads = fakePlan(wrong, { ...few, write: false });
    reads.environment = { ...reads.environment, sandbox: false };
    const { summary, verdicts } = await checkContract(reads, KEY);
    wrong.close();
    const findings = verdicts.filter(({ outcome }) => outcome === 'finding');
    expect(findings.map(({ evidence }) => evidence)).toEqual(['subscription_renews_at is "00.00.0000"']);
    expect(summary.endpoints[0]?.sample?.answer).toMatchObject({ plan: '…', is_vip: false, refund_amount_cents: 0 });
    expect(JSON.stringify(summary)).not.toContain('ada@');
  });
});

describe('rate limit', () => {
  test.each([
    ['kept', 'a 429 that says when to come again', {}],
    [
      'finding',
      'a 429 without Retry-After',
      { change: (reply: { headers: object }) => ({ ...reply, headers: {} }) as never },
    ],
  ])('%s: %s', async (outcome, _what, fault) => {
    const limited = await startFakeCompany(fault, 60);
    const asked = fakePlan(limited, { ...few, write: false, burst: true }, 60);
    const { verdicts } = await checkContract(asked, KEY);
    limited.close();
    expect(of(verdicts, 'limit_answer')[0]?.outcome).toBe(outcome);
    expect(of(verdicts, 'limit_kept')[0]?.outcome).toBe('kept');
  });

  test('no 429 at all, and a limit that nobody told', async () => {
    const burst = { ...few, write: false, burst: true };
    const endless = await checkContract(fakePlan(company, burst, 20), KEY);
    expect(of(endless.verdicts, 'limit_answer')[0]?.outcome).toBe('finding');
    const untold = plan((read) => [{ ...read, rateLimitPerMinute: null }]);
    const { verdicts } = await checkContract(untold, KEY);
    expect(outcomes(verdicts, 'limit_declared')).toEqual(['open']);
  });
});

describe('drift', () => {
  test('what vanished, changed its name or its type, got slower or broke', async () => {
    const { summary } = await checkContract(fakePlan(company, few), KEY);
    const [read] = summary.endpoints;
    const before: RunSummary = structuredClone(summary);
    const old = before.endpoints[0];
    if (!read || !old) throw new Error('The read is missing in the saved run.');
    old.fields = { ...old.fields, legacy_score: ['number'], planName: ['string'], zip_code: ['number'] };
    old.fields.isVip = old.fields.is_vip ?? [];
    delete old.fields.is_vip;
    before.findings = [];
    const flapping = await startFakeCompany({
      async change(reply, { kind, cause }) {
        if (kind === 'read' && cause === 'ok') await new Promise((resolve) => setTimeout(resolve, 150));
        return { ...reply, type: cause === 'unknown' ? 'text/plain' : reply.type };
      },
    });
    old.latency = { ...(old.latency ?? { calls: 3, p95: null, p99: null, slowest: 1 }), p50: 1 };
    const { verdicts } = await checkContract(fakePlan(flapping, few), KEY, before);
    flapping.close();
    expect(of(verdicts, 'no_lost_fields')[0]?.evidence).toBe(
      'legacy_score has vanished; planName has vanished; isVip is called is_vip now',
    );
    expect(of(verdicts, 'no_changed_types')[0]?.evidence).toBe('zip_code was number and is string');
    expect(outcomes(verdicts, 'not_slower')).toContain('finding');
    expect(of(verdicts, 'no_new_findings')[0]?.evidence).toContain('json_errors (read customer)');
    const same = await checkContract(fakePlan(company, few), KEY, summary);
    expect(same.verdicts.filter(({ group, outcome }) => group === 12 && outcome === 'finding')).toEqual([]);
  });
});

describe('the command', () => {
  const run = (words: string[], key = KEY) =>
    new Promise<{ code: number | null; text: string }>((resolve) => {
      const cli = path.join(import.meta.dirname, '../src/cli.ts');
      const child = spawn(process.execPath, [cli, ...words], {
        env: { PATH: process.env.PATH, CONTRACT_API_KEY: key },
      });
      let text = '';
      child.stdout.on('data', (chunk) => (text += chunk));
      child.stderr.on('data', (chunk) => (text += chunk));
      child.on('close', (code) => resolve({ code, text }));
    });

  test('checks a curl line, writes every report, and keeps the key to itself', async () => {
    writeFileSync(file('ca.pem'), authority.cert);
    const line = `curl -X GET "${company.url}/customer?flow=full&email=ada@example.com" -H "x-api-key: ${KEY}"`;
    const reports = ['--json', file('run.json'), '--junit', file('junit.xml'), '--save', file('saved.json')];
    const handoffs = ['--handoff', file('handoff.md'), '--handoff', file('handoff.html')];
    const where = ['--sandbox', '--ca', file('ca.pem'), '--plain-http-port', String(company.plainHttpPort)];
    const what = ['--customer', 'ada@example.com', '--customer', 'bob@example.com', '--rate-limit', '600'];
    const { code, text } = await run(['check', '--curl', line, ...what, ...where, ...reports, ...handoffs], '');
    expect(text).toContain('No finding.');
    expect(code).toBe(0);
    expect(readFileSync(file('junit.xml'), 'utf8')).toMatch(/<testsuites .* failures="0"/);
    expect(readFileSync(file('handoff.md'), 'utf8')).toContain('-H "x-api-key: $CONTRACT_API_KEY"');
    expect(readFileSync(file('handoff.html'), 'utf8')).toContain('<td>600 requests per minute</td>');
    const written = ['run.json', 'junit.xml', 'saved.json', 'handoff.md', 'handoff.html'].map((name) =>
      readFileSync(file(name), 'utf8'),
    );
    expect([text, ...written].join()).not.toContain(KEY);
  });

  test('says 1 when the contract is broken, 2 when it could not be run', async () => {
    const address = `${company.url}/customer?email=ada@example.com`;
    const untrusted = await run(['check', address]);
    expect([untrusted.code, untrusted.text]).toEqual([1, expect.stringContaining('UNABLE_TO_VERIFY_LEAF_SIGNATURE')]);
    const [keyless, writing] = await Promise.all([run(['check', address], ''), run(['check', address, '--write'])]);
    expect([keyless.code, keyless.text]).toEqual([2, expect.stringContaining('CONTRACT_API_KEY')]);
    expect([writing.code, writing.text]).toEqual([2, expect.stringContaining('--sandbox')]);
  });
});
