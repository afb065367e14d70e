import { sql } from 'kysely';
import type { Session } from '#platform/db/database.ts';

export type ProviderName = 'notion' | 'zendesk' | 'confluence';

export interface ConnectionRow {
  provider: ProviderName;
  baseUrl: string;
  account: string | null;
  sealedToken: string;
  updatedAt: Date;
}

export async function saveConnection(
  session: Session,
  workspaceId: string,
  connection: Omit<ConnectionRow, 'updatedAt'>,
) {
  const values = { base_url: connection.baseUrl, account: connection.account, sealed_token: connection.sealedToken };
  await session.kysely
    .insertInto('source_connections')
    .values({ workspace_id: workspaceId, provider: connection.provider, ...values })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'provider']).doUpdateSet({ ...values, updated_at: sql<Date>`now()` }),
    )
    .execute();
}

export async function selectConnections(session: Session, workspaceId: string): Promise<ConnectionRow[]> {
  const rows = await session.kysely
    .selectFrom('source_connections')
    .select(['provider', 'base_url as baseUrl', 'account', 'sealed_token as sealedToken', 'updated_at as updatedAt'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('provider')
    .execute();
  return rows as ConnectionRow[];
}

export async function deleteConnection(session: Session, workspaceId: string, provider: string): Promise<boolean> {
  const { numDeletedRows } = await session.kysely
    .deleteFrom('source_connections')
    .where('workspace_id', '=', workspaceId)
    .where('provider', '=', provider)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
