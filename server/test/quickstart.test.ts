import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setOutboundAllowList } from '#modules/identity/index.ts';
import { createPersona } from '#modules/personas/index.ts';
import { findFreePort } from '#platform/db/embedded/free-port.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';
import { waitForAnalysis } from './harness/wait-for-analysis.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor({ sandbox: true, linksToItself: true });
});
afterAll(() => kontor.stop());

test('the five steps of the quick start, for a person', async () => {
  const { api } = await kontor.createWorkspace();
  const created = await api.post('/users', { type: 'person', automaticAnalysis: 'suspended' });
  expect(created.status).toBe(201);
  const user = `/users/${created.body.userId}`;
  const { accounts } = createPersona('employee', { until: '2026-10-31', seed: 3 });
  const uploaded = await api.post(`${user}/banking/accounts`, { accounts });
  expect(uploaded.status).toBe(201);
  const triggered = await api.post(`${user}/trigger-analysis`);
  expect(triggered.status).toBe(202);
  const correlationId = triggered.headers.get('finoos-correlation-id');
  expect(correlationId).toBe(triggered.body.correlationId);
  await waitForAnalysis(api, user, triggered.body.correlationId);
  const categorization = await api.get(`${user}/categorization?limit=500`);
  expect(categorization.body.transactions).toHaveLength(500);
  const income = await api.get(`${user}/analysis/person/income`);
  expect(income.body.salary.available).toBe(true);
  expect(income.body.salary.sources[0].frequency).toBe('MONTHLY');
});

test('path A as the script walks it: the end user connects the demo bank, webhooks tell the rest', async () => {
  const { run, clientId, clientSecret } = await kontor.createWorkspace();
  const receiver = `127.0.0.1:${await findFreePort()}`;
  await run((ctx) => setOutboundAllowList(ctx, [receiver]));
  const script = path.resolve(import.meta.dirname, '../../scripts/quickstart.ts');
  const args = [script, '--path', 'connect', '--url', kontor.url, '--receiver', receiver];
  const env = { ...process.env, KONTOR_CLIENT_ID: clientId, KONTOR_CLIENT_SECRET: clientSecret };
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  expect(stdout.match(/^⇠ .*/gm)?.sort()).toEqual([
    '⇠ analysis.completed',
    '⇠ connection.completed',
    '⇠ login.sync-completed',
  ]);
  expect(stdout).toContain('“Your bank is connected”');
  expect(stdout).toMatch(/"salary": \{\s+"available": true/);
  expect(stdout).not.toContain(clientSecret);
});
