import { sql } from 'kysely';
import type { Session } from '#platform/db/database.ts';
import type { CallableEndpoint, EndpointDefinition, EnvironmentName } from './integrations.types.ts';

export interface EndpointRow {
  endpointId: string;
  integrationId: string;
  definition: EndpointDefinition;
  createdAt: Date;
  updatedAt: Date;
}

const columns = [
  'endpoint_id as endpointId',
  'integration_id as integrationId',
  'definition',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const;

export async function insertEndpoint(
  session: Session,
  workspaceId: string,
  row: Pick<EndpointRow, 'endpointId' | 'integrationId' | 'definition'>,
): Promise<void> {
  await session.query(
    'insert into integration_endpoints (endpoint_id, workspace_id, integration_id, name, definition) values ($1, $2, $3, $4, $5)',
    [row.endpointId, workspaceId, row.integrationId, row.definition.name, JSON.stringify(row.definition)],
  );
}

export async function updateEndpointRow(
  session: Session,
  endpointId: string,
  definition: EndpointDefinition,
): Promise<void> {
  await session.query(
    'update integration_endpoints set name = $2, definition = $3, updated_at = now() where endpoint_id = $1',
    [endpointId, definition.name, JSON.stringify(definition)],
  );
}

/** Of one integration, by their ids in any of the workspace, or all of it. By name. */
export async function selectEndpoints(
  session: Session,
  workspaceId: string,
  wanted: { integrationId: string } | { endpointIds: readonly string[] } | 'all',
): Promise<EndpointRow[]> {
  const rows = await session.kysely
    .selectFrom('integration_endpoints')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .where(
      wanted === 'all'
        ? sql<boolean>`true`
        : 'integrationId' in wanted
          ? sql<boolean>`integration_id = ${wanted.integrationId}`
          : sql<boolean>`endpoint_id::text = any(${[...wanted.endpointIds]})`,
    )
    .orderBy('name')
    .execute();
  return rows as unknown as EndpointRow[];
}

export async function selectEndpoint(
  session: Session,
  workspaceId: string,
  integrationId: string,
  endpointId: string,
): Promise<EndpointRow | undefined> {
  const [row] = await selectEndpoints(session, workspaceId, { endpointIds: [endpointId] });
  return row?.integrationId === integrationId ? row : undefined;
}

export async function deleteEndpointRow(session: Session, endpointId: string): Promise<void> {
  await session.query('delete from integration_endpoints where endpoint_id = $1', [endpointId]);
}

/** What has a step that calls one of the endpoints, such as `attribute customer`. */
export async function selectUsesOfEndpoints(
  session: Session,
  workspaceId: string,
  endpointIds: readonly string[],
): Promise<string[]> {
  const rows = await session.query<{ use: string }>(
    `select 'attribute ' || name as use from attributes, jsonb_array_elements(coalesce(source -> 'steps', '[]')) step
       where workspace_id = $1 and step ->> 'endpointId' = any($2)
     union select 'action ' || name from actions, jsonb_array_elements(steps) step
       where workspace_id = $1 and step ->> 'endpointId' = any($2) order by 1`,
    [workspaceId, endpointIds],
  );
  return rows.map(({ use }) => use);
}

/** Those among the endpoints that may not be called without a yes of the customer. */
export async function selectDemandingEndpoints(
  session: Session,
  workspaceId: string,
  endpointIds: readonly string[],
): Promise<string[]> {
  const rows = await session.query<{ endpointId: string }>(
    `select endpoint_id as "endpointId" from integration_endpoints
     where workspace_id = $1 and endpoint_id::text = any($2) and (definition ->> 'requiresConfirmation')::boolean`,
    [workspaceId, endpointIds],
  );
  return rows.map(({ endpointId }) => endpointId);
}

interface CallableRow extends Omit<CallableEndpoint, 'environment'> {
  environment: EnvironmentName | null;
  baseUrl: string | null;
  sealedKey: string | null;
  caCertificate: string | null;
  keyChangedAt: Date | null;
}

/** Endpoints with what calling them in one environment takes; left out where the integration has no such environment. */
export async function selectCallables(
  session: Session,
  workspaceId: string,
  endpointIds: readonly string[],
  environment: EnvironmentName,
): Promise<CallableEndpoint[]> {
  const rows = await session.prepared<CallableRow & Record<string, unknown>>(
    'select_callables',
    `select e.endpoint_id as "endpointId", e.integration_id as "integrationId", e.definition, v.environment, v.base_url as "baseUrl",
       v.sealed_key as "sealedKey", v.ca_certificate as "caCertificate", v.key_changed_at as "keyChangedAt"
     from integration_endpoints e join integration_environments v on v.integration_id = e.integration_id and v.environment = $3
     where e.workspace_id = $1 and e.endpoint_id::text = any($2)`,
    [workspaceId, endpointIds, environment],
  );
  return rows.map(({ endpointId, integrationId, definition, ...row }) => ({
    endpointId,
    integrationId,
    definition,
    environment: {
      environment,
      baseUrl: row.baseUrl ?? '',
      sealedKey: row.sealedKey ?? '',
      caCertificate: row.caCertificate,
      keyChangedAt: row.keyChangedAt ?? new Date(0),
    },
  }));
}
