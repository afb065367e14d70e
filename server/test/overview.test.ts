/** What needs a person now, counted as far as the caller may read it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApiClient } from './harness/api-client.ts';
import { adminQuery } from './harness/databases.ts';
import { addOperator, fetchOperatorToken } from './harness/operator-seed.ts';
import { seedTenant } from './harness/tenant-seed.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor();
});
afterAll(() => kontor.stop());

async function readAs(workspace: TestWorkspace, email: string, role: 'owner' | 'editor') {
  await addOperator(workspace, email, role);
  const token = await fetchOperatorToken(kontor, email);
  const answer = await createApiClient(kontor.url, { authorization: `Bearer ${token}` }).get('/v2/overview');
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
}

const none = { count: 0, oldestAt: null };

test('in a new workspace nothing waits', async () => {
  const workspace = await kontor.createWorkspace();
  expect(await readAs(workspace, 'new@overview.example.com', 'owner')).toEqual({
    waiting: {
      reviews: none,
      escalations: none,
      unknownRuns: none,
      failingEndpoints: { ...none, endpoints: [] },
      expiringConsents: { ...none, consents: [] },
    },
    bots: 0,
    articles: 0,
    customers: 0,
    runs: { completed: 0, failed: 0 },
  });
});

test('counts what waits and since when; bank data for those who may see it', async () => {
  const tenant = await seedTenant(kontor, 'overview');
  const change = (text: string) => adminQuery(kontor.adminUrl, `${text} where workspace_id = $1`, [tenant.workspaceId]);
  await change(`update conversations set status = 'Escalated to Human Agent', source = 'website', taken_by = null,
    taken_by_name = null, taken_at = null, latest_event_at = '2026-01-02T03:04:05Z'`);
  await change(
    `update action_runs set state = 'unknown', settled_as = null, settled_at = null, started_at = '2026-01-03T00:00:00Z'`,
  );
  await change(`update endpoint_states set environment = 'production', consecutive_failures = 3`);
  await change(
    `update endpoint_calls set environment = 'production', outcome = 'failed', called_at = '2026-01-04T00:00:00Z'`,
  );
  await change(
    `update bank_logins set consent_status = 'valid', recurring = true, valid_until = '2026-01-05T00:00:00Z'`,
  );
  const { rows } = await adminQuery(
    kontor.adminUrl,
    `select (select count(*)::int from reviews where workspace_id = $1 and status = 'pending' and draft_id is not null) as reviews,
       (select count(*)::int from users where workspace_id = $1) as customers`,
    [tenant.workspaceId],
  );
  const mine = await readAs(tenant, 'see@overview.example.com', 'owner');
  expect(mine).toMatchObject({
    waiting: {
      reviews: { count: rows[0].reviews },
      escalations: { oldestAt: '2026-01-02T03:04:05.000Z' },
      unknownRuns: { oldestAt: '2026-01-03T00:00:00.000Z' },
      failingEndpoints: {
        ...{ count: 1, oldestAt: '2026-01-04T00:00:00.000Z' },
        endpoints: [{ integrationId: tenant.integrationId, endpointId: tenant.endpointId }],
      },
      expiringConsents: {
        ...{ count: 1, oldestAt: '2026-01-05T00:00:00.000Z' },
        consents: [{ endsAt: '2026-01-05T00:00:00.000Z' }],
      },
    },
    customers: rows[0].customers,
  });
  expect(mine.runs.completed).toBeGreaterThan(0);
  const theirs = await readAs(tenant, 'not@overview.example.com', 'editor');
  expect(theirs).toEqual({
    ...mine,
    waiting: { ...mine.waiting, expiringConsents: null },
    customers: null,
    runs: null,
  });
  await change(`update endpoint_states set consecutive_failures = 2`);
  await change(`update conversations set taken_by = 'a', taken_by_name = 'a', taken_at = now()`);
  const later = await readAs(tenant, 'later@overview.example.com', 'owner');
  expect(later.waiting).toMatchObject({ failingEndpoints: { count: 0, endpoints: [] }, escalations: none });
});
