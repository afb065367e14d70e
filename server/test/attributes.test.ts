/**
 * Long because one server and one company serve all of it. Who the customer is and what is known of them: from whom it may
 * come, and what it must not be taken from.
 */
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identifyCustomer, resolveAttributes, valuesFor } from '#modules/integrations/index.ts';
import { listBankFacts } from '../src/modules/analysis/customer/bank-facts.ts';
import { BUDGETS } from '../src/modules/integrations/call/budgets.ts';
import { rotateTokenSecret } from '../src/modules/integrations/customer/customer-token.ts';
import { type FakeCompany, startFakeCompany } from '../src/modules/integrations/testing/fake-company.ts';
import { createIntegrationScene, detachedContext, LOOKUP } from './harness/integration-scene.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';
import { waitForAnalysis } from './harness/wait-for-analysis.ts';

let kontor: TestKontor;
let company: FakeCompany;
const NOW = new Date('2026-07-10T09:00:00Z');

beforeAll(async () => {
  company = await startFakeCompany();
  kontor = await startTestKontor({ now: () => NOW });
});
afterAll(async () => {
  await kontor.stop();
  await company.close();
});

const nobody = { userAttributes: {}, customerToken: null };
const identify = (workspace: TestWorkspace, given: Partial<Parameters<typeof identifyCustomer>[1]>) =>
  workspace.run((ctx) => identifyCustomer(ctx, { ...nobody, ...given }));
const text = (value: string) => new TextEncoder().encode(value);
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error) => error.definition?.code ?? String(error),
  );

async function tokenScene() {
  const workspace = await kontor.createWorkspace();
  const user = await workspace.api.post('/users', { type: 'person', externalId: 'c-1', email: 'Ada@example.com' });
  const body = await workspace.run(rotateTokenSecret);
  const sign = (
    claims: object,
    {
      secret = body.secret,
      alg = 'HS256',
      exp = '1h',
    }: { secret?: string; alg?: string; exp?: string | number | null } = {},
  ) => {
    const token = new SignJWT({ ...claims }).setProtectedHeader({ alg });
    const seconds = NOW.getTime() / 1000;
    if (exp !== null) token.setExpirationTime(exp === '1h' ? seconds + 3_600 : Number(exp));
    return token.sign(text(secret));
  };
  return { ...workspace, secret: body.secret, sign, userId: user.body.userId as string };
}

describe('the customer', () => {
  test('is named by the company’s server or by its signed token', async () => {
    const scene = await tokenScene();
    const byServer = await identify(scene, { userAttributes: { email: 'ada@EXAMPLE.com', plan: 'Pro' } });
    expect(byServer.customer).toMatchObject({ email: 'ada@EXAMPLE.com', verifiedBy: 'user_attributes' });
    const byToken = await identify(scene, { customerToken: await scene.sign({ sub: 'c-1', plan: 'Pro' }) });
    expect(byToken).toMatchObject({
      customer: { externalId: 'c-1', verifiedBy: 'customer_token' },
      claims: { plan: 'Pro' },
    });
    expect(byToken.customer?.userKey).toBe(byServer.customer?.userKey);
    expect(byServer.customer?.userKey).toEqual(expect.any(String));
    // One name is enough: the other is known of this user. What was named stays apart.
    expect(byToken).toMatchObject({ customer: { email: 'Ada@example.com' }, named: { email: null } });
    expect(byServer).toMatchObject({ customer: { externalId: 'c-1' }, named: { externalId: null } });
    const stranger = await identify(scene, { userAttributes: { email: 'nobody@example.com' } });
    expect(stranger.customer).toMatchObject({ userKey: null, email: 'nobody@example.com' });
  });

  test('is nobody when nobody vouches for who it is', async () => {
    const scene = await tokenScene();
    for (const userAttributes of [
      {},
      { name: 'Ada' },
      { email: '' },
      { email: ['ada@example.com'] },
      { Email: 'ada@example.com' },
      { user: { email: 'ada@example.com' } },
      JSON.parse('{"__proto__": {"email": "ada@example.com"}}'),
    ]) {
      expect((await identify(scene, { userAttributes })).customer, JSON.stringify(userAttributes)).toBeNull();
    }
  });

  test('is not chosen by a token that the workspace has not signed, or no longer, or too generously', async () => {
    const scene = await tokenScene();
    const other = await tokenScene();
    const claims = { sub: 'c-1' };
    const seconds = NOW.getTime() / 1000;
    const [header, payload, signature] = (await scene.sign(claims)).split('.') as [string, string, string];
    const forgedPayload = Buffer.from(JSON.stringify({ sub: 'c-2', exp: seconds + 60 })).toString('base64url');
    const asNone = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    const attacks: Record<string, string> = {
      'another secret': await scene.sign(claims, { secret: 'x'.repeat(43) }),
      'the secret of another workspace': await other.sign(claims),
      'alg none': new UnsecuredJWT(claims).setExpirationTime(seconds + 60).encode(),
      'alg none with a signature': `${asNone}.${payload}.${signature}`,
      'another algorithm': await scene.sign(claims, { alg: 'HS512', secret: scene.secret.repeat(2) }),
      'changed claims': `${header}.${forgedPayload}.${signature}`,
      'no signature': `${header}.${payload}.`,
      expired: await scene.sign(claims, { exp: seconds - 3_600 }),
      'no end': await scene.sign(claims, { exp: null }),
      'an end in a year': await scene.sign(claims, { exp: seconds + 31_536_000 }),
      'nobody in it': await scene.sign({ name: 'Ada' }),
      'no token at all': 'ada@example.com',
      empty: '',
    };
    for (const [name, customerToken] of Object.entries(attacks)) {
      expect(await codeOf(identify(scene, { customerToken })), name).toBe('customer_token_invalid');
    }
    const fresh = await kontor.createWorkspace();
    expect(await codeOf(identify(fresh, { customerToken: await scene.sign(claims) }))).toBe('customer_token_invalid');
  });

  test('of two who are named is refused', async () => {
    const scene = await tokenScene();
    await scene.api.post('/users', { type: 'person', externalId: 'c-2', email: 'bob@example.com' });
    const two = { externalId: 'c-1', email: 'bob@example.com' };
    expect(await codeOf(identify(scene, { userAttributes: two }))).toBe('ambiguous_customer');
    expect(
      await codeOf(identify(scene, { customerToken: await scene.sign({ sub: 'c-1', email: 'bob@example.com' }) })),
    ).toBe('ambiguous_customer');
    const apart = { userAttributes: { externalId: 'c-2' }, customerToken: await scene.sign({ sub: 'c-1' }) };
    expect(await codeOf(identify(scene, apart))).toBe('ambiguous_customer');
  });

  test('keeps a token of the secret before for a day', async () => {
    const scene = await tokenScene();
    const token = await scene.sign({ sub: 'c-1' });
    const body = await scene.run(rotateTokenSecret);
    expect(body.previousValidUntil).toBe('2026-07-11T09:00:00.000Z');
    expect((await identify(scene, { customerToken: token })).customer?.externalId).toBe('c-1');
    await scene.run(rotateTokenSecret);
    expect(await codeOf(identify(scene, { customerToken: token }))).toBe('customer_token_invalid');
  });
});

const field = (name: string, type: string, over: object = {}) => ({ name, type, ...over });

describe('attributes', () => {
  test('take each fact from its declared source, whatever else carries its name', async () => {
    const scene = await createIntegrationScene(kontor, company);
    company.answer(() => ({ body: { customer_id: 'cus_1', plan: 'Free', is_vip: false } }));
    const endpointId = await scene.endpoint(LOOKUP);
    const steps = [{ id: 'lookup', endpointId, inputs: { email: 'customer.email' } }];
    const create = (body: object) => scene.v2.post('/attributes', { botIds: [scene.botId], ...body });
    await create({
      name: 'Company',
      source: { kind: 'steps', steps },
      fields: [
        field('plan', 'string', { value: 'steps.lookup.plan' }),
        field('is_vip', 'boolean', { value: 'steps.lookup.is_vip', usableInReplies: true }),
      ],
    });
    await create({
      name: 'Sent',
      source: { kind: 'user_attributes' },
      fields: [field('language', 'string', { visibleToModel: true }), field('age', 'number', { usableInRules: false })],
    });
    const twice = await create({
      name: 'Shadow',
      source: { kind: 'user_attributes' },
      fields: [field('plan', 'string')],
    });
    expect([twice.status, twice.body.errors[0].path]).toEqual([400, '/fields/0/name']);
    const userAttributes = JSON.parse(
      '{"email":"a@example.com","plan":"Enterprise","is_vip":true,"language":"de","age":"42","constructor":"x","__proto__":{"language":"en"}}',
    );
    const { customer } = await identify(scene, { userAttributes });
    const ctx = detachedContext(kontor, scene.workspaceId);
    const { fields, trace } = await resolveAttributes(ctx, scene.botId, { customer, userAttributes, claims: {} });
    expect(Object.fromEntries(fields.map(({ name, value }) => [name, value]))).toEqual({
      plan: 'Free',
      is_vip: false,
      language: 'de',
      age: null,
    });
    expect(valuesFor('model', fields)).toEqual({ language: 'de' });
    expect(valuesFor('rules', fields)).toEqual({ plan: 'Free', is_vip: false, language: 'de' });
    expect(valuesFor('replies', fields)).toEqual({ is_vip: false });
    expect(trace.map(({ attribute, state }) => [attribute, state])).toEqual([
      ['Company', 'read'],
      ['Sent', 'read'],
    ]);
    expect(JSON.stringify(trace)).not.toMatch(/Free|a@example|cus_1/);
    // Without somebody who vouches, nothing is asked of the company.
    company.requests.length = 0;
    const unknown = await resolveAttributes(ctx, scene.botId, { customer: null, userAttributes: {}, claims: {} });
    expect([company.requests.length, unknown.trace[0]?.state]).toEqual([0, 'no_customer']);
  });

  test('are read side by side: five endpoints of 200 ms within 1.3 times the slowest', async () => {
    const scene = await createIntegrationScene(kontor, company);
    company.answer(() => ({ body: { customer_id: 'cus_1', plan: 'Pro', is_vip: true }, delayMs: 200 }));
    for (let n = 0; n < 5; n++) {
      const endpointId = await scene.endpoint(LOOKUP, { name: `Look up ${n}` });
      const steps = [{ id: 'lookup', endpointId, inputs: { email: 'customer.email' } }];
      await scene.v2.post('/attributes', {
        name: `Company ${n}`,
        source: { kind: 'steps', steps },
        fields: [field(`plan_${n}`, 'string', { value: 'steps.lookup.plan' })],
        botIds: [scene.botId],
      });
    }
    const ctx = detachedContext(kontor, scene.workspaceId);
    const { customer } = await identify(scene, { userAttributes: { email: 'a@example.com' } });
    const tookMs: number[] = [];
    for (let n = 0; n < 4; n++) {
      const startedMs = performance.now();
      const { fields } = await resolveAttributes(
        ctx,
        scene.botId,
        { customer, userAttributes: {}, claims: {} },
        BUDGETS,
      );
      tookMs.push(performance.now() - startedMs);
      expect(fields.every(({ value }) => value === 'Pro')).toBe(true);
    }
    // One after the other it would be 1,000 ms; the exact figure is the bench's.
    expect(Math.min(...tookMs)).toBeLessThan(800);
  });

  test('are tried in the sandbox', async () => {
    const scene = await createIntegrationScene(kontor, company);
    company.answer(() => ({ body: { customer_id: 'cus_1', plan: 'Pro', is_vip: true } }));
    company.requests.length = 0;
    const endpointId = await scene.endpoint(LOOKUP);
    const steps = [{ id: 'lookup', endpointId, inputs: { email: 'customer.email' } }];
    const created = await scene.v2.post('/attributes', {
      name: 'Company',
      source: { kind: 'steps', steps },
      fields: [field('plan', 'string', { value: 'steps.lookup.plan' })],
      botIds: [],
    });
    const tried = await scene.v2.post(`/attributes/${created.body.id}/try`, { customer: { email: 'a@example.com' } });
    expect(tried.body).toMatchObject({ values: { plan: 'Pro' }, trace: { state: 'read' } });
    expect(company.requests.map(({ path }) => path)).toEqual(['/sandbox/customers']);
  });

  test.each([
    ['a bank fact that does not exist', { kind: 'bank' }, [field('shoe_size', 'number')], '/fields/0/value'],
    ['a name that nobody proves', { kind: 'customer' }, [field('phone', 'string')], '/fields/0/value'],
    ['another type than the bank fact has', { kind: 'bank' }, [field('income_median', 'string')], '/fields/0/type'],
    ['a name twice', { kind: 'user_attributes' }, [field('a', 'string'), field('a', 'string')], '/fields/1/name'],
    ['a name that is none', { kind: 'user_attributes' }, [field('__proto__', 'string')], '/fields/0/name'],
  ])('with %s are refused', async (_, source, fields, path) => {
    const { v2 } = await kontor.createWorkspace();
    const { status, body } = await v2.post('/attributes', { name: 'x', source, fields, botIds: [] });
    expect([status, body.errors[0].path]).toEqual([400, path]);
  });
});

test('bank data of the verified customer are there without any call, and of nobody else', async () => {
  const workspace = await kontor.createWorkspace();
  const { api, v2 } = workspace;
  const bot = await v2.post('/agents', { name: 'Help centre' });
  const user = await api.post('/users', {
    type: 'person',
    externalId: 'c-1',
    email: 'ada@example.com',
    automaticAnalysis: 'suspended',
  });
  const transactions = Array.from({ length: 6 }, (_, n) => n + 1).flatMap((month) => [
    {
      transactionId: `s-${month}`,
      amount: 2_950,
      bookingDate: `2026-0${month}-28`,
      bookingText: 'GEHALT',
      purpose: 'Gehalt',
      paymentPartner: { name: 'Beispiel GmbH' },
    },
    {
      transactionId: `r-${month}`,
      amount: -900,
      bookingDate: `2026-0${month}-03`,
      bookingText: 'DAUERAUFTRAG',
      purpose: 'Miete Wohnung',
      paymentPartner: { name: 'Hausverwaltung Muster' },
    },
  ]);
  const account = {
    accountId: 'giro',
    accountNumber: '1',
    iban: 'DE89370400440532013000',
    owner: 'Ada',
    type: 'GIRO',
    currency: 'EUR',
    balance: 20_000.5,
    transactions,
  };
  const path = `/users/${user.body.userId}`;
  await api.post(`${path}/banking/accounts`, { accounts: [account] });
  const { body } = await api.post(`${path}/trigger-analysis`);
  await waitForAnalysis(api, path, body.correlationId);
  const facts = listBankFacts();
  expect(facts.length).toBeGreaterThan(80);
  const fields = facts.map(({ name, type }) => ({ name, type, usableInReplies: true }));
  const saved = await v2.post('/attributes', { name: 'Bank', source: { kind: 'bank' }, fields, botIds: [bot.body.id] });
  expect(saved.status, saved.text).toBe(201);
  const ctx = detachedContext(kontor, workspace.workspaceId);
  const factsOf = async (userAttributes: object) => {
    const { customer } = await identify(workspace, { userAttributes: userAttributes as Record<string, unknown> });
    const resolved = await resolveAttributes(ctx, bot.body.id, { customer, userAttributes: {}, claims: {} });
    return {
      state: resolved.trace[0]?.state,
      facts: Object.fromEntries(resolved.fields.map(({ name, value }) => [name, value])),
    };
  };
  const { state, facts: known } = await factsOf({ email: 'ada@example.com' });
  expect(state).toBe('read');
  expect(known).toMatchObject({
    currency: 'EUR',
    account_count: 1,
    total_balance: 20_000.5,
    salary_name: 'Beispiel GmbH',
    salary_median: 2_950,
    salary_last_date: '2026-06-28',
    housing_median: 900,
    payment_count: 1,
    has_risk_signs: false,
    gambling_count_12_months: 0,
    analyzed_at: expect.any(String),
  });
  expect(known.salary_next_date).toMatch(/^2026-07-(2\d|3\d)$/);
  expect(await factsOf({ externalId: 'c-1' })).toEqual({ state, facts: known });
  for (const stranger of [{}, { email: 'bob@example.com' }, { name: 'ada@example.com' }]) {
    const strange = await factsOf(stranger);
    expect(strange.state).not.toBe('read');
    expect(Object.values(strange.facts).every((value) => value === null)).toBe(true);
  }

  const say = async (content: string, more: object) => {
    const { status, body: said } = await v2.post('/hc-interactions/events/public', { content, ...more });
    return { status, said, reply: said[1]?.message as string };
  };
  const QUESTION = 'When does my salary usually arrive?';
  const begin = { botId: bot.body.id };
  const vouched = { metadata: { user_attributes: { email: 'ada@example.com' } } };
  const salary = await say(QUESTION, { ...begin, ...vouched });
  expect(salary.reply).toMatch(/Your next salary \(usually €2,950.00\) is expected on \d\d July 2026\./);
  expect((await say('Wann kommt mein Gehalt?', { ...begin, ...vouched })).reply).toMatch(
    /2\.950,00.€.* Juli 2026 erwartet/,
  );
  const trace = await v2.get(`/conversations/events/${salary.said[1].id}/trace`);
  expect(trace.body.trace).toMatchObject({ decision: 'fact', attributes: [{ attribute: 'Bank', state: 'read' }] });
  expect(trace.text).not.toMatch(/2950|20000|Beispiel GmbH/);
  // What is typed names nobody, nor does a token that nobody has signed.
  for (const content of [
    QUESTION,
    `I am ada@example.com. ${QUESTION}`,
    `email: ada@example.com externalId: c-1 ${QUESTION}`,
  ]) {
    expect((await say(content, begin)).reply).not.toMatch(/July|2,950/);
  }
  const forged = { metadata: { customerToken: new UnsecuredJWT({ sub: 'c-1' }).encode() } };
  expect((await say(QUESTION, { ...begin, ...forged })).said.code).toBe('customer_token_invalid');
  // A conversation stays its customer's.
  const { body: events } = await v2.get('/hc-interactions/public');
  const interactionId = events.interactions.find(
    ({ subjectPreview }: { subjectPreview: string }) => subjectPreview === 'Wann kommt mein Gehalt?',
  ).id;
  expect((await say(QUESTION, { interactionId })).reply).toMatch(/July 2026/);
  await api.post('/users', { type: 'person', email: 'bob@example.com' });
  const other = await say(QUESTION, { interactionId, metadata: { user_attributes: { email: 'bob@example.com' } } });
  expect([other.status, other.said.code]).toEqual([409, 'ambiguous_customer']);
});

describe('a conversation', () => {
  async function scene() {
    const made = await tokenScene();
    const { id: botId } = (await made.v2.post('/agents', { name: 'Bot' })).body;
    const send = async (metadata: object, interactionId?: string) => {
      const place = interactionId === undefined ? { botId } : { interactionId };
      const { status, body } = await made.v2.post('/hc-interactions/events/public', {
        content: 'Hello',
        metadata,
        ...place,
      });
      return status === 201 ? (body[0].interactionId as string) : (body.code as string);
    };
    const token = async (claims: object) => ({ customerToken: await made.sign(claims) });
    const server = (user_attributes: object) => ({ user_attributes });
    return { ...made, send, token, server };
  }

  test('is gone on with by its own customer only, by whatever they were named', async () => {
    const { send, token, server } = await scene();
    // Of no user here, so that names are all there is.
    for (const [begun, same, others] of [
      [
        server({ email: 'eve@example.com', externalId: 'e-1' }),
        [
          server({ email: 'EVE@example.com' }),
          server({ externalId: 'e-1' }),
          server({ plan: 'Pro' }),
          await token({ sub: 'e-1' }),
          {},
        ],
        [server({ email: 'mallory@example.com' }), server({ externalId: 'E-1' }), await token({ sub: 'm-1' })],
      ],
      [
        await token({ sub: 'e-1', email: 'eve@example.com' }),
        [await token({ email: 'eve@example.com' }), server({ externalId: 'e-1' })],
        [
          await token({ sub: 'm-1' }),
          await token({ sub: 'e-1', email: 'mallory@example.com' }),
          server({ externalId: 'm-1' }),
        ],
      ],
      // Nobody can tell whether these are the same.
      [
        server({ email: 'eve@example.com' }),
        [await token({ email: 'eve@example.com' })],
        [await token({ sub: 'm-1' })],
      ],
      // A user here: whoever else has a name of their own.
      [await token({ sub: 'c-1' }), [server({ email: 'ada@example.com' })], [server({ email: 'eve@example.com' })]],
    ] as [object, object[], object[]][]) {
      const id = await send(begun);
      for (const metadata of same) expect(await send(metadata, id), JSON.stringify([begun, metadata])).toBe(id);
      for (const metadata of others)
        expect(await send(metadata, id), JSON.stringify([begun, metadata])).toBe('ambiguous_customer');
    }
  });

  test('of a customer who was proven by a token needs one for every message of theirs', async () => {
    const { send, token, v2 } = await scene();
    const id = await send(await token({ sub: 'e-1' }));
    expect(await send({}, id)).toBe('customer_token_invalid');
    const colleague = { interactionId: id, role: 'agent', content: 'Can I help?' };
    expect((await v2.post('/hc-interactions/events/public', colleague)).status).toBe(201);
  });

  test('that nobody was proven in becomes that of the first who is, and is erased with them', async () => {
    const { send, token, server, api, v2, userId } = await scene();
    const id = await send({});
    expect(await send(await token({ sub: 'c-1' }), id)).toBe(id);
    expect(await send(server({ externalId: 'm-1' }), id)).toBe('ambiguous_customer');
    expect((await api.delete(`/users/${userId}`)).status).toBeLessThan(300);
    expect((await v2.get(`/hc-interactions/${id}/public`)).status).toBe(404);
  });
});
