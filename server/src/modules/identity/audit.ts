import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { insertAuditEntry } from './identity.queries.ts';

export interface AuditedChange {
  /** Verb in the past tense with its object: `api_key.revealed`. */
  action: string;
  targetKind: string;
  targetId: string;
  /** Never a secret. */
  details?: object;
}

/** Writes down who changed an identity, a key, a webhook or a secret, in the transaction of the change. */
export async function audit(ctx: Context, change: AuditedChange): Promise<void> {
  await insertAuditEntry(ctx.session, {
    auditEntryId: uuidv7(ctx.now().getTime()),
    workspaceId: ctx.workspaceId,
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.id,
    action: change.action,
    targetKind: change.targetKind,
    targetId: change.targetId,
    details: change.details ?? {},
    requestId: ctx.requestId,
  });
}
