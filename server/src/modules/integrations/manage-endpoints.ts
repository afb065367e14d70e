import type { Static } from 'typebox';
import { audit } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { deleteDrifts } from './call-states.queries.ts';
import { checkEndpoint } from './check-endpoint.ts';
import {
  deleteEndpointRow,
  type EndpointRow,
  insertEndpoint,
  selectEndpoint,
  selectEndpoints,
  updateEndpointRow,
} from './endpoints.queries.ts';
import type { Endpoint, SaveEndpoint } from './endpoints.schemas.ts';
import { noSuchEndpoint, takenName } from './integrations.errors.ts';
import type { EndpointDefinition } from './integrations.types.ts';
import { refuseUsed, requireIntegration } from './manage-integrations.ts';

export async function createEndpoint(ctx: Context, integrationId: string, input: Static<typeof SaveEndpoint>) {
  const integration = await requireIntegration(ctx, integrationId);
  const definition = checkEndpoint(input);
  const endpointId = uuidv7(ctx.now().getTime());
  await insertEndpoint(ctx.session, ctx.workspaceId, {
    endpointId,
    integrationId: integration.integrationId,
    definition,
  }).catch(takenName('endpoint of the integration'));
  await auditEndpoint(ctx, 'endpoint.created', endpointId, definition);
  return presentEndpoint(await requireEndpoint(ctx, integration.integrationId, endpointId));
}

export async function listEndpoints(ctx: Context, integrationId: string) {
  const integration = await requireIntegration(ctx, integrationId);
  const rows = await selectEndpoints(ctx.session, ctx.workspaceId, { integrationId: integration.integrationId });
  return { endpoints: rows.map(presentEndpoint) };
}

/** Of every integration, for those who put steps together. */
export async function listAllEndpoints(ctx: Context) {
  return { endpoints: (await selectEndpoints(ctx.session, ctx.workspaceId, 'all')).map(presentEndpoint) };
}

export async function getEndpoint(ctx: Context, integrationId: string, endpointId: string) {
  return presentEndpoint(await requireEndpoint(ctx, integrationId, endpointId));
}

/** Replaces the whole description; what had drifted from the old one is forgotten. */
export async function saveEndpoint(
  ctx: Context,
  integrationId: string,
  endpointId: string,
  input: Static<typeof SaveEndpoint>,
) {
  const row = await requireEndpoint(ctx, integrationId, endpointId);
  const definition = checkEndpoint(input);
  // An attribute only reads, and is asked before every answer.
  if (definition.kind !== row.definition.kind) await refuseUsed(ctx, [row.endpointId]);
  await updateEndpointRow(ctx.session, row.endpointId, definition).catch(takenName('endpoint of the integration'));
  await deleteDrifts(ctx.session, row.endpointId);
  await auditEndpoint(ctx, 'endpoint.saved', row.endpointId, definition);
  return presentEndpoint(await requireEndpoint(ctx, row.integrationId, row.endpointId));
}

export async function deleteEndpoint(ctx: Context, integrationId: string, endpointId: string) {
  const row = await requireEndpoint(ctx, integrationId, endpointId);
  await refuseUsed(ctx, [row.endpointId]);
  await deleteEndpointRow(ctx.session, row.endpointId);
  await audit(ctx, { action: 'endpoint.deleted', targetKind: 'endpoint', targetId: row.endpointId });
  return { success: true as const };
}

/** That a write may be tried twice is a promise of the company, and that it needs a yes one to customers: who noted it is on record. */
const auditEndpoint = (ctx: Context, action: string, targetId: string, definition: EndpointDefinition) => {
  const { honoursIdempotencyKey, requiresConfirmation = false } = definition;
  const details = { honoursIdempotencyKey, requiresConfirmation };
  return audit(ctx, { action, targetKind: 'endpoint', targetId, details });
};

export async function requireEndpoint(ctx: Context, integrationId: string, endpointId: string): Promise<EndpointRow> {
  const integration = await requireIntegration(ctx, integrationId);
  const row = await selectEndpoint(ctx.session, ctx.workspaceId, integration.integrationId, endpointId);
  if (!row) throw noSuchEndpoint();
  return row;
}

const presentEndpoint = ({ endpointId, integrationId, definition, createdAt, updatedAt }: EndpointRow) =>
  ({
    id: endpointId,
    integrationId,
    requiresConfirmation: false,
    ...definition,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }) as Static<typeof Endpoint>;
