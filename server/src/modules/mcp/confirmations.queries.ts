import type { Session } from '#platform/db/database.ts';

/** What a token stands for: whoever has it may do exactly this. */
export interface ConfirmedCall {
  tokenSha256: string;
  workspaceId: string;
  actorId: string;
  operationId: string;
  argumentsSha256: string;
}

/** Takes the workspace's expired ones along. */
export async function insertConfirmation(
  session: Session,
  call: ConfirmedCall,
  now: Date,
  expiresAt: Date,
): Promise<void> {
  await session.kysely
    .deleteFrom('mcp_confirmations')
    .where('workspace_id', '=', call.workspaceId)
    .where('expires_at', '<=', now)
    .execute();
  await session.kysely
    .insertInto('mcp_confirmations')
    .values({
      token_sha256: call.tokenSha256,
      workspace_id: call.workspaceId,
      actor_id: call.actorId,
      operation_id: call.operationId,
      arguments_sha256: call.argumentsSha256,
      expires_at: expiresAt,
    })
    .execute();
}

/** Uses it up: of two that come at once, one gets it. */
export async function takeConfirmation(session: Session, call: ConfirmedCall, now: Date): Promise<boolean> {
  const taken = await session.kysely
    .deleteFrom('mcp_confirmations')
    .where('token_sha256', '=', call.tokenSha256)
    .where('workspace_id', '=', call.workspaceId)
    .where('actor_id', '=', call.actorId)
    .where('operation_id', '=', call.operationId)
    .where('arguments_sha256', '=', call.argumentsSha256)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return taken.numDeletedRows > 0n;
}
