/** A workspace that has a row in every tenant table, made by the product itself. */
import { storeStatements } from '#modules/banking/index.ts';
import type { Route } from '#platform/http/route.ts';
import { statementParts } from '../../src/modules/banking/statements/statements.testing.ts';
import { type SeededAgent, seedAgent } from './agent-seed.ts';
import { createApiClient } from './api-client.ts';
import { type SeededIntegration, seedIntegration } from './integration-seed.ts';
import { seedLogin } from './login-seed.ts';
import { type SeededOperators, seedOperators } from './operator-seed.ts';
import type { TestKontor, TestWorkspace } from './test-kontor.ts';
import { waitForAnalysis } from './wait-for-analysis.ts';
import { seedWebhook } from './webhook-seed.ts';

/** The ids that the examples of the routes speak of, so that an example works on a seeded user. */
export const SEEDED_ACCOUNT = 'giro-1';
export const SEEDED_TRANSACTION = 't-1';

export interface SeededTenant extends TestWorkspace, SeededAgent, SeededIntegration, SeededOperators {
  personId: string;
  companyId: string;
  correlationId: string;
  contractId: string;
  ruleId: string;
  cockpitId: string;
  /** Of the hosted page. */
  sessionId: string;
  /** At a bank that no provider knows: its synchronisation has failed. */
  loginId: string;
  widgetId: string;
  webhookId: string;
  deliveryId: string;
  /** A text that stands in the tenant's names, emails and purposes and nowhere else. */
  marker: string;
}

export async function seedTenant(kontor: TestKontor, marker: string): Promise<SeededTenant> {
  const workspace = await kontor.createWorkspace();
  const { api, v2 } = workspace;
  const people = await seedOperators(kontor, workspace, marker);
  const create = async (type: string, headers = {}) => {
    const email = `${type}.${marker}@example.com`;
    const user = { type, automaticAnalysis: 'suspended', externalId: `${type}-${marker}`, email };
    const { body } = await api.post('/users', user, headers);
    return body.userId as string;
  };
  const personId = await create('person', { 'idempotency-key': `seed-${marker}` });
  const companyId = await create('company');
  const analyze = async (userId: string) => {
    await api.post(`/users/${userId}/banking/accounts`, { accounts: [account(marker)] });
    const { body } = await api.post(`/users/${userId}/trigger-analysis`);
    await waitForAnalysis(api, `/users/${userId}`, body.correlationId);
    return body.correlationId as string;
  };
  const correlationId = await analyze(personId);
  await analyze(companyId);
  await workspace.run((ctx) => storeStatements(ctx, companyId, { kind: 'import' }, statement(marker)));
  await v2.get('/workspace');
  const decided = await decide(workspace, `/users/${personId}`, marker);
  const { body } = await api.post(`/users/${personId}/cockpit`, {});
  const hosted = await api.post(`/users/${personId}/banking/connect`, { webhookData: marker });
  const agent = await seedAgent(kontor, workspace, personId, marker);
  const integration = await seedIntegration(workspace, { botId: agent.botId, personId, marker });
  const { body: widget } = await v2.post('/widgets', {
    botId: agent.botId,
    name: marker,
    allowedOrigins: ['https://x.test'],
  });
  await askToDelete(kontor, workspace, widget.id);
  const loginId = await seedLogin(workspace, personId, SEEDED_ACCOUNT, marker);
  return {
    ...workspace,
    ...people,
    personId,
    companyId,
    correlationId,
    ...decided,
    ...agent,
    ...integration,
    ...(await seedWebhook(workspace, marker)),
    cockpitId: body.cockpitId,
    sessionId: hosted.body.sessionId,
    loginId,
    widgetId: widget.id as string,
    marker,
  };
}

/** An agent has asked to delete something, and nobody has agreed yet. */
async function askToDelete({ url }: TestKontor, { apiKey }: TestWorkspace, widgetId: string) {
  const agent = createApiClient(url, { authorization: `Bearer ${apiKey}` });
  const params = { name: 'delete_widget', arguments: { widgetId } };
  await agent.post('/mcp', { jsonrpc: '2.0', id: 1, method: 'tools/call', params });
}

const statement = (marker: string) =>
  statementParts({
    account: { iban: 'DE02120300000000202051', owner: marker },
    transactions: [{ purpose: `Miete ${marker}`, bankIds: ['id:1'] }],
    balances: [{ kind: 'closing', amountMinor: 100_000, date: '2026-03-31' }],
  });

/** What people decide about the results of an analysis. */
async function decide({ api }: TestWorkspace, user: string, marker: string) {
  await api.patch(`${user}/categorization/${SEEDED_TRANSACTION}`, { categoryId: 'groceries' });
  const rule = await api.post('/categorization-rules', { name: marker, categoryId: 'restaurants', partner: marker });
  const { body } = await api.get(`${user}/contracts`);
  const { contractId } = body.contracts[0];
  await api.patch(`${user}/contracts/${encodeURIComponent(contractId)}`, { decision: 'confirmed' });
  return { ruleId: rule.body.ruleId as string, contractId: contractId as string };
}

/** `/api` and `/v2` by the path's own beginning, each with its credential; what only people may do, as the owner. */
export function createTenantClient(kontor: TestKontor, tenant: SeededTenant, token: string) {
  const of = (credential: string) => createApiClient(kontor.url, { authorization: `Bearer ${credential}` });
  const [api, v2] = [of(token), of(tenant.apiKey)];
  const contract = createApiClient(kontor.url, { 'x-api-key': tenant.apiKey });
  const owner = of(tenant.operatorToken);
  return ({ path, scope }: Route) => {
    if (scope?.includes('console:keys') || scope?.includes('console:people')) return owner;
    return path.startsWith('/contract/') ? contract : path.startsWith('/v2') ? v2 : api;
  };
}

const account = (marker: string) => ({
  accountId: SEEDED_ACCOUNT,
  accountNumber: '532013000',
  iban: 'DE89370400440532013000',
  owner: marker,
  type: 'GIRO',
  currency: 'EUR',
  balance: 2500,
  transactions: Array.from({ length: 6 }, (_, month) => ({
    transactionId: `t-${month + 1}`,
    amount: 2950,
    bookingDate: `2026-0${month + 1}-28`,
    bookingText: 'GEHALT',
    purpose: `Gehalt ${marker}`,
    paymentPartner: { name: 'Beispiel GmbH', iban: 'DE02120300000000202051' },
  })),
});
