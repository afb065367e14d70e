/**
 * A company whose API drops, delays, repeats and lies at a fifth of 1,000 writes. Whatever it does: no effect happens twice,
 * nothing is reported done that wasn't, nothing is lost without a word.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runAction } from '#modules/integrations/index.ts';
import { BUDGETS, type Budgets } from '../src/modules/integrations/call/budgets.ts';
import {
  type CompanyAnswer,
  type CompanyRequest,
  type FakeCompany,
  startFakeCompany,
} from '../src/modules/integrations/testing/fake-company.ts';
import { adminQuery } from './harness/databases.ts';
import { CANCEL, createIntegrationScene, detachedContext } from './harness/integration-scene.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';

const WRITES = 1_000;
const AT_ONCE = 25;
/** Of the calls; spread over the kinds below. */
const FAULTY = 0.2;
/** Shorter than in life, so that a delay does not take fifteen seconds. */
const BUDGET: Budgets = { ...BUDGETS, write: { ...BUDGETS.write, hardMs: 3_000, firstTryMs: 1_200 } };

let kontor: TestKontor;
let company: FakeCompany;
beforeAll(async () => {
  company = await startFakeCompany();
  kontor = await startTestKontor({ worker: false });
});
afterAll(async () => {
  await kontor.stop();
  await company.close();
});

/** Park and Miller's generator: the same faults in every run. */
function seededRandom(seed: number) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const FAULTS = [
  'drop before',
  'drop after',
  'delay',
  'repeat',
  'lie: 500',
  'lie: HTML',
  'lie: "true"',
  'lie: empty',
] as const;

/** The company's books: how often each cancellation took effect. It keeps its promise about keys where it made one. */
function createCompanyBooks(honoursKeys: boolean) {
  const effects = new Map<string, number>();
  const seenKeys = new Set<string>();
  const faults = new Map<string, number>();
  const random = seededRandom(20_261_122);
  const apply = ({ path, headers }: CompanyRequest) => {
    const key = String(headers['idempotency-key']);
    if (honoursKeys && seenKeys.has(key)) return;
    seenKeys.add(key);
    effects.set(path, (effects.get(path) ?? 0) + 1);
  };
  const answer = (request: CompanyRequest): CompanyAnswer => {
    const done = { body: { success: true, message: 'Done.', confirmation_id: 'c', refund_amount_cents: 1 } };
    const fault = random() < FAULTY ? FAULTS[Math.floor(random() * FAULTS.length)] : undefined;
    if (fault) faults.set(fault, (faults.get(fault) ?? 0) + 1);
    if (fault === 'drop before') return { drops: true };
    if (fault === 'lie: "true"') return { body: { success: 'true', message: 'Done.' } };
    apply(request);
    // What a gateway sends twice reaches the company twice; that can only be undone where it honours keys.
    if (fault === 'repeat' && honoursKeys) apply(request);
    if (fault === 'drop after') return { drops: true };
    if (fault === 'delay') return { ...done, delayMs: 4_000 };
    if (fault === 'lie: 500') return { status: 500, body: {} };
    if (fault === 'lie: HTML') return { text: '<h1>Welcome</h1>', headers: { 'content-type': 'text/html' } };
    return fault === 'lie: empty' ? { body: {} } : done;
  };
  return { effects, faults, answer };
}

test.each([
  ['that honours the key', true],
  ['that does not', false],
])(
  'a company %s',
  async (_, honoursKeys) => {
    const scene = await createIntegrationScene(kontor, company);
    const books = createCompanyBooks(honoursKeys);
    company.answer(books.answer);
    const endpointId = await scene.endpoint(CANCEL, { honoursIdempotencyKey: honoursKeys });
    const inputs = { customer_id: 'inputs.customer_id' };
    const { body } = await scene.v2.post('/actions', {
      name: 'Cancel',
      inputs: [{ name: 'customer_id', type: 'string' }],
      steps: [{ id: 'cancel', endpointId, inputs }],
      outputs: [],
    });
    const ctx = detachedContext(kontor, scene.workspaceId);
    const about = {
      actionId: body.id,
      environment: 'production',
      customer: null,
      botId: null,
      conversationId: null,
    } as const;
    const states = new Map<string, string>();
    const writes = WRITES / 2;
    let next = 0;
    const lane = async () => {
      while (next < writes) {
        const id = `cus_${next++}`;
        const { state, outputs } = await runAction(ctx, { ...about, runKey: id, inputs: { customer_id: id } }, BUDGET);
        states.set(id, state);
        expect(outputs.success).toBe(state === 'done' ? true : state === 'unknown' ? null : false);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));

    const effectsOf = (id: string) => books.effects.get(`/production/customers/${id}/cancellation`) ?? 0;
    expect([...books.effects.values()].filter((count) => count > 1)).toEqual([]);
    for (const [id, state] of states) {
      if (state === 'done') expect(effectsOf(id), `${id} was reported done`).toBe(1);
      if (state === 'failed' || state === 'refused') expect(effectsOf(id), `${id} was reported not done`).toBe(0);
    }
    const { rows } = await adminQuery(
      kontor.adminUrl,
      'select run_key, state from action_runs where workspace_id = $1',
      [scene.workspaceId],
    );
    expect(new Map(rows.map(({ run_key, state }) => [run_key, state]))).toEqual(states);
    const told = await adminQuery(
      kontor.adminUrl,
      `select data ->> 'runId' as id from events where workspace_id = $1 and type = 'action.outcome-unknown'`,
      [scene.workspaceId],
    );
    const count = (state: string) => [...states.values()].filter((one) => one === state).length;
    expect(told.rows).toHaveLength(count('unknown'));
    expect(states.size).toBe(writes);
    // Every fault has happened, and most writes were done all the same; second tries settle most of what stays open without them.
    expect(books.faults.size).toBe(FAULTS.length);
    expect(count('done')).toBeGreaterThan(honoursKeys ? writes * 0.85 : writes * 0.7);
    expect(count('unknown')).toBeGreaterThan(0);
  },
  120_000,
);
