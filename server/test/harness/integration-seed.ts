import { requireUser } from '#modules/users/index.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { insertCall, lockEndpointState, upsertDrift } from '../../src/modules/integrations/call-states.queries.ts';
import { rotateTokenSecret } from '../../src/modules/integrations/customer/customer-token.ts';
import { endRun, insertRun } from '../../src/modules/integrations/runs.queries.ts';
import type { TestWorkspace } from './test-kontor.ts';

export interface SeededIntegration {
  integrationId: string;
  endpointId: string;
  attributeId: string;
  actionId: string;
  /** Of unknown outcome. */
  runId: string;
}

/** A system that nobody can reach, with an endpoint, what calls it, and what came of that. */
export async function seedIntegration(
  workspace: TestWorkspace,
  { botId, personId, marker }: { botId: string; personId: string; marker: string },
): Promise<SeededIntegration> {
  const { v2 } = workspace;
  const put = (path: string, body: object) =>
    v2.send('PUT', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const integrationId = (await v2.post('/integrations', { name: marker })).body.id as string;
  for (const environment of ['sandbox', 'staging', 'production']) {
    const baseUrl = `https://${environment}.${marker}.invalid`;
    await put(`/integrations/${integrationId}/environments/${environment}`, {
      baseUrl,
      key: `${marker}-${environment}`,
    });
  }
  await put(`/agents/${botId}/environment`, { environment: 'sandbox' });
  const endpoint = await v2.post(`/integrations/${integrationId}/endpoints`, {
    name: marker,
    kind: 'write',
    method: 'POST',
    path: '/cancel',
    body: { email: '{email}', reason: '{reason}' },
    inputs: ['email', 'reason'].map((name) => ({ name, type: 'string' })),
    outputs: [{ name: 'refund_amount_cents', type: 'number' }],
  });
  const endpointId = endpoint.body.id as string;
  const attribute = await v2.post('/attributes', {
    name: marker,
    source: { kind: 'user_attributes' },
    fields: [{ name: 'plan', type: 'string', description: marker }],
    botIds: [botId],
  });
  const inputs = { email: 'customer.email', reason: 'inputs.reason' };
  const action = await v2.post('/actions', {
    name: marker,
    inputs: [{ name: 'reason', type: 'string' }],
    steps: [{ id: 'cancel', endpointId, inputs }],
    outputs: [],
  });
  await workspace.run(rotateTokenSecret);
  const actionId = action.body.id as string;
  const runId = await seedRecords(workspace, { endpointId, actionId, personId, marker });
  return { integrationId, endpointId, attributeId: attribute.body.id as string, actionId, runId };
}

interface About {
  endpointId: string;
  actionId: string;
  personId: string;
  marker: string;
}

/** By hand: nothing is called. */
function seedRecords({ run, workspaceId }: TestWorkspace, { endpointId, actionId, personId, marker }: About) {
  return run(async (ctx) => {
    const { session } = ctx;
    const startedAt = ctx.now();
    const [callId, runId] = [uuidv7(startedAt.getTime()), uuidv7(startedAt.getTime())];
    const reference = { endpointId, environment: 'sandbox' as const };
    const call = { outcome: 'unknown' as const, failure: 'timeout' as const, status: null, durationMs: 1, attempts: 1 };
    await lockEndpointState(session, workspaceId, reference);
    await insertCall(session, workspaceId, reference, { ...call, callId, calledAt: startedAt });
    const drift = { field: marker, kind: 'vanished', expected: 'string', found: null };
    await upsertDrift(session, workspaceId, reference, drift, startedAt);
    const { userKey } = await requireUser(ctx, personId);
    const about = { actionId, actionName: marker, botId: null, conversationId: null, userKey, runKey: marker };
    await insertRun(session, workspaceId, { ...about, runId, environment: 'sandbox', inputs: { marker }, startedAt });
    const ended = {
      state: 'unknown' as const,
      step: 'cancel',
      outputs: {},
      errorCode: null,
      failure: 'timeout',
      message: null,
    };
    await endRun(session, { ...ended, runId, endedAt: startedAt });
    return runId;
  });
}
