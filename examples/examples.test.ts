/** Each example as its README says to run it, against one Kontor. `company-api/` has a test of its own. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createKontor } from 'kontor-sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setOutboundAllowList } from '../server/src/modules/identity/index.ts';
import { rotateTokenSecret } from '../server/src/modules/integrations/customer/customer-token.ts';
import { createPersona, type PersonaName } from '../server/src/modules/personas/index.ts';
import { findFreePort } from '../server/src/platform/db/embedded/free-port.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from '../server/test/harness/test-kontor.ts';
import { createSite } from './widget-page/site.ts';

let kontor: TestKontor;
let workspace: TestWorkspace;
beforeAll(async () => {
  kontor = await startTestKontor();
  workspace = await kontor.createWorkspace();
});
afterAll(() => kontor.stop());

const environment = (more: Record<string, string> = {}) => ({
  ...process.env,
  KONTOR_URL: kontor.url,
  KONTOR_CLIENT_ID: workspace.clientId,
  KONTOR_CLIENT_SECRET: workspace.clientSecret,
  KONTOR_API_KEY: workspace.apiKey,
  ...more,
});

interface Ended {
  stdout: string;
  stderr: string;
  code: number | string;
}

function run(command: string, example: string, ...args: string[]): Promise<Ended> {
  const cwd = path.join(import.meta.dirname, example);
  return new Promise((resolve) => {
    execFile(command, args, { cwd, env: environment() }, (error, stdout, stderr) => {
      resolve({ stdout, stderr, code: error ? (error.code ?? 'killed') : 0 });
    });
  });
}
const runNode = (example: string, ...args: string[]) => run(process.execPath, example, ...args);
const sdk = () => createKontor({ baseUrl: kontor.url, ...workspace });

describe('The quick start', () => {
  test('in TypeScript', async () => {
    const { stdout, stderr } = await runNode('quick-start', 'quick-start.ts');
    expect(stdout, stderr).toMatch(/median: 2950,.*frequency: 'MONTHLY'/s);
  });

  test('with curl', async () => {
    const { stdout, stderr } = await run('bash', 'quick-start', 'quick-start.sh');
    expect(stdout, stderr).toMatch(/"median":2950,.*"frequency":"MONTHLY"/s);
  });

  test('in Python', async ({ skip }) => {
    const { code } = await run('python3', 'quick-start', '--version');
    skip(code === 'ENOENT', 'python3 is not installed here');
    const { stdout, stderr } = await run('python3', 'quick-start', 'quick-start.py');
    expect(stdout, stderr).toMatch(/"median": 2950,.*"frequency": "MONTHLY"/s);
  });
});

describe('The affordability check', () => {
  async function check(name: PersonaName, instalment: string) {
    const { user, accounts } = createPersona(name, { until: '2026-10-31', seed: 3 });
    const { userId } = await sdk().createUser({ body: { ...user, automaticAnalysis: 'suspended' } });
    await sdk().uploadAccounts({ userId, body: { accounts } });
    const { correlationId } = await sdk().triggerAnalysis({ userId });
    await sdk().waitForAnalysis({ userId, correlationId });
    return runNode('affordability-check', 'main.ts', user.email ?? '', instalment);
  }

  test('says yes to somebody with a salary, and shows the bookings it comes from', async () => {
    const { stdout, stderr, code } = await check('employee', '250');
    expect(stdout, stderr).toMatch(/kept {4}income is regular: \d{4}\.\d\d EUR a month\n +2026-10-\d\d +\d{4}\.\d\d/);
    expect(stdout.split('\n').filter((line) => line.startsWith('BROKEN'))).toEqual([]);
    expect({ last: stdout.trim().split('\n').at(-1), code }).toEqual({ last: 'Decision: yes', code: 0 });
  });

  test('says no to somebody with too many instalments', async () => {
    const { stdout, code } = await check('over-indebted', '250');
    expect(stdout).toMatch(/BROKEN {2}not too many instalments: .*\n +\d{4}-\d\d-\d\d +-\d+\.\d\d {2}/);
    expect({ last: stdout.trim().split('\n').at(-1), code }).toEqual({ last: 'Decision: no', code: 4 });
  });

  test('refers somebody who gambles', async () => {
    const { stdout, code } = await check('gambler', '20');
    expect(stdout).toMatch(/BROKEN {2}little gambling: \d+\.\d\d EUR a month/);
    expect({ stdout, code }).toMatchObject({ code: 3 });
  });
});

describe('The webhook receiver', () => {
  let folder: string;
  let child: ChildProcess;
  let said: string[];
  const waitFor = (text: string) => expect.poll(() => said.filter((line) => line.includes(text)).length).toBe(1);
  const start = async (port: number, secret: string) => {
    const env = environment({ KONTOR_WEBHOOK_SECRET: secret, INBOX: folder, PORT: String(port) });
    said = [];
    child = spawn(process.execPath, ['main.ts'], {
      cwd: path.join(import.meta.dirname, 'webhook-receiver'),
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (child.stdout) createInterface(child.stdout).on('line', (line) => said.push(line));
    await waitFor('Waiting for webhooks');
  };
  const stop = async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'kontor-inbox-'));
  });
  afterAll(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('works each event once: sent twice, refused without a signature, and remembered after a crash', async () => {
    const port = await findFreePort();
    const url = `http://127.0.0.1:${port}/kontor`;
    await workspace.run((ctx) => setOutboundAllowList(ctx, [`127.0.0.1:${port}`]));
    const created = await runNode('webhook-receiver', 'create-webhook.ts', url);
    const secret = created.stdout.trim();
    expect(secret, created.stderr).toMatch(/^whsec_/);
    await start(port, secret);

    expect((await runNode('quick-start', 'quick-start.ts')).code).toBe(0);
    await waitFor('analysis.completed');
    expect(said.at(-1)).toMatch(/salary of \S+ is 2950 EUR$/);

    const [webhook] = (await sdk().listWebhooks()).webhooks;
    if (!webhook) throw new Error('The webhook is missing');
    const { webhookId } = webhook;
    await expect.poll(() => readdirSync(folder).filter((name) => name.endsWith('.done'))).toHaveLength(1);
    await stop();
    await start(port, secret);
    const read = async () => (await sdk().listWebhookDeliveries({ webhookId })).deliveries[0];
    await expect.poll(async () => (await read())?.status).toBe('delivered');
    const attempts = (await read())?.attempts.length ?? 0;
    await sdk().redeliverWebhookDelivery({ webhookId, deliveryId: (await read())?.deliveryId ?? '' });
    await expect.poll(async () => (await read())?.attempts.length).toBe(attempts + 1);
    await sdk().testWebhook({ webhookId });
    await waitFor('webhook.test');
    // Events are worked in their order, so the one that came again would stand before.
    expect(said.filter((line) => line.startsWith('analysis.completed'))).toEqual([]);

    const forged = { method: 'POST', headers: { 'webhook-id': 'x', 'webhook-signature': 'v1,AAAA' }, body: '{}' };
    expect((await fetch(url, forged)).status).toBe(400);
    const huge = { method: 'POST', body: 'x'.repeat(1_000_001) };
    expect((await fetch(url, huge)).status).toBe(413);
  });
});

test('the page with the chat: whoever is signed in is told of their own money, and nobody else', async () => {
  await sdk().createAgent({ body: { name: 'Robin' } });
  const made = await runNode('widget-page', 'create-widget.ts', 'http://127.0.0.1:4802');
  const widgetId = made.stdout.trim();
  expect(widgetId, made.stderr).toMatch(/^[\w-]+$/);
  const { secret: tokenSecret } = await workspace.run(rotateTokenSecret);
  const site = createSite({ kontorUrl: kontor.url, widgetId, tokenSecret });
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  try {
    const address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    const read = async (page: string) => (await fetch(address + page)).text();
    expect(await read('/')).toContain(`src="${kontor.url}/widget.js" data-widget="${widgetId}" async`);
    const token = (await read('/account')).match(/data-token="([\w.-]+)"/)?.[1] ?? '';
    const frame = await fetch(`${kontor.url}/widget/${widgetId}`);
    expect(frame.headers.get('content-security-policy')).toContain('frame-ancestors http://127.0.0.1:4802');
    await workspace.api.post('/users', { type: 'person', externalId: 'demo-lena-hoffmann' });
    const said = await kontor.anonymous.post(`/widget/${widgetId}/messages`, {
      ...{ content: 'Hi', session: null, customerToken: token },
    });
    expect(said.status, said.text).toBe(200);
    const [conversation] = (await sdk().listInbox()).conversations;
    expect(conversation).toMatchObject({ customer: { externalId: 'demo-lena-hoffmann' } });
  } finally {
    site.close();
  }
});
