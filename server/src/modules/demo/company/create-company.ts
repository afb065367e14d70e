import {
  createAction,
  createAttribute,
  createEndpoint,
  createIntegration,
  saveEnvironment,
  setBotEnvironment,
} from '#modules/integrations/index.ts';
import { createRule } from '#modules/rulebook/index.ts';
import type { Context } from '#platform/context.ts';
import { BANK_FACTS, type CompanyRead, type CompanyWrite, READS, WRITES } from './company-endpoints.ts';
import { readCompanyRules } from './company-rules.ts';
import type { CompanyAccess } from './start-company.ts';

export interface HelpCentreOf {
  botId: string;
  /** Key of an article → its id. */
  articleIds: ReadonlyMap<string, string>;
}

/** Lets a bot use the company's systems and the bank data of its customers, by attributes, actions and rules. */
export async function createCompany(ctx: Context, { url, key }: CompanyAccess, { botId, articleIds }: HelpCentreOf) {
  const { id } = await createIntegration(ctx, {
    name: 'Nordlicht customer system',
    description:
      'A made-up company on this machine that keeps the endpoint contract; it forgets everything at a restart.',
  });
  await saveEnvironment(ctx, id, 'sandbox', { baseUrl: url, key });
  await setBotEnvironment(ctx, botId, 'sandbox');
  for (const read of READS) await createRead(ctx, id, read, [botId]);
  for (const write of WRITES) await createWrite(ctx, id, write);
  await createOwnAttributes(ctx, [botId]);
  for (const rule of readCompanyRules(articleIds)) await createRule(ctx, { ...rule, botIds: [botId], source: 'demo' });
}

const EMAIL = { name: 'email', type: 'string' as const };
/** What the company has told about each of its endpoints. */
const TERMS = { query: { email: '{email}' }, rateLimitPerMinute: 1_200, expectedP95Ms: 500 };

async function createRead(ctx: Context, integrationId: string, { name, path, fields }: CompanyRead, botIds: string[]) {
  const named = Object.entries(fields).map(([field, type]) => {
    const [kind, source] = typeof type === 'string' ? [type, field] : type;
    return { field, kind, source };
  });
  const endpoint = await createEndpoint(ctx, integrationId, {
    ...{ ...TERMS, name, kind: 'read', method: 'GET', path, inputs: [EMAIL] },
    outputs: named.map(({ kind, source }) => ({ name: source, type: kind })),
  });
  await createAttribute(ctx, {
    name,
    source: {
      kind: 'steps',
      steps: [{ id: 'lookup', endpointId: endpoint.id, inputs: { email: 'customer.email' } }],
    },
    fields: named.map(({ field, kind, source }) => ({
      ...{ name: field, type: kind, value: `steps.lookup.${source}`, usableInReplies: true },
    })),
    botIds,
  });
}

async function createWrite(ctx: Context, integrationId: string, write: CompanyWrite) {
  const { name, method, path, sample } = write;
  const inputs = write.inputs.map((input) => ({ name: input, type: 'string' as const }));
  const outputs = Object.entries(write.outputs).map(([field, type]) => ({ name: field, type }));
  const endpoint = await createEndpoint(ctx, integrationId, {
    ...{ ...TERMS, name, kind: 'write', method, path, inputs: [EMAIL, ...inputs], outputs },
    body: Object.fromEntries(write.inputs.map((input) => [input, `{${input}}`])),
    sample: { success: true, message: 'Done.', ...sample },
    honoursIdempotencyKey: true,
    requiresConfirmation: true,
  });
  const given = Object.fromEntries(write.inputs.map((input) => [input, `inputs.${input}`]));
  await createAction(ctx, {
    ...{ name, inputs },
    steps: [{ id: 'call', endpointId: endpoint.id, inputs: { email: 'customer.email', ...given } }],
    outputs: outputs.map((output) => ({ ...output, value: `steps.call.${output.name}` })),
  });
}

/** What needs no call: Kontor's own analysis, and who the customer was proven to be. */
async function createOwnAttributes(ctx: Context, botIds: string[]) {
  await createAttribute(ctx, {
    name: 'Bank data',
    source: { kind: 'bank' },
    fields: Object.entries(BANK_FACTS).map(([name, type]) => ({ name, type, usableInReplies: true })),
    botIds,
  });
  await createAttribute(ctx, {
    name: 'Signed-in customer',
    source: { kind: 'customer' },
    fields: [
      { name: 'named_email', type: 'string', value: 'email' },
      { name: 'named_id', type: 'string', value: 'external_id' },
    ],
    botIds,
  });
}
