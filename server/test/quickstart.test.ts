import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPersona } from '#modules/personas/index.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';
import { waitForAnalysis } from './harness/wait-for-analysis.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
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
