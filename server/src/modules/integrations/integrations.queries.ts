import { sql } from 'kysely';
import type { Session } from '#platform/db/database.ts';
import type { EnvironmentName, EnvironmentRow } from './integrations.types.ts';

export interface IntegrationRow {
  integrationId: string;
  name: string;
  description: string;
  createdAt: Date;
  updatedAt: Date;
}

const columns = [
  'integration_id as integrationId',
  'name',
  'description',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const;

export async function insertIntegration(
  session: Session,
  workspaceId: string,
  row: Pick<IntegrationRow, 'integrationId' | 'name' | 'description'>,
): Promise<void> {
  await session.kysely
    .insertInto('integrations')
    .values({
      integration_id: row.integrationId,
      workspace_id: workspaceId,
      name: row.name,
      description: row.description,
    })
    .execute();
}

/** By name. */
export async function selectIntegrations(session: Session, workspaceId: string): Promise<IntegrationRow[]> {
  return session.kysely
    .selectFrom('integrations')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .orderBy('name')
    .execute();
}

export async function selectIntegration(
  session: Session,
  workspaceId: string,
  integrationId: string,
): Promise<IntegrationRow | undefined> {
  return session.kysely
    .selectFrom('integrations')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`integration_id::text = ${integrationId}`)
    .executeTakeFirst();
}

export async function updateIntegrationRow(
  session: Session,
  integrationId: string,
  change: { name?: string; description?: string },
): Promise<void> {
  await session.kysely
    .updateTable('integrations')
    .set({ ...change, updated_at: sql<Date>`now()` })
    .where('integration_id', '=', integrationId)
    .execute();
}

export async function deleteIntegrationRow(session: Session, integrationId: string): Promise<void> {
  await session.kysely.deleteFrom('integrations').where('integration_id', '=', integrationId).execute();
}

/** Those who change its environments wait for each other until the transaction ends. */
export async function lockIntegration(session: Session, integrationId: string): Promise<void> {
  await session.query('select from integrations where integration_id = $1 for update', [integrationId]);
}

export async function selectEnvironments(
  session: Session,
  integrationIds: readonly string[],
): Promise<(EnvironmentRow & { integrationId: string })[]> {
  const rows = await session.kysely
    .selectFrom('integration_environments')
    .select([
      'integration_id as integrationId',
      'environment',
      'base_url as baseUrl',
      'sealed_key as sealedKey',
      'ca_certificate as caCertificate',
      'key_changed_at as keyChangedAt',
    ])
    .where(
      'integration_id',
      'in',
      [...integrationIds, ''].filter((id) => id !== ''),
    )
    .orderBy('environment')
    .execute();
  return rows as (EnvironmentRow & { integrationId: string })[];
}

export async function upsertEnvironment(
  session: Session,
  workspaceId: string,
  integrationId: string,
  row: EnvironmentRow,
): Promise<void> {
  await session.query(
    `insert into integration_environments (integration_id, environment, workspace_id, base_url, sealed_key, ca_certificate, key_changed_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (integration_id, environment) do update set base_url = excluded.base_url, sealed_key = excluded.sealed_key,
       ca_certificate = excluded.ca_certificate, key_changed_at = excluded.key_changed_at, updated_at = now()`,
    [integrationId, row.environment, workspaceId, row.baseUrl, row.sealedKey, row.caCertificate, row.keyChangedAt],
  );
}

export async function deleteEnvironmentRow(
  session: Session,
  integrationId: string,
  environment: EnvironmentName,
): Promise<void> {
  await session.query('delete from integration_environments where integration_id = $1 and environment = $2', [
    integrationId,
    environment,
  ]);
}

/** The environment that a bot talks to; production when none was chosen. */
export async function selectBotEnvironment(session: Session, botId: string): Promise<EnvironmentName> {
  const [row] = await session.query<{ environment: EnvironmentName }>(
    'select environment from bot_environments where bot_id = $1',
    [botId],
  );
  return row?.environment ?? 'production';
}

export async function upsertBotEnvironment(
  session: Session,
  workspaceId: string,
  botId: string,
  environment: EnvironmentName,
): Promise<void> {
  await session.query(
    `insert into bot_environments (bot_id, workspace_id, environment) values ($1, $2, $3)
     on conflict (bot_id) do update set environment = excluded.environment, updated_at = now()`,
    [botId, workspaceId, environment],
  );
}
