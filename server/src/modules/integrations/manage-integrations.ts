import type { Static } from 'typebox';
import { requireBot } from '#modules/bots/index.ts';
import { audit } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { AppError } from '#platform/http/errors.ts';
import { selectEndpoints, selectUsesOfEndpoints } from './endpoints.queries.ts';
import { noSuchIntegration, stillInUse, takenName } from './integrations.errors.ts';
import {
  deleteIntegrationRow,
  type IntegrationRow,
  insertIntegration,
  selectBotEnvironment,
  selectEnvironments,
  selectIntegration,
  selectIntegrations,
  updateIntegrationRow,
  upsertBotEnvironment,
} from './integrations.queries.ts';
import type { CreateIntegration, Environment, Integration, UpdateIntegration } from './integrations.schemas.ts';
import type { EnvironmentName, EnvironmentRow } from './integrations.types.ts';

export async function createIntegration(ctx: Context, { name, description = '' }: Static<typeof CreateIntegration>) {
  const integrationId = uuidv7(ctx.now().getTime());
  await insertIntegration(ctx.session, ctx.workspaceId, { integrationId, name, description }).catch(
    takenName('integration'),
  );
  await audit(ctx, { action: 'integration.created', targetKind: 'integration', targetId: integrationId });
  return getIntegration(ctx, integrationId);
}

export async function listIntegrations(ctx: Context) {
  const rows = await selectIntegrations(ctx.session, ctx.workspaceId);
  const environments = await selectEnvironments(
    ctx.session,
    rows.map((row) => row.integrationId),
  );
  return { integrations: rows.map((row) => present(row, environments)) };
}

export async function getIntegration(ctx: Context, integrationId: string) {
  const row = await requireIntegration(ctx, integrationId);
  return present(row, await selectEnvironments(ctx.session, [row.integrationId]));
}

export async function updateIntegration(ctx: Context, integrationId: string, change: Static<typeof UpdateIntegration>) {
  const row = await requireIntegration(ctx, integrationId);
  const { name, description } = change;
  const values = { ...(name !== undefined && { name }), ...(description !== undefined && { description }) };
  await updateIntegrationRow(ctx.session, row.integrationId, values).catch(takenName('integration'));
  return getIntegration(ctx, row.integrationId);
}

/** With its environments, keys, endpoints and their figures. Refused while an attribute or an action calls it. */
export async function deleteIntegration(ctx: Context, integrationId: string) {
  const row = await requireIntegration(ctx, integrationId);
  const endpoints = await selectEndpoints(ctx.session, ctx.workspaceId, { integrationId: row.integrationId });
  await refuseUsed(
    ctx,
    endpoints.map(({ endpointId }) => endpointId),
  );
  await deleteIntegrationRow(ctx.session, row.integrationId);
  await audit(ctx, { action: 'integration.deleted', targetKind: 'integration', targetId: row.integrationId });
  return { success: true as const };
}

/** Rejects when something calls one of the endpoints, and names it. */
export async function refuseUsed(ctx: Context, endpointIds: readonly string[]): Promise<void> {
  const uses = await selectUsesOfEndpoints(ctx.session, ctx.workspaceId, endpointIds);
  if (uses.length === 0) return;
  throw new AppError(stillInUse, `It is called by ${uses.join(', ')}. Change or delete these first.`);
}

/** Its integration, or a 404 for an unknown id and one of another workspace. */
export async function requireIntegration(ctx: Context, integrationId: string): Promise<IntegrationRow> {
  const row = await selectIntegration(ctx.session, ctx.workspaceId, integrationId);
  if (!row) throw noSuchIntegration();
  return row;
}

export async function getBotEnvironment(ctx: Context, botId: string): Promise<{ environment: EnvironmentName }> {
  const bot = await requireBot(ctx, botId);
  return { environment: await selectBotEnvironment(ctx.session, bot.botId) };
}

/** From the next message on the agent talks to this environment of every integration. */
export async function setBotEnvironment(ctx: Context, botId: string, environment: EnvironmentName) {
  const bot = await requireBot(ctx, botId);
  await upsertBotEnvironment(ctx.session, ctx.workspaceId, bot.botId, environment);
  await audit(ctx, {
    action: 'agent.environment_changed',
    targetKind: 'agent',
    targetId: bot.botId,
    details: { environment },
  });
  return { environment };
}

export const presentEnvironment = (row: EnvironmentRow): Static<typeof Environment> => ({
  environment: row.environment,
  baseUrl: row.baseUrl,
  hasOwnAuthority: row.caCertificate !== null,
  keyChangedAt: row.keyChangedAt.toISOString(),
});

function present(
  row: IntegrationRow,
  environments: (EnvironmentRow & { integrationId: string })[],
): Static<typeof Integration> {
  return {
    id: row.integrationId,
    name: row.name,
    description: row.description,
    environments: environments.filter((one) => one.integrationId === row.integrationId).map(presentEnvironment),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
