import type { Session } from '#platform/db/database.ts';

export interface ClientRow {
  client_id: string;
  workspace_id: string;
  secret_hash: string;
  scopes: string[];
  revoked_at: Date | null;
}

export interface ApiKeyRow {
  api_key_id: string;
  workspace_id: string;
  scopes: string[];
  expires_at: Date | null;
  revoked_at: Date | null;
}

/** Asked before a workspace is known; the function answers for this one id. */
export async function findClient(session: Session, clientId: string): Promise<ClientRow | undefined> {
  const [row] = await session.prepared<ClientRow>('find_client', 'select * from find_client($1)', [clientId]);
  return row;
}

/** Asked before a workspace is known; the function answers for this one hash. */
export async function findApiKey(session: Session, keyHash: string): Promise<ApiKeyRow | undefined> {
  const [row] = await session.prepared<ApiKeyRow>('find_api_key', 'select * from find_api_key($1)', [keyHash]);
  return row;
}

export async function touchApiKey(session: Session, apiKeyId: string, at: Date) {
  await session.kysely.updateTable('api_keys').set({ last_used_at: at }).where('api_key_id', '=', apiKeyId).execute();
}

export async function touchClient(session: Session, clientId: string, at: Date) {
  await session.kysely.updateTable('clients').set({ last_used_at: at }).where('client_id', '=', clientId).execute();
}

export async function insertWorkspace(session: Session, workspace: { workspaceId: string; name: string }) {
  await session.kysely
    .insertInto('workspaces')
    .values({ workspace_id: workspace.workspaceId, name: workspace.name })
    .execute();
}

export async function selectWorkspace(session: Session, workspaceId: string) {
  return session.kysely
    .selectFrom('workspaces')
    .select(['workspace_id as workspaceId', 'name', 'created_at as createdAt'])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
}

export async function selectOutboundAllowList(session: Session, workspaceId: string): Promise<string[]> {
  const [row] = await session.prepared<{ entries: string[] }>(
    'select_outbound_allow_list',
    'select outbound_allow_list as entries from workspaces where workspace_id = $1',
    [workspaceId],
  );
  return row?.entries ?? [];
}

/** False when there is no such workspace. */
export async function updateOutboundAllowList(session: Session, workspaceId: string, entries: string[]) {
  const { numUpdatedRows } = await session.kysely
    .updateTable('workspaces')
    .set({ outbound_allow_list: entries })
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function insertClient(
  session: Session,
  client: { clientId: string; workspaceId: string; name: string; secretHash: string; scopes: string[] },
) {
  await session.kysely
    .insertInto('clients')
    .values({
      client_id: client.clientId,
      workspace_id: client.workspaceId,
      name: client.name,
      secret_hash: client.secretHash,
      scopes: client.scopes,
    })
    .execute();
}

/** Keeps the moment of the first revocation; false when the workspace has no such client. */
export async function markClientRevoked(session: Session, workspaceId: string, clientId: string, at: Date) {
  const { numUpdatedRows } = await session.kysely
    .updateTable('clients')
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(at)) }))
    .where('workspace_id', '=', workspaceId)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function insertApiKey(
  session: Session,
  key: {
    apiKeyId: string;
    workspaceId: string;
    name: string;
    prefix: string;
    keyHash: string;
    sealedKey: string;
    scopes: string[];
    expiresAt: Date | null;
  },
) {
  await session.kysely
    .insertInto('api_keys')
    .values({
      api_key_id: key.apiKeyId,
      workspace_id: key.workspaceId,
      name: key.name,
      prefix: key.prefix,
      key_hash: key.keyHash,
      sealed_key: key.sealedKey,
      scopes: key.scopes,
      expires_at: key.expiresAt,
    })
    .execute();
}

export async function selectSealedApiKey(session: Session, workspaceId: string, apiKeyId: string) {
  const row = await session.kysely
    .selectFrom('api_keys')
    .select('sealed_key as sealedKey')
    .where('workspace_id', '=', workspaceId)
    .where('api_key_id', '=', apiKeyId)
    .executeTakeFirst();
  return row?.sealedKey;
}

export async function selectApiKeys(session: Session, workspaceId: string) {
  return session.kysely
    .selectFrom('api_keys')
    .select([
      'api_key_id as apiKeyId',
      'name',
      'prefix',
      'scopes',
      'created_at as createdAt',
      'expires_at as expiresAt',
      'last_used_at as lastUsedAt',
      'revoked_at as revokedAt',
    ])
    .where('workspace_id', '=', workspaceId)
    .orderBy('api_key_id', 'desc')
    .execute();
}

/** Keeps the moment of the first revocation; false when the workspace has no such key. */
export async function markApiKeyRevoked(session: Session, workspaceId: string, apiKeyId: string, at: Date) {
  const { numUpdatedRows } = await session.kysely
    .updateTable('api_keys')
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(at)) }))
    .where('workspace_id', '=', workspaceId)
    .where('api_key_id', '=', apiKeyId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The key ends at this time, or earlier if it already did. */
export async function shortenApiKey(session: Session, workspaceId: string, apiKeyId: string, endsAt: Date) {
  await session.query(
    'update api_keys set expires_at = least(expires_at, $3) where workspace_id = $1 and api_key_id = $2',
    [workspaceId, apiKeyId, endsAt],
  );
}

export async function insertAuditEntry(
  session: Session,
  entry: {
    auditEntryId: string;
    workspaceId: string;
    actorKind: string;
    actorId: string;
    action: string;
    targetKind: string;
    targetId: string;
    details: object;
    requestId: string | null;
  },
) {
  await session.kysely
    .insertInto('audit_entries')
    .values({
      audit_entry_id: entry.auditEntryId,
      workspace_id: entry.workspaceId,
      actor_kind: entry.actorKind,
      actor_id: entry.actorId,
      action: entry.action,
      target_kind: entry.targetKind,
      target_id: entry.targetId,
      details: JSON.stringify(entry.details),
      request_id: entry.requestId,
    })
    .execute();
}

export async function selectAuditEntries(
  session: Session,
  workspaceId: string,
  page: { limit: number; before: string | null },
) {
  let query = session.kysely
    .selectFrom('audit_entries')
    .select([
      'audit_entry_id as id',
      'actor_kind as actorKind',
      'actor_id as actorId',
      'action',
      'target_kind as targetKind',
      'target_id as targetId',
      'details',
      'request_id as requestId',
      'created_at as createdAt',
    ])
    .where('workspace_id', '=', workspaceId)
    .orderBy('audit_entry_id', 'desc')
    .limit(page.limit);
  if (page.before) query = query.where('audit_entry_id', '<', page.before);
  return query.execute();
}

export interface SigningKeyRow {
  signingKeyId: string;
  publicJwk: object;
  sealedPrivateJwk: string;
  createdAt: Date;
}

export async function selectSigningKeys(session: Session): Promise<SigningKeyRow[]> {
  const rows = await session.kysely
    .selectFrom('signing_keys')
    .select([
      'signing_key_id as signingKeyId',
      'public_jwk as publicJwk',
      'sealed_private_jwk as sealedPrivateJwk',
      'created_at as createdAt',
    ])
    .orderBy('created_at', 'desc')
    .execute();
  return rows as SigningKeyRow[];
}

/** Does nothing when a key younger than `freshAfter` came in between: two processes may find the newest too old at once. */
export async function insertSigningKey(
  session: Session,
  key: { signingKeyId: string; publicJwk: object; sealedPrivateJwk: string; now: Date; freshAfter: Date },
) {
  await session.query(`select pg_advisory_xact_lock(hashtextextended('signing_keys', 0))`);
  await session.query(
    `insert into signing_keys (signing_key_id, public_jwk, sealed_private_jwk, created_at)
     select $1, $2, $3, $4 where not exists (select from signing_keys where created_at > $5)`,
    [key.signingKeyId, JSON.stringify(key.publicJwk), key.sealedPrivateJwk, key.now, key.freshAfter],
  );
}

/** Forgets the keys that a newer one has signed instead of since `replacedBefore`. */
export async function deleteSigningKeys(session: Session, replacedBefore: Date) {
  await session.query(
    `delete from signing_keys k
     where exists (select from signing_keys newer where newer.created_at > k.created_at and newer.created_at < $1)`,
    [replacedBefore],
  );
}

/** By `operator:<id>` and `api-key:<id>`; those without a name are left out. */
export async function selectActorNames(session: Session, workspaceId: string, actors: string[]) {
  const rows = await session.query<{ actor: string; name: string }>(
    `select 'operator:' || operator_id as actor, name from operators
       where workspace_id = $1 and name <> '' and 'operator:' || operator_id = any($2)
     union all
     select 'api-key:' || api_key_id, name from api_keys
       where workspace_id = $1 and name <> '' and 'api-key:' || api_key_id = any($2)`,
    [workspaceId, actors],
  );
  return new Map(rows.map(({ actor, name }) => [actor, name]));
}
