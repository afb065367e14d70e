/** A workspace with an integration over a fake company, for the tests of what is called there. */
import { setOutboundAllowList } from '#modules/identity/index.ts';
import { COMPANY_KEY, type FakeCompany } from '../../src/modules/integrations/testing/fake-company.ts';
import type { ApiAnswer } from './api-client.ts';
import type { TestKontor, TestWorkspace } from './test-kontor.ts';

export const LOOKUP = {
  name: 'Look up',
  kind: 'read',
  method: 'GET',
  path: '/customers',
  query: { email: '{email}' },
  inputs: [{ name: 'email', type: 'string' }],
  outputs: [
    { name: 'customer_id', type: 'string' },
    { name: 'plan', type: 'string' },
    { name: 'is_vip', type: 'boolean' },
  ],
  sample: { customer_id: 'cus_sample', plan: 'Pro', is_vip: false },
};

export const CANCEL = {
  name: 'Cancel',
  kind: 'write',
  method: 'POST',
  path: '/customers/{customer_id}/cancellation',
  body: { reason: '{reason}' },
  inputs: [
    { name: 'customer_id', type: 'string' },
    { name: 'reason', type: 'string', required: false },
  ],
  outputs: [
    { name: 'confirmation_id', type: 'string' },
    { name: 'refund_amount_cents', type: 'number' },
  ],
  sample: { success: true, message: 'Cancelled.', confirmation_id: 'conf_sample', refund_amount_cents: 100 },
};

export interface IntegrationScene extends TestWorkspace {
  integrationId: string;
  botId: string;
  /** Creates an endpoint; `over`: what differs. */
  endpoint(base: object, over?: object): Promise<string>;
  put(path: string, body: unknown): Promise<ApiAnswer>;
  /** An action that looks the customer up and cancels. */
  cancelAction(lookupId: string, cancelId: string): Promise<string>;
}

/** Production and sandbox are two paths of the same fake company. */
export async function createIntegrationScene(kontor: TestKontor, company: FakeCompany): Promise<IntegrationScene> {
  const workspace = await kontor.createWorkspace();
  const { v2 } = workspace;
  await workspace.run((ctx) => setOutboundAllowList(ctx, [company.host]));
  const put = (path: string, body: unknown) =>
    v2.send('PUT', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const created = await v2.post('/integrations', { name: 'Customer system' });
  const integrationId = created.body.id as string;
  const at = `/integrations/${integrationId}`;
  company.keys.add(`${COMPANY_KEY}-sandbox`);
  await put(`${at}/environments/production`, { baseUrl: `${company.url}/production`, key: COMPANY_KEY });
  await put(`${at}/environments/sandbox`, { baseUrl: `${company.url}/sandbox`, key: `${COMPANY_KEY}-sandbox` });
  const bot = await v2.post('/agents', { name: 'Help centre' });
  return {
    ...workspace,
    integrationId,
    botId: bot.body.id,
    put,
    async endpoint(base, over = {}) {
      const { status, body, text } = await v2.post(`${at}/endpoints`, { ...base, ...over });
      if (status !== 201) throw new Error(text);
      return body.id;
    },
    async cancelAction(lookupId, cancelId) {
      const { status, body, text } = await v2.post('/actions', {
        name: 'Cancel the subscription',
        inputs: [{ name: 'reason', type: 'string', required: false }],
        steps: [
          { id: 'lookup', endpointId: lookupId, inputs: { email: 'customer.email' } },
          {
            id: 'cancel',
            endpointId: cancelId,
            when: '!steps.lookup.is_vip',
            inputs: { customer_id: 'steps.lookup.customer_id', reason: 'inputs.reason' },
          },
        ],
        outputs: [
          { name: 'confirmation_id', type: 'string', value: 'steps.cancel.confirmation_id' },
          { name: 'refund', type: 'number', value: 'steps.cancel.refund_amount_cents / 100' },
        ],
      });
      if (status !== 201) throw new Error(text);
      return body.id;
    },
  };
}

/** What an operation that waits for others gets: the services and the workspace, without a connection. */
export function detachedContext(kontor: TestKontor, workspaceId: string) {
  const actor = { kind: 'system' as const, id: 'test', scopes: new Set<string>() };
  return { ...kontor.services, workspaceId, actor, requestId: null };
}
