import type { Static } from 'typebox';
import { audit } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { FAILURES_TO_OPEN } from './call/guard-endpoint.ts';
import { deleteDrifts, selectDrifts, selectEndpointState, selectHealth } from './call-states.queries.ts';
import { checkEndpoint } from './check-endpoint.ts';
import {
  deleteEndpointRow,
  type EndpointRow,
  insertEndpoint,
  selectEndpoint,
  selectEndpoints,
  updateEndpointRow,
} from './endpoints.queries.ts';
import type { Endpoint, EndpointHealth, SaveEndpoint } from './endpoints.schemas.ts';
import { noSuchEndpoint, takenName } from './integrations.errors.ts';
import type { EndpointDefinition, EnvironmentName } from './integrations.types.ts';
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

async function requireEndpoint(ctx: Context, integrationId: string, endpointId: string): Promise<EndpointRow> {
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

const HOUR_MS = 3_600_000;

/** How the endpoint is doing in one environment. */
export async function getHealth(
  ctx: Context,
  integrationId: string,
  endpointId: string,
  { environment = 'production', hours = 24 }: { environment?: EnvironmentName; hours?: number },
): Promise<Static<typeof EndpointHealth>> {
  const row = await requireEndpoint(ctx, integrationId, endpointId);
  const reference = { endpointId: row.endpointId, environment };
  const now = ctx.now();
  const since = new Date(now.getTime() - hours * HOUR_MS);
  const figures = await selectHealth(ctx.session, reference, since);
  const state = await selectEndpointState(ctx.session, reference);
  const drifts = await selectDrifts(ctx.session, reference);
  const isPaused = state !== undefined && state.pausedUntil > now;
  const isShaken = (state?.consecutiveFailures ?? 0) >= FAILURES_TO_OPEN;
  const { expectedP95Ms } = row.definition;
  return {
    environment,
    since: since.toISOString(),
    calls: figures.calls,
    successRate: figures.calls === 0 ? null : figures.succeeded / figures.calls,
    p50Ms: figures.p50,
    p95Ms: figures.p95,
    p99Ms: figures.p99,
    meetsExpectedP95: figures.p95 === null || expectedP95Ms === null ? null : figures.p95 <= expectedP95Ms,
    failures: figures.failures,
    circuit: isPaused ? 'open' : isShaken ? 'half_open' : 'closed',
    pausedUntil: isPaused ? state.pausedUntil.toISOString() : null,
    drifts: drifts.map(({ firstSeenAt, lastSeenAt, ...drift }) => ({
      ...(drift as {
        field: string;
        kind: 'vanished' | 'renamed' | 'type_changed';
        expected: string;
        found: string | null;
      }),
      firstSeenAt: firstSeenAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    })),
  };
}
