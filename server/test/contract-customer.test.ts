/** Kontor as the callee of the endpoint contract: what its flows tell, who gets in, and our own checker's verdict. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiKey, revokeApiKey, rotateApiKey } from '#modules/identity/index.ts';
import { createPersona } from '#modules/personas/index.ts';
import { readArguments } from '../../packages/contract/src/cli/read-arguments.ts';
import { checkContract, DEFAULT_OPTIONS, type Endpoint } from '../../packages/contract/src/index.ts';
import { FLOWS } from '../src/modules/analysis/customer/customer.schemas.ts';
import { createApiClient } from './harness/api-client.ts';
import { createUser, upload } from './harness/bank-data.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';
import { waitForAnalysis } from './harness/wait-for-analysis.ts';

const PERSON = 'erika@example.com';
const COMPANY = 'office@example.com';
const NEWCOMER = 'new@example.com';

let kontor: TestKontor;
let workspace: TestWorkspace;
let key: string;
let person: string;

beforeAll(async () => {
  kontor = await startTestKontor();
  workspace = await kontor.createWorkspace();
  ({ apiKey: key } = await issue());
  [person] = await Promise.all([analyzed('employee', PERSON), analyzed('company', COMPANY)]);
  await createUser(workspace.api, { email: NEWCOMER });
});
afterAll(() => kontor.stop());

const issue = (scopes: ('read' | 'contract')[] = ['contract']) =>
  workspace.run((ctx) => createApiKey(ctx, { name: 'Agent', scopes }));
const ask = (query: Record<string, string>, credential: string | null = key) =>
  createApiClient(kontor.url, credential === null ? {} : { 'x-api-key': credential }).get(
    `/contract/customer?${new URLSearchParams(query).toString()}`,
  );

async function analyzed(persona: 'employee' | 'company', email: string): Promise<string> {
  const { user: fields, accounts } = createPersona(persona, { until: '2026-10-31', seed: 3 });
  const user = await createUser(workspace.api, { type: fields.type, email, externalId: `crm-${persona}` });
  await upload(workspace.api, user, ...accounts);
  const { body } = await workspace.api.post(`${user}/trigger-analysis`);
  await waitForAnalysis(workspace.api, user, body.correlationId);
  return user;
}

test('our own checker has no finding in any flow', async () => {
  const endpoints = FLOWS.map(
    (flow): Endpoint => ({
      name: flow,
      description: `Tells ${flow}.`,
      kind: 'read',
      method: 'GET',
      url: `${kontor.url}/contract/customer?flow=${flow}`,
      identifier: { place: 'query', name: 'email' },
      customers: { known: [PERSON, COMPANY], empty: NEWCOMER, unknown: 'nobody@example.com' },
      body: null,
      refusedBody: null,
      sample: null,
      rateLimitPerMinute: 6_000,
      effect: null,
    }),
  );
  const environment = { name: 'test', sandbox: true, otherKeys: [workspace.apiKey.replace(/.$/, '_')], all: [] };
  const options = { ...DEFAULT_OPTIONS, allowLoopbackHttp: true };
  const { verdicts, summary } = await checkContract({ environment, endpoints, options }, key);
  expect(verdicts.filter(({ outcome }) => outcome === 'finding')).toEqual([]);
  expect(verdicts.filter(({ outcome, rule }) => rule === 'null_when_empty' && outcome === 'kept')).toHaveLength(7);
  // A field that is null for everybody would tell nobody anything.
  const unused = summary.endpoints.flatMap(({ fields }) =>
    Object.entries(fields).filter(([, types]) => types.join() === 'null'),
  );
  expect(unused.map(([name]) => name)).toMatchInlineSnapshot(`
    [
      "main_account_overdraft_limit",
    ]
  `);
  // What was checked can be used as it is, by Kontor on the other side.
  const posted = await workspace.v2.post('/integrations/endpoint-proposals', {
    contractCheck: JSON.parse(JSON.stringify({ verdicts, summary })),
  });
  expect(posted.status, posted.text).toBe(200);
  const { id } = (await workspace.v2.post('/integrations', { name: 'Ourselves' })).body;
  for (const proposal of posted.body.endpoints) {
    const made = await workspace.v2.post(`/integrations/${id}/endpoints`, proposal);
    expect(made.status, made.text).toBe(201);
    expect(made.body).toMatchObject({ path: '/contract/customer', query: { email: '{email}' } });
    expect(made.body.expectedP95Ms).toBeGreaterThan(0);
    const declared = made.body.outputs.map(({ name }: { name: string }) => name);
    expect(Object.keys(made.body.sample).toSorted()).toEqual(declared.toSorted());
  }
  expect(posted.body.endpoints).toHaveLength(endpoints.length);
});

test('our own reference is enough for the checker to know the endpoint', () => {
  const document = readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8');
  const words = ['--openapi', 'openapi.json', '--base-url', kontor.url, '--sandbox'];
  const { plan } = readArguments(words, { CONTRACT_API_KEY: key }, () => document);
  expect(plan.endpoints.map(({ url, identifier }) => [url, identifier.name])).toEqual([
    [`${kontor.url}/contract/customer?flow=income`, 'customer_id'],
  ]);
});

describe('what the flows tell', () => {
  test('is what the analyses say', async () => {
    const [income, spending, budget, contracts] = await Promise.all(
      ['person/income', 'person/spending', 'person/household-budget']
        .map((name) => workspace.api.get(`${person}/analysis/${name}`))
        .concat(workspace.api.get(`${person}/contracts`)),
    ).then((answers) => answers.map(({ body }) => body));
    const [salary] = income.salary.sources;
    expect((await ask({ email: PERSON, flow: 'income' })).body).toMatchObject({
      customer_id: person.replace('/users/', ''),
      customer_type: 'person',
      has_analysis: true,
      currency: 'EUR',
      income_median: budget.income.median,
      salary_median: income.salary.median,
      child_benefit_median: income.childBenefit.median,
      salary_name: salary.name,
      salary_next_date: salary.nextExpectedDate,
    });
    expect((await ask({ email: PERSON, flow: 'spending' })).body).toMatchObject({
      spending_average: budget.spending.average,
      housing_median: spending.housing.median,
    });
    const active = contracts.contracts.filter(({ status }: { status: string }) => status === 'active');
    const { body: told } = await ask({ email: PERSON, flow: 'contracts' });
    expect(told.income_count + told.payment_count).toBe(active.length);
    expect((await ask({ email: PERSON })).body).toMatchObject({
      recurring_count: active.length,
      next_income_name: told.next_income_name,
    });
  });

  test('of a company comes with a forecast, of a newcomer is all null', async () => {
    const { body: cashflow } = await ask({ email: COMPANY, flow: 'cashflow' });
    expect(cashflow).toMatchObject({
      customer_type: 'company',
      forecast_month: '2026-11',
      forecast_net: expect.any(Number),
    });
    const { body: nothing } = await ask({ email: NEWCOMER, flow: 'cashflow' });
    expect(Object.keys(nothing)).toEqual(Object.keys(cashflow));
    const { customer_id: _id, customer_type: _type, has_analysis, ...rest } = nothing;
    expect([has_analysis, ...new Set(Object.values(rest))]).toEqual([false, null]);
  });

  test('is found by either id, in capitals too, and is somebody else’s for another workspace', async () => {
    const byId = await ask({ customer_id: person.replace('/users/', '') });
    expect(byId.status).toBe(200);
    expect((await ask({ customer_id: 'crm-employee' })).body).toEqual(byId.body);
    expect((await ask({ email: PERSON.toUpperCase() })).body).toEqual(byId.body);
    const stranger = await kontor.createWorkspace();
    expect(await ask({ email: PERSON }, stranger.apiKey)).toMatchObject({
      status: 404,
      body: { error: 'user_not_found', message: expect.any(String) },
    });
  });

  test.each([
    ['nobody', {}, '?email: say which customer'],
    ['both', { email: PERSON, customer_id: 'crm-employee' }, '?email: say which customer'],
    ['an unknown flow', { email: PERSON, flow: 'weather' }, '?flow: must be one of summary'],
  ])('is not asked for %s', async (_what, query, message) => {
    const answer = await ask(query);
    expect(answer).toMatchObject({ status: 400, body: { error: 'validation_failed' } });
    expect(answer.body.message).toContain(message);
    expect(Object.keys(answer.body)).toEqual(['error', 'message']);
  });
});

describe('a key', () => {
  test('needs the scope and the header; everything else is 401', async () => {
    const { apiKey: narrow } = await issue(['read']);
    for (const credential of [null, '', 'kontor_wrong', narrow]) {
      expect(await ask({ email: PERSON }, credential)).toMatchObject({ status: 401, body: { error: 'unauthorized' } });
    }
    const bearer = createApiClient(kontor.url, { authorization: `Bearer ${key}` });
    expect((await bearer.get(`/contract/customer?email=${PERSON}`)).status).toBe(401);
    expect((await createApiClient(kontor.url, { authorization: `Bearer ${key}` }).get('/v2/workspace')).status).toBe(
      403,
    );
  });

  test('is rotated while calls run, and revoked at once', async () => {
    const { apiKeyId, apiKey: old } = await issue();
    const endsAt = new Date(Date.now() + 300);
    const { apiKeyId: nextId, apiKey: next } = await workspace.run((ctx) => rotateApiKey(ctx, apiKeyId, endsAt));
    const status = async (credential: string) => (await ask({ email: NEWCOMER }, credential)).status;
    expect([await status(old), await status(next)]).toEqual([200, 200]);
    await expect.poll(() => status(old)).toBe(401);
    expect(await status(next)).toBe(200);
    await workspace.run((ctx) => revokeApiKey(ctx, nextId));
    expect(await status(next)).toBe(401);
    await expect(workspace.run((ctx) => rotateApiKey(ctx, nextId, endsAt))).rejects.toThrow('There is no API key');
  });
});
