/**
 * Long because one server and one company serve all of it. Actions in the company's own systems: done once, known or kept for a
 * person, tried without doing it.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunAction, runAction } from '#modules/integrations/index.ts';
import { createUser } from '#modules/users/index.ts';
import { BUDGETS, type Budgets } from '../src/modules/integrations/call/budgets.ts';
import { deleteOldRecords, endAbandonedRuns } from '../src/modules/integrations/settle-runs.ts';
import {
  COMPANY_KEY,
  type CompanyAnswer,
  type CompanyHandler,
  type FakeCompany,
  startFakeCompany,
} from '../src/modules/integrations/testing/fake-company.ts';
import { adminQuery } from './harness/databases.ts';
import {
  CANCEL,
  createIntegrationScene,
  detachedContext,
  type IntegrationScene,
  LOOKUP,
} from './harness/integration-scene.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';

let kontor: TestKontor;
let company: FakeCompany;
let offsetMs = 0;
const CUSTOMER = { customer_id: 'cus_1', plan: 'Pro', is_vip: false };
const DONE = { success: true, message: 'Cancelled.', confirmation_id: 'conf_1', refund_amount_cents: 4_900 };
const QUICK: Budgets = { ...BUDGETS, write: { ...BUDGETS.write, hardMs: 1_500, firstTryMs: 700 } };

beforeAll(async () => {
  company = await startFakeCompany();
  kontor = await startTestKontor({ worker: false, now: () => new Date(Date.now() + offsetMs) });
});
afterAll(async () => {
  await kontor.stop();
  await company.close();
});
beforeEach(() => {
  company.requests.length = 0;
  offsetMs = 0;
});

/** Answers the look-up, and leaves the write to `handler`. */
const answerWrites = (handler: CompanyHandler) =>
  company.answer((request) => (request.method === 'GET' ? { body: CUSTOMER } : handler(request)));
const writes = () => company.requests.filter(({ method }) => method !== 'GET');

async function actionScene(over: object = {}) {
  const scene = await createIntegrationScene(kontor, company);
  const lookupId = await scene.endpoint(LOOKUP);
  const cancelId = await scene.endpoint(CANCEL, over);
  return { ...scene, lookupId, cancelId, actionId: await scene.cancelAction(lookupId, cancelId) };
}

let runs = 0;
function run(scene: IntegrationScene & { actionId: string }, over: Partial<RunAction> = {}, budgets = QUICK) {
  const customer = { userKey: null, externalId: null, email: 'a@example.com', verifiedBy: 'user_attributes' as const };
  const ctx = detachedContext(kontor, scene.workspaceId);
  const about = { botId: scene.botId, conversationId: null, environment: 'production' as const };
  runs += 1;
  return runAction(
    ctx,
    { ...about, actionId: scene.actionId, runKey: `run-${runs}`, customer, inputs: { reason: 'too dear' }, ...over },
    budgets,
  );
}

describe('an action', () => {
  test('uses earlier answers in later calls, and hands out typed outputs', async () => {
    answerWrites(() => ({ body: DONE }));
    const scene = await actionScene();
    const { state, outputs, steps } = await run(scene);
    expect(state).toBe('done');
    expect(outputs).toEqual({
      confirmation_id: 'conf_1',
      refund: 49,
      success: true,
      message: 'Cancelled.',
      error_code: null,
    });
    expect(steps.map(({ step, outcome }) => [step, outcome])).toEqual([
      ['lookup', 'ok'],
      ['cancel', 'ok'],
    ]);
    expect(writes()).toMatchObject([
      {
        path: '/production/customers/cus_1/cancellation',
        body: { reason: 'too dear' },
        headers: { 'x-api-key': COMPANY_KEY },
      },
    ]);
    expect(writes()[0]?.headers['idempotency-key']).toMatch(/^kontor-[0-9a-f-]{36}-cancel$/);
  });

  test('that the company refuses tells its code, and one whose condition does not hold does nothing', async () => {
    const scene = await actionScene();
    answerWrites(() => ({ body: { success: false, message: 'Already done.', error_code: 'ALREADY_CANCELLED' } }));
    expect(await run(scene)).toMatchObject({
      state: 'refused',
      outputs: { success: false, error_code: 'ALREADY_CANCELLED', message: 'Already done.', confirmation_id: null },
    });
    company.answer(() => ({ body: { ...CUSTOMER, is_vip: true } }));
    company.requests.length = 0;
    expect(await run(scene)).toMatchObject({
      state: 'failed',
      outputs: { success: false, error_code: 'NOTHING_TO_DO' },
    });
    expect(writes()).toEqual([]);
  });

  test('without a customer whom somebody vouches for calls nothing', async () => {
    const scene = await actionScene();
    expect(await run(scene, { customer: null })).toMatchObject({
      state: 'failed',
      outputs: { error_code: 'MISSING_INPUT' },
    });
    expect(company.requests).toEqual([]);
  });

  test('takes only inputs that are declared, with their types', async () => {
    const scene = await actionScene();
    await expect(run(scene, { inputs: { reason: 3, email: 'other@example.com' } })).rejects.toMatchObject({
      errors: [
        { path: '/inputs/reason', message: 'must be a string' },
        { path: '/inputs/email', message: 'is no input of this action' },
      ],
    });
  });

  test('is done once per key, told again, and never for other inputs', async () => {
    answerWrites(() => ({ body: DONE, delayMs: 20 }));
    const scene = await actionScene();
    const results = await Promise.all(Array.from({ length: 5 }, () => run(scene, { runKey: 'agreed' })));
    expect(writes()).toHaveLength(1);
    // The others find it under way, or done already.
    const states = results.map(({ state }) => state);
    expect(states).toContain('done');
    expect(states.filter((state) => state !== 'done' && state !== 'running')).toEqual([]);
    expect(await run(scene, { runKey: 'agreed' })).toMatchObject({
      state: 'done',
      outputs: { confirmation_id: 'conf_1' },
    });
    await expect(run(scene, { runKey: 'agreed', inputs: { reason: 'other' } })).rejects.toMatchObject({
      definition: { code: 'run_key_reused' },
    });
    expect(writes()).toHaveLength(1);
  });
});

describe('a write of which nobody knows', () => {
  const faults: [string, CompanyAnswer][] = [
    ['500', { status: 500, body: {} }],
    ['503', { status: 503, body: {} }],
    ['a connection that ends', { drops: true }],
    ['silence', { delayMs: 2_000, body: DONE }],
    ['HTML', { text: '<h1>Done</h1>', headers: { 'content-type': 'text/html' } }],
    ['"true"', { body: { ...DONE, success: 'true' } }],
  ];
  test.each(faults)('is not made again after %s, and waits for a person', async (_, fault) => {
    answerWrites(() => fault);
    const scene = await actionScene();
    const { state, outputs, runId } = await run(scene);
    expect([state, outputs.success, outputs.error_code]).toEqual(['unknown', null, 'OUTCOME_UNKNOWN']);
    expect(writes()).toHaveLength(1);
    const open = await scene.v2.get('/action-runs?open=true');
    expect(open.body.runs).toMatchObject([
      { id: runId, state: 'unknown', step: 'cancel', inputs: { reason: 'too dear' } },
    ]);
    const { rows } = await adminQuery(
      kontor.adminUrl,
      `select data from events where workspace_id = $1 and type = 'action.outcome-unknown'`,
      [scene.workspaceId],
    );
    expect(rows).toMatchObject([{ data: { runId, actionName: 'Cancel the subscription' } }]);
    const settled = await scene.v2.post(`/action-runs/${runId}/settle`, { settledAs: 'not_done', note: 'Not there.' });
    expect(settled.body).toMatchObject({ settledAs: 'not_done', settledBy: expect.stringContaining('api-key:') });
    expect((await scene.v2.post(`/action-runs/${runId}/settle`, { settledAs: 'done' })).status).toBe(409);
    expect((await scene.v2.get('/action-runs?open=true')).body.runs).toEqual([]);
  });

  test('is made once more, with the same key, where the company honours it', async () => {
    const scene = await actionScene({ honoursIdempotencyKey: true });
    let calls = 0;
    answerWrites(() => (++calls === 1 ? { drops: true } : { body: DONE }));
    expect(await run(scene)).toMatchObject({ state: 'done', steps: [{ attempts: 1 }, { attempts: 2 }] });
    const keys = new Set(writes().map(({ headers }) => headers['idempotency-key']));
    expect([writes().length, keys.size]).toEqual([2, 1]);
    // A refusal after a try that may have worked is no proof that it did not.
    calls = 0;
    answerWrites(() => (++calls === 1 ? { drops: true } : { status: 409, body: {} }));
    expect((await run(scene)).state).toBe('unknown');
  });

  test.each([400, 401, 404, 409, 422, 429])('is another than one that %i has refused', async (status) => {
    answerWrites(() => ({ status, body: { error: 'x', message: 'internal detail' } }));
    const scene = await actionScene();
    const result = await run(scene);
    expect(result).toMatchObject({
      state: 'failed',
      outputs: { success: false, message: null, error_code: 'SYSTEM_UNAVAILABLE' },
    });
    expect(JSON.stringify(result)).not.toContain('internal detail');
  });

  test('stays one when the process ends in the middle, and nothing else does', async () => {
    const scene = await actionScene();
    const insert = (runKey: string, hasWritten: boolean) =>
      adminQuery(
        kontor.adminUrl,
        `insert into action_runs (run_id, workspace_id, action_id, action_name, environment, run_key, state, has_written, inputs, started_at)
         values (gen_random_uuid(), $1, $2, 'Cancel', 'production', $3, 'running', $4, '{}', now() - interval '5 minutes')`,
        [scene.workspaceId, scene.actionId, runKey, hasWritten],
      );
    await insert('began', true);
    await insert('only read', false);
    await endAbandonedRuns(kontor.services);
    const { body } = await scene.v2.get('/action-runs');
    const told = new Map(body.runs.map((each: { state: string }) => [each.state, each]));
    expect(told.size).toBe(2);
    expect(told.get('failed')).toMatchObject({
      failure: 'interrupted',
      outputs: { success: false, message: null, error_code: 'SYSTEM_UNAVAILABLE' },
    });
    expect(told.get('unknown')).toMatchObject({
      failure: 'interrupted',
      outputs: { success: null, message: null, error_code: 'OUTCOME_UNKNOWN' },
    });
  });
});

test('old runs and figures go, but nothing that waits for a person', async () => {
  answerWrites(() => ({ status: 500, body: {} }));
  const scene = await actionScene();
  await run(scene);
  answerWrites(() => ({ body: DONE }));
  await run(scene);
  await adminQuery(
    kontor.adminUrl,
    `update action_runs set ended_at = now() - interval '200 days' where workspace_id = '${scene.workspaceId}'`,
  );
  await adminQuery(
    kontor.adminUrl,
    `update endpoint_calls set called_at = now() - interval '31 days' where workspace_id = '${scene.workspaceId}' and outcome = 'ok'`,
  );
  await deleteOldRecords(kontor.services);
  const { body } = await scene.v2.get('/action-runs');
  expect(body.runs).toMatchObject([{ state: 'unknown' }]);
  const at = `/integrations/${scene.integrationId}/endpoints/${scene.cancelId}/health`;
  expect((await scene.v2.get(at)).body).toMatchObject({ calls: 1, successRate: 0, failures: { server_error: 1 } });
});

describe('a try', () => {
  const tried = (scene: IntegrationScene & { actionId: string }, body: object) =>
    scene.v2.post(`/actions/${scene.actionId}/try`, {
      inputs: { reason: 'too dear' },
      customer: { email: 'a@example.com' },
      ...body,
    });

  test('says what it would send, and sends nothing', async () => {
    const scene = await actionScene();
    const { body, text } = await tried(scene, {});
    expect(company.requests).toEqual([]);
    expect(body).toMatchObject({
      environment: 'sandbox',
      sent: false,
      state: 'done',
      outputs: { confirmation_id: 'conf_sample', refund: 1 },
    });
    expect(body.requests).toMatchObject([
      {
        method: 'GET',
        url: `${company.url}/sandbox/customers?email=a%40example.com`,
        headers: { 'x-api-key': '(not shown)' },
      },
      {
        method: 'POST',
        url: `${company.url}/sandbox/customers/cus_sample/cancellation`,
        body: '{"reason":"too dear"}',
      },
    ]);
    expect(text).not.toContain(COMPANY_KEY);
    const production = await tried(scene, { environment: 'production' });
    expect(production.body.requests[1].url).toContain('/production/');
    expect(company.requests).toEqual([]);
  });

  test('sends to the sandbox and never to production', async () => {
    answerWrites(() => ({ body: DONE }));
    const scene = await actionScene();
    for (const environment of ['production', 'staging']) {
      expect((await tried(scene, { send: true, environment })).body).toMatchObject({
        statusCode: 409,
        code: 'only_sandbox',
      });
    }
    expect((await tried(scene, { send: true })).body).toMatchObject({
      sent: true,
      state: 'done',
      outputs: { refund: 49 },
    });
    expect(company.requests.map(({ path }) => path.split('/')[1])).toEqual(['sandbox', 'sandbox']);
    expect((await scene.v2.get('/action-runs')).body.runs).toEqual([]);
  });

  test('is for the customer who is named: by the address that Kontor has of an id, and for nobody without one', async () => {
    const scene = await actionScene();
    await scene.run((ctx) => createUser(ctx, { type: 'person', externalId: 'c-7', email: 'seven@example.com' }));
    const { requests } = (await tried(scene, { customer: { externalId: 'c-7' } })).body;
    expect(requests[0].url).toContain('email=seven%40example.com');
    const unknown = await tried(scene, { customer: { externalId: 'c-8' } });
    for (const { body } of [unknown, await tried(scene, { customer: {} })]) {
      expect(body).toMatchObject({ state: 'failed', requests: [], outputs: { error_code: 'MISSING_INPUT' } });
    }
    await scene.run((ctx) => createUser(ctx, { type: 'person', externalId: 'c-8', email: 'eight@example.com' }));
    const ambiguous = await tried(scene, { customer: { externalId: 'c-7', email: 'eight@example.com' } });
    expect(ambiguous.status).toBe(409);
    expect(company.requests).toEqual([]);
  });
});

test('actions that could not run are refused when they are saved', async () => {
  const scene = await actionScene();
  const wrong = {
    name: 'Wrong',
    inputs: [{ name: 'reason', type: 'string' }],
    steps: [
      {
        id: 'cancel',
        endpointId: scene.cancelId,
        when: 'steps.lookup.is_vip',
        inputs: { customer_id: 'inputs.nope', what: '1 +' },
      },
      { id: 'lookup', endpointId: scene.lookupId, inputs: {} },
    ],
    outputs: [{ name: 'success', type: 'boolean', value: 'process.env' }],
  };
  const { status, body } = await scene.v2.post('/actions', wrong);
  expect(status).toBe(400);
  expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
    '/outputs/0/name',
    '/outputs/0/value',
    '/steps/0/inputs/customer_id',
    '/steps/0/inputs/what',
    '/steps/0/inputs/what',
    '/steps/0/when',
    '/steps/1/inputs/email',
  ]);
  const reading = {
    ...wrong,
    steps: [{ id: 'a', endpointId: scene.lookupId, inputs: { email: 'customer.email' } }],
    outputs: [],
  };
  expect((await scene.v2.post('/actions', reading)).body.errors).toMatchObject([{ path: '/steps' }]);
});

test('what was done for a user is exported with them and erased with them', async () => {
  answerWrites(() => ({ body: DONE }));
  const scene = await actionScene();
  const user = await scene.run((ctx) => createUser(ctx, { type: 'person', email: 'a@example.com' }));
  const { rows } = await adminQuery(kontor.adminUrl, 'select user_key from users where user_id = $1', [user.userId]);
  const customer = {
    userKey: rows[0].user_key,
    externalId: null,
    email: 'a@example.com',
    verifiedBy: 'user_attributes' as const,
  };
  await run(scene, { customer });
  const exported = await scene.api.get(`/users/${user.userId}/export`);
  expect(exported.body.data.action_runs).toMatchObject([{ state: 'done' }]);
  const erased = await scene.api.delete(`/users/${user.userId}`);
  expect(erased.text).toContain('"action_runs":1');
});

describe('a run of an action', () => {
  test('is known by its key, also when the action takes other inputs since', async () => {
    answerWrites(() => ({ body: DONE }));
    const scene = await actionScene();
    const first = await run(scene, { runKey: 'kept' });
    const { body } = await scene.v2.get(`/actions/${scene.actionId}`);
    const inputs = [...body.inputs, { name: 'date', type: 'string', required: true }];
    const { name, steps, outputs } = body;
    expect((await scene.put(`/actions/${scene.actionId}`, { name, steps, outputs, inputs })).status).toBe(200);
    const again = await run(scene, { runKey: 'kept' });
    expect([again.runId, again.state, writes().length]).toEqual([first.runId, 'done', 1]);
  });

  test('sends nothing once it was taken for abandoned', async () => {
    const scene = await actionScene();
    company.answer(async ({ method }) => {
      if (method !== 'GET') return { body: DONE };
      await adminQuery(
        kontor.adminUrl,
        `update action_runs set state = 'failed', ended_at = now() where workspace_id = $1 and state = 'running'`,
        [scene.workspaceId],
      );
      return { body: CUSTOMER };
    });
    expect((await run(scene)).state).toBe('failed');
    expect(writes()).toEqual([]);
  });

  test('is written down, whatever characters the company answers', async () => {
    answerWrites(() => ({
      text: JSON.stringify({ ...DONE, message: `Done\u0000 \ud83d`, confirmation_id: 'c\u0000' }),
    }));
    const scene = await actionScene();
    expect(await run(scene)).toMatchObject({ state: 'done', outputs: { confirmation_id: 'c' } });
  });
});
